/* SPDX-License-Identifier: MIT */
#include "picture/picture.h"

#include <assert.h>
#include <cairo-svg.h>
#include <math.h>

#include "picture/ids_priv.h"
#include "picture/paint_priv.h"

static void free_surface(cairo_surface_t **surface)
{
    cairo_surface_destroy(*surface);
}

static void free_cairo(cairo_t **cairo)
{
    cairo_destroy(*cairo);
}

static cairo_status_t take_bytes(void *closure, const unsigned char *data,
                                 unsigned length)
{
    ho_text_add_bytes(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool check(struct ho_ctx *ctx, cairo_status_t status)
{
    if (status)
        ho_paint_report(ctx, status);
    return !status;
}

/* White paper, then the page. No clip: the surface ends where the media box does. */
static bool draw_page(struct ho_ctx *ctx, cairo_surface_t *surface,
                      const struct ho_pages *pages, size_t index, double scale)
{
    const struct ho_page *page = pages->pages.items[index];
    HO_AUTO(cairo_t *, free_cairo) cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    cairo_translate(cairo, -page->media.x, -page->media.y);
    return ho_paint_page(ctx, cairo, pages, page);
}

static struct ho_bytes end_bytes(struct ho_text *text)
{
    size_t length = text->count;
    return (struct ho_bytes){(const unsigned char *)ho_text_end(text), length};
}

static int count_pixels(ho_pt length, double scale)
{
    const double most = 32767; /* cairo's limit: it refuses one more in clear words */
    return (int)fmax(1, fmin(ceil(length * scale - 1e-6), most + 1));
}

bool ho_picture_png(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                    double dpi, struct ho_bytes *out)
{
    assert(index < pages->pages.count && pages->palette && dpi > 0 && isfinite(dpi));
    struct ho_rect media = pages->pages.items[index]->media;
    double scale = dpi / 72;
    struct ho_text text = {.arena = ctx->arena};
    HO_AUTO(cairo_surface_t *, free_surface)
    surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, count_pixels(media.width, scale),
                                   count_pixels(media.height, scale));
    if (!check(ctx, cairo_surface_status(surface)) ||
        !draw_page(ctx, surface, pages, index, scale) ||
        !check(ctx, cairo_surface_write_to_png_stream(surface, take_bytes, &text)))
        return false;
    *out = end_bytes(&text);
    return true;
}

bool ho_picture_svg(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                    struct ho_bytes *out)
{
    assert(index < pages->pages.count && pages->palette);
    struct ho_rect media = pages->pages.items[index]->media;
    struct ho_text text = {.arena = ctx->arena};
    HO_AUTO(cairo_surface_t *, free_surface)
    surface = cairo_svg_surface_create_for_stream(take_bytes, &text, media.width,
                                                  media.height);
    if (!check(ctx, cairo_surface_status(surface)))
        return false;
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT);
    if (!draw_page(ctx, surface, pages, index, 1))
        return false;
    cairo_surface_finish(surface);
    if (!check(ctx, cairo_surface_status(surface)))
        return false;
    *out = ho_ids_renumber(ctx->arena, end_bytes(&text));
    return true;
}

const char *ho_picture_libraries(struct ho_arena *arena)
{
    return ho_format(arena, "cairo %s", cairo_version_string());
}
