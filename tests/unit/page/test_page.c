/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>

#include "page/page.h"

static struct ho_arena *arena;
static struct ho_pages pages;
static struct ho_page *page;

static void set_up(void)
{
    arena = ho_arena_new();
    pages = (struct ho_pages){0};
    page = ho_page_add(arena, &pages, ho_paper_find("a4"));
}

static void tear_down(void)
{
    ho_arena_free(arena);
}

TestSuite(page, .init = set_up, .fini = tear_down);

static const struct ho_element paragraph = {.tag = HO_TAG_P},
                               section = {.tag = HO_TAG_SECT},
                               link = {.tag = HO_TAG_LINK}, list = {.tag = HO_TAG_L},
                               header = {.tag = HO_TAG_ARTIFACT},
                               figure = {.tag = HO_TAG_FIGURE, .alt = "A person"};
static const struct ho_link call = {{0, 0, 9, 9}, "tel:999", NULL, "Call 999"};

static void expect_fault(const char *fault)
{
    const char *found = ho_pages_fault(arena, &pages);
    cr_assert(found, "not found: %s", fault);
    cr_assert(strstr(found, fault), "%s", found);
}

static void expect_none(void)
{
    const char *found = ho_pages_fault(arena, &pages);
    cr_assert_null(found, "%s", found);
}

Test(page, is_at_first_all_paper)
{
    const struct ho_paper *a4 = ho_paper_find("a4");
    const struct ho_rect *boxes[] = {&page->media, &page->bleed, &page->trim};
    for (int i = 0; i < 3; i++)
        cr_assert(boxes[i]->x == 0 && boxes[i]->y == 0 &&
                  boxes[i]->width == a4->width && boxes[i]->height == a4->height);
    cr_assert_eq(page->items.count, 0);
    cr_assert_eq(pages.pages.count, 1);
    expect_none();
}

Test(page, keeps_items_in_order_of_their_adding)
{
    ho_page_begin(arena, page, &link);
    ho_page_link(arena, page, call);
    ho_page_anchor(arena, page, (struct ho_anchor){.name = "here", .x = 1, .y = 2});
    ho_page_end(arena, page, &link);
    cr_assert_eq(page->items.count, 4);
    cr_assert_eq(page->items.items[0].kind, HO_ITEM_TAG_BEGIN);
    cr_assert_eq(page->items.items[0].as.element, &link);
    cr_assert_str_eq(page->items.items[1].as.link.uri, "tel:999");
    cr_assert_eq(page->items.items[2].as.anchor.y, 2);
    cr_assert_eq(page->items.items[3].kind, HO_ITEM_TAG_END);
    expect_none();
}

Test(page, names_every_tag_as_pdf_does)
{
    cr_assert_str_eq(ho_tag_name(HO_TAG_LBODY), "LBody");
    cr_assert_str_eq(ho_tag_name(HO_TAG_ARTIFACT), "Artifact");
    for (int i = 0; i < HO_TAG_COUNT; i++)
        for (int j = 0; j < i; j++)
            cr_assert_str_neq(ho_tag_name((enum ho_tag)i), ho_tag_name((enum ho_tag)j));
}

Test(page, fault_names_page_and_item)
{
    ho_page_add(arena, &pages, ho_paper_find("a5"));
    ho_page_begin(arena, pages.pages.items[1], &paragraph);
    ho_page_end(arena, pages.pages.items[1], &paragraph);
    ho_page_end(arena, pages.pages.items[1], &paragraph);
    expect_fault("page 2, item 3: ");
}

Test(page, fault_finds_an_element_that_is_not_closed_on_its_page)
{
    struct ho_page *second = ho_page_add(arena, &pages, ho_paper_find("a4"));
    ho_page_begin(arena, page, &list);
    ho_page_end(arena, second, &list);
    expect_fault("page 1: an element is not closed: L");
}

Test(page, fault_finds_an_end_without_a_beginning)
{
    ho_page_end(arena, page, &paragraph);
    expect_fault("not open");
}

Test(page, fault_finds_crossed_elements)
{
    ho_page_begin(arena, page, &section);
    ho_page_begin(arena, page, &paragraph);
    ho_page_end(arena, page, &section);
    expect_fault("before the one inside");
}

Test(page, fault_finds_an_element_inside_itself)
{
    ho_page_begin(arena, page, &section);
    ho_page_begin(arena, page, &section);
    expect_fault("inside itself");
}

static void add_within(struct ho_page *on, const struct ho_element *parent)
{
    ho_page_begin(arena, on, parent);
    ho_page_begin(arena, on, &list);
    ho_page_begin(arena, on, &header);
    ho_page_end(arena, on, &header);
    ho_page_end(arena, on, &list);
    ho_page_end(arena, on, parent);
}

Test(page, fault_lets_an_element_go_on_in_the_same_parent_only)
{
    struct ho_element other = {.tag = HO_TAG_SECT};
    add_within(page, &section);
    add_within(ho_page_add(arena, &pages, ho_paper_find("a4")), &section);
    ho_page_begin(arena, page, &header);
    ho_page_end(arena, page, &header);
    expect_none();
    add_within(ho_page_add(arena, &pages, ho_paper_find("a4")), &other);
    expect_fault("page 3, item 2: an element goes on inside another parent");
}

Test(page, fault_finds_a_figure_without_an_alternative)
{
    static const char *const empty[] = {NULL, ""};
    ho_page_begin(arena, page, &figure);
    ho_page_end(arena, page, &figure);
    expect_none();
    for (int i = 0; i < 2; i++) {
        struct ho_element silent = {.tag = HO_TAG_FIGURE, .alt = empty[i]};
        ho_page_begin(arena, page, &silent);
        expect_fault("no alternative");
        page->items.count = 0;
    }
}

static void add_link(struct ho_link changed)
{
    page->items.count = 0;
    ho_page_begin(arena, page, &link);
    ho_page_link(arena, page, changed);
    ho_page_end(arena, page, &link);
}

Test(page, fault_finds_a_link_outside_its_element)
{
    ho_page_begin(arena, page, &paragraph);
    ho_page_link(arena, page, call);
    ho_page_end(arena, page, &paragraph);
    expect_fault("outside an element Link");
}

Test(page, fault_finds_a_link_without_description_or_target)
{
    struct ho_link changed = call;
    add_link(call);
    expect_none();
    changed.description = "";
    add_link(changed);
    expect_fault("no description");
    changed = call;
    changed.uri = NULL;
    add_link(changed);
    expect_fault("one target");
    changed = call;
    changed.anchor = "there";
    add_link(changed);
    expect_fault("one target");
}

Test(page, fault_finds_a_link_to_nowhere)
{
    add_link((struct ho_link){{0, 0, 9, 9}, NULL, "there", "Go there"});
    expect_fault("not there");
    ho_page_anchor(arena, ho_page_add(arena, &pages, ho_paper_find("a4")),
                   (struct ho_anchor){.name = "there"});
    expect_none();
}

Test(page, fault_finds_an_anchor_without_name_or_level)
{
    ho_page_anchor(arena, page, (struct ho_anchor){.x = 1});
    expect_fault("no name");
    page->items.items[0].as.anchor =
        (struct ho_anchor){.name = "here", .outline_title = "Here"};
    expect_fault("no level");
    page->items.items[0].as.anchor.outline_level = 1;
    expect_none();
}

static void add_path(struct ho_path *path, struct ho_paint paint)
{
    page->items.count = 0;
    ho_page_path(arena, page, path, paint);
}

Test(page, fault_finds_a_path_that_cannot_be_drawn)
{
    static const uint8_t ops[][2] = {
        {HO_LINE, HO_CLOSE}, {HO_MOVE, HO_LINE}, {HO_MOVE, 17}};
    static const char *const faults[] = {"begin with a move", "not the points",
                                         "operator"};
    for (size_t i = 0; i < 3; i++) {
        struct ho_path path = {0};
        ho_push(arena, &path.ops, ops[i][0]);
        ho_push(arena, &path.ops, ops[i][1]);
        ho_push(arena, &path.points, (struct ho_point){1, 1});
        add_path(&path, (struct ho_paint){.fill = HO_PAINT_INK});
        expect_fault(faults[i]);
    }
}

Test(page, fault_finds_numbers_that_are_none)
{
    struct ho_path *path = ho_path_new(arena);
    ho_path_circle(arena, path, 0, 0, 5);
    add_path(path, (struct ho_paint){.fill = HO_PAINT_INK});
    expect_none();
    path->points.items[12].y = NAN;
    expect_fault("not finite");
    page->items.count = 0;
    ho_page_anchor(arena, page, (struct ho_anchor){.name = "here", .x = INFINITY});
    expect_fault("not finite");
}

Test(page, fault_finds_a_stroke_without_width_in_a_drawing_too)
{
    struct ho_path *path = ho_path_new(arena);
    struct ho_drawing drawing = {.id = "arrow"};
    ho_path_circle(arena, path, 0, 0, 5);
    add_path(path, (struct ho_paint){.stroke = HO_PAINT_INK, .width = 1});
    expect_none();
    add_path(path, (struct ho_paint){.stroke = HO_PAINT_INK});
    expect_fault("no width");
    page->items.count = 0;
    ho_push(arena, &drawing.paths,
            (struct ho_painted_path){path, {.stroke = HO_PAINT_INK}});
    ho_page_drawing(arena, page, &drawing, HO_IDENTITY);
    expect_fault("no width");
}

Test(page, fault_finds_a_run_that_does_not_fit_its_text)
{
    static const struct ho_font font = {.id = "sans"};
    static const struct ho_glyph glyphs[] = {{.id = 1, .cluster = 0},
                                             {.id = 2, .cluster = 2}};
    struct ho_glyphs run = {
        .font = &font, .size = 12, .text = "ab", .glyphs = glyphs, .count = 1};
    ho_page_glyphs(arena, page, run);
    expect_none();
    page->items.items[0].as.glyphs.count = 2;
    expect_fault("text that its run does not have");
    page->items.items[0].as.glyphs.font = NULL;
    expect_fault("no font");
}

Test(page, fault_finds_an_image_with_missing_pixels)
{
    static const unsigned char bytes[12];
    struct ho_image image = {"logo", 2, 2, 3, {bytes, 12}, {bytes, 4}, {0}};
    ho_page_image(arena, page, &image, (struct ho_rect){0, 0, 1, 1});
    expect_none();
    image.alpha.length = 3;
    expect_fault("alpha");
    image.alpha.length = 0;
    image.pixels.length = 11;
    image.jpeg = (struct ho_bytes){bytes, 12};
    expect_fault("pixels");
    image.components = 4;
    expect_fault("neither grey nor RGB");
}
