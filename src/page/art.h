/* art.h — a picture that others have drawn: a clinic's logo.
 * In: image/ reads or makes it.  Out: doc/ puts it into blocks, layout/ places it, as large as its rule allows.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_ART_H
#define HO_PAGE_ART_H

#include "page/page.h"

/* Either pixels or paths; the other is NULL. Only the ratio of width and height says how it is placed. */
struct ho_art {
    double width, height;
    const struct ho_image *image;
    const struct ho_drawing *drawing; /* its box is 0, 0, width, height */
    struct {
        HO_VEC(struct ho_colour);
    } colours; /* of its paints HO_PAINT_OWN and after; at most HO_PAINT_OWN_COUNT */
};

#endif
