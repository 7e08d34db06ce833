/* drawing.h — vector art: paths with role paints, and drawings that many pages share.
 * In: figure/, image/, layout/.  Out: what a writer strokes and fills.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_DRAWING_H
#define HO_PAGE_DRAWING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "page/geometry.h"
#include "page/palette.h"

/* Path operators; MOVE and LINE take one point, CURVE three (cubic Bézier), CLOSE none. */
enum ho_path_op { HO_MOVE, HO_LINE, HO_CURVE, HO_CLOSE };

struct ho_path {
    HO_VEC(uint8_t) ops;
    HO_VEC(struct ho_point) points;
};

enum ho_cap { HO_CAP_BUTT, HO_CAP_ROUND, HO_CAP_SQUARE };
enum ho_join { HO_JOIN_MITER, HO_JOIN_ROUND, HO_JOIN_BEVEL };

/* How a path is painted: first filled, then stroked. Width and dashes are in the path's own units. */
struct ho_paint {
    enum ho_role fill, stroke;
    bool is_even_odd;
    double width;
    double dash[2]; /* on, off; 0, 0 is a whole line */
    enum ho_cap cap;
    enum ho_join join;
};

struct ho_painted_path {
    const struct ho_path *path;
    struct ho_paint paint;
};

/* How a line looks, colour apart; width and dashes as in struct ho_paint. */
struct ho_line_style {
    double width, dash[2];
    enum ho_cap cap;
    enum ho_join join;
};

/* Paths as the PDF writer wants them, compressed once for every size, palette and ink (pdf/ready.h makes them): points
 * are whole numbers of `step`, colours are roles, lines are numbers of `lines`. */
struct ho_ready {
    double step;        /* units of the drawing */
    struct ho_rect box; /* of all points, in units of the drawing */
    HO_VEC(struct ho_line_style) lines;
    struct ho_bytes deflated;
    uint64_t hash; /* of these bytes */
};

/* A picture in its own space (y DOWN), placed by a matrix; the PDF writer makes one Form XObject of it. */
struct ho_drawing {
    const char *id; /* for traces: unique among the drawings of a document */
    struct ho_rect box;
    double line; /* units of the drawing that a unit of width or dash is; 0: one */
    /* Not needed by the PDF writer if `ready` is there. */
    HO_VEC(struct ho_painted_path) paths;
    const struct ho_ready *ready; /* or NULL */
};

/* Path building; the path lives in the arena. */
struct ho_path *ho_path_new(struct ho_arena *arena);
void ho_path_move(struct ho_arena *arena, struct ho_path *path, double x, double y);
void ho_path_line(struct ho_arena *arena, struct ho_path *path, double x, double y);
void ho_path_curve(struct ho_arena *arena, struct ho_path *path, double x1, double y1,
                   double x2, double y2, double x3, double y3);
void ho_path_close(struct ho_arena *arena, struct ho_path *path);
/* Appends a rectangle with corners of radius `radius` (0: sharp), clockwise on the page. */
void ho_path_rounded(struct ho_arena *arena, struct ho_path *path, struct ho_rect rect,
                     double radius);
/* Appends a full circle. */
void ho_path_circle(struct ho_arena *arena, struct ho_path *path, double cx, double cy,
                    double radius);
/* Appends a regular polygon with its first edge flat on top (an octagon for 8). */
void ho_path_polygon(struct ho_arena *arena, struct ho_path *path, double cx, double cy,
                     double radius, int corners);
/* The box of the path's points, control points included; no stroke width. */
struct ho_rect ho_path_box(const struct ho_path *path);

#endif
