/* SPDX-License-Identifier: MIT */
#include "page/drawing.h"

#include <assert.h>
#include <math.h>

/* How far the control points of a quarter circle stand from its ends, in radii: the
 * Bézier that touches the circle at both ends and in the middle, 4/3 (sqrt 2 - 1). */
static const double quarter = 0.55228474983079345;

struct ho_path *ho_path_new(struct ho_arena *arena)
{
    return ho_new(arena, struct ho_path);
}

void ho_path_move(struct ho_arena *arena, struct ho_path *path, double x, double y)
{
    ho_push(arena, &path->ops, HO_MOVE);
    ho_push(arena, &path->points, (struct ho_point){x, y});
}

void ho_path_line(struct ho_arena *arena, struct ho_path *path, double x, double y)
{
    assert(path->ops.count);
    ho_push(arena, &path->ops, HO_LINE);
    ho_push(arena, &path->points, (struct ho_point){x, y});
}

void ho_path_curve(struct ho_arena *arena, struct ho_path *path, double x1, double y1,
                   double x2, double y2, double x3, double y3)
{
    assert(path->ops.count);
    ho_push(arena, &path->ops, HO_CURVE);
    ho_push(arena, &path->points, (struct ho_point){x1, y1});
    ho_push(arena, &path->points, (struct ho_point){x2, y2});
    ho_push(arena, &path->points, (struct ho_point){x3, y3});
}

void ho_path_close(struct ho_arena *arena, struct ho_path *path)
{
    assert(path->ops.count);
    ho_push(arena, &path->ops, HO_CLOSE);
}

void ho_path_rounded(struct ho_arena *arena, struct ho_path *path, struct ho_rect rect,
                     double radius)
{
    double left = rect.x, top = rect.y, right = left + rect.width,
           bottom = top + rect.height;
    double r = fmin(radius, fmin(rect.width, rect.height) / 2), k = r * (1 - quarter);

    if (!(r > 0)) {
        ho_path_move(arena, path, left, top);
        ho_path_line(arena, path, right, top);
        ho_path_line(arena, path, right, bottom);
        ho_path_line(arena, path, left, bottom);
        ho_path_close(arena, path);
        return;
    }
    ho_path_move(arena, path, left + r, top);
    ho_path_line(arena, path, right - r, top);
    ho_path_curve(arena, path, right - k, top, right, top + k, right, top + r);
    ho_path_line(arena, path, right, bottom - r);
    ho_path_curve(arena, path, right, bottom - k, right - k, bottom, right - r, bottom);
    ho_path_line(arena, path, left + r, bottom);
    ho_path_curve(arena, path, left + k, bottom, left, bottom - k, left, bottom - r);
    ho_path_line(arena, path, left, top + r);
    ho_path_curve(arena, path, left, top + k, left + k, top, left + r, top);
    ho_path_close(arena, path);
}

void ho_path_circle(struct ho_arena *arena, struct ho_path *path, double cx, double cy,
                    double radius)
{
    double r = radius, k = r * quarter;
    ho_path_move(arena, path, cx + r, cy);
    ho_path_curve(arena, path, cx + r, cy + k, cx + k, cy + r, cx, cy + r);
    ho_path_curve(arena, path, cx - k, cy + r, cx - r, cy + k, cx - r, cy);
    ho_path_curve(arena, path, cx - r, cy - k, cx - k, cy - r, cx, cy - r);
    ho_path_curve(arena, path, cx + k, cy - r, cx + r, cy - k, cx + r, cy);
    ho_path_close(arena, path);
}

void ho_path_polygon(struct ho_arena *arena, struct ho_path *path, double cx, double cy,
                     double radius, int corners)
{
    assert(corners >= 3);
    const double pi = 3.14159265358979323846;
    for (int i = 0; i < corners; i++) {
        double angle = -pi / 2 + (2 * i - 1) * pi / corners;
        double x = cx + radius * cos(angle), y = cy + radius * sin(angle);
        if (i == 0)
            ho_path_move(arena, path, x, y);
        else
            ho_path_line(arena, path, x, y);
    }
    ho_path_close(arena, path);
}

struct ho_rect ho_path_box(const struct ho_path *path)
{
    if (!path->points.count)
        return (struct ho_rect){0};
    struct ho_point least = path->points.items[0], most = least;
    for (size_t i = 1; i < path->points.count; i++) {
        struct ho_point at = path->points.items[i];
        least = (struct ho_point){fmin(least.x, at.x), fmin(least.y, at.y)};
        most = (struct ho_point){fmax(most.x, at.x), fmax(most.y, at.y)};
    }
    return (struct ho_rect){least.x, least.y, most.x - least.x, most.y - least.y};
}
