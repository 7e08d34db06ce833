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
        double fill = fill_of(pages->pages.items[i]);
        cr_expect_gt(fill, .25, "%s: %d %% full", page, (int)(100 * fill));
    }
    if (edition == HO_EDITION_STANDARD)
        expect_no_split_box(p, pages, what);
}

static void expect_product(const char *template_id, const char *record)
{
    static const char *const papers[] = {"a4", "letter", "a5"};
    struct product p = open_product(template_id, "default");
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
        expect_product(templates[i], HO_CONTENT "/examples/sam-taylor.xml");
}

Test(products, of_no_patient_are_good_on_every_paper_in_every_edition_and_ink)
{
    for (int i = 0; i < TEMPLATES; i++)
        expect_product(templates[i], NULL);
}

/* ---- how many pages ---- */

/* The example with that many exercises. */
static size_t count_pages_of(const char *template_id, int exercises)
{
    static const char *const more[] = {"cat-cow", "figure-four", "pelvic-tilt",
                                       "bird-dog"};
    struct product p = open_product(template_id, "default");
    struct ho_text list = {.arena = p.ctx.arena};
    for (int i = 1; i < exercises; i++)
        ho_text_add_format(&list, "<exercise ref=\"%s\"/>", more[i - 1]);
    const char *xml = with(p.ctx.arena,
                           with(p.ctx.arena, example_record(p.ctx.arena),
                                "<exercise ref=\"cat-cow\"/>", ""),
                           "<exercise ref=\"figure-four\"/>", ho_text_end(&list));
    const char *path = write_temporary(p.ctx.arena, xml);
    order_patient(&p, path);
    unlink(path);
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

Test(products, the_page_for_the_fridge_is_one_page_after_the_sheet)
{
    for (int exercises = 1; exercises <= 5; exercises++)
        cr_expect_eq(count_pages_of("one-page", exercises), 2, "%d exercises",
                     exercises);
}

Test(products, every_theme_sets_the_same_pages)
{
    static const char *const themes[] = {"default", "high-contrast", "plum"};
    for (int i = 0; i < 3; i++) {
        struct product p = open_product("handout", themes[i]);
        order_patient(&p, HO_CONTENT "/examples/sam-taylor.xml");
        expect_good(&p, themes[i], "a4", HO_EDITION_STANDARD, HO_INK_COLOUR);
        close_product(&p);
    }
}
