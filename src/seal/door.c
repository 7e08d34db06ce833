/* SPDX-License-Identifier: MIT */
#include "seal/door_priv.h"

bool ho_seal(struct ho_ctx *ctx, struct ho_bytes pdf, const char *password,
             struct ho_bytes *out)
{
    const struct seal_calls *calls = ho_module_open(ctx, "seal");
    return calls && calls->seal(ctx, pdf, password, out);
}

bool ho_inspect(struct ho_ctx *ctx, const struct ho_source *file, const char *password,
                const struct ho_inspection **out)
{
    const struct seal_calls *calls = ho_module_open(ctx, "seal");
    return calls && calls->inspect(ctx, file, password, out);
}

bool ho_merge(struct ho_ctx *ctx, const char *folder, const char *const *files,
              size_t count, const char *duplex, int to)
{
    const struct seal_calls *calls = ho_module_open(ctx, "seal");
    return calls && calls->merge(ctx, folder, files, count, duplex, to);
}

const char *ho_seal_libraries(struct ho_arena *arena)
{
    struct ho_ctx ctx = {.arena = arena};
    const struct seal_calls *calls = ho_module_open(&ctx, "seal");
    return calls ? calls->libraries(arena) : "no qpdf";
}
