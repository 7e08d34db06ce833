/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "base/str.h"
#include "page/palette.h"
#include "page/type.h"

static struct ho_colour from_hex(unsigned hex)
{
    return (struct ho_colour){.rgb = {(float)(hex >> 16) / 255.0f,
                                      (float)(hex >> 8 & 255) / 255.0f,
                                      (float)(hex & 255) / 255.0f},
                              .grey = 0.5f};
}

/* As published contrast checkers give them. */
static const struct {
    unsigned a, b;
    double ratio;
} contrasts[] = {
    {0x000000, 0xFFFFFF, 21.0}, {0xFFFFFF, 0xFFFFFF, 1.0},   {0x767676, 0xFFFFFF, 4.54},
    {0x777777, 0xFFFFFF, 4.48}, {0x949494, 0xFFFFFF, 3.03},  {0xFF0000, 0xFFFFFF, 4.00},
    {0x0000FF, 0xFFFFFF, 8.59}, {0x00FF00, 0x000000, 15.30},
};

Test(palette, finds_the_contrast_that_wcag_defines)
{
    for (size_t i = 0; i < sizeof contrasts / sizeof *contrasts; i++) {
        struct ho_palette palette = {.ink = HO_INK_COLOUR};
        palette.roles[HO_PAINT_INK] = from_hex(contrasts[i].a);
        palette.roles[HO_PAINT_PAPER] = from_hex(contrasts[i].b);
        double ratio = ho_palette_contrast(&palette, HO_PAINT_INK, HO_PAINT_PAPER);
        cr_assert_float_eq(ratio, contrasts[i].ratio, 0.005, "#%06X on #%06X: %f",
                           contrasts[i].a, contrasts[i].b, ratio);
        cr_assert_eq(ratio,
                     ho_palette_contrast(&palette, HO_PAINT_PAPER, HO_PAINT_INK));
    }
}

Test(palette, finds_the_contrast_of_the_ink_in_use)
{
    struct ho_palette palette = {.ink = HO_INK_GREY};
    palette.roles[HO_PAINT_DANGER] = (struct ho_colour){.rgb = {1, 1, 1}, .grey = 0};
    palette.roles[HO_PAINT_PAPER] =
        (struct ho_colour){.rgb = {1, 1, 1}, .grey = 1, .low = 1};
    cr_assert_float_eq(ho_palette_contrast(&palette, HO_PAINT_DANGER, HO_PAINT_PAPER),
                       21, 1e-6);
    palette.ink = HO_INK_LOW;
    cr_assert_float_eq(ho_palette_contrast(&palette, HO_PAINT_DANGER, HO_PAINT_PAPER),
                       21, 1e-6);
    palette.ink = HO_INK_COLOUR;
    cr_assert_float_eq(ho_palette_contrast(&palette, HO_PAINT_DANGER, HO_PAINT_PAPER),
                       1, 1e-6);
}

Test(palette, gives_colour_or_grey_by_ink)
{
    static const struct {
        enum ho_ink ink;
        float rgb[3];
    } rows[] = {{HO_INK_COLOUR, {0.25f, 0.5f, 0.75f}},
                {HO_INK_GREY, {0.125f, 0.125f, 0.125f}},
                {HO_INK_LOW, {1, 1, 1}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ho_palette palette = {.ink = rows[i].ink};
        float rgb[3];
        palette.roles[HO_PAINT_TINT] =
            (struct ho_colour){.rgb = {0.25f, 0.5f, 0.75f}, .grey = 0.125f, .low = 1};
        ho_palette_rgb(&palette, HO_PAINT_TINT, rgb);
        for (int c = 0; c < 3; c++)
            cr_assert_eq(rgb[c], rows[i].rgb[c]);
    }
}

Test(palette, finds_each_role_by_its_own_name)
{
    for (int i = HO_PAINT_NONE + 1; i < HO_PAINT_COUNT; i++) {
        enum ho_role role = HO_PAINT_NONE;
        cr_assert(ho_role_find(ho_role_name((enum ho_role)i), &role));
        cr_assert_eq(role, (enum ho_role)i);
    }
    cr_assert_str_eq(ho_role_name(HO_PAINT_FEEL_LINE), "feel-line");
}

Test(palette, has_no_role_of_another_name)
{
    static const char *const others[] = {"", "none", "Ink", "feel_line"};
    enum ho_role role = HO_PAINT_CARE;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_assert_not(ho_role_find(others[i], &role), "\"%s\"", others[i]);
    cr_assert_eq(role, HO_PAINT_CARE, "the result was touched");
    cr_assert_str_eq(ho_role_name(HO_PAINT_NONE), "none");
}

Test(type, finds_each_style_by_its_own_name)
{
    enum ho_type type;
    for (int i = 0; i < HO_TYPE_COUNT; i++) {
        cr_assert(ho_type_find(ho_type_name((enum ho_type)i), &type));
        cr_assert_eq(type, (enum ho_type)i);
    }
    cr_assert_str_eq(ho_type_name(HO_TYPE_REMINDER), "reminder");
    type = HO_TYPE_DOSE;
    cr_assert_not(ho_type_find("h4", &type));
    cr_assert_eq(type, HO_TYPE_DOSE);
}
