/* image_priv.h — what the readers of one kind of file share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_IMAGE_IMAGE_PRIV_H
#define HO_IMAGE_IMAGE_PRIV_H

#include "image/image.h"

/* Reports, and returns false. */
bool refuse(struct ho_ctx *ctx, const struct ho_source *source, const char *fault);
/* Whether a picture of that size may be read; else it is reported. */
bool has_size(struct ho_ctx *ctx, const struct ho_source *source, double width,
              double height);

/* Each reads one kind; `*out` has all its pixels, no id, and may still be grey in three components. */
bool read_png(struct ho_ctx *ctx, const struct ho_source *source, struct ho_image *out)
    __attribute__((__warn_unused_result__));
bool read_jpeg(struct ho_ctx *ctx, const struct ho_source *source, struct ho_image *out)
    __attribute__((__warn_unused_result__));

/* Either `art` gets paths, or `*image` the pixels of a drawing that needs librsvg. */
bool read_svg(struct ho_ctx *ctx, const struct ho_source *source, struct ho_art *art,
              struct ho_image *image) __attribute__((__warn_unused_result__));

const char *jpeg_version(struct ho_arena *arena);
const char *code_version(struct ho_arena *arena);

#endif
