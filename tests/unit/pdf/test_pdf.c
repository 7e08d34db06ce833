/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "unit/pdf/written.h"

TestSuite(pdf, .init = set_up, .fini = tear_down);

Test(pdf, is_pdf_1_7)
{
    struct ho_bytes file = write_file();
    cr_assert(file.length > 500);
    cr_assert_eq(memcmp(file.data, "%PDF-1.7\n%", 10), 0);
    cr_assert(file.data[10] >= 0x80);
    cr_assert_eq(memcmp(file.data + file.length - 6, "%%EOF\n", 6), 0);
}

/* Each entry of the table of objects points at its object. */
Test(pdf, finds_its_objects)
{
    struct ho_bytes file = write_file();
    const char *text = (const char *)file.data, *end_of_file = text + file.length;
    const char *last = NULL;
    for (const char *s = text; (s = find(s, end_of_file, "startxref\n")); s++)
        last = s;
    cr_assert(last);
    const char *table = text + strtoul(last + strlen("startxref\n"), NULL, 10);
    cr_assert_eq(memcmp(table, "xref\n0 ", 7), 0);
    char *entry;
    unsigned long objects = strtoul(table + 7, &entry, 10);
    cr_assert(objects > 5);
    entry++;
    for (unsigned long i = 1; i < objects; i++) {
        const char *object = text + strtoul(entry + 20 * i, NULL, 10);
        const char *head = ho_format(ctx.arena, "%lu 0 obj", i);
        cr_assert_eq(memcmp(object, head, strlen(head)), 0, "object %lu", i);
    }
}

Test(pdf, gives_the_same_bytes_each_time)
{
    add_square();
    struct ho_bytes one = write_file(), two = write_file();
    cr_assert_eq(one.length, two.length);
    cr_assert_eq(memcmp(one.data, two.data, one.length), 0);
}

static const char *find_identifier(void)
{
    const char *at = strstr(write_text(), "/ID [<");
    cr_assert(at);
    return ho_strndup(ctx.arena, at, 40);
}

Test(pdf, is_identified_by_its_content)
{
    add_square();
    const char *plain = find_identifier();
    pages.info.title = "Another";
    const char *renamed = find_identifier();
    cr_assert_str_neq(plain, renamed);
    add_square();
    cr_assert_str_neq(renamed, find_identifier());
}

Test(pdf, writes_the_three_boxes)
{
    page->media = (struct ho_rect){-20, -30, 440, 660};
    page->bleed = (struct ho_rect){-8.5, -8.5, 417, 617};
    page->trim = (struct ho_rect){0, 0, 400, 600};
    const char *text = write_text();
    expect(text, "/MediaBox [0 0 440 660]");
    expect(text, "/BleedBox [11.5 21.5 428.5 638.5]");
    expect(text, "/TrimBox [20 30 420 630]");
}

Test(pdf, turns_the_page_over)
{
    page->media = (struct ho_rect){-20, -30, 440, 660};
    add_square();
    /* The top left corner 10, 20 is 30 from the left and 50 under the top at 660. */
    expect(write_text(), "0 0 1 rg\n30 610 m\n40 610 l\n40 600 l\n30 600 l\nh\nf\n");
}

Test(pdf, states_colours_and_lines_only_when_they_change)
{
    struct ho_paint paint = {.fill = HO_PAINT_TINT,
                             .stroke = HO_PAINT_DANGER,
                             .width = 1.5,
                             .dash = {2.5, 1.25},
                             .cap = HO_CAP_ROUND,
                             .join = HO_JOIN_BEVEL,
                             .is_even_odd = true};
    ho_page_path(ctx.arena, page, make_square(0, 0), paint);
    ho_page_path(ctx.arena, page, make_square(5, 5), paint);
    paint.dash[0] = 0;
    ho_page_path(ctx.arena, page, make_square(5, 5), paint);
    const char *text = write_text();
    expect(text, "0 0 1 rg\n0.5 0 0 RG\n1.5 w\n1 J\n2 j\n[2.5 1.25] 0 d\n");
    expect(text, "[] 0 d\n");
    cr_assert_eq(count(text, " rg\n"), 1);
    cr_assert_eq(count(text, " w\n"), 1);
    cr_assert_eq(count(text, "B*\n"), 3);
}

Test(pdf, paints_in_grey_when_told)
{
    palette.ink = HO_INK_GREY;
    ho_page_path(ctx.arena, page, make_square(0, 0),
                 (struct ho_paint){.fill = HO_PAINT_DANGER});
    expect(write_text(), "0.25 0.25 0.25 rg\n");
}

Test(pdf, paints_nothing_for_no_paint)
{
    ho_page_path(ctx.arena, page, make_square(0, 0), (struct ho_paint){0});
    expect_not(write_text(), " m\n");
}

Test(pdf, writes_numbers_with_a_point_in_every_locale)
{
    struct ho_bytes plain = write_file();
    cr_assert(setlocale(LC_ALL, "de_DE.UTF-8") || setlocale(LC_ALL, "C"));
    ho_page_path(ctx.arena, page, make_square(0.25, 0.5),
                 (struct ho_paint){.fill = HO_PAINT_TINT});
    expect(write_text(), "0.25 841.39 m\n");
    page->items.count--;
    struct ho_bytes german = write_file();
    cr_assert_eq(plain.length, german.length);
    cr_assert_eq(memcmp(plain.data, german.data, plain.length), 0);
    setlocale(LC_ALL, "C");
}

static struct ho_drawing *make_drawing(void)
{
    struct ho_drawing *drawing = ho_new(ctx.arena, struct ho_drawing);
    *drawing = (struct ho_drawing){.id = "knee", .box = {0, 0, 100, 100}};
    ho_push(ctx.arena, &drawing->paths,
            (struct ho_painted_path){make_square(90, 95),
                                     {.stroke = HO_PAINT_DANGER, .width = 2}});
    return drawing;
}

Test(pdf, shares_a_drawing)
{
    struct ho_drawing *drawing = make_drawing();
    ho_page_drawing(ctx.arena, page, drawing, (struct ho_matrix){2, 0, 0, 2, 10, 20});
    page = ho_page_add(ctx.arena, &pages, ho_paper_find("a4"));
    ho_page_drawing(ctx.arena, page, drawing, HO_IDENTITY);
    const char *text = write_text();
    cr_assert_eq(count(text, "/Subtype /Form"), 1);
    expect(text, "q 2 0 0 -2 10 821.89 cm /X1 Do Q");
    expect(text, "q 1 0 0 -1 0 841.89 cm /X1 Do Q");
    expect(text, "90 95 m\n");
}

/* The square ends at 100, 105, and a mitred corner may reach ten widths. */
Test(pdf, leaves_room_for_the_strokes_of_a_drawing)
{
    ho_page_drawing(ctx.arena, page, make_drawing(), HO_IDENTITY);
    expect(write_text(), "/BBox [-10 -10 110 115 ]");
}

Test(pdf, embeds_pixels_with_their_mask)
{
    static const unsigned char rgb[] = {255, 0, 0, 0, 255, 0}, alpha[] = {255, 7};
    struct ho_image image = {.id = "logo",
                             .width = 2,
                             .height = 1,
                             .components = 3,
                             .pixels = {rgb, sizeof rgb},
                             .alpha = {alpha, sizeof alpha}};
    ho_page_image(ctx.arena, page, &image, (struct ho_rect){10, 20, 30, 40});
    const char *text = write_text();
    cr_assert_eq(count(text, "/Subtype /Image"), 2);
    expect(text, "/ColorSpace /DeviceRGB\n/SMask ");
    expect(text, "/Width 2 /Height 1 ");
    expect(text, "q 30 0 0 40 10 781.89 cm /X1 Do Q");
}

Test(pdf, passes_a_jpeg_through)
{
    static const unsigned char jpeg[] = "\xFF\xD8 as it is \xFF\xD9", pixels[64];
    struct ho_image image = {.id = "logo",
                             .width = 8,
                             .height = 8,
                             .components = 1,
                             .pixels = {pixels, sizeof pixels},
                             .jpeg = {jpeg, sizeof jpeg - 1}};
    ho_page_image(ctx.arena, page, &image, (struct ho_rect){0, 0, 8, 8});
    const char *text = write_text();
    expect(text, "/ColorSpace /DeviceGray\n/Filter /DCTDecode\n");
    expect(text, "stream\r\n\xFF\xD8 as it is \xFF\xD9\nendstream");
}

Test(pdf, tells_where_the_bytes_went)
{
    struct ho_bytes file;
    struct ho_pdf_sizes sizes;
    ho_page_drawing(ctx.arena, page, make_drawing(), HO_IDENTITY);
    cr_assert(ho_pdf_write_measured(&ctx, NULL, &pages, &file, &sizes));
    cr_assert_eq(sizes.total, file.length);
    cr_assert_eq(sizes.total, sizes.content + sizes.fonts + sizes.drawings +
                                  sizes.images + sizes.structure + sizes.metadata +
                                  sizes.profile + sizes.other);
    cr_assert(sizes.content && sizes.drawings && sizes.structure && sizes.metadata &&
              sizes.profile);
    cr_assert_eq(sizes.images, 0);
    cr_assert_lt(sizes.other, sizes.total / 2);
}
