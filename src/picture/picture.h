/* picture.h — one page becomes a PNG or an SVG: the second reader of the waist, through cairo.
 * Glyphs are drawn from the outlines of struct ho_font, so no font library is needed.
 * In: struct ho_pages with outlines.  Out: bytes in ctx->arena. For job/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PICTURE_PICTURE_H
#define HO_PICTURE_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "page/page.h"

/* Draws page `index` (0-based) at `dpi` on white. Fails only if cairo refuses (HO_MSG_INTERNAL). */
bool ho_picture_png(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                    double dpi, struct ho_bytes *out)
    __attribute__((__warn_unused_result__));
bool ho_picture_svg(struct ho_ctx *ctx, const struct ho_pages *pages, size_t index,
                    struct ho_bytes *out) __attribute__((__warn_unused_result__));

/* Names and versions of the libraries behind this stage, for --version. */
const char *ho_picture_libraries(struct ho_arena *arena);

#endif
