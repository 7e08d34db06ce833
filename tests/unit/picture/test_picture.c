/* SPDX-License-Identifier: MIT */
#include <cairo.h>
#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "picture/picture.h"

struct bench {
    struct ho_ctx ctx;
    struct ho_palette palette;
    struct ho_pages pages;
    struct ho_page *page;
};

static const struct ho_paper paper = {"test", 20, 10};

static struct bench *set_up(void)
{
    struct ho_arena *arena = ho_arena_new();
    struct bench *bench = ho_new(arena, struct bench);
    bench->ctx.arena = arena;
    bench->palette.roles[HO_PAINT_INK] = (struct ho_colour){.cmyk = {0, 0, 0, 1}};
    bench->palette.roles[HO_PAINT_DANGER] =
        (struct ho_colour){.rgb = {1, 0, 0}, .grey = 0.2f, .cmyk = {0, 1, 1, 0}};
    bench->pages.palette = &bench->palette;
    bench->page = ho_page_add(arena, &bench->pages, &paper);
    return bench;
}

static void tear_down(struct bench *bench)
{
    ho_arena_free(bench->ctx.arena);
}

static void fill_rect(struct bench *bench, double x, double y, double width,
                      double height)
{
    struct ho_path *path = ho_path_new(bench->ctx.arena);
    ho_path_rounded(bench->ctx.arena, path, (struct ho_rect){x, y, width, height}, 0);
    ho_page_path(bench->ctx.arena, bench->page, path,
                 (struct ho_paint){.fill = HO_PAINT_DANGER});
}

static cairo_status_t give_bytes(void *closure, unsigned char *data, unsigned length)
{
    struct ho_bytes *rest = closure;
    if (length > rest->length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, rest->data, length);
    rest->data += length;
    rest->length -= length;
    return CAIRO_STATUS_SUCCESS;
}

/* The PNG as it would be seen: read back, not what was painted. */
static cairo_surface_t *draw_png(struct bench *bench, double dpi)
{
    struct ho_bytes bytes;
    cr_assert(ho_picture_png(&bench->ctx, &bench->pages, 0, dpi, &bytes));
    cairo_surface_t *surface =
        cairo_image_surface_create_from_png_stream(give_bytes, &bytes);
    cr_assert_eq(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    return surface;
}

static uint32_t pixel_at(cairo_surface_t *surface, int x, int y)
{
    uint32_t pixel;
    const unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    memcpy(&pixel, data + (size_t)y * (size_t)stride + (size_t)x * sizeof pixel,
           sizeof pixel);
    return pixel & 0xFFFFFF;
}

/* Every pixel of `surface` is `inside` in the given box and white elsewhere. */
static void expect_box(cairo_surface_t *surface, int left, int top, int right,
                       int bottom, uint32_t inside)
{
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            bool is_inside = x >= left && x < right && y >= top && y < bottom;
            uint32_t want = is_inside ? inside : 0xFFFFFF;
            cr_assert_eq(pixel_at(surface, x, y), want, "pixel %d, %d is %06X", x, y,
                         (unsigned)pixel_at(surface, x, y));
        }
    }
}

Test(picture, fills_exactly_the_pixels_of_a_rectangle)
{
    struct bench *bench = set_up();
    fill_rect(bench, 3, 2, 5, 4);
    cairo_surface_t *surface = draw_png(bench, 72);
    cr_assert_eq(cairo_image_surface_get_width(surface), 20);
    cr_assert_eq(cairo_image_surface_get_height(surface), 10);
    expect_box(surface, 3, 2, 8, 6, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, scales_with_the_resolution)
{
    struct bench *bench = set_up();
    fill_rect(bench, 3, 2, 5, 4);
    cairo_surface_t *surface = draw_png(bench, 144);
    cr_assert_eq(cairo_image_surface_get_width(surface), 40);
    expect_box(surface, 6, 4, 16, 12, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, shows_the_media_box_and_clips_to_it)
{
    struct bench *bench = set_up();
    bench->page->media = (struct ho_rect){-2, -1, 12, 6};
    fill_rect(bench, 7, -50, 100, 100);
    cairo_surface_t *surface = draw_png(bench, 72);
    cr_assert_eq(cairo_image_surface_get_width(surface), 12);
    cr_assert_eq(cairo_image_surface_get_height(surface), 6);
    expect_box(surface, 9, 0, 12, 6, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, takes_grey_from_the_palette)
{
    struct bench *bench = set_up();
    bench->palette.ink = HO_INK_GREY;
    fill_rect(bench, 3, 2, 5, 4);
    cairo_surface_t *surface = draw_png(bench, 72);
    expect_box(surface, 3, 2, 8, 6, 0x333333);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, strokes_on_both_sides_of_the_line)
{
    struct bench *bench = set_up();
    struct ho_path *path = ho_path_new(bench->ctx.arena);
    ho_path_move(bench->ctx.arena, path, 4, 5);
    ho_path_line(bench->ctx.arena, path, 12, 5);
    ho_page_path(bench->ctx.arena, bench->page, path,
                 (struct ho_paint){.stroke = HO_PAINT_DANGER, .width = 2});
    cairo_surface_t *surface = draw_png(bench, 72);
    expect_box(surface, 4, 4, 12, 6, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, dashes_a_line)
{
    struct bench *bench = set_up();
    struct ho_path *path = ho_path_new(bench->ctx.arena);
    ho_path_move(bench->ctx.arena, path, 0, 5);
    ho_path_line(bench->ctx.arena, path, 9, 5);
    ho_page_path(
        bench->ctx.arena, bench->page, path,
        (struct ho_paint){.stroke = HO_PAINT_DANGER, .width = 2, .dash = {4, 5}});
    cairo_surface_t *surface = draw_png(bench, 72);
    expect_box(surface, 0, 4, 4, 6, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, leaves_the_hole_of_an_even_odd_path)
{
    for (int is_even_odd = 0; is_even_odd <= 1; is_even_odd++) {
        struct bench *bench = set_up();
        struct ho_arena *arena = bench->ctx.arena;
        struct ho_path *path = ho_path_new(arena);
        ho_path_rounded(arena, path, (struct ho_rect){2, 1, 8, 8}, 0);
        ho_path_rounded(arena, path, (struct ho_rect){4, 3, 4, 4}, 0);
        ho_page_path(
            arena, bench->page, path,
            (struct ho_paint){.fill = HO_PAINT_DANGER, .is_even_odd = is_even_odd});
        cairo_surface_t *surface = draw_png(bench, 72);
        cr_assert_eq(pixel_at(surface, 2, 1), 0xFF0000u);
        cr_assert_eq(pixel_at(surface, 5, 5), is_even_odd ? 0xFFFFFFu : 0xFF0000u);
        cairo_surface_destroy(surface);
        tear_down(bench);
    }
}

Test(picture, places_a_drawing_by_its_matrix)
{
    struct bench *bench = set_up();
    struct ho_arena *arena = bench->ctx.arena;
    struct ho_path *path = ho_path_new(arena);
    struct ho_drawing drawing = {.id = "square", .box = {0, 0, 2, 2}};
    ho_path_rounded(arena, path, (struct ho_rect){0, 0, 2, 2}, 0);
    ho_push(arena, &drawing.paths,
            (struct ho_painted_path){path, {.fill = HO_PAINT_DANGER}});
    ho_page_drawing(arena, bench->page, &drawing, (struct ho_matrix){3, 0, 0, 2, 5, 1});
    cairo_surface_t *surface = draw_png(bench, 72);
    expect_box(surface, 5, 1, 11, 5, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

/* One glyph, a square that stands 500 units above the baseline and is 500 wide; and a
 * space. */
static const struct ho_font *make_font(struct ho_arena *arena, bool has_outlines)
{
    struct ho_font *font = ho_new(arena, struct ho_font);
    struct ho_font_glyph *used = ho_new_array(arena, struct ho_font_glyph, 2);
    struct ho_path *square = ho_path_new(arena);
    ho_path_rounded(arena, square, (struct ho_rect){0, 0, 500, 500}, 0);
    used[0] = (struct ho_font_glyph){.id = 3, .advance = 500, .to_unicode = " "};
    used[1] = (struct ho_font_glyph){.id = 7,
                                     .advance = 500,
                                     .to_unicode = "n",
                                     .outline = has_outlines ? square : NULL};
    *font = (struct ho_font){
        .id = "sans", .units_per_em = 1000, .used = used, .used_count = 2};
    return font;
}

static void add_word(struct bench *bench, const struct ho_font *font, const char *text,
                     uint32_t id)
{
    struct ho_glyph *glyphs = ho_new_array(bench->ctx.arena, struct ho_glyph, 1);
    glyphs[0] = (struct ho_glyph){.id = id, .x = 1};
    ho_page_glyphs(bench->ctx.arena, bench->page,
                   (struct ho_glyphs){.font = font,
                                      .size = 8,
                                      .x = 2,
                                      .y = 7,
                                      .width = 4,
                                      .paint = HO_PAINT_DANGER,
                                      .text = text,
                                      .glyphs = glyphs,
                                      .count = 1});
}

Test(picture, stands_glyphs_on_the_baseline)
{
    struct bench *bench = set_up();
    const struct ho_font *font = make_font(bench->ctx.arena, true);
    add_word(bench, font, "n", 7);
    add_word(bench, font, " ", 3);
    cairo_surface_t *surface = draw_png(bench, 72);
    expect_box(surface, 3, 3, 7, 7, 0xFF0000);
    cairo_surface_destroy(surface);
    tear_down(bench);
}

static void expect_refusal(struct bench *bench, const char *reason)
{
    struct ho_bytes bytes = {NULL, 42};
    cr_assert_not(ho_picture_png(&bench->ctx, &bench->pages, 0, 72, &bytes));
    cr_assert_eq(bytes.length, 42, "the result was touched");
    cr_assert_eq(bench->ctx.diags.count, 1);
    cr_assert_eq(bench->ctx.diags.items[0].code, HO_MSG_INTERNAL);
    cr_assert(strstr(bench->ctx.diags.items[0].text, reason), "%s",
              bench->ctx.diags.items[0].text);
}

Test(picture, refuses_text_that_would_stay_white)
{
    struct bench *bench = set_up();
    add_word(bench, make_font(bench->ctx.arena, false), "n", 7);
    expect_refusal(bench, "no outlines");
    tear_down(bench);

    bench = set_up();
    add_word(bench, make_font(bench->ctx.arena, true), "n", 9);
    expect_refusal(bench, "not among those");
    tear_down(bench);
}

static const unsigned char rgb[] = {255, 0, 0, 0, 255, 0};
static const unsigned char half[] = {255, 0};

Test(picture, shows_pixels_and_their_alpha)
{
    struct bench *bench = set_up();
    struct ho_image image = {.id = "logo",
                             .width = 2,
                             .height = 1,
                             .components = 3,
                             .pixels = {rgb, sizeof rgb},
                             .alpha = {half, sizeof half}};
    ho_page_image(bench->ctx.arena, bench->page, &image, (struct ho_rect){4, 2, 8, 4});
    cairo_surface_t *surface = draw_png(bench, 72);
    cr_assert_eq(pixel_at(surface, 4, 2), 0xFF0000u); /* no fading at the edge */
    cr_assert_eq(pixel_at(surface, 4, 5), 0xFF0000u);
    cr_assert_eq(pixel_at(surface, 3, 3), 0xFFFFFFu);
    cr_assert_eq(pixel_at(surface, 11, 5), 0xFFFFFFu); /* transparent, not green */
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, mixes_half_transparent_grey_with_the_paper)
{
    static const unsigned char grey = 100, alpha = 128;
    struct bench *bench = set_up();
    struct ho_image image = {.id = "shadow",
                             .width = 1,
                             .height = 1,
                             .components = 1,
                             .pixels = {&grey, 1},
                             .alpha = {&alpha, 1}};
    ho_page_image(bench->ctx.arena, bench->page, &image, (struct ho_rect){4, 2, 8, 4});
    cairo_surface_t *surface = draw_png(bench, 72);
    expect_box(surface, 4, 2, 12, 6, 0xB1B1B1); /* 100 * 128 / 255 + 127 */
    cairo_surface_destroy(surface);
    tear_down(bench);
}

Test(picture, reports_a_size_that_cairo_refuses)
{
    struct bench *bench = set_up();
    expect_refusal((bench->page->media.width = 1e6, bench), "size");
    tear_down(bench);
}

static void fill_page(struct bench *bench)
{
    static const struct ho_image image = {.id = "logo",
                                          .width = 2,
                                          .height = 1,
                                          .components = 3,
                                          .pixels = {rgb, sizeof rgb},
                                          .alpha = {half, sizeof half}};
    struct ho_arena *arena = bench->ctx.arena;
    struct ho_path *path = ho_path_new(arena);
    ho_path_circle(arena, path, 10.5, 5.25, 3.75);
    ho_page_path(arena, bench->page, path,
                 (struct ho_paint){.stroke = HO_PAINT_DANGER, .width = 0.5});
    ho_page_image(arena, bench->page, &image, (struct ho_rect){4, 2, 8.5, 4});
    add_word(bench, make_font(arena, true), "n", 7);
}

static bool is_same(struct ho_bytes a, struct ho_bytes b)
{
    return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

Test(picture, gives_the_same_bytes_twice)
{
    struct ho_bytes png[2], svg[2];
    struct bench *benches[2];
    for (int i = 0; i < 2; i++) {
        benches[i] = set_up();
        fill_page(benches[i]);
        if (i == 1) /* where there is a decimal comma, it must change nothing */
            setlocale(LC_ALL, setlocale(LC_ALL, "de_DE.UTF-8") ? "de_DE.UTF-8" : "");
        cr_assert(ho_picture_png(&benches[i]->ctx, &benches[i]->pages, 0, 96, &png[i]));
        cr_assert(ho_picture_svg(&benches[i]->ctx, &benches[i]->pages, 0, &svg[i]));
    }
    cr_assert(is_same(png[0], png[1]));
    cr_assert(is_same(svg[0], svg[1]), "%s\n%s", (const char *)svg[0].data,
              (const char *)svg[1].data);
    tear_down(benches[0]);
    tear_down(benches[1]);
}

/* Tags open and close in order, attributes are quoted, nothing stands after the root: a
 * reader of the small part of XML that cairo writes. */
static void expect_well_formed(const char *text)
{
    const char *open[64];
    size_t lengths[64], depth = 0, roots = 0;
    for (const char *at = text; (at = strchr(at, '<')); at++) {
        const char *end = strchr(at, '>');
        cr_assert(end, "a tag has no end");
        if (at[1] == '?')
            continue;
        const char *name = at + (at[1] == '/' ? 2 : 1);
        size_t length = strcspn(name, " />\n");
        if (at[1] == '/') {
            cr_assert(depth && lengths[depth - 1] == length &&
                          strncmp(open[depth - 1], name, length) == 0,
                      "</%.*s> closes nothing", (int)length, name);
            depth--;
        } else if (end[-1] != '/') {
            cr_assert_lt(depth, 64);
            roots += depth == 0;
            open[depth] = name;
            lengths[depth++] = length;
        }
        size_t quotes = 0;
        for (const char *s = at; s < end; s++)
            quotes += *s == '"';
        cr_assert_eq(quotes % 2, 0);
    }
    cr_assert_eq(depth, 0);
    cr_assert_eq(roots, 1);
}

Test(picture, writes_a_well_formed_svg_in_points)
{
    struct bench *bench = set_up();
    struct ho_bytes svg;
    fill_page(bench);
    cr_assert(ho_picture_svg(&bench->ctx, &bench->pages, 0, &svg));
    const char *text = (const char *)svg.data;
    cr_assert_eq(strlen(text), svg.length);
    cr_assert_eq(strncmp(text, "<?xml", 5), 0);
    cr_assert(strstr(text, "width=\"20pt\""), "%s", text);
    cr_assert(strstr(text, "height=\"10pt\""));
    cr_assert(strstr(text, "10.5"), "coordinates with a full stop");
    expect_well_formed(text);
    tear_down(bench);
}

Test(picture, writes_no_text_into_the_svg_that_needs_a_font)
{
    struct bench *bench = set_up();
    struct ho_bytes svg;
    fill_page(bench);
    cr_assert(ho_picture_svg(&bench->ctx, &bench->pages, 0, &svg));
    cr_assert_null(strstr((const char *)svg.data, "<text"));
    cr_assert_null(strstr((const char *)svg.data, "font"));
    tear_down(bench);
}

Test(picture, refers_in_the_svg_only_to_ids_that_are_there)
{
    struct bench *bench = set_up();
    struct ho_bytes svg;
    size_t references = 0;
    fill_page(bench);
    fill_page(bench);
    cr_assert(ho_picture_svg(&bench->ctx, &bench->pages, 0, &svg));
    for (const char *at = (const char *)svg.data; (at = strchr(at, '#')); at++) {
        int length = (int)strcspn(at + 1, "\")");
        const char *id = ho_format(bench->ctx.arena, " id=\"%.*s\"", length, at + 1);
        const char *found = strstr((const char *)svg.data, id);
        cr_assert(found, "%s is missing", id);
        cr_assert_null(strstr(found + 1, id), "%s is there twice", id);
        references++;
    }
    cr_assert_geq(references, 4);
    tear_down(bench);
}
