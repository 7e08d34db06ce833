/* SPDX-License-Identifier: MIT */
#include "figure/region_priv.h"

struct region {
    const uint8_t *mask;
    int width, height;
};

static bool is_in(const struct region *r, int x, int y)
{
    return x >= 0 && y >= 0 && x < r->width && y < r->height &&
           r->mask[(size_t)y * (size_t)r->width + (size_t)x];
}

static const int step_x[] = {1, 0, -1, 0},
                 step_y[] = {0, 1, 0, -1}; /* right, down, left, up */

/* Whether an edge of the boundary leaves the node in this direction: inside on its right hand, outside on its left. */
static bool goes(const struct region *r, int x, int y, int direction)
{
    static const int inside[][2] = {{0, 0}, {-1, 0}, {-1, -1}, {0, -1}},
                     outside[][2] = {{0, -1}, {0, 0}, {-1, 0}, {-1, -1}};
    return is_in(r, x + inside[direction][0], y + inside[direction][1]) &&
           !is_in(r, x + outside[direction][0], y + outside[direction][1]);
}

struct loop {
    HO_VEC(struct ho_point) points;
};

/* Walks the boundary once around, turning right first; `seen` marks the edges that go right. */
static struct loop walk(struct ho_arena *arena, const struct region *r, uint8_t *seen,
                        int x0, int y0)
{
    struct loop loop = {0};
    int x = x0, y = y0, direction = 0;
    do {
        if (direction == 0)
            seen[(size_t)y * (size_t)(r->width + 1) + (size_t)x] = 1;
        ho_push(
            arena, &loop.points,
            (struct ho_point){x + step_x[direction] * .5, y + step_y[direction] * .5});
        x += step_x[direction];
        y += step_y[direction];
        int next = -1;
        for (int k = 0; k < 3 && next < 0; k++) {
            int turn = (direction + 5 - k) & 3; /* right, straight, left */
            if (goes(r, x, y, turn))
                next = turn;
        }
        if (next < 0)
            break;
        direction = next;
    } while (x != x0 || y != y0 || direction != 0);
    return loop;
}

static double area_of(const struct loop *loop)
{
    double twice = 0;
    for (size_t i = 0; i < loop->points.count; i++) {
        struct ho_point a = loop->points.items[i],
                        b = loop->points.items[(i + 1) % loop->points.count];
        twice += a.x * b.y - b.x * a.y;
    }
    return fabs(twice) / 2;
}

const struct ho_path *region_trace(struct ho_arena *arena, const struct view *view,
                                   const uint8_t *mask, double sigma, double least)
{
    enum { SMALLEST = 40, SHORTEST = 16 }; /* pixels: what is less is noise */
    const struct region r = {mask, view->width, view->height};
    uint8_t *seen =
        ho_new_array(arena, uint8_t, (size_t)(r.width + 1) * (size_t)(r.height + 1));
    struct ho_path *path = NULL;
    double smallest = fmax(SMALLEST, least * view->scale * view->scale);
    for (int y = 0; y < r.height; y++)
        for (int x = 0; x < r.width; x++) {
            if (!goes(&r, x, y, 0) ||
                seen[(size_t)y * (size_t)(r.width + 1) + (size_t)x])
                continue;
            struct loop loop = walk(arena, &r, seen, x, y);
            if (area_of(&loop) < smallest || loop.points.count < SHORTEST)
                continue;
            struct line line = {.points = loop.points.items,
                                .count = loop.points.count,
                                .is_closed = true};
            if (!path)
                path = ho_path_new(arena);
            line_smooth(arena, &line, sigma);
            line_draw(arena, path, view, &line, .5 / view->scale);
        }
    return path;
}
