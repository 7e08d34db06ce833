/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "page/geometry.h"

static const struct {
    const char *id;
    double width_mm, height_mm;
} sizes[] = {
    {"a3", 297, 420},
    {"a4", 210, 297},
    {"a5", 148, 210},
    {"a6", 105, 148},
    {"letter", 215.9, 279.4},
    {"legal", 215.9, 355.6},
    {"half-letter", 139.7, 215.9},
    {"card", 85.6, 54},
};

Test(geometry, has_each_paper_in_its_true_size)
{
    const struct ho_paper *papers;
    cr_assert_eq(ho_papers(&papers), sizeof sizes / sizeof *sizes);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct ho_paper *paper = ho_paper_find(sizes[i].id);
        cr_assert(paper, "%s", sizes[i].id);
        cr_assert_float_eq(ho_to_mm(paper->width), sizes[i].width_mm, 1e-9);
        cr_assert_float_eq(ho_to_mm(paper->height), sizes[i].height_mm, 1e-9);
    }
}

Test(geometry, knows_no_other_paper)
{
    static const char *const others[] = {"", "A4", "a4 ", "b5", "tabloid"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_assert_null(ho_paper_find(others[i]), "\"%s\"", others[i]);
    cr_assert_null(ho_paper_find(NULL));
}

Test(geometry, applies_a_matrix_as_pdf_does)
{
    struct ho_point same = ho_apply(HO_IDENTITY, (struct ho_point){3, 4});
    cr_assert(same.x == 3 && same.y == 4);
    struct ho_point moved =
        ho_apply((struct ho_matrix){2, 3, 5, 7, 11, 13}, (struct ho_point){1, 10});
    cr_assert_eq(moved.x, 2 * 1 + 5 * 10 + 11);
    cr_assert_eq(moved.y, 3 * 1 + 7 * 10 + 13);
}

static void expect_rect(struct ho_rect rect, double x, double y, double width,
                        double height)
{
    cr_assert(rect.x == x && rect.y == y && rect.width == width &&
                  rect.height == height,
              "%g %g %g %g", rect.x, rect.y, rect.width, rect.height);
}

Test(geometry, unites_rectangles)
{
    struct ho_rect a = {10, 20, 5, 5}, b = {-2, 22, 3, 10}, inside = {11, 21, 1, 1};
    expect_rect(ho_rect_union(a, b), -2, 20, 17, 12);
    expect_rect(ho_rect_union(b, a), -2, 20, 17, 12);
    expect_rect(ho_rect_union(a, inside), 10, 20, 5, 5);
}

Test(geometry, ignores_a_rectangle_without_area_in_a_union)
{
    struct ho_rect a = {10, 20, 5, 5}, line = {0, 0, 100, 0}, none = {0};
    expect_rect(ho_rect_union(a, line), 10, 20, 5, 5);
    expect_rect(ho_rect_union(none, a), 10, 20, 5, 5);
}

Test(geometry, finds_overlap_but_not_in_touching_edges)
{
    struct ho_rect a = {0, 0, 10, 10};
    cr_assert(ho_rect_overlap(a, (struct ho_rect){9, 9, 10, 10}));
    cr_assert(ho_rect_overlap(a, (struct ho_rect){-5, -5, 6, 6}));
    cr_assert(ho_rect_overlap(a, (struct ho_rect){2, 2, 1, 1}));
    cr_assert(ho_rect_overlap((struct ho_rect){2, 2, 1, 1}, a));
    cr_assert_not(ho_rect_overlap(a, (struct ho_rect){10, 0, 5, 5}));
    cr_assert_not(ho_rect_overlap(a, (struct ho_rect){0, 10, 5, 5}));
    cr_assert_not(ho_rect_overlap(a, (struct ho_rect){-5, 0, 5, 5}));
    cr_assert_not(ho_rect_overlap(a, (struct ho_rect){0, -5, 5, 5}));
    cr_assert_not(ho_rect_overlap(a, (struct ho_rect){5, 20, 5, 5}));
    cr_assert_not(ho_rect_overlap(a, (struct ho_rect){5, 5, 0, 5}));
}
