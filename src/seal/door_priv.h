/* door_priv.h — what goes through the door of seal/ (base/module.h).
 * SPDX-License-Identifier: MIT */
#ifndef HO_SEAL_DOOR_PRIV_H
#define HO_SEAL_DOOR_PRIV_H

#include "base/module.h"
#include "seal/inspect.h"
#include "seal/merge.h"
#include "seal/seal.h"

struct seal_calls {
    bool (*seal)(struct ho_ctx *ctx, struct ho_bytes pdf, const char *password,
                 struct ho_bytes *out);
    bool (*inspect)(struct ho_ctx *ctx, const struct ho_source *file,
                    const char *password, const struct ho_inspection **out);
    bool (*merge)(struct ho_ctx *ctx, const char *folder, const char *const *files,
                  size_t count, const char *duplex, int to);
    const char *(*libraries)(struct ho_arena *arena);
};

extern HO_MODULE const struct seal_calls ho_module;

#endif
