/* After layout: each font that the pages show becomes plain data for the writers.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "text/shown_priv.h"
#include "text/words_priv.h"

/* ---- outlines ---- */

struct pen {
    struct ho_arena *arena;
    struct ho_path *path;
};

static void pen_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                     float x, float y, void *user)
{
    struct pen *pen = data;
    (void)funcs, (void)state, (void)user;
    ho_path_move(pen->arena, pen->path, x, y);
}

static void pen_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                     float x, float y, void *user)
{
    struct pen *pen = data;
    (void)funcs, (void)state, (void)user;
    ho_path_line(pen->arena, pen->path, x, y);
}

static void pen_curve(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                      float x1, float y1, float x2, float y2, float x3, float y3,
                      void *user)
{
    struct pen *pen = data;
    (void)funcs, (void)state, (void)user;
    ho_path_curve(pen->arena, pen->path, x1, y1, x2, y2, x3, y3);
}

static void pen_close(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                      void *user)
{
    struct pen *pen = data;
    (void)funcs, (void)state, (void)user;
    ho_path_close(pen->arena, pen->path);
}

/* HarfBuzz turns the quadratic curves of TrueType into cubic ones when no quadratic
 * function is set. */
static hb_draw_funcs_t *make_pen(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, pen_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, pen_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, pen_curve, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, pen_close, NULL, NULL);
    return funcs;
}

static void draw_outlines(struct ho_ctx *ctx, const struct face *face,
                          struct ho_font_glyph *glyphs, size_t count)
{
    hb_draw_funcs_t *funcs = make_pen();
    hb_font_t *font = hb_font_create(face->hb);
    hb_font_set_scale(font, 1000, 1000);
    for (size_t i = 0; i < count; i++) {
        struct pen pen = {ctx->arena, ho_path_new(ctx->arena)};
#if HB_VERSION_ATLEAST(7, 0, 0)
        hb_font_draw_glyph(font, glyphs[i].id, funcs, &pen);
#else
        hb_font_get_glyph_shape(font, glyphs[i].id, funcs, &pen);
#endif
        if (pen.path->ops.count)
            glyphs[i].outline = pen.path;
    }
    hb_font_destroy(font);
    hb_draw_funcs_destroy(funcs);
}

/* ---- the font as data ---- */

/* The most frequent; of some that are, the first in the order of their letters: the order of the pages does not matter. */
static const char *best_reading(const struct count *counts)
{
    const struct reading *best = &counts->reading;
    for (const struct count *other = counts->next; other; other = other->next) {
        const struct reading *reading = &other->reading;
        if (reading->times > best->times ||
            (reading->times == best->times &&
             strcmp(readings_text(reading), readings_text(best)) < 0))
            best = reading;
    }
    return readings_text(best);
}

/* Makes the list, and clears what the pages showed. */
static struct ho_font_glyph *list_glyphs(struct ho_ctx *ctx, struct face *face)
{
    struct shown *shown = face->shown;
    struct ho_font_glyph *glyphs =
        ho_new_array(ctx->arena, struct ho_font_glyph, shown->used);
    double scale = 1000.0 / face->font.units_per_em;
    size_t count = 0;
    for (uint32_t word = 0; count < shown->used; word++) {
        uint64_t bits = shown->bits[word];
        shown->bits[word] = 0;
        for (uint32_t id = word * 64; bits; id++, bits >>= 1) {
            if (!(bits & 1))
                continue;
            glyphs[count++] = (struct ho_font_glyph){
                .id = id,
                .advance = hb_font_get_glyph_h_advance(face->unscaled, id) * scale,
                .to_unicode = best_reading(shown->counts[id])};
            shown->counts[id] = NULL;
        }
    }
    shown->used = 0;
    return glyphs;
}

/* Sorts the glyphs into the base and, for those that it lacks, a small subset of this
 * record's own. */
static bool choose_subsets(struct ho_ctx *ctx, struct face *face,
                           struct ho_font_glyph *glyphs, size_t count)
{
    enum { FAST_LEVEL = 6 };
    struct ho_font_subset *subsets = ho_new_array(ctx->arena, struct ho_font_subset, 2);
    hb_set_t *own = hb_set_create();
    size_t subset_count = 0;
    if (face->has_base)
        subsets[subset_count++] = face->base;
    for (size_t i = 0; i < count; i++)
        if (!face->has_base || !subset_has(&face->base, glyphs[i].id)) {
            glyphs[i].subset = (uint8_t)subset_count;
            hb_set_add(own, glyphs[i].id);
        }
    bool ok = true;
    if (!hb_set_is_empty(own)) {
        hb_set_add(own, 0); /* every font needs .notdef */
        ok = subset_cut(ctx->arena, face, own, FAST_LEVEL, &subsets[subset_count++]);
    }
    hb_set_destroy(own);
    if (!ok)
        ho_report(ctx, HO_MSG_NO_FONT, (struct ho_span){0}, NULL, face->path,
                  "it cannot be cut");
    face->font.subsets = subsets;
    face->font.subset_count = subset_count;
    return ok;
}

static bool finish_face(struct ho_ctx *ctx, struct ho_fonts *fonts, struct face *face,
                        unsigned what)
{
    size_t count = face->shown->used;
    struct ho_font_glyph *glyphs = list_glyphs(ctx, face);
    if (what & HO_FINISH_SUBSETS &&
        (!base_load(ctx, fonts, face) || !choose_subsets(ctx, face, glyphs, count)))
        return false;
    if (what & HO_FINISH_OUTLINES)
        draw_outlines(ctx, face, glyphs, count);
    face->font.used = glyphs;
    face->font.used_count = count;
    return true;
}

static void forget_last_pages(struct ho_fonts *fonts)
{
    for (size_t i = 0; i < fonts->faces.count; i++) {
        struct ho_font *font = &fonts->faces.items[i]->font;
        font->subsets = NULL;
        font->used = NULL;
        font->subset_count = font->used_count = 0;
    }
}

bool ho_fonts_finish(struct ho_ctx *ctx, struct ho_fonts *fonts,
                     const struct ho_pages *pages, unsigned what)
{
    bool ok = true;
    fonts->documents++;
    ho_memo_end(fonts->known);
    ho_memo_end(fonts->recent);
    words_end(fonts->words);
    forget_last_pages(fonts);
    ho_memo_end(fonts->pages);
    for (size_t p = 0; p < pages->pages.count; p++)
        shown_read(ctx, fonts, pages->pages.items[p]);
    for (size_t i = 0; i < fonts->faces.count; i++) {
        struct face *face = fonts->faces.items[i];
        if (face->shown && face->shown->used)
            ok &= finish_face(ctx, fonts, face, what);
    }
    return ok;
}
