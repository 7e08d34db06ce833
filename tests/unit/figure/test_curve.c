/* Staircases of pixels become smooth lines: held against shapes whose true outline is known.
 * SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "figure/region_priv.h"

enum { SIZE = 240 };

static struct view flat_view(struct ho_arena *arena)
{
    return (struct view){.width = SIZE,
                         .height = SIZE,
                         .scale = 2,
                         .left = 10,
                         .top = 20,
                         .materials = ho_new_array(arena, uint8_t, SIZE * SIZE)};
}

/* The largest distance of the path's curves from a circle, in millimetres. */
static double miss(const struct ho_path *path, struct ho_point middle, double radius)
{
    double most = 0;
    struct ho_point from = {0, 0};
    for (size_t i = 0, k = 0; i < path->ops.count; i++) {
        const struct ho_point *p = path->points.items + k;
        if (path->ops.items[i] == HO_CURVE) {
            for (int step = 0; step <= 10; step++) {
                double t = step / 10.0, u = 1 - t;
                double x = u * u * u * from.x + 3 * u * u * t * p[0].x +
                           3 * u * t * t * p[1].x + t * t * t * p[2].x;
                double y = u * u * u * from.y + 3 * u * u * t * p[0].y +
                           3 * u * t * t * p[1].y + t * t * t * p[2].y;
                most = fmax(most, fabs(hypot(x - middle.x, y - middle.y) - radius));
            }
            from = p[2];
            k += 3;
        } else if (path->ops.items[i] != HO_CLOSE) {
            from = p[0];
            k++;
        }
    }
    return most;
}

Test(curve, a_disc_of_pixels_is_a_circle_of_few_curves)
{
    struct ho_arena *arena = ho_arena_new();
    struct view view = flat_view(arena);
    for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++)
            view.materials[y * SIZE + x] = hypot(x + .5 - 120, y + .5 - 120) < 90;
    const struct ho_path *path = region_trace(arena, &view, view.materials, 4, 0);
    cr_assert(path);
    cr_expect_lt(path->ops.count, 20);
    cr_expect_lt(miss(path, (struct ho_point){70, 80}, 45), .3);
    ho_arena_free(arena);
}

Test(curve, a_hole_is_a_loop_of_its_own_and_specks_are_dropped)
{
    struct ho_arena *arena = ho_arena_new();
    struct view view = flat_view(arena);
    for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++) {
            double r = hypot(x + .5 - 120, y + .5 - 120);
            view.materials[y * SIZE + x] = (r < 90 && r > 40) || (x < 4 && y < 4);
        }
    const struct ho_path *path = region_trace(arena, &view, view.materials, 4, 0);
    size_t loops = 0;
    for (size_t i = 0; i < path->ops.count; i++)
        loops += path->ops.items[i] == HO_MOVE;
    cr_expect_eq(loops, 2);
    ho_arena_free(arena);
}

/* The corners of a box stay where they are, though the line between them is smoothed. */
Test(curve, corners_stay_sharp)
{
    struct ho_arena *arena = ho_arena_new();
    struct view view = flat_view(arena);
    for (int y = 60; y < 180; y++)
        for (int x = 40; x < 200; x++)
            view.materials[y * SIZE + x] = 1;
    const struct ho_path *path = region_trace(arena, &view, view.materials, 5, 0);
    struct ho_rect box = ho_path_box(path);
    cr_expect_float_eq(box.x, 30, .6);
    cr_expect_float_eq(box.y, 50, .6);
    cr_expect_float_eq(box.width, 80, 1.2);
    cr_expect_float_eq(box.height, 60, 1.2);
    ho_arena_free(arena);
}

Test(curve, a_straight_line_is_one_curve)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_path *path = ho_path_new(arena);
    struct ho_point points[50];
    for (int i = 0; i < 50; i++)
        points[i] = (struct ho_point){i, 2 * i};
    ho_path_move(arena, path, 0, 0);
    curve_fit(arena, path, points, 50, .05);
    cr_expect_eq(path->ops.count, 2);
    ho_arena_free(arena);
}
