/* SPDX-License-Identifier: MIT */
#include "picture/paint_priv.h"

struct painter {
    struct ho_ctx *ctx;
    cairo_t *cairo;
    const struct ho_palette *palette;
};

static void report(struct ho_ctx *ctx, const char *what)
{
    ho_report(ctx, HO_MSG_INTERNAL, (struct ho_span){0}, NULL, "picture", what);
}

void ho_paint_report(struct ho_ctx *ctx, cairo_status_t status)
{
    report(ctx, cairo_status_to_string(status));
}

static void free_surface(cairo_surface_t **surface)
{
    cairo_surface_destroy(*surface);
}

static void free_pattern(cairo_pattern_t **pattern)
{
    cairo_pattern_destroy(*pattern);
}

static void set_colour(const struct painter *painter, enum ho_role role)
{
    float rgb[3];
    ho_palette_rgb(painter->palette, role, rgb);
    cairo_set_source_rgb(painter->cairo, rgb[0], rgb[1], rgb[2]);
}

static void add_path(cairo_t *cairo, const struct ho_path *path)
{
    const struct ho_point *p = path->points.items;
    for (size_t i = 0; i < path->ops.count; i++) {
        switch ((enum ho_path_op)path->ops.items[i]) {
        case HO_MOVE: cairo_move_to(cairo, p->x, p->y); break;
        case HO_LINE: cairo_line_to(cairo, p->x, p->y); break;
        case HO_CURVE:
            cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 2;
            break;
        case HO_CLOSE: cairo_close_path(cairo); continue; /* it takes no point */
        }
        p++;
    }
}

/* A unit of width is `line` units of the space that is drawn in. */
static void set_pen(cairo_t *cairo, const struct ho_paint *paint, double line)
{
    static const cairo_line_cap_t caps[] = {[HO_CAP_BUTT] = CAIRO_LINE_CAP_BUTT,
                                            [HO_CAP_ROUND] = CAIRO_LINE_CAP_ROUND,
                                            [HO_CAP_SQUARE] = CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {[HO_JOIN_MITER] = CAIRO_LINE_JOIN_MITER,
                                              [HO_JOIN_ROUND] = CAIRO_LINE_JOIN_ROUND,
                                              [HO_JOIN_BEVEL] = CAIRO_LINE_JOIN_BEVEL};
    const double dash[] = {paint->dash[0] * line, paint->dash[1] * line};
    bool is_dashed = dash[0] > 0 && dash[1] > 0;

    cairo_set_line_width(cairo, paint->width * line);
    cairo_set_line_cap(cairo, caps[paint->cap]);
    cairo_set_line_join(cairo, joins[paint->join]);
    cairo_set_dash(cairo, dash, is_dashed ? 2 : 0, 0);
}

static void paint_path(const struct painter *painter,
                       const struct ho_painted_path *painted, double line)
{
    cairo_t *cairo = painter->cairo;
    const struct ho_paint *paint = &painted->paint;

    cairo_new_path(cairo);
    add_path(cairo, painted->path);
    if (paint->fill != HO_PAINT_NONE) {
        set_colour(painter, paint->fill);
        cairo_set_fill_rule(cairo, paint->is_even_odd ? CAIRO_FILL_RULE_EVEN_ODD
                                                      : CAIRO_FILL_RULE_WINDING);
        cairo_fill_preserve(cairo);
    }
    if (paint->stroke != HO_PAINT_NONE) {
        set_colour(painter, paint->stroke);
        set_pen(cairo, paint, line);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

static void paint_drawing(const struct painter *painter,
                          const struct ho_drawing *drawing, struct ho_matrix m)
{
    double line = drawing->line > 0 ? drawing->line : 1;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, m.a, m.b, m.c, m.d, m.e, m.f);
    cairo_save(painter->cairo);
    cairo_transform(painter->cairo, &matrix);
    for (size_t i = 0; i < drawing->paths.count; i++)
        paint_path(painter, &drawing->paths.items[i], line);
    cairo_restore(painter->cairo);
}

/* Spaces and characters that only steer: a run of these may leave no mark. */
static bool is_blank(uint32_t c)
{
    return c <= 0x20 || c == 0xA0 || c == 0xAD || c == 0x34F || c == 0x61C ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

static bool is_all_blank(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end)
        if (!is_blank(ho_utf8_next(&text, end)))
            return false;
    return true;
}

static void add_outline(cairo_t *cairo, const struct ho_glyphs *run,
                        const struct ho_glyph *glyph, const struct ho_path *outline)
{
    double scale = run->size / 1000;
    cairo_save(cairo);
    cairo_translate(cairo, run->x + glyph->x, run->y + glyph->y);
    cairo_scale(cairo, scale, -scale); /* outlines have y up */
    add_path(cairo, outline);
    cairo_restore(cairo);
}

/* A word that would silently stay white is worse than no picture at all: hence both
 * refusals. */
static bool paint_glyphs(const struct painter *painter, const struct ho_glyphs *run)
{
    cairo_t *cairo = painter->cairo;
    bool has_outline = false;

    cairo_new_path(cairo);
    for (size_t i = 0; i < run->count; i++) {
        const struct ho_font_glyph *glyph =
            ho_font_glyph_find(run->font, run->glyphs[i].id);
        if (!glyph) {
            report(painter->ctx, "a glyph is not among those of its font");
            return false;
        }
        if (!glyph->outline)
            continue;
        has_outline = true;
        add_outline(cairo, run, &run->glyphs[i], glyph->outline);
    }
    if (!has_outline && run->count && !is_all_blank(run->text)) {
        report(painter->ctx, "the font has no outlines");
        return false;
    }
    if (run->paint != HO_PAINT_NONE) {
        set_colour(painter, run->paint);
        cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
        cairo_fill(cairo);
    }
    cairo_new_path(cairo);
    return true;
}

static uint32_t premultiply(uint32_t component, uint32_t alpha)
{
    return (component * alpha + 127) / 255;
}

static void copy_pixels(const struct ho_image *image, cairo_surface_t *surface)
{
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    unsigned char *rows = cairo_image_surface_get_data(surface);
    const unsigned char *from = image->pixels.data;
    size_t step = image->components == 3 ? 1 : 0;

    cairo_surface_flush(surface);
    for (size_t y = 0; y < image->height; y++) {
        for (size_t x = 0; x < image->width; x++, from += image->components) {
            uint32_t alpha =
                image->alpha.length ? image->alpha.data[y * image->width + x] : 255;
            uint32_t pixel = alpha << 24 | premultiply(from[0], alpha) << 16 |
                             premultiply(from[step], alpha) << 8 |
                             premultiply(from[2 * step], alpha);
            memcpy(rows + y * stride + x * sizeof pixel, &pixel, sizeof pixel);
        }
    }
    cairo_surface_mark_dirty(surface);
}

static bool paint_image(const struct painter *painter, const struct ho_image *image,
                        struct ho_rect box)
{
    HO_AUTO(cairo_surface_t *, free_surface)
    surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)image->width,
                                         (int)image->height);
    if (cairo_surface_status(surface)) {
        ho_paint_report(painter->ctx, cairo_surface_status(surface));
        return false;
    }
    copy_pixels(image, surface);
    HO_AUTO(cairo_pattern_t *, free_pattern)
    pattern = cairo_pattern_create_for_surface(surface);
    cairo_matrix_t matrix; /* from the page to the pixels */
    cairo_matrix_init_scale(&matrix, image->width / box.width,
                            image->height / box.height);
    cairo_matrix_translate(&matrix, -box.x, -box.y);
    cairo_pattern_set_matrix(pattern, &matrix);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD); /* else the edges fade out */
    cairo_set_source(painter->cairo, pattern);
    cairo_rectangle(painter->cairo, box.x, box.y, box.width, box.height);
    cairo_fill(painter->cairo);
    return true;
}

static bool paint_item(const struct painter *painter, const struct ho_item *item);

static bool paint_placed(const struct painter *painter, const struct ho_page *page,
                         struct ho_matrix m)
{
    bool ok = true;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, m.a, m.b, m.c, m.d, m.e, m.f);
    cairo_save(painter->cairo);
    cairo_transform(painter->cairo, &matrix);
    cairo_new_path(painter->cairo);
    cairo_rectangle(painter->cairo, page->bleed.x, page->bleed.y, page->bleed.width,
                    page->bleed.height);
    cairo_clip(painter->cairo);
    for (size_t i = 0; ok && i < page->items.count; i++)
        ok = paint_item(painter, &page->items.items[i]);
    cairo_restore(painter->cairo);
    return ok;
}

static bool paint_item(const struct painter *painter, const struct ho_item *item)
{
    switch (item->kind) {
    case HO_ITEM_GLYPHS: return paint_glyphs(painter, &item->as.glyphs);
    case HO_ITEM_PATH: paint_path(painter, &item->as.path, 1); break;
    case HO_ITEM_IMAGE:
        return paint_image(painter, item->as.image.image, item->as.image.box);
    case HO_ITEM_DRAWING:
        paint_drawing(painter, item->as.drawing.drawing, item->as.drawing.matrix);
        break;
    case HO_ITEM_PLACED:
        return paint_placed(painter, item->as.placed.page, item->as.placed.matrix);
    case HO_ITEM_LINK:
    case HO_ITEM_ANCHOR:
    case HO_ITEM_TAG_BEGIN:
    case HO_ITEM_TAG_END: break;
    }
    return true;
}

bool ho_paint_page(struct ho_ctx *ctx, cairo_t *cairo, const struct ho_pages *pages,
                   const struct ho_page *page)
{
    struct painter painter = {ctx, cairo, pages->palette};
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_GOOD);
    cairo_set_miter_limit(cairo, 10);
    cairo_set_tolerance(cairo, 0.1);
    for (size_t i = 0; i < page->items.count; i++)
        if (!paint_item(&painter, &page->items.items[i]))
            return false;
    if (cairo_status(cairo)) {
        ho_paint_report(ctx, cairo_status(cairo));
        return false;
    }
    return true;
}
