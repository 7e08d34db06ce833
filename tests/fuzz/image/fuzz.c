/* Any bytes as a logo: PNG, JPEG or SVG, told apart by what they begin with. One that is read has all its pixels, or
 * paths that stand in its box.
 * SPDX-License-Identifier: MIT */
#include "fuzz/fuzz.h"
#include "image/image.h"

static void check_image(const struct ho_image *image)
{
    size_t area = (size_t)image->width * image->height;
    if (!area || image->pixels.length != area * (size_t)image->components ||
        (image->alpha.length && image->alpha.length != area))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const char *text = ho_strndup(ctx.arena, (const char *)data, size);
    const struct ho_source source = {.name = "logo", .text = text, .length = size};
    const struct ho_art *art;
    bool is_read = ho_art_read(&ctx, &source, size % 2 == 1, &art);
    check_messages(&ctx, is_read);
    if (is_read &&
        (!art->image == !art->drawing || !(art->width > 0 && art->height > 0)))
        abort();
    if (is_read && art->image)
        check_image(art->image);
    ho_arena_free(ctx.arena);
    return 0;
}
