/* Crop marks, job ticket and the guides of a laminated piece.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "press/press_priv.h"

/* comps.md, "A5 laminated": 0.5 pt, 5 mm long, 2 mm off the trim, and clear of the bleed. */
static const ho_pt weight = .5;
enum { OFFSET_MM = 2, LENGTH_MM = 5, HOLE_MM = 6, HOLE_TOP_MM = 6 };
/* Words outside the trim: size and leading. */
static const ho_pt small = 6, line = 8;

ho_pt mark_offset(const struct ho_press_plan *plan)
{
    return fmax(ho_mm(OFFSET_MM), plan->bleed + ho_mm(1));
}

static void put_line(struct job *job, struct ho_page *page, struct ho_point from,
                     struct ho_point to)
{
    struct ho_path *path = ho_path_new(job->ctx->arena);
    ho_path_move(job->ctx->arena, path, from.x, from.y);
    ho_path_line(job->ctx->arena, path, to.x, to.y);
    ho_page_path(job->ctx->arena, page, path,
                 (struct ho_paint){.stroke = HO_PAINT_INK, .width = weight});
}

/* The box around all pieces. */
static struct ho_rect outline(const struct cuts *cuts)
{
    struct ho_rect all = cuts->items[0];
    for (size_t i = 1; i < cuts->count; i++)
        all = ho_rect_union(all, cuts->items[i]);
    return all;
}

/* Pieces of one row or column share their marks. */
static bool is_known(const struct cuts *cuts, size_t count, double at, bool is_x)
{
    for (size_t i = 0; i < count; i++)
        if (fabs((is_x ? cuts->items[i].x : cuts->items[i].y) - at) < .01)
            return true;
    return false;
}

void put_cut_marks(struct job *job, struct ho_page *page, const struct cuts *cuts,
                   ho_pt length)
{
    struct ho_rect all = outline(cuts);
    ho_pt near = mark_offset(job->plan), far = near + length;
    for (size_t i = 0; i < cuts->count; i++) {
        struct ho_rect box = cuts->items[i];
        for (int end = 0; end < 2; end++) {
            ho_pt x = box.x + end * box.width, y = box.y + end * box.height;
            if (!is_known(cuts, i, box.x, true)) {
                put_line(job, page, (struct ho_point){x, all.y - near},
                         (struct ho_point){x, all.y - far});
                put_line(job, page, (struct ho_point){x, all.y + all.height + near},
                         (struct ho_point){x, all.y + all.height + far});
            }
            if (!is_known(cuts, i, box.y, false)) {
                put_line(job, page, (struct ho_point){all.x - near, y},
                         (struct ho_point){all.x - far, y});
                put_line(job, page, (struct ho_point){all.x + all.width + near, y},
                         (struct ho_point){all.x + all.width + far, y});
            }
        }
    }
}

/* ---- words ---- */

static bool put_words(struct job *job, struct ho_page *page, const char *text,
                      struct ho_point at, ho_pt width, bool is_above)
{
    struct ho_arena *arena = job->ctx->arena;
    struct ho_styled span = {.text = text, .size = small, .paint = HO_PAINT_INK};
    struct ho_paragraph paragraph = {.spans = &span,
                                     .count = 1,
                                     .language = job->plan->language,
                                     .is_rtl = job->plan->is_rtl,
                                     .width = width};
    const struct ho_lines *lines;
    if (!ho_text_lines(job->ctx, job->fonts, &paragraph, &lines))
        return false;
    struct ho_element *artifact = ho_new(arena, struct ho_element);
    artifact->tag = HO_TAG_ARTIFACT;
    artifact->artifact = HO_ARTIFACT_FOOTER;
    ho_page_begin(arena, page, artifact);
    double top = is_above ? at.y - (double)lines->count * line : at.y;
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; j < lines->lines[i].count; j++) {
            struct ho_glyphs run = lines->lines[i].runs[j].glyphs;
            run.x += at.x;
            run.y = top + (double)i * line + small;
            ho_page_glyphs(arena, page, run);
        }
    ho_page_end(arena, page, artifact);
    return true;
}

static void add_part(struct ho_text *text, const char *label, const char *value)
{
    ho_text_add_format(text, "%s%s %s", text->count ? " · " : "", label, value);
}

static const char *number(struct job *job, ho_pt length)
{
    struct ho_text text = {.arena = job->ctx->arena};
    ho_text_add_number(&text, ho_to_mm(length), 1);
    return ho_text_end(&text);
}

/* "Trim 85.6 × 54 mm · Bleed 3 mm · Sides 2 · Stock 350 g/m²" */
static const char *ticket_text(struct job *job, struct ho_rect trim)
{
    struct ho_arena *arena = job->ctx->arena;
    const struct ho_ticket *words = job->plan->ticket;
    struct ho_text text = {.arena = arena};
    add_part(&text, words->trim,
             ho_format(arena, "%s × %s mm", number(job, trim.width),
                       number(job, trim.height)));
    add_part(&text, words->bleed,
             ho_format(arena, "%s mm", number(job, job->plan->bleed)));
    add_part(&text, words->sides, ho_format(arena, "%zu", job->in->pages.count));
    add_part(&text, words->stock,
             job->plan->stock ? job->plan->stock : "________________");
    return ho_text_end(&text);
}

bool put_ticket(struct job *job, struct ho_page *page, struct ho_rect around,
                const struct ho_page *piece)
{
    ho_pt gap = mark_offset(job->plan) + ho_mm(.5), inset = 4;
    ho_pt x = around.x + inset, width = piece->trim.width - 2 * inset;
    bool ok =
        put_words(job, page, ticket_text(job, piece->trim),
                  (struct ho_point){x, around.y + around.height + gap}, width, false);
    if (job->plan->is_laminated)
        ok &= put_words(job, page, job->plan->ticket->pouch,
                        (struct ho_point){x, around.y - gap}, width, true);
    return ok;
}

void widen_page(struct job *job, struct ho_page *page)
{
    /* A millimetre beyond the marks; the ticket may take two lines. */
    ho_pt by = fmax(mark_offset(job->plan) + ho_mm(LENGTH_MM + 1),
                    mark_offset(job->plan) + ho_mm(1.5) + 2 * line);
    page->media =
        (struct ho_rect){page->trim.x - by, page->trim.y - by,
                         page->trim.width + 2 * by, page->trim.height + 2 * by};
    struct cuts cuts = {0};
    ho_push(job->ctx->arena, &cuts, page->trim);
    put_cut_marks(job, page, &cuts, ho_mm(LENGTH_MM));
}

/* ---- guides ---- */

/* A quarter of a circle as one Bézier curve. */
static const double kappa = 0.5522847498;

static void put_corner(struct job *job, struct ho_page *page, struct ho_point corner,
                       double right, double down, ho_pt radius)
{
    struct ho_arena *arena = job->ctx->arena;
    struct ho_path *path = ho_path_new(arena);
    double inner = radius * (1 - kappa);
    ho_path_move(arena, path, corner.x, corner.y + down * radius);
    ho_path_curve(arena, path, corner.x, corner.y + down * inner,
                  corner.x + right * inner, corner.y, corner.x + right * radius,
                  corner.y);
    ho_page_path(arena, page, path,
                 (struct ho_paint){.stroke = HO_PAINT_HAIRLINE, .width = weight});
}

void put_guides(struct job *job, struct ho_page *page)
{
    struct ho_arena *arena = job->ctx->arena;
    struct ho_rect trim = page->trim;
    /* A card has the corners of ISO/IEC 7810 ID-1, 3.18 mm. */
    ho_pt radius = ho_mm(trim.width < ho_mm(90) && trim.height < ho_mm(60) ? 3.18 : 5);
    for (int i = 0; job->plan->is_laminated && i < 4; i++) {
        struct ho_point corner = {trim.x + (i % 2 ? trim.width : 0),
                                  trim.y + (i / 2 ? trim.height : 0)};
        put_corner(job, page, corner, i % 2 ? -1 : 1, i / 2 ? -1 : 1, radius);
    }
    if (job->plan->has_hole) {
        struct ho_path *hole = ho_path_new(arena);
        ho_path_circle(arena, hole, trim.x + trim.width / 2,
                       trim.y + ho_mm(HOLE_TOP_MM + HOLE_MM / 2.), ho_mm(HOLE_MM / 2.));
        ho_page_path(arena, page, hole,
                     (struct ho_paint){
                         .stroke = HO_PAINT_EDGE, .width = weight, .dash = {1.5, 1.5}});
    }
}
