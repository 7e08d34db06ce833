/* PNG by cairo: of any depth, with or without a palette, interlaced or not; of an animated one the first picture.
 * SPDX-License-Identifier: MIT */
#include <cairo.h>
#include <string.h>

#include "image/image_priv.h"
#include "image/surface_priv.h"

struct stream {
    const unsigned char *bytes;
    size_t length;
    size_t at;
};

static cairo_status_t give_bytes(void *closure, unsigned char *data, unsigned length)
{
    struct stream *stream = closure;
    if (length > stream->length - stream->at)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, stream->bytes + stream->at, length);
    stream->at += length;
    return CAIRO_STATUS_SUCCESS;
}

/* Four bytes, the highest first. */
static uint32_t number_at(const struct ho_source *source, size_t offset)
{
    const unsigned char *b = (const unsigned char *)source->text + offset;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

enum {
    SIGNATURE = 8, /* before the first chunk (PNG 5.2) */
    CHUNK = 12,    /* length, type and CRC of a chunk, around its data (PNG 5.3) */
    HEADER = 13,   /* data of IHDR (PNG 11.2.2) */
};

/* The size is read before cairo takes the memory for it: the first chunk is IHDR. */
static bool check_header(struct ho_ctx *ctx, const struct ho_source *source)
{
    size_t data = SIGNATURE + 8;
    if (source->length < SIGNATURE + CHUNK + HEADER ||
        number_at(source, SIGNATURE) != HEADER ||
        memcmp(source->text + SIGNATURE + 4, "IHDR", 4) != 0)
        return refuse(ctx, source, "the PNG has no header");
    return has_size(ctx, source, number_at(source, data), number_at(source, data + 4));
}

/* Critical chunks begin with a capital (PNG 5.4); of the others, the transparent colours alone change the picture. */
static bool makes_picture(const char *type)
{
    return !(type[0] & 0x20) || memcmp(type, "tRNS", 4) == 0;
}

/* The chunks that make the picture, in the arena. Texts, profiles and the like stay away from the decoder, which would
 * take as much memory for them as they claim to need; false if a chunk claims more than the file has. */
static bool keep_picture(struct ho_arena *arena, const struct ho_source *source,
                         struct stream *out)
{
    unsigned char *kept = ho_alloc_unset(arena, source->length, 1);
    size_t at = SIGNATURE, length = SIGNATURE;
    memcpy(kept, source->text, SIGNATURE);
    while (source->length - at >= CHUNK) {
        const char *chunk = source->text + at;
        size_t data = number_at(source, at);
        if (data > source->length - at - CHUNK)
            return false;
        if (makes_picture(chunk + 4)) {
            memcpy(kept + length, chunk, CHUNK + data);
            length += CHUNK + data;
        }
        at += CHUNK + data;
    }
    *out = (struct stream){kept, length, 0};
    return true;
}

bool read_png(struct ho_ctx *ctx, const struct ho_source *source, struct ho_image *out)
{
    static const char *const short_file = "the PNG ends too early, or is damaged";
    struct stream stream;
    if (!check_header(ctx, source))
        return false;
    if (!keep_picture(ctx->arena, source, &stream))
        return refuse(ctx, source, short_file);
    HO_AUTO(cairo_surface_t *, free_surface)
    surface = cairo_image_surface_create_from_png_stream(give_bytes, &stream);
    cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_READ_ERROR)
        return refuse(ctx, source, short_file);
    if (status)
        return refuse(ctx, source, "the PNG is damaged");
    return take_pixels(ctx, source, surface, out);
}
