/* Every product on every paper, in every size of type and every ink: whole pages, nothing on top of anything, nothing
 * torn, no page nearly empty. What is measured are the items of the pages, with the figures that are printed.
 * SPDX-License-Identifier: MIT */
#include "unit/job/products.h"

static const char *const templates[] = {"handout", "leaflet", "one-page", "diary"};
enum { TEMPLATES = sizeof templates / sizeof *templates };

/* ---- what a page must not be ---- */

static bool is_heading(const struct ho_element *element)
{
    return element->tag == HO_TAG_H1 || element->tag == HO_TAG_H2 ||
           element->tag == HO_TAG_H3;
}

/* What is read last on a page is no heading. */
static void expect_no_orphan(const struct ho_page *page, const char *what)
{
    const struct ho_element *open[32] = {NULL}, *last = NULL;
    int depth = 0, artifacts = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        if (item->kind == HO_ITEM_TAG_BEGIN) {
            open[depth++] = item->as.element;
            if (item->as.element->tag == HO_TAG_FIGURE)
                last = item->as.element;
            artifacts += item->as.element->tag == HO_TAG_ARTIFACT;
        } else if (item->kind == HO_ITEM_TAG_END) {
            artifacts -= open[--depth]->tag == HO_TAG_ARTIFACT;
        } else if (item->kind == HO_ITEM_GLYPHS && !artifacts) {
            last = open[depth - 1];
            for (int d = 0; d < depth; d++)
                if (is_heading(open[d]))
                    last = open[d];
        }
    }
    cr_expect(last && !is_heading(last), "%s ends with a heading", what);
}

/* A box stands on one page; only where it is taller than a page it is none. */
static void expect_no_split_box(struct product *p, const struct ho_pages *pages,
                                const char *what)
{
    struct {
        HO_VEC(const struct ho_element *);
    } seen = {0};
    for (size_t n = 0; n < pages->pages.count; n++) {
        const struct ho_page *page = pages->pages.items[n];
        size_t before = seen.count;
        for (size_t i = 0; i < page->items.count; i++) {
            const struct ho_item *item = item_of(page, i);
            if (item->kind != HO_ITEM_TAG_BEGIN || item->as.element->tag != HO_TAG_DIV)
                continue;
            for (size_t k = 0; k < before; k++)
                cr_expect_neq(seen.items[k], item->as.element,
                              "%s: a box goes on from page %zu", what, n);
            ho_push(p->ctx.arena, &seen, item->as.element);
        }
    }
}

/* How much of its room the page uses: from the top to the lowest ink that is not of its foot. */
static double fill_of(const struct ho_page *page)
{
    double top = ho_mm(17), bottom = 0, foot = page->trim.height;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        struct ho_rect box = {0};
        if (item->kind == HO_ITEM_TAG_BEGIN &&
            item->as.element->artifact == HO_ARTIFACT_FOOTER)
            foot = fmin(foot, ho_path_box(item_of(page, i + 1)->as.path.path).y);
        if (item->kind == HO_ITEM_GLYPHS)
            box = run_box(&item->as.glyphs);
        else if (item->kind == HO_ITEM_PATH)
            box = ho_path_box(item->as.path.path);
        if (box.y + box.height < foot)
            bottom = fmax(bottom, box.y + box.height);
        else if (box.y > 0 && foot < page->trim.height)
            break;
    }
    return (bottom - top) / (foot - top);
}

static bool says(const struct ho_page *page, const char *words)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        if (item->kind == HO_ITEM_GLYPHS && ho_equal(item->as.glyphs.text, words))
            return true;
    }
    return false;
}

/* Who reads when to carry on sees when to do less and when to stop. */
static void expect_whole_rule(const struct ho_page *page, const char *what)
{
    bool carries_on = says(page, "Carry on");
    cr_expect_eq(says(page, "Do less"), carries_on, "%s has half a rule", what);
    cr_expect_eq(says(page, "Stop"), carries_on, "%s has half a rule", what);
}

static void expect_good(struct product *p, const char *template_id, const char *paper,
                        enum ho_edition edition, enum ho_ink ink)
{
    const char *what = ho_format(p->ctx.arena, "%s, %s, %s, %s", template_id, paper,
                                 ho_edition_names[edition], ho_ink_names[ink]);
    const struct ho_pages *pages = set_product(p, paper, edition, ink);
    expect_good_pages(pages);
    for (size_t i = 1; i < pages->pages.count; i++) {
        const char *page = ho_format(p->ctx.arena, "%s, page %zu of %zu", what, i + 1,
                                     pages->pages.count);
        expect_no_orphan(pages->pages.items[i], page);
        expect_whole_rule(pages->pages.items[i], page);
        double fill = fill_of(pages->pages.items[i]);
        cr_expect_gt(fill, .25, "%s: %d %% full", page, (int)(100 * fill));
    }
    if (edition == HO_EDITION_STANDARD)
        expect_no_split_box(p, pages, what);
}

static void expect_product(const char *template_id, const char *theme,
                           const char *record)
{
    static const char *const papers[] = {"a4", "letter", "a5"};
    struct product p = open_product(template_id, theme);
    order_patient(&p, record);
    for (int paper = 0; paper < 3; paper++)
        for (int edition = 0; edition < HO_EDITION_COUNT; edition++)
            for (int ink = HO_INK_COLOUR; ink <= HO_INK_LOW; ink++)
                if (edition == HO_EDITION_STANDARD ||
                    paper < 2) /* page 1 would not fit */
                    expect_good(&p, template_id, papers[paper],
                                (enum ho_edition)edition, (enum ho_ink)ink);
    close_product(&p);
}

Test(products, of_a_patient_are_good_on_every_paper_in_every_edition_and_ink)
{
    for (int i = 0; i < TEMPLATES; i++)
        expect_product(templates[i], "default", HO_CONTENT "/examples/sam-taylor.xml");
}

Test(products, of_no_patient_are_good_on_every_paper_in_every_edition_and_ink)
{
    for (int i = 0; i < TEMPLATES; i++)
        expect_product(templates[i], "default", NULL);
}

/* ---- how many pages ---- */

/* The product of the example with that many exercises; `end` stands in place of "</plan>". */
static struct product open_with(const char *template_id, int exercises, const char *end)
{
    static const char *const more[] = {"cat-cow",  "figure-four", "pelvic-tilt",
                                       "bird-dog", "plank",       "walking",
                                       "swimming"};
    struct product p = open_product(template_id, "default");
    struct ho_text list = {.arena = p.ctx.arena};
    for (int i = 1; i < exercises; i++)
        ho_text_add_format(&list, "<exercise ref=\"%s\"/>", more[i - 1]);
    const char *xml = with(p.ctx.arena, example_record(p.ctx.arena),
                           "<exercise ref=\"cat-cow\"/>", "");
    xml = with(p.ctx.arena, xml, "<exercise ref=\"figure-four\"/>", ho_text_end(&list));
    xml = with(p.ctx.arena, xml, "</plan>", end);
    const char *path = write_temporary(p.ctx.arena, xml);
    order_patient(&p, path);
    unlink(path);
    return p;
}

static size_t count_pages_of(const char *template_id, int exercises)
{
    struct product p = open_with(template_id, exercises, "</plan>");
    size_t count =
        set_product(&p, "a4", HO_EDITION_STANDARD, HO_INK_COLOUR)->pages.count;
    close_product(&p);
    return count;
}

/* Of these, one is the page that tells how to get down to the floor. */
Test(products, a_typical_handout_has_seven_pages)
{
    cr_expect_eq(count_pages_of("handout", 3), 7);
    cr_expect_eq(count_pages_of("handout", 4), 8);
    cr_expect_eq(count_pages_of("handout", 5), 8);
}

/* A visit is the usual thing, and its panel stands below five exercises. */
Test(products, a_plan_of_five_exercises_and_a_visit_is_one_page)
{
    struct product p =
        open_with("handout", 5,
                  "</plan><next-visit date=\"2026-12-21\">10:30, Room 4</next-visit>");
    cr_expect_eq(set_product(&p, "a4", HO_EDITION_STANDARD, HO_INK_COLOUR)->pages.count,
                 8);
    close_product(&p);
}

Test(products, the_page_for_the_fridge_is_one_page_after_the_sheet)
{
    for (int exercises = 1; exercises <= 5; exercises++)
        cr_expect_eq(count_pages_of("one-page", exercises), 2, "%d exercises",
                     exercises);
}

Test(products, in_every_theme_are_good_on_every_paper_in_every_edition_and_ink)
{
    static const char *const themes[] = {"high-contrast", "plum"};
    for (int t = 0; t < 2; t++)
        for (int i = 0; i < TEMPLATES; i++)
            expect_product(templates[i], themes[t],
                           HO_CONTENT "/examples/sam-taylor.xml");
}

/* From one exercise to all of them, on A4 and Letter in each edition and on A5. */
Test(products, of_any_number_of_exercises_are_good)
{
    for (int i = 0; i < TEMPLATES; i++)
        for (int exercises = 1; exercises <= 8; exercises++) {
            struct product p = open_with(templates[i], exercises, "</plan>");
            for (int e = 0; e < HO_EDITION_COUNT; e++) {
                expect_good(&p, templates[i], "a4", (enum ho_edition)e, HO_INK_COLOUR);
                expect_good(&p, templates[i], "letter", (enum ho_edition)e,
                            HO_INK_COLOUR);
            }
            expect_good(&p, templates[i], "a5", HO_EDITION_STANDARD, HO_INK_COLOUR);
            close_product(&p);
        }
}

/* ---- left and right ---- */

/* What the elements of the page are, in order. */
static const char *form_of(struct ho_arena *arena, const struct ho_page *page)
{
    struct ho_text form = {.arena = arena};
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_TAG_BEGIN) {
            ho_text_add(&form, ho_tag_name(item_of(page, i)->as.element->tag));
            ho_text_add(&form, " ");
        }
    return ho_text_end(&form);
}

/* "Right leg" is longer than "Left leg": the plan must not become another table for it. */
Test(products, have_the_same_plan_for_the_left_and_the_right_side)
{
    static const char *const sides[] = {"side=\"left\"", "side=\"right\""};
    static const char *const papers[] = {"a4", "letter", "a5"};
    struct product p[2];
    for (int side = 0; side < 2; side++) {
        p[side] = open_product("handout", "default");
        struct ho_arena *arena = p[side].ctx.arena;
        const char *path = write_temporary(
            arena, with(arena, example_record(arena), sides[0], sides[side]));
        order_patient(&p[side], path);
        unlink(path);
    }
    for (int paper = 0; paper < 3; paper++) {
        const char *forms[2];
        for (int side = 0; side < 2; side++)
            forms[side] = form_of(
                p[side].ctx.arena,
                set_product(&p[side], papers[paper], HO_EDITION_STANDARD, HO_INK_COLOUR)
                    ->pages.items[1]);
        cr_expect(strstr(forms[0], "Table"));
        cr_expect_str_eq(forms[0], forms[1], "%s", papers[paper]);
    }
    for (int side = 0; side < 2; side++)
        close_product(&p[side]);
}
