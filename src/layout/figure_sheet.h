/* figure_sheet.h — figures by themselves: one on a page of its own size, or many with their names.
 * In: named pictures.  Out: struct ho_pages in ctx->arena, without generator and date. For job/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_FIGURE_SHEET_H
#define HO_LAYOUT_FIGURE_SHEET_H

#include "layout/layout.h"

struct ho_named_picture {
    const char *name; /* set below it */
    struct ho_picture picture;
};

struct ho_figure_sheet {
    const char *title, *language; /* BCP 47 */
    HO_VEC(struct ho_named_picture) pictures;
};

/* The picture `width` wide on a page that it fills, but for a millimetre around it. Needs no fonts. */
struct ho_pages *ho_layout_figure(struct ho_ctx *ctx,
                                  const struct ho_named_picture *picture, ho_pt width,
                                  const char *language,
                                  const struct ho_palette *palette);
/* The title, then all pictures in rows, each as large as its cell allows. Fails, with reports, if a character has no
 * glyph. */
bool ho_layout_figures(struct ho_ctx *ctx, const struct ho_figure_sheet *sheet,
                       const struct ho_geometry *geometry, struct ho_fonts *fonts,
                       struct ho_pages **out) __attribute__((__warn_unused_result__));

#endif
