/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <locale.h>

#include "page/page.h"

static struct ho_arena *arena;

static void set_up(void)
{
    arena = ho_arena_new();
}

static void tear_down(void)
{
    ho_arena_free(arena);
}

TestSuite(trace, .init = set_up, .fini = tear_down);

static const char golden[] =
    "document \"Your \\\"plan\\\"\" en-GB author \"The Clinic\" template handout "
    "country GB "
    "date 2026-01-31\n"
    "page 1 media 0 0 595.28 841.89\n"
    "tag Artifact header\n"
    "  path fill danger M 0 0 L 10 0 L 10 5.5 L 0 5.5 Z\n"
    "/tag\n"
    "tag H1 lang en-GB\n"
    "  anchor plan 48 60 outline 1 \"Your plan\"\n"
    "  glyphs sans-bold 12 ink 48.19 60 \"Text\\x0A\" 2 glyphs width 33.2\n"
    "/tag\n"
    "tag Table\n"
    "  tag TR\n"
    "    tag TH scope column columns 2 rows 3\n"
    "    /tag\n"
    "  /tag\n"
    "/tag\n"
    "tag L numbering decimal\n"
    "/tag\n"
    "path fill tint even-odd stroke ink 0.75 dash 2 3 cap round join bevel M 1 1 "
    "C 2 2 3 3 4.13 0\n"
    "page 2 media -9 -9 323.65 437.53 bleed -8.5 -8.5 314.65 428.53 trim 0 0 297.64 "
    "419.53\n"
    "tag Figure box 1 2 3 4 alt \"A person kneels\"\n"
    "  drawing kneel matrix 0.0131 0 0 -1 5 6.01 1 paths\n"
    "  image logo 1 1 20 10 2x1 rgb alpha\n"
    "/tag\n"
    "tag Link\n"
    "  link 1 2 3 4 uri tel:999 \"Call 999\"\n"
    "  link 1 2 3 4 to plan \"Go to your plan\"\n"
    "  glyphs arabic 11 danger 5 6 \"\xD8\xA7\" 1 glyph width 4 rtl\n"
    "/tag\n";

static void add_first(struct ho_pages *pages)
{
    static const struct ho_font bold = {.id = "sans-bold"};
    static const struct ho_glyph glyphs[2] = {{.id = 1}, {.id = 2}};
    static const struct ho_element band = {.tag = HO_TAG_ARTIFACT,
                                           .artifact = HO_ARTIFACT_HEADER},
                                   h1 = {.tag = HO_TAG_H1, .language = "en-GB"},
                                   table = {.tag = HO_TAG_TABLE},
                                   row = {.tag = HO_TAG_TR},
                                   cell = {.tag = HO_TAG_TH,
                                           .scope = HO_SCOPE_COLUMN,
                                           .column_span = 2,
                                           .row_span = 3},
                                   list = {.tag = HO_TAG_L,
                                           .numbering = HO_NUMBERING_DECIMAL};
    struct ho_page *page = ho_page_add(arena, pages, ho_paper_find("a4"));
    struct ho_path *rect = ho_path_new(arena), *curve = ho_path_new(arena);
    ho_path_rounded(arena, rect, (struct ho_rect){-0.001, 0, 10, 5.5}, 0);
    ho_path_move(arena, curve, 1, 1);
    ho_path_curve(arena, curve, 2, 2, 3, 3, 4.126, -0.0049);
    ho_page_begin(arena, page, &band);
    ho_page_path(arena, page, rect, (struct ho_paint){.fill = HO_PAINT_DANGER});
    ho_page_end(arena, page, &band);
    ho_page_begin(arena, page, &h1);
    ho_page_anchor(arena, page, (struct ho_anchor){"plan", 48, 60, "Your plan", 1});
    ho_page_glyphs(arena, page,
                   (struct ho_glyphs){&bold, 12, 48.189, 60, 33.2, HO_PAINT_INK, false,
                                      "Text\n", glyphs, 2, 0});
    ho_page_end(arena, page, &h1);
    const struct ho_element *const open[] = {&table, &row, &cell};
    for (int i = 0; i < 3; i++)
        ho_page_begin(arena, page, open[i]);
    for (int i = 3; i-- > 0;)
        ho_page_end(arena, page, open[i]);
    ho_page_begin(arena, page, &list);
    ho_page_end(arena, page, &list);
    ho_page_path(arena, page, curve,
                 (struct ho_paint){HO_PAINT_TINT,
                                   HO_PAINT_INK,
                                   true,
                                   0.75,
                                   {2, 3},
                                   HO_CAP_ROUND,
                                   HO_JOIN_BEVEL});
}

static void add_second(struct ho_pages *pages)
{
    static const struct ho_font arabic = {.id = "arabic"};
    static const struct ho_glyph glyph = {.id = 1};
    static const unsigned char bytes[6];
    static const struct ho_image logo = {"logo", 2, 1, 3, {bytes, 6}, {bytes, 2}, {0}};
    static const struct ho_element figure = {.tag = HO_TAG_FIGURE,
                                             .alt = "A person kneels",
                                             .box = {1, 2, 3, 4}},
                                   link = {.tag = HO_TAG_LINK};
    struct ho_page *page = ho_page_add(arena, pages, ho_paper_find("a5"));
    struct ho_drawing *drawing = ho_new(arena, struct ho_drawing);
    page->trim = (struct ho_rect){0, 0, 297.638, 419.528};
    page->bleed = (struct ho_rect){-8.5, -8.5, 314.65, 428.53};
    page->media = (struct ho_rect){-9, -9, 323.65, 437.53};
    drawing->id = "kneel";
    drawing->paths.count = 0;
    ho_push(arena, &drawing->paths,
            (struct ho_painted_path){ho_path_new(arena), {.fill = HO_PAINT_INK}});
    struct ho_rect box = {1, 2, 3, 4};
    ho_page_begin(arena, page, &figure);
    ho_page_drawing(arena, page, drawing,
                    (struct ho_matrix){0.0131, 0, 0, -1, 5, 6.005001});
    ho_page_image(arena, page, &logo, (struct ho_rect){1, 1, 20, 10});
    ho_page_end(arena, page, &figure);
    ho_page_begin(arena, page, &link);
    ho_page_link(arena, page, (struct ho_link){box, "tel:999", NULL, "Call 999"});
    ho_page_link(arena, page, (struct ho_link){box, NULL, "plan", "Go to your plan"});
    ho_page_glyphs(arena, page,
                   (struct ho_glyphs){&arabic, 11, 5, 6, 4, HO_PAINT_DANGER, true,
                                      "\xD8\xA7", &glyph, 1, 0});
    ho_page_end(arena, page, &link);
}

static struct ho_pages make_pages(void)
{
    struct ho_pages pages = {.info = {.title = "Your \"plan\"",
                                      .language = "en-GB",
                                      .author = "The Clinic",
                                      .generator = "handout 9.9.9",
                                      .template_id = "handout",
                                      .country = "GB",
                                      .content_hash = "abc",
                                      .date = "2026-01-31"}};
    add_first(&pages);
    add_second(&pages);
    return pages;
}

Test(trace, writes_each_kind_of_item)
{
    struct ho_pages pages = make_pages();
    cr_assert_null(ho_pages_fault(arena, &pages), "%s", ho_pages_fault(arena, &pages));
    cr_assert_str_eq(ho_pages_trace(arena, &pages), golden);
}

Test(trace, is_the_same_under_a_decimal_comma)
{
    if (!setlocale(LC_ALL, "de_DE.UTF-8") &&
        (!setlocale(LC_ALL, "") || *localeconv()->decimal_point != ','))
        cr_skip_test("no locale with a decimal comma is installed");
    struct ho_pages pages = make_pages();
    cr_assert_str_eq(ho_pages_trace(arena, &pages), golden);
}

Test(trace, writes_no_pages_and_empty_pages)
{
    struct ho_pages pages = {0};
    cr_assert_str_eq(ho_pages_trace(arena, &pages), "document \"\" -\n");
    ho_page_add(arena, &pages, ho_paper_find("letter"));
    cr_assert_str_eq(ho_pages_trace(arena, &pages),
                     "document \"\" -\npage 1 media 0 0 612 792\n");
}
