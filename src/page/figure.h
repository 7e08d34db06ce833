/* figure.h — a figure as data: what a compiled pose is to the pages.
 * In: figure/ makes it.  Out: doc/ puts it into blocks, layout/ onto a page at the scale it needs.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_FIGURE_H
#define HO_PAGE_FIGURE_H

#include "page/page.h"

/* Paths in millimetres of the body, y DOWN, 0 on the floor; but stroke widths and dashes are POINTS on paper: they
 * do not grow with the figure. */
struct ho_figure {
    const char
        *id; /* of the pose; unique with side and edition: "knee-to-chest-end.left" */
    struct ho_rect
        box;      /* all ink of it, strokes included, at the scale it was made for */
    double scale; /* points a millimetre of body, that it was made for */
    double step;  /* all coordinates are whole numbers of it; millimetres of body */
    /* None if it was loaded for the PDF writer only. */
    HO_VEC(struct ho_painted_path) paths;
    const struct ho_ready *ready; /* or NULL */
};

/* Which side of the body works, and how much is drawn: a thumbnail drops detail, a pictogram stands in a roundel. */
enum ho_figure_side { HO_FIGURE_RIGHT, HO_FIGURE_LEFT };
enum ho_figure_edition { HO_FIGURE_FULL, HO_FIGURE_THUMBNAIL, HO_FIGURE_PICTOGRAM };

struct ho_figure_entry {
    const char *pose;
    enum ho_figure_side side;
    enum ho_figure_edition edition;
    const struct ho_figure *figure;
};

/* The figures that a handout can use. */
struct ho_figure_set {
    HO_VEC(struct ho_figure_entry);
};

/* NULL if the set has none such; `set` may be NULL. */
const struct ho_figure *ho_figure_find(const struct ho_figure_set *set,
                                       const char *pose, enum ho_figure_side side,
                                       enum ho_figure_edition edition);

/* Puts the figure on the page at `scale` points a millimetre of body, the top left corner of its box at x, y. */
void ho_figure_put(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_figure *figure, double scale, ho_pt x, ho_pt y);

#endif
