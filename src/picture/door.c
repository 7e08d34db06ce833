/* SPDX-License-Identifier: MIT */
#include "picture/door_priv.h"

bool ho_picture_png(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                    double dpi, struct ho_bytes *out)
{
    const struct picture_calls *calls = ho_module_open(ctx, "picture");
    return calls && calls->png(ctx, pages, index, dpi, out);
}

bool ho_picture_svg(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                    struct ho_bytes *out)
{
    const struct picture_calls *calls = ho_module_open(ctx, "picture");
    return calls && calls->svg(ctx, pages, index, out);
}

const char *ho_picture_libraries(struct ho_arena *arena)
{
    struct ho_ctx ctx = {.arena = arena};
    const struct picture_calls *calls = ho_module_open(&ctx, "picture");
    return calls ? calls->libraries(arena) : "no cairo";
}
