/* door_priv.h — what goes through the door of image/ (base/module.h).
 * SPDX-License-Identifier: MIT */
#ifndef HO_IMAGE_DOOR_PRIV_H
#define HO_IMAGE_DOOR_PRIV_H

#include "base/module.h"
#include "image/image.h"

struct image_calls {
    bool (*read_art)(struct ho_ctx *ctx, const struct ho_source *source, bool is_grey,
                     const struct ho_art **out);
    bool (*make_code)(struct ho_ctx *ctx, const char *text, const struct ho_art **out);
    const char *(*libraries)(struct ho_arena *arena);
};

extern HO_MODULE const struct image_calls ho_module;

#endif
