/* PNG by cairo: of any depth, with or without a palette, interlaced or not; of an animated one the first picture.
 * SPDX-License-Identifier: MIT */
#include <cairo.h>
#include <string.h>

#include "image/image_priv.h"
#include "image/surface_priv.h"

struct stream {
    const struct ho_source *source;
    size_t at;
};

static cairo_status_t give_bytes(void *closure, unsigned char *data, unsigned length)
{
    struct stream *stream = closure;
    if (length > stream->source->length - stream->at)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, stream->source->text + stream->at, length);
    stream->at += length;
    return CAIRO_STATUS_SUCCESS;
}

/* Four bytes, the highest first. */
static uint32_t number_at(const struct ho_source *source, size_t offset)
{
    const unsigned char *b = (const unsigned char *)source->text + offset;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* The size is read before cairo takes the memory for it: the first chunk is IHDR (PNG 11.2.2). */
static bool check_header(struct ho_ctx *ctx, const struct ho_source *source)
{
    enum { WIDTH = 16, HEIGHT = 20, END = 33 };
    if (source->length < END || number_at(source, 8) != 13 ||
        memcmp(source->text + 12, "IHDR", 4) != 0)
        return refuse(ctx, source, "the PNG has no header");
    return has_size(ctx, source, number_at(source, WIDTH), number_at(source, HEIGHT));
}

bool read_png(struct ho_ctx *ctx, const struct ho_source *source, struct ho_image *out)
{
    struct stream stream = {source, 0};
    if (!check_header(ctx, source))
        return false;
    HO_AUTO(cairo_surface_t *, free_surface)
    surface = cairo_image_surface_create_from_png_stream(give_bytes, &stream);
    cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_READ_ERROR)
        return refuse(ctx, source, "the PNG ends too early, or is damaged");
    if (status)
        return refuse(ctx, source, "the PNG is damaged");
    return take_pixels(ctx, source, surface, out);
}
