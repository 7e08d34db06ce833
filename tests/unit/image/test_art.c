/* Logos and codes: what is read, how it is turned, and what is refused. The broken and the hostile are cases of e2e/ and
 * of the fuzzer; here is what only a look at the pixels and paths can tell.
 * SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "image/exif_priv.h"
#include "image/svg_priv.h"

static struct ho_ctx ctx;

static void set_up(void)
{
    ctx = (struct ho_ctx){.arena = ho_arena_new()};
}

static void tear_down(void)
{
    ho_arena_free(ctx.arena);
}

TestSuite(art, .init = set_up, .fini = tear_down);

/* ---- numbers, lengths and transforms of SVG ---- */

Test(art, reads_numbers_as_svg_packs_them)
{
    const char *text = "1.5.5-2e1,+3 4E-1x";
    static const double wanted[] = {1.5, .5, -20, 3, .4};
    double number = 0;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        cr_assert(svg_number(&text, &number), "number %zu", i);
        cr_expect_float_eq(number, wanted[i], 1e-12, "number %zu", i);
    }
    cr_expect_not(svg_number(&text, &number));
    cr_expect_str_eq(text, "x", "nothing is taken of what is no number");
}

Test(art, refuses_numbers_that_are_none_or_too_large)
{
    static const char *const texts[] = {"", ".", "-", "e5", "1e400", "nan", "inf"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *at = texts[i];
        double number = 7;
        cr_expect_not(svg_number(&at, &number), "%s", texts[i]);
        cr_expect(at == texts[i] && number == 7, "%s", texts[i]);
    }
}

Test(art, reads_lengths_in_their_units)
{
    static const struct {
        const char *text;
        double pixels;
    } lengths[] = {{"60", 60},     {"60px", 60}, {"72pt", 96}, {"25.4mm", 96},
                   {"2.54cm", 96}, {"1in", 96},  {"6pc", 96}};
    double pixels;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        cr_assert(svg_length(lengths[i].text, &pixels), "%s", lengths[i].text);
        cr_expect_float_eq(pixels, lengths[i].pixels, 1e-9, "%s", lengths[i].text);
    }
    cr_expect_not(svg_length("50%", &pixels));
    cr_expect_not(svg_length("3em", &pixels));
    cr_expect_not(svg_length(NULL, &pixels));
}

static struct ho_point moved_by(const char *transform, double x, double y)
{
    struct ho_matrix matrix = HO_IDENTITY;
    cr_assert(svg_transform(transform, &matrix), "%s", transform);
    return ho_apply(matrix, (struct ho_point){x, y});
}

Test(art, applies_transforms_from_the_last_to_the_first)
{
    static const struct {
        const char *transform;
        struct ho_point wanted; /* of 1, 0 */
    } cases[] = {{"translate(3 4)", {4, 4}},
                 {"translate(3)", {4, 0}},
                 {"scale(2)", {2, 0}},
                 {"scale(2,3) translate(1 1)", {4, 3}},
                 {"translate(1 1), scale(2 3)", {3, 1}},
                 {"rotate(90)", {0, 1}},
                 {"rotate(90 1 0)", {1, 0}},
                 {"rotate(180 0 1)", {-1, 2}},
                 {"skewY(45)", {1, 1}},
                 {"matrix(0 1 -1 0 5 6)", {5, 7}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ho_point seen = moved_by(cases[i].transform, 1, 0);
        cr_expect(fabs(seen.x - cases[i].wanted.x) < 1e-9 &&
                      fabs(seen.y - cases[i].wanted.y) < 1e-9,
                  "%s", cases[i].transform);
    }
}

Test(art, refuses_transforms_that_it_does_not_know)
{
    static const char *const texts[] = {"turn(90)",      "scale()",
                                        "scale(1 2 3)",  "matrix(1 2 3)",
                                        "translate(1 2", "scale 2"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct ho_matrix matrix = HO_IDENTITY;
        cr_expect_not(svg_transform(texts[i], &matrix), "%s", texts[i]);
    }
}

/* ---- photographs on their side ---- */

/* An APP1 segment that says nothing but the orientation. */
static int orientation_of(const char *order, int value, bool is_little)
{
    unsigned char segment[26] = "Exif\0";
    memcpy(segment + 6, order, 2);
    unsigned char *tiff = segment + 6;
    tiff[is_little ? 2 : 3] = 42;
    tiff[is_little ? 4 : 7] = 8; /* the first directory */
    /* With one entry, whose tag is 0x0112 and type a short, cut after its value. */
    struct {
        unsigned char bytes[40];
    } whole = {{0}};
    memcpy(whole.bytes, segment, 14);
    unsigned char *entry = whole.bytes + 14;
    entry[is_little ? 0 : 1] = 1;
    entry[is_little ? 2 : 3] = 0x12;
    entry[is_little ? 3 : 2] = 0x01;
    entry[is_little ? 4 : 5] = 3;
    entry[is_little ? 6 : 9] = 1;
    entry[is_little ? 10 : 11] = (unsigned char)value;
    return exif_orientation((struct ho_bytes){whole.bytes, sizeof whole.bytes});
}

Test(art, finds_the_orientation_in_both_orders_of_bytes)
{
    for (int value = 1; value <= 8; value++) {
        cr_expect_eq(orientation_of("II", value, true), value);
        cr_expect_eq(orientation_of("MM", value, false), value);
    }
    cr_expect_eq(orientation_of("II", 9, true), 1, "what is none is upright");
    cr_expect_eq(orientation_of("II", 0, true), 1);
    cr_expect_eq(exif_orientation((struct ho_bytes){(const unsigned char *)"Exif", 4}),
                 1);
}

/* Of two columns and three rows, numbered from 1; what stands upright is row by row. */
Test(art, turns_pixels_upright)
{
    static const struct {
        unsigned char pixels[6];
        uint32_t width;
    } wanted[] = {[1] = {{1, 2, 3, 4, 5, 6}, 2}, [2] = {{2, 1, 4, 3, 6, 5}, 2},
                  [3] = {{6, 5, 4, 3, 2, 1}, 2}, [4] = {{5, 6, 3, 4, 1, 2}, 2},
                  [5] = {{1, 3, 5, 2, 4, 6}, 3}, [6] = {{5, 3, 1, 6, 4, 2}, 3},
                  [7] = {{6, 4, 2, 5, 3, 1}, 3}, [8] = {{2, 4, 6, 1, 3, 5}, 3}};
    static const unsigned char pixels[] = {1, 2, 3, 4, 5, 6};
    for (int orientation = 1; orientation <= 8; orientation++) {
        struct ho_image image = {
            .width = 2, .height = 3, .components = 1, .pixels = {pixels, 6}};
        turn_upright(ctx.arena, &image, orientation);
        cr_expect_eq(image.width, wanted[orientation].width, "%d", orientation);
        cr_expect_eq(image.width * image.height, 6);
        cr_expect_arr_eq(image.pixels.data, wanted[orientation].pixels, 6, "%d",
                         orientation);
    }
}

/* ---- drawings ---- */

static const struct ho_art *read_drawing(const char *svg)
{
    struct ho_source *source = ho_new(ctx.arena, struct ho_source);
    const struct ho_art *art = NULL;
    source->name = "logo.svg";
    source->text = svg;
    source->length = strlen(svg);
    cr_assert(ho_art_read(&ctx, source, false, &art), "%s",
              ctx.diags.count ? ctx.diags.items[0].text : "");
    return art;
}

Test(art, takes_shapes_as_paths_in_their_own_colours)
{
    const struct ho_art *art =
        read_drawing("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\">"
                     "<g fill=\"#00707A\"><rect width=\"10\" height=\"20\"/>"
                     "<circle cx=\"40\" cy=\"10\" r=\"5\" fill=\"#fff\"/></g></svg>");
    cr_assert(art->drawing && !art->image);
    cr_expect_float_eq(art->width / art->height, 3, 1e-9);
    cr_assert_eq(art->drawing->paths.count, 2);
    cr_assert_eq(art->colours.count,
                 3); /* the first is black, if there is one or not */
    cr_expect_float_eq(art->colours.items[1].rgb[1], 0x70 / 255., 1e-6);
    double unit = art->width / 60;
    struct ho_rect box = ho_path_box(art->drawing->paths.items[1].path);
    cr_expect_float_eq(box.x, 35 * unit, 1e-6);
    cr_expect_float_eq(box.width, 10 * unit, 1e-6);
}

/* ---- codes ---- */

/* Whether a dark rectangle covers the middle of the module, counted from the top left one. */
static bool is_dark(const struct ho_art *code, int x, int y)
{
    const struct ho_path *path = code->drawing->paths.items[1].path;
    for (size_t i = 0, p = 0; i < path->ops.count; i++) {
        if (path->ops.items[i] == HO_MOVE) {
            double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
            size_t k = p;
            for (size_t o = i; path->ops.items[o] != HO_CLOSE; o++, k++) {
                left = fmin(left, path->points.items[k].x);
                right = fmax(right, path->points.items[k].x);
                top = fmin(top, path->points.items[k].y);
                bottom = fmax(bottom, path->points.items[k].y);
            }
            if (x + .5 > left && x + .5 < right && y + .5 > top && y + .5 < bottom)
                return true;
        }
        p += path->ops.items[i] == HO_MOVE || path->ops.items[i] == HO_LINE;
    }
    return false;
}

/* ISO/IEC 18004 6.3.3: 7 by 7 dark, 5 by 5 light, 3 by 3 dark; around it four light modules. */
Test(art, draws_codes_with_finders_and_a_quiet_zone)
{
    const struct ho_art *code = NULL;
    cr_assert(ho_code_make(&ctx, "https://www.example.org/bird-dog", &code));
    int size = (int)code->width, far = size - 4 - 7;
    cr_expect_eq(code->width, code->height);
    cr_expect_eq((size - 8 - 21) % 4, 0, "%d modules", size - 8);
    for (int i = 0; i < size; i++)
        for (int k = 0; k < 4; k++)
            cr_expect_not(is_dark(code, i, k) || is_dark(code, k, i) ||
                          is_dark(code, i, size - 1 - k));
    const int corners[][2] = {{4, 4}, {far, 4}, {4, far}};
    for (int c = 0; c < 3; c++)
        for (int y = 0; y < 7; y++)
            for (int x = 0; x < 7; x++) {
                int ring = (int)fmax(abs(x - 3), abs(y - 3));
                cr_expect_eq(is_dark(code, corners[c][0] + x, corners[c][1] + y),
                             ring != 2, "finder %d, module %d %d", c, x, y);
            }
}

Test(art, refuses_a_text_that_no_code_takes)
{
    const struct ho_art *code = NULL;
    char *text = ho_alloc(ctx.arena, 4001, 1);
    memset(text, 'a', 4000);
    cr_expect_not(ho_code_make(&ctx, text, &code));
    cr_assert_eq(ctx.diags.count, 1);
    cr_expect_null(code);
}
