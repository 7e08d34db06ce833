/* door_priv.h — what goes through the door of mail/ (base/module.h).
 * SPDX-License-Identifier: MIT */
#ifndef HO_MAIL_DOOR_PRIV_H
#define HO_MAIL_DOOR_PRIV_H

#include "base/module.h"
#include "mail/mail.h"

struct mail_calls {
    bool (*write)(struct ho_ctx *ctx, const struct ho_mail *mail, struct ho_bytes *out);
    bool (*is_address)(struct ho_ctx *ctx, const char *text);
    const char *(*libraries)(struct ho_arena *arena);
};

extern HO_MODULE const struct mail_calls ho_module;

#endif
