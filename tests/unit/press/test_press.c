/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>

#include "press/press.h"

static struct ho_ctx ctx;
static struct ho_fonts *fonts;
static struct ho_palette palette;
static struct ho_pages pages;
static const struct ho_ticket ticket = {"Trim", "Bleed", "Sides", "Stock",
                                        "Matt pouch."};

static void set_up(void)
{
    ctx = (struct ho_ctx){.arena = ho_arena_new()};
    pages = (struct ho_pages){.palette = &palette, .info = {.language = "en-GB"}};
    cr_assert(ho_fonts_open(&ctx, HO_FONTS_DIR, "en-GB", &fonts));
}

static void tear_down(void)
{
    ho_fonts_close(fonts);
    ho_arena_free(ctx.arena);
}

TestSuite(press, .init = set_up, .fini = tear_down);

static struct ho_press_plan start_plan(void)
{
    return (struct ho_press_plan){.language = "en-GB", .ticket = &ticket};
}

static void add_pages(const char *paper, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ho_page_add(ctx.arena, &pages, ho_paper_find(paper));
}

static struct ho_page *first(void)
{
    return pages.pages.items[0];
}

static void add_box(struct ho_page *page, struct ho_rect rect, enum ho_role fill)
{
    struct ho_path *path = ho_path_new(ctx.arena);
    ho_path_rounded(ctx.arena, path, rect, 0);
    ho_page_path(ctx.arena, page, path, (struct ho_paint){.fill = fill});
}

static struct ho_pages *run(const struct ho_press_plan *plan)
{
    struct ho_pages *out = NULL;
    bool ok = ho_press(&ctx, fonts, &pages, plan, &out);
    cr_assert(ok, "%s", ctx.diags.count ? ctx.diags.items[0].text : "no reason");
    const char *fault = ho_pages_fault(ctx.arena, out);
    cr_assert_null(fault, "%s", fault);
    return out;
}

static void expect_near(double a, double b, const char *what)
{
    cr_expect_float_eq(a, b, ho_mm(.1), "%s: %d and %d hundredths", what,
                       (int)(100 * a), (int)(100 * b));
}

static void expect_rect(struct ho_rect rect, double x, double y, double w, double h)
{
    expect_near(rect.x, x, "x");
    expect_near(rect.y, y, "y");
    expect_near(rect.width, w, "width");
    expect_near(rect.height, h, "height");
}

static const struct ho_item *item_of(const struct ho_page *page, size_t index)
{
    cr_assert_lt(index, page->items.count);
    return &page->items.items[index];
}

/* ---- one piece ---- */

Test(press, boxes_lie_in_each_other)
{
    struct ho_press_plan plan = start_plan();
    plan.bleed = ho_mm(3);
    plan.has_marks = true;
    add_pages("a5", 1);
    const struct ho_page *page = run(&plan)->pages.items[0];
    expect_rect(page->trim, 0, 0, ho_mm(148), ho_mm(210));
    expect_rect(page->bleed, -ho_mm(3), -ho_mm(3), ho_mm(154), ho_mm(216));
    cr_expect_lt(page->media.x, page->bleed.x - ho_mm(5));
    cr_expect_gt(page->media.x + page->media.width,
                 page->bleed.x + page->bleed.width + ho_mm(5));
}

Test(press, what_touches_the_trim_is_drawn_into_the_bleed)
{
    struct ho_press_plan plan = start_plan();
    double width = ho_paper_find("a5")->width;
    plan.bleed = ho_mm(3);
    add_pages("a5", 1);
    add_box(first(), (struct ho_rect){0, 0, width, 50}, HO_PAINT_DANGER);
    add_box(first(), (struct ho_rect){20, 70, 50, 50}, HO_PAINT_TINT);
    const struct ho_page *page = run(&plan)->pages.items[0];
    expect_rect(ho_path_box(item_of(page, 0)->as.path.path), -ho_mm(3), -ho_mm(3),
                width + 2 * ho_mm(3), 50 + ho_mm(3));
    expect_rect(ho_path_box(item_of(page, 1)->as.path.path), 20, 70, 50, 50);
}

/* Lines and words, as far as they are not of the piece. */
static void expect_outside(const struct ho_page *page, struct ho_rect inner)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        struct ho_rect box = {0};
        if (item->kind == HO_ITEM_PATH)
            box = ho_path_box(item->as.path.path);
        else if (item->kind == HO_ITEM_GLYPHS)
            box = (struct ho_rect){item->as.glyphs.x, item->as.glyphs.y - 5,
                                   item->as.glyphs.width, 6};
        else
            continue;
        box.width += .01, box.height += .01; /* a line has no area */
        cr_expect_not(ho_rect_overlap(box, inner), "item %zu reaches the bleed", i);
        cr_expect_geq(box.x, page->media.x);
        cr_expect_leq(box.y + box.height, page->media.y + page->media.height);
    }
}

Test(press, marks_and_ticket_stand_outside_the_bleed)
{
    static const double bleeds[] = {0, 3, 5};
    for (int i = 0; i < 3; i++) {
        struct ho_press_plan plan = start_plan();
        plan.bleed = ho_mm(bleeds[i]);
        plan.has_marks = true;
        plan.is_laminated = false;
        pages.pages.count = 0;
        add_pages("a6", 1);
        const struct ho_page *page = run(&plan)->pages.items[0];
        cr_assert_gt(page->items.count, 8);
        expect_outside(page, page->bleed);
    }
}

Test(press, the_ticket_says_what_is_printed)
{
    struct ho_press_plan plan = start_plan();
    struct ho_text said = {.arena = ctx.arena};
    plan.bleed = ho_mm(3);
    plan.has_marks = true;
    plan.stock = "120 g/m²";
    add_pages("card", 2);
    const struct ho_page *page = run(&plan)->pages.items[0];
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_GLYPHS)
            ho_text_add(&said, item_of(page, i)->as.glyphs.text);
    cr_assert_str_eq(ho_text_end(&said),
                     "Trim 85.6 × 54 mm · Bleed 3 mm · Sides 2 · Stock 120 g/m²");
}

Test(press, guides_are_the_only_ink_near_the_edge_of_a_laminated_piece)
{
    struct ho_press_plan plan = start_plan();
    plan.is_laminated = plan.has_hole = true;
    add_pages("a5", 1);
    const struct ho_page *page = run(&plan)->pages.items[0];
    cr_assert_eq(page->items.count, 5); /* four corners and a hole */
    struct ho_rect hole = ho_path_box(item_of(page, 4)->as.path.path);
    expect_rect(hole, ho_mm(71), ho_mm(6), ho_mm(6), ho_mm(6));
    for (size_t i = 0; i < 4; i++) {
        struct ho_rect corner = ho_path_box(item_of(page, i)->as.path.path);
        expect_near(corner.width, ho_mm(5), "radius");
        expect_near(corner.height, ho_mm(5), "radius");
    }
}

Test(press, page_1_can_be_alone_on_its_leaf)
{
    struct ho_press_plan plan = start_plan();
    struct ho_element element = {.tag = HO_TAG_P};
    plan.has_blank_back = true;
    add_pages("a4", 3);
    ho_page_begin(ctx.arena, first(), &element);
    ho_page_end(ctx.arena, first(), &element);
    const struct ho_pages *out = run(&plan);
    cr_assert_eq(out->pages.count, 4);
    cr_expect_eq(out->pages.items[1]->items.count, 0);
    cr_expect_eq(out->pages.items[0]->items.count, 2); /* its tags are kept */
    cr_expect_not(out->is_untagged);
}

/* ---- many on a sheet ---- */

struct spot {
    struct ho_rect box; /* of the trim, on the sheet */
    bool is_turned;
    const struct ho_page *page;
};

static size_t find_spots(const struct ho_page *sheet, struct spot spots[64])
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->items.count; i++) {
        const struct ho_item *item = item_of(sheet, i);
        if (item->kind != HO_ITEM_PLACED)
            continue;
        struct ho_matrix m = item->as.placed.matrix;
        struct ho_rect trim = item->as.placed.page->trim;
        struct ho_point a = ho_apply(m, (struct ho_point){0, 0}),
                        b = ho_apply(m, (struct ho_point){trim.width, trim.height});
        spots[count++] = (struct spot){
            {fmin(a.x, b.x), fmin(a.y, b.y), fabs(b.x - a.x), fabs(b.y - a.y)},
            m.a < 0,
            item->as.placed.page};
    }
    return count;
}

static void expect_apart(const struct ho_page *sheet, const struct spot *spots,
                         size_t count, double gutter)
{
    for (size_t i = 0; i < count; i++) {
        struct ho_rect box = spots[i].box;
        cr_expect_geq(box.x, ho_mm(5));
        cr_expect_geq(box.y, ho_mm(5));
        cr_expect_leq(box.x + box.width, sheet->trim.width - ho_mm(5));
        cr_expect_leq(box.y + box.height, sheet->trim.height - ho_mm(5));
        struct ho_rect grown = {box.x - gutter / 2 + .01, box.y - gutter / 2 + .01,
                                box.width + gutter - .02, box.height + gutter - .02};
        for (size_t j = 0; j < i; j++) {
            struct ho_rect other = spots[j].box;
            other.x -= gutter / 2, other.y -= gutter / 2;
            other.width += gutter, other.height += gutter;
            cr_expect_not(ho_rect_overlap(grown, other), "%zu and %zu", i, j);
        }
    }
}

Test(press, pieces_stand_apart_and_inside_the_sheet)
{
    static const char *const sheets[] = {"a4", "letter", "a3", "sra3"};
    static const char *const papers[] = {"card", "a6"};
    for (size_t i = 0; i < 8; i++) {
        struct ho_press_plan plan = start_plan();
        struct spot spots[64];
        plan.on = sheets[i % 4];
        plan.bleed = ho_mm(3);
        pages.pages.count = 0;
        add_pages(papers[i / 4], 1);
        const struct ho_pages *out = run(&plan);
        size_t count = find_spots(out->pages.items[0], spots);
        cr_assert_geq(count, 1, "%s", plan.on);
        expect_apart(out->pages.items[0], spots, count, ho_mm(6));
        cr_expect(out->is_untagged);
    }
}

Test(press, the_largest_number_fits_and_one_more_does_not)
{
    struct ho_press_plan plan = start_plan();
    struct ho_pages *out = NULL;
    struct spot spots[64];
    plan.on = "a4";
    add_pages("card", 2);
    size_t most = find_spots(run(&plan)->pages.items[0], spots);
    cr_assert_eq(most, 9);
    for (int up = 1; up <= (int)most; up++) {
        plan.up = up;
        cr_expect_eq(find_spots(run(&plan)->pages.items[0], spots), (size_t)up);
    }
    plan.up = (int)most + 1;
    cr_assert_not(ho_press(&ctx, fonts, &pages, &plan, &out));
    cr_assert_eq(ctx.diags.items[0].code, HO_MSG_SHEET_UP);
    cr_expect(strstr(ctx.diags.items[0].hint, "9"));
    cr_expect_eq(ho_diags_status(&ctx.diags), 2);
}

Test(press, a_piece_larger_than_the_sheet_is_refused)
{
    struct ho_press_plan plan = start_plan();
    struct ho_pages *out = NULL;
    plan.on = "a4";
    add_pages("a4", 1);
    cr_assert_not(ho_press(&ctx, fonts, &pages, &plan, &out));
    cr_assert_eq(ctx.diags.items[0].code, HO_MSG_SHEET_NARROW);
}

/* The sheet turned about its vertical or its horizontal middle: each back must lie behind its own front. */
static void expect_register(enum ho_duplex duplex, int up)
{
    struct ho_press_plan plan = start_plan();
    struct spot fronts[64], backs[64];
    plan.on = "a4";
    plan.duplex = duplex;
    plan.up = up;
    const struct ho_pages *out = run(&plan);
    cr_assert_eq(out->pages.count, 2);
    const struct ho_page *sheet = out->pages.items[0];
    size_t count = find_spots(sheet, fronts);
    cr_assert_eq(find_spots(out->pages.items[1], backs), count);
    bool is_tall = sheet->trim.height > sheet->trim.width,
         is_vertical = is_tall == (duplex == HO_DUPLEX_LONG);
    for (size_t i = 0; i < count; i++) {
        struct ho_rect behind = backs[i].box;
        if (is_vertical)
            behind.x = sheet->trim.width - behind.x - behind.width;
        else
            behind.y = sheet->trim.height - behind.y - behind.height;
        expect_rect(behind, fronts[i].box.x, fronts[i].box.y, fronts[i].box.width,
                    fronts[i].box.height);
        cr_expect_eq(backs[i].is_turned, !is_vertical);
        cr_expect_not(fronts[i].is_turned);
    }
}

Test(press, backs_lie_behind_their_fronts)
{
    add_pages("card", 2);
    for (int up = 1; up <= 9; up++) {
        expect_register(HO_DUPLEX_LONG, up);
        expect_register(HO_DUPLEX_SHORT, up);
    }
}

/* ---- booklets ---- */

/* Page numbers of a sheet from left to right, 0 for none. */
static void expect_sheet(const struct ho_page *sheet, size_t left, size_t right,
                         bool is_turned)
{
    size_t seen[2] = {0, 0};
    struct spot spots[64];
    size_t count = find_spots(sheet, spots);
    for (size_t i = 0; i < count; i++)
        for (size_t p = 0; p < pages.pages.count; p++)
            if (spots[i].page == pages.pages.items[p]) {
                seen[spots[i].box.x > sheet->trim.width / 2 - 1] = p + 1;
                cr_expect_eq(spots[i].is_turned, is_turned);
            }
    cr_expect_eq(seen[0], left, "%zu is left, not %zu", seen[0], left);
    cr_expect_eq(seen[1], right, "%zu is right, not %zu", seen[1], right);
}

Test(press, a_booklet_of_six_pages_folds_into_order)
{
    struct ho_press_plan plan = start_plan();
    plan.is_booklet = true;
    add_pages("a5", 6);
    const struct ho_pages *out = run(&plan);
    cr_assert_eq(out->pages.count, 4);
    expect_rect(out->pages.items[0]->trim, 0, 0, ho_mm(297), ho_mm(210));
    expect_sheet(out->pages.items[0], 0, 1, false);
    expect_sheet(out->pages.items[1], 2, 0, false);
    expect_sheet(out->pages.items[2], 6, 3, false);
    expect_sheet(out->pages.items[3], 4, 5, false);
}

Test(press, a_booklet_can_be_turned_about_its_long_edge)
{
    struct ho_press_plan plan = start_plan();
    plan.is_booklet = true;
    plan.duplex = HO_DUPLEX_LONG;
    add_pages("half-letter", 4);
    const struct ho_pages *out = run(&plan);
    expect_rect(out->pages.items[0]->trim, 0, 0, 792, 612);
    expect_sheet(out->pages.items[0], 4, 1, false);
    expect_sheet(out->pages.items[1], 3, 2, true);
}

Test(press, a_right_to_left_booklet_opens_to_the_other_side)
{
    struct ho_press_plan plan = start_plan();
    plan.is_booklet = plan.is_rtl = true;
    add_pages("a5", 4);
    const struct ho_pages *out = run(&plan);
    expect_sheet(out->pages.items[0], 1, 4, false);
    expect_sheet(out->pages.items[1], 3, 2, false);
}
