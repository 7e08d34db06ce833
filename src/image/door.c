/* SPDX-License-Identifier: MIT */
#include "image/door_priv.h"

bool ho_art_read(struct ho_ctx *ctx, const struct ho_source *source, bool is_grey,
                 const struct ho_art **out)
{
    const struct image_calls *calls = ho_module_open(ctx, "image");
    return calls && calls->read_art(ctx, source, is_grey, out);
}

bool ho_code_make(struct ho_ctx *ctx, const char *text, const struct ho_art **out)
{
    const struct image_calls *calls = ho_module_open(ctx, "image");
    return calls && calls->make_code(ctx, text, out);
}

const char *ho_image_libraries(struct ho_arena *arena)
{
    struct ho_ctx ctx = {.arena = arena};
    const struct image_calls *calls = ho_module_open(&ctx, "image");
    return calls ? calls->libraries(arena) : "no libjpeg";
}
