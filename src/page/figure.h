/* figure.h — a figure as data: what a compiled pose is to the pages.
 * In: figure/ makes it.  Out: doc/ puts it into blocks, layout/ makes a drawing of it at the scale it needs.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_FIGURE_H
#define HO_PAGE_FIGURE_H

#include "page/drawing.h"

/* Paths in millimetres of the body, y DOWN, 0 on the floor; but stroke widths and dashes are POINTS on paper: they
 * do not grow with the figure. */
struct ho_figure {
    const char
        *id; /* of the pose; unique with side and edition: "knee-to-chest-end.left" */
    struct ho_rect
        box;      /* all ink of it, strokes included, at the scale it was made for */
    double scale; /* points a millimetre of body, that it was made for */
    HO_VEC(struct ho_painted_path) paths;
};

/* The figure at `scale` points a millimetre of body, in points; its box begins at 0, 0. In the arena. */
const struct ho_drawing *ho_figure_draw(struct ho_arena *arena,
                                        const struct ho_figure *figure, double scale);

#endif
