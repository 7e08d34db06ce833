/* door_priv.h — what goes through the door of picture/ (base/module.h).
 * SPDX-License-Identifier: MIT */
#ifndef HO_PICTURE_DOOR_PRIV_H
#define HO_PICTURE_DOOR_PRIV_H

#include "base/module.h"
#include "picture/picture.h"

struct picture_calls {
    bool (*png)(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                double dpi, struct ho_bytes *out);
    bool (*svg)(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                struct ho_bytes *out);
    const char *(*libraries)(struct ho_arena *arena);
};

extern HO_MODULE const struct picture_calls ho_module;

#endif
