/* surface_priv.h — from a surface of cairo to pixels of ours.
 * SPDX-License-Identifier: MIT */
#ifndef HO_IMAGE_SURFACE_PRIV_H
#define HO_IMAGE_SURFACE_PRIV_H

#include <cairo.h>

#include "image/image_priv.h"

static inline void free_surface(cairo_surface_t **surface)
{
    cairo_surface_destroy(*surface);
}

/* Copies its pixels as RGB, with alpha if any is not opaque. */
bool take_pixels(struct ho_ctx *ctx, const struct ho_source *source,
                 cairo_surface_t *surface, struct ho_image *out)
    __attribute__((__warn_unused_result__));

#endif
