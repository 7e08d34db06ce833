/* art_priv.h — the picture while it is made: three layers of painted paths, and how large a point is on it.
 * In: figure/ only.  Out: the paths of a struct ho_figure. Paths are in millimetres of the body, y down; widths in
 * points.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_ART_PRIV_H
#define HO_FIGURE_ART_PRIV_H

#include "figure/curve_priv.h"
#include "page/figure.h"

/* What lies behind the body, the body, and the marks on it. */
enum layer { LAYER_BACK, LAYER_BODY, LAYER_MARKS, LAYER_COUNT };

struct art {
    struct ho_arena *arena;
    enum ho_figure_edition edition;
    double point; /* millimetres of the body that a point of paper is */
    double sigma; /* of smoothing, in pixels of the view */
    struct {
        HO_VEC(struct ho_painted_path);
    } layers[LAYER_COUNT];
};

/* Each appends a path to the layer, to be built by the caller. */
struct ho_path *art_fill(struct art *art, enum layer layer, enum ho_role role);
struct ho_path *art_stroke(struct art *art, enum layer layer, enum ho_role role,
                           double width);
struct ho_path *art_dash(struct art *art, enum layer layer, enum ho_role role,
                         double width, double on, double off);
/* A path that is there already, filled; `edge` is the width of a line of its own colour, which hides hairlines between
 * neighbours. */
void art_paint(struct art *art, enum layer layer, const struct ho_path *path,
               enum ho_role role, double edge);
/* The path of a stroke once more, to be painted below it in the paper's colour and wider. */
void art_casing(struct art *art, enum layer layer, const struct ho_path *path,
                double width);

/* Weight of a line that is `width` points on a figure 70 mm wide; never under the least (figures.md, 0). */
double art_weight(const struct art *art, double width);

/* Outlines, overlaps and inner lines of the view. A ghost is thinner and paler. */
enum ghost { GHOST_NONE, GHOST_BEHIND, GHOST_IN_FRONT };
void draw_lines(struct art *art, const struct view *view, enum ghost ghost);
/* The areas of the view: each material, and its darker tone over it. */
void draw_areas(struct art *art, const struct view *view);

#endif
