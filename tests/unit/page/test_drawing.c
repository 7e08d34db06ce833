/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>

#include "page/drawing.h"
#include "page/font.h"

static struct ho_arena *arena;
static struct ho_path *path;

static void set_up(void)
{
    arena = ho_arena_new();
    path = ho_path_new(arena);
}

static void tear_down(void)
{
    ho_arena_free(arena);
}

TestSuite(drawing, .init = set_up, .fini = tear_down);

static void expect_box(double x, double y, double width, double height)
{
    struct ho_rect box = ho_path_box(path);
    cr_assert(fabs(box.x - x) < 1e-9 && fabs(box.y - y) < 1e-9 &&
                  fabs(box.width - width) < 1e-9 && fabs(box.height - height) < 1e-9,
              "%g %g %g %g", box.x, box.y, box.width, box.height);
}

static void expect_point(size_t i, double x, double y)
{
    struct ho_point at = path->points.items[i];
    cr_assert(fabs(at.x - x) < 1e-9 && fabs(at.y - y) < 1e-9, "point %zu: %g %g", i,
              at.x, at.y);
}

/* Twice the area within the polygon of the path's points: positive if clockwise on the
 * page. */
static double find_area(void)
{
    double area = 0;
    for (size_t i = 0; i < path->points.count; i++) {
        struct ho_point a = path->points.items[i];
        struct ho_point b = path->points.items[(i + 1) % path->points.count];
        area += a.x * b.y - b.x * a.y;
    }
    return area;
}

Test(drawing, boxes_no_points_as_nothing)
{
    expect_box(0, 0, 0, 0);
}

Test(drawing, boxes_all_points_with_control_points)
{
    ho_path_move(arena, path, -3, 7);
    expect_box(-3, 7, 0, 0);
    ho_path_line(arena, path, 1, 2);
    ho_path_curve(arena, path, 2, 50, -20, 3, 4, 4);
    ho_path_close(arena, path);
    expect_box(-20, 2, 24, 48);
    cr_assert_eq(path->ops.count, 4);
    cr_assert_eq(path->points.count, 5);
}

Test(drawing, builds_a_sharp_rectangle_of_four_corners)
{
    ho_path_rounded(arena, path, (struct ho_rect){1, 2, 10, 20}, 0);
    cr_assert_eq(path->points.count, 4);
    expect_point(0, 1, 2);
    expect_point(2, 11, 22);
    cr_assert_eq(path->ops.items[path->ops.count - 1], HO_CLOSE);
    cr_assert_gt(find_area(), 0);
}

Test(drawing, rounds_corners_inside_the_rectangle)
{
    ho_path_rounded(arena, path, (struct ho_rect){1, 2, 10, 20}, 3);
    expect_box(1, 2, 10, 20);
    expect_point(0, 4, 2);
    cr_assert_gt(find_area(), 0);
    cr_assert_lt(find_area(), 2 * 10 * 20);
}

Test(drawing, rounds_no_more_than_half_the_shorter_side)
{
    ho_path_rounded(arena, path, (struct ho_rect){0, 0, 10, 20}, 99);
    expect_box(0, 0, 10, 20);
    expect_point(0, 5, 0);
    expect_point(1, 5, 0);
}

/* A point of a curve, by de Casteljau. */
static struct ho_point find_middle(const struct ho_point p[4])
{
    return (struct ho_point){(p[0].x + 3 * p[1].x + 3 * p[2].x + p[3].x) / 8,
                             (p[0].y + 3 * p[1].y + 3 * p[2].y + p[3].y) / 8};
}

Test(drawing, builds_a_circle_that_is_round)
{
    ho_path_circle(arena, path, 5, -5, 10);
    expect_box(-5, -15, 20, 20);
    cr_assert_eq(path->points.count, 13);
    for (size_t i = 0; i < 12; i += 3) {
        struct ho_point middle = find_middle(&path->points.items[i]);
        cr_assert_float_eq(hypot(middle.x - 5, middle.y + 5), 10, 1e-9);
    }
    expect_point(12, 15, -5);
    cr_assert_gt(find_area(), 0);
}

Test(drawing, lays_the_first_edge_of_a_polygon_flat_on_top)
{
    for (int corners = 3; corners <= 12; corners++) {
        path = ho_path_new(arena);
        ho_path_polygon(arena, path, 100, 50, 10, corners);
        cr_assert_eq(path->points.count, (size_t)corners);
        cr_assert_eq(path->ops.count, (size_t)corners + 1);
        const struct ho_point *p = path->points.items;
        cr_assert_float_eq(p[0].y, p[1].y, 1e-9);
        cr_assert_float_eq(p[0].x + p[1].x, 200, 1e-9);
        cr_assert(p[0].x < p[1].x, "clockwise");
        for (int i = 0; i < corners; i++) {
            cr_assert_float_eq(hypot(p[i].x - 100, p[i].y - 50), 10, 1e-9);
            cr_assert_geq(p[i].y, p[0].y - 1e-9);
        }
    }
}

Test(drawing, finds_a_used_glyph_by_its_id)
{
    static const struct ho_font_glyph used[] = {
        {.id = 2}, {.id = 3}, {.id = 70}, {.id = 65535}};
    struct ho_font font = {.used = used, .used_count = 4};
    for (size_t i = 0; i < 4; i++)
        cr_assert_eq(ho_font_glyph_find(&font, used[i].id), &used[i]);
    for (uint32_t id = 0; id <= 65536; id++)
        if (id != 2 && id != 3 && id != 70 && id != 65535)
            cr_assert_null(ho_font_glyph_find(&font, id));
    font.used_count = 0;
    cr_assert_null(ho_font_glyph_find(&font, 2));
}
