/* curve_priv.h — staircases of pixels become smooth lines and few Béziers.
 * In: figure/ only.  Points are in pixels; paths are in millimetres of the body, y down.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_CURVE_PRIV_H
#define HO_FIGURE_CURVE_PRIV_H

#include "figure/view_priv.h"
#include "page/drawing.h"

/* A polyline, and which of its points are corners that stay sharp. Closed: the last joins the first. */
struct line {
    struct ho_point *points;
    uint8_t *corners;
    size_t count;
    bool is_closed;
};

/* Smooths the line in place with a bell of `sigma` pixels and finds its corners (page: figures.md, "Smoothing"). */
void line_smooth(struct ho_arena *arena, struct line *line, double sigma);
/* Appends the line as Béziers that keep within `tolerance` millimetres of it. */
void line_draw(struct ho_arena *arena, struct ho_path *path, const struct view *view,
               const struct line *line, double tolerance);
/* Appends Béziers through `count` points, the first of which is where the path is already (Schneider, "An algorithm
 * for automatically fitting digitized curves", Graphics Gems, 1990). */
void curve_fit(struct ho_arena *arena, struct ho_path *path,
               const struct ho_point *points, size_t count, double tolerance);

static inline struct ho_point p_add(struct ho_point a, struct ho_point b)
{
    return (struct ho_point){a.x + b.x, a.y + b.y};
}

static inline struct ho_point p_sub(struct ho_point a, struct ho_point b)
{
    return (struct ho_point){a.x - b.x, a.y - b.y};
}

static inline struct ho_point p_scale(struct ho_point a, double k)
{
    return (struct ho_point){a.x * k, a.y * k};
}

static inline double p_dot(struct ho_point a, struct ho_point b)
{
    return a.x * b.x + a.y * b.y;
}

static inline double p_length(struct ho_point a)
{
    return hypot(a.x, a.y);
}

static inline struct ho_point p_unit(struct ho_point a)
{
    double length = p_length(a);
    return length > 1e-12 ? p_scale(a, 1 / length) : a;
}

#endif
