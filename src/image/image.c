/* Which kind of file it is; and what all pixels have in common.
 * SPDX-License-Identifier: MIT */
#include "image/image_priv.h"

#include <cairo.h>
#include <string.h>

bool refuse(struct ho_ctx *ctx, const struct ho_source *source, const char *fault)
{
    ho_report(ctx, HO_MSG_IMAGE_BROKEN, ho_source_whole(source),
              "open it in a drawing program, and save it again", fault);
    return false;
}

bool has_size(struct ho_ctx *ctx, const struct ho_source *source, double width,
              double height)
{
    const double side = 32767; /* cairo's own limit */
    struct ho_arena *arena = ctx->arena;
    if (width >= 1 && height >= 1 && width <= side && height <= side &&
        width * height <= HO_IMAGE_LIMIT)
        return true;
    if (width < 1 || height < 1)
        return refuse(ctx, source, "it has no width or no height");
    ho_report(ctx, HO_MSG_IMAGE_LARGE, ho_source_whole(source),
              "make it smaller: 1,500 pixels across print sharp",
              ho_format(arena, "%lu", (unsigned long)width),
              ho_format(arena, "%lu", (unsigned long)height));
    return false;
}

static bool begins_with(const struct ho_source *source, const char *bytes,
                        size_t length)
{
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

static bool is_svg(const struct ho_source *source)
{
    const char *end = source->text + source->length, *c = source->text;
    if (begins_with(source, "\xEF\xBB\xBF", 3))
        c += 3;
    while (c < end && strchr(" \t\r\n", *c))
        c++;
    return c < end && *c == '<';
}

/* What people take for a logo, but a printer does not. */
static const char *name_kind(const struct ho_source *source)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *name;
    } kinds[] = {
        {"GIF8", 4, "a GIF file"},       {"RIFF", 4, "a WebP file"},
        {"%PDF", 4, "a PDF file"},       {"%!PS", 4, "a PostScript file"},
        {"II*\0", 4, "a TIFF file"},     {"MM\0*", 4, "a TIFF file"},
        {"BM", 2, "a BMP file"},         {"\0\0\1\0", 4, "an ICO file"},
        {"8BPS", 4, "a Photoshop file"}, {"PK", 2, "an archive or an office file"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins_with(source, kinds[i].bytes, kinds[i].length))
            return kinds[i].name;
    return source->length ? "of another kind" : "an empty file";
}

/* Red, green and blue alike everywhere: one of them says it all. */
static bool is_colourless(const struct ho_image *image)
{
    const unsigned char *rgb = image->pixels.data;
    for (size_t i = 0; i < image->pixels.length; i += 3)
        if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2])
            return false;
    return true;
}

/* By the luma of sRGB as ITU-R BT.709 weighs it; exact where all three are alike. */
static void make_grey(struct ho_arena *arena, struct ho_image *image)
{
    size_t count = (size_t)image->width * image->height;
    const unsigned char *rgb = image->pixels.data;
    unsigned char *grey = ho_alloc(arena, count, 1);
    for (size_t i = 0; i < count; i++, rgb += 3)
        grey[i] =
            (unsigned char)((2126U * rgb[0] + 7152U * rgb[1] + 722U * rgb[2] + 5000) /
                            10000);
    image->pixels = (struct ho_bytes){grey, count};
    image->components = 1;
    image->jpeg = (struct ho_bytes){0}; /* it is in colour */
}

static void take_image(struct ho_arena *arena, struct ho_image *image, bool is_grey,
                       struct ho_art *art)
{
    bool is_colour = image->components == 3;
    image->id = "logo";
    if (is_colour && (is_grey || (!image->jpeg.length && is_colourless(image))))
        make_grey(arena, image);
    art->width = image->width;
    art->height = image->height;
    art->image = image;
}

bool ho_art_read(struct ho_ctx *ctx, const struct ho_source *source, bool is_grey,
                 const struct ho_art **out)
{
    struct ho_image *image = ho_new(ctx->arena, struct ho_image);
    struct ho_art *art = ho_new(ctx->arena, struct ho_art);
    bool ok;
    if (begins_with(source, "\x89PNG\r\n\x1A\n", 8)) {
        ok = read_png(ctx, source, image);
    } else if (begins_with(source, "\xFF\xD8\xFF", 3)) {
        ok = read_jpeg(ctx, source, image);
    } else if (is_svg(source)) {
        ok = read_svg(ctx, source, art, image);
    } else {
        ho_report(ctx, HO_MSG_IMAGE_KIND, ho_source_whole(source),
                  "export it as SVG, or as PNG with 1,500 pixels across",
                  name_kind(source));
        return false;
    }
    if (!ok)
        return false;
    if (!art->drawing)
        take_image(ctx->arena, image, is_grey, art);
    *out = art;
    return true;
}

const char *ho_image_libraries(struct ho_arena *arena)
{
    return ho_format(arena, "%s, %s", jpeg_version(arena), code_version(arena));
}
