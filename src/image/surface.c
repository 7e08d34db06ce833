/* SPDX-License-Identifier: MIT */
#include "image/surface_priv.h"

#include <math.h>
#include <string.h>

static void free_cairo(cairo_t **cairo)
{
    cairo_destroy(*cairo);
}

/* A copy in one known format, and no larger than print can show: 2,400 pixels are 1,000 dpi on 60 mm. */
static cairo_surface_t *copy_surface(cairo_surface_t *from)
{
    enum { MOST = 2400 };
    int width = cairo_image_surface_get_width(from),
        height = cairo_image_surface_get_height(from);
    double scale = fmin(1, (double)MOST / (width > height ? width : height));
    int columns = (int)fmax(1, round(width * scale)),
        rows = (int)fmax(1, round(height * scale));
    cairo_surface_t *copy =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows);
    HO_AUTO(cairo_t *, free_cairo) cairo = cairo_create(copy);
    cairo_scale(cairo, (double)columns / width, (double)rows / height);
    cairo_set_source_surface(cairo, from, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(cairo),
                             scale < 1 ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    cairo_paint(cairo);
    cairo_surface_flush(copy);
    return copy;
}

static unsigned char divide(uint32_t component, uint32_t alpha)
{
    uint32_t whole = alpha ? (component * 255 + alpha / 2) / alpha : 255;
    return (unsigned char)(whole > 255 ? 255 : whole);
}

bool take_pixels(struct ho_ctx *ctx, const struct ho_source *source,
                 cairo_surface_t *surface, struct ho_image *out)
{
    HO_AUTO(cairo_surface_t *, free_surface) copy = copy_surface(surface);
    if (cairo_surface_status(copy))
        return refuse(ctx, source, cairo_status_to_string(cairo_surface_status(copy)));
    size_t width = (size_t)cairo_image_surface_get_width(copy),
           height = (size_t)cairo_image_surface_get_height(copy),
           stride = (size_t)cairo_image_surface_get_stride(copy);
    const unsigned char *rows = cairo_image_surface_get_data(copy);
    unsigned char *rgb = ho_alloc_array(ctx->arena, width * height, 3, 1),
                  *alpha = ho_alloc(ctx->arena, width * height, 1);
    bool is_opaque = true;
    for (size_t i = 0; i < width * height; i++) {
        uint32_t pixel;
        memcpy(&pixel, rows + i / width * stride + i % width * sizeof pixel,
               sizeof pixel);
        alpha[i] = (unsigned char)(pixel >> 24);
        is_opaque &= alpha[i] == 255;
        for (int c = 0; c < 3; c++)
            rgb[3 * i + (size_t)c] = divide(pixel >> (16 - 8 * c) & 0xFF, alpha[i]);
    }
    *out = (struct ho_image){.width = (uint32_t)width,
                             .height = (uint32_t)height,
                             .components = 3,
                             .pixels = {rgb, 3 * width * height}};
    if (!is_opaque)
        out->alpha = (struct ho_bytes){alpha, width * height};
    return true;
}
