/* SPDX-License-Identifier: MIT */
#include "mail/door_priv.h"

bool ho_mail_write(struct ho_ctx *ctx, const struct ho_mail *mail, struct ho_bytes *out)
{
    const struct mail_calls *calls = ho_module_open(ctx, "mail");
    return calls && calls->write(ctx, mail, out);
}

bool ho_mail_is_address(struct ho_ctx *ctx, const char *text)
{
    const struct mail_calls *calls = ho_module_open(ctx, "mail");
    return calls && calls->is_address(ctx, text);
}

const char *ho_mail_libraries(struct ho_arena *arena)
{
    struct ho_ctx ctx = {.arena = arena};
    const struct mail_calls *calls = ho_module_open(&ctx, "mail");
    return calls ? calls->libraries(arena) : "no GMime";
}
