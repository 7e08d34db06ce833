/* image.h — the pictures that a clinic brings (PNG, JPEG, SVG), and codes to scan: pixels or paths.
 * In: a file, or a text.  Out: struct ho_art, struct ho_drawing, in ctx->arena.  For job/ and layout/.
 * The only stage that sees libjpeg, librsvg and libqrencode; PNG is read by cairo.
 * SPDX-License-Identifier: MIT */
#ifndef HO_IMAGE_IMAGE_H
#define HO_IMAGE_IMAGE_H

#include "base/diag.h"
#include "page/art.h"

/* No picture may have more pixels: a logo 60 mm wide at 600 dpi has 1,417 columns. */
#define HO_IMAGE_LIMIT 25000000

/* Reads a PNG, a JPEG or an SVG; what it is, its bytes say, not its name. Pixels come out with 8 bits a component,
 * grey if they have no colour or `is_grey`, with alpha if any is not opaque; a JPEG, turned as its EXIF data say.
 * An SVG of paths and solid paint comes out as paths; one that needs more is drawn by librsvg as pixels, with a
 * warning. What is broken, too large, in CMYK or nothing of the three is reported, once. */
bool ho_art_read(struct ho_ctx *ctx, const struct ho_source *source, bool is_grey,
                 const struct ho_art **out) __attribute__((__warn_unused_result__));

/* A code to scan that says `text`, in modules, with its quiet zone; for texts of 300 bytes at most. */
bool ho_code_make(struct ho_ctx *ctx, const char *text, const struct ho_art **out)
    __attribute__((__warn_unused_result__));

/* Names and versions of the libraries behind this stage, for --version. */
const char *ho_image_libraries(struct ho_arena *arena);

#endif
