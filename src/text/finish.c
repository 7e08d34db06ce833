/* After layout: each font that the pages show becomes plain data for the writers.
 * SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "text/words_priv.h"

/* A text that a glyph stands for, and how often it does. */
struct reading {
    struct reading *next;
    const char *text;
    size_t length, times;
};

struct use {
    struct reading *readings; /* NULL: the glyph is not used */
};

struct face_use {
    struct face *face;
    struct use *glyphs; /* by id */
    uint32_t glyph_count;
};

/* ---- what stands on the pages ---- */

static void count_reading(struct ho_ctx *ctx, struct use *use, const char *text,
                          size_t length)
{
    struct reading **link = &use->readings;
    for (; *link; link = &(*link)->next)
        if ((*link)->length == length && memcmp((*link)->text, text, length) == 0) {
            (*link)->times++;
            return;
        }
    *link = ho_new(ctx->arena, struct reading);
    **link = (struct reading){
        .text = ho_strndup(ctx->arena, text, length), .length = length, .times = 1};
}

/* Where the text of glyph `i` ends: where that of the next cluster in logical order begins, or the run's. Glyphs stand
 * in visual order, so that is the next other one to the right, or to the left if the run is right to left. */
static size_t cluster_end(const struct ho_glyphs *run, size_t i, size_t length)
{
    uint32_t start = run->glyphs[i].cluster;
    if (run->is_rtl) {
        while (i > 0 && run->glyphs[i].cluster == start)
            i--;
    } else {
        while (i + 1 < run->count && run->glyphs[i].cluster == start)
            i++;
    }
    return run->glyphs[i].cluster > start ? run->glyphs[i].cluster : length;
}

/* The text of one glyph of a cluster: all of it if the glyph is alone, else the
 * character that the font maps to it, else all of it (the writer then says what the
 * cluster means as a whole). */
static void read_glyph(struct ho_ctx *ctx, const struct face *face,
                       const struct ho_glyphs *run, size_t i, size_t length,
                       struct use *use)
{
    size_t start = run->glyphs[i].cluster, end = cluster_end(run, i, length);
    bool is_alone = (i == 0 || run->glyphs[i - 1].cluster != start) &&
                    (i + 1 == run->count || run->glyphs[i + 1].cluster != start);
    for (const char *s = run->text + start, *stop = run->text + end;
         !is_alone && s < stop;) {
        const char *from = s;
        hb_codepoint_t glyph, c = ho_utf8_next(&s, stop);
        if (hb_font_get_nominal_glyph(face->unscaled, c, &glyph) &&
            glyph == run->glyphs[i].id) {
            count_reading(ctx, use, from, (size_t)(s - from));
            return;
        }
    }
    count_reading(ctx, use, run->text + start, end - start);
}

static struct face_use *use_of(const struct ho_fonts *fonts, struct face_use *uses,
                               const struct ho_font *font)
{
    for (size_t i = 0; i < fonts->faces.count; i++)
        if (&fonts->faces.items[i]->font == font)
            return &uses[i];
    assert(!"a run in a font of another set");
    return NULL;
}

static void read_run(struct ho_ctx *ctx, const struct ho_fonts *fonts,
                     struct face_use *uses, const struct ho_glyphs *run)
{
    struct face_use *use = use_of(fonts, uses, run->font);
    size_t length = strlen(run->text);
    if (!use->glyphs) {
        use->glyph_count = hb_face_get_glyph_count(use->face->hb);
        use->glyphs = ho_new_array(ctx->arena, struct use, use->glyph_count);
    }
    for (size_t i = 0; i < run->count; i++) {
        assert(run->glyphs[i].id < use->glyph_count);
        read_glyph(ctx, use->face, run, i, length, &use->glyphs[run->glyphs[i].id]);
    }
}

static void read_page(struct ho_ctx *ctx, const struct ho_fonts *fonts,
                      struct face_use *uses, const struct ho_page *page)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind == HO_ITEM_GLYPHS)
            read_run(ctx, fonts, uses, &item->as.glyphs);
        else if (item->kind == HO_ITEM_PLACED)
            read_page(ctx, fonts, uses, item->as.placed.page);
    }
}

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

static const char *best_reading(const struct reading *readings)
{
    const struct reading *best = readings;
    for (const struct reading *other = readings; other; other = other->next)
        if (other->times > best->times)
            best = other;
    return best->text;
}

static struct ho_font_glyph *list_glyphs(struct ho_ctx *ctx, const struct face_use *use,
                                         size_t *count)
{
    size_t used = 0;
    for (uint32_t id = 0; id < use->glyph_count; id++)
        used += use->glyphs[id].readings != NULL;
    struct ho_font_glyph *glyphs = ho_new_array(ctx->arena, struct ho_font_glyph, used);
    double scale = 1000.0 / use->face->font.units_per_em;
    *count = 0;
    for (uint32_t id = 0; id < use->glyph_count; id++)
        if (use->glyphs[id].readings)
            glyphs[(*count)++] = (struct ho_font_glyph){
                .id = id,
                .advance = hb_font_get_glyph_h_advance(use->face->unscaled, id) * scale,
                .to_unicode = best_reading(use->glyphs[id].readings)};
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

static bool finish_face(struct ho_ctx *ctx, struct ho_fonts *fonts,
                        const struct face_use *use, unsigned what)
{
    struct face *face = use->face;
    size_t count;
    struct ho_font_glyph *glyphs = list_glyphs(ctx, use, &count);
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
    struct face_use *uses =
        ho_new_array(ctx->arena, struct face_use, fonts->faces.count);
    bool ok = true;
    ho_memo_end(fonts->known);
    ho_memo_end(fonts->recent);
    words_end(fonts->words);
    forget_last_pages(fonts);
    for (size_t i = 0; i < fonts->faces.count; i++)
        uses[i].face = fonts->faces.items[i];
    for (size_t p = 0; p < pages->pages.count; p++)
        read_page(ctx, fonts, uses, pages->pages.items[p]);
    for (size_t i = 0; i < fonts->faces.count; i++)
        if (uses[i].glyphs)
            ok &= finish_face(ctx, fonts, &uses[i], what);
    return ok;
}
