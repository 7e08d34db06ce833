/* SPDX-License-Identifier: MIT */
#include "blocks.h"

/* A text of about this many words. */
static const char *story(struct sample *sample, int words)
{
    struct ho_text text = {.arena = sample->ctx->arena};
    for (int i = 0; i < words; i++)
        ho_text_add_format(&text, "%sword%d", i ? " " : "", i);
    return ho_text_end(&text);
}

/* How many lines of the text with this first word stand on each page; 0-based pages. */
static size_t count_lines(const struct ho_page *page, enum ho_tag tag)
{
    size_t lines = 0;
    bool is_inside = false;
    double last = -1;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        if (item->kind == HO_ITEM_TAG_BEGIN && item->as.element->tag == tag)
            is_inside = true;
        if (item->kind == HO_ITEM_TAG_END && item->as.element->tag == tag)
            is_inside = false;
        if (is_inside && item->kind == HO_ITEM_GLYPHS &&
            strncmp(item->as.glyphs.text, "word", 4) == 0 &&
            item->as.glyphs.y != last) {
            last = item->as.glyphs.y;
            lines++;
        }
    }
    return lines;
}

/* ---- the example ---- */

static const char *const papers[] = {"a4",          "letter", "a5",
                                     "half-letter", "legal",  "a3"};
enum { PAPERS = sizeof papers / sizeof *papers };

Test(flow, the_example_stands_inside_the_margins_and_apart)
{
    struct sample sample;
    open_sample(&sample);
    for (size_t i = 0; i < PAPERS; i++)
        expect_good_pages(set_pages(&sample, papers[i]));
    sample.blocks.is_rtl = true;
    for (size_t i = 0; i < PAPERS; i++)
        expect_good_pages(set_pages(&sample, papers[i]));
    close_sample(&sample);
}

Test(flow, the_same_blocks_give_the_same_pages)
{
    struct sample a, b;
    open_sample(&a);
    open_sample(&b);
    const char *first = ho_pages_trace(a.ctx->arena, set_pages(&a, "a4"));
    set_pages(&b, "letter"); /* something else before */
    cr_expect_str_eq(ho_pages_trace(b.ctx->arena, set_pages(&b, "a4")), first);
    close_sample(&a);
    close_sample(&b);
}

Test(flow, no_words_are_lost)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a5");
    static const char *const words[] = {
        "Your plan at a glance", "Sit through a film.", "Worried? Call us",
        "Your exercises",        "Knee to chest",       "Lie on your back.",
        "Cat and cow",           "Figure four",         "Sources and version"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        cr_expect_gt(page_with(&sample, pages, words[i]), 1, "%s", words[i]);
    close_sample(&sample);
}

/* ---- breaks ---- */

Test(flow, keeps_a_heading_with_two_lines_of_what_follows)
{
    struct sample sample;
    open_sample(&sample);
    for (int before = 20; before < 45; before++) {
        sample.blocks.body = (struct ho_blocks_list){0};
        add_lines(&sample, before);
        add_heading(&sample, 2, "The heading");
        add_paragraph(&sample, story(&sample, 60));
        const struct ho_pages *pages = set_pages(&sample, "a4");
        size_t page = page_with(&sample, pages, "The heading");
        cr_assert_gt(page, 0);
        cr_expect_geq(count_lines(pages->pages.items[page - 1], HO_TAG_P), 2,
                      "after %d lines", before);
    }
    close_sample(&sample);
}

Test(flow, keeps_headings_that_follow_each_other_together)
{
    struct sample sample;
    open_sample(&sample);
    for (int before = 20; before < 45; before++) {
        sample.blocks.body = (struct ho_blocks_list){0};
        add_lines(&sample, before);
        add_heading(&sample, 1, "The section");
        add_heading(&sample, 2, "The part");
        add_paragraph(&sample, "The text.");
        const struct ho_pages *pages = set_pages(&sample, "a4");
        cr_expect_eq(page_with(&sample, pages, "The section"),
                     page_with(&sample, pages, "The text."));
    }
    close_sample(&sample);
}

Test(flow, leaves_no_orphan_and_no_widow)
{
    struct sample sample;
    open_sample(&sample);
    size_t broken = 0;
    for (int before = 20; before < 45; before++)
        for (int words = 15; words < 80; words += 16) {
            sample.blocks.body = (struct ho_blocks_list){0};
            add_lines(&sample, before);
            add_paragraph(&sample, story(&sample, words));
            add_lines(&sample, 15); /* enough for a last page */
            const struct ho_pages *pages = set_pages(&sample, "a4");
            size_t whole = 0, parts = 0;
            for (size_t i = 1; i < pages->pages.count; i++)
                whole += count_lines(pages->pages.items[i], HO_TAG_P);
            for (size_t i = 1; i < pages->pages.count; i++) {
                size_t lines = count_lines(pages->pages.items[i], HO_TAG_P);
                cr_expect(lines == 0 || lines >= 2 || whole == 1,
                          "one line of %zu alone", whole);
                parts += lines > 0;
            }
            broken += parts > 1;
        }
    cr_expect_gt(broken, 0, "no paragraph was ever broken: this tests nothing");
    close_sample(&sample);
}

/* Wherever the pages end, the last line of a section has another one above it. */
Test(flow, leaves_no_last_line_of_a_section_alone)
{
    for (int lines = 30; lines < 80; lines++) {
        struct sample sample;
        open_empty(&sample);
        add_lines(&sample, lines);
        add_paragraph(&sample, "The end.");
        add_heading(&sample, 1, "Another section");
        add_paragraph(&sample, "More.");
        const struct ho_pages *pages = set_pages(&sample, "a4");
        size_t page = page_with(&sample, pages, "The end.");
        cr_assert(page);
        cr_expect(has_words(&sample, pages->pages.items[page - 1], "Filler"),
                  "%d lines", lines);
        close_sample(&sample);
    }
}

Test(flow, begins_a_page_where_a_block_asks_for_it)
{
    struct sample sample;
    open_empty(&sample);
    add_paragraph(&sample, "First.");
    add_heading(&sample, 1, "Second")->starts_page = true;
    add_paragraph(&sample, "Third.");
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_assert_eq(pages->pages.count, 3);
    cr_expect_eq(page_with(&sample, pages, "First."), 2);
    cr_expect_eq(page_with(&sample, pages, "Second"), 3);
    cr_expect_eq(page_with(&sample, pages, "Third."), 3);
    close_sample(&sample);
}

Test(flow, makes_no_empty_page)
{
    struct sample sample;
    open_empty(&sample);
    add_heading(&sample, 1, "First")->starts_page = true;
    add_paragraph(&sample, "Text.");
    add_heading(&sample, 1, "")->starts_page = true;
    add(&sample, &sample.blocks.body, HO_BLOCK_BULLETS);
    add(&sample, &sample.blocks.body, HO_BLOCK_GROUP);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_eq(pages->pages.count, 2);
    close_sample(&sample);
}

Test(flow, an_empty_body_leaves_page_1_alone)
{
    struct sample sample;
    open_empty(&sample);
    cr_expect_eq(set_pages(&sample, "a4")->pages.count, 1);
    close_sample(&sample);
}

/* ---- lists, tables, panels ---- */

static struct ho_block *add_list(struct sample *sample, int count)
{
    struct ho_block *list = add(sample, &sample->blocks.body, HO_BLOCK_STEPS);
    for (int i = 0; i < count; i++)
        ho_push(sample->ctx->arena, &list->items,
                inline_of(sample, ho_format(sample->ctx->arena, "Item %d.", i + 1)));
    return list;
}

static const struct ho_element *first_element(const struct ho_page *page,
                                              enum ho_tag tag)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_TAG_BEGIN &&
            item_of(page, i)->as.element->tag == tag)
            return item_of(page, i)->as.element;
    return NULL;
}

static size_t count_tags(const struct ho_pages *pages, enum ho_tag tag)
{
    size_t count = 0;
    for (size_t p = 1; p < pages->pages.count; p++) {
        const struct ho_page *page = pages->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++)
            count += item_of(page, i)->kind == HO_ITEM_TAG_BEGIN &&
                     item_of(page, i)->as.element->tag == tag;
    }
    return count;
}

Test(flow, a_list_over_two_pages_is_one_list)
{
    struct sample sample;
    open_empty(&sample);
    add_list(&sample, 50);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_assert_eq(pages->pages.count, 3);
    const struct ho_element *list = first_element(pages->pages.items[1], HO_TAG_L);
    cr_expect_not_null(list);
    cr_expect_eq(first_element(pages->pages.items[2], HO_TAG_L), list);
    cr_expect_eq(list->numbering, HO_NUMBERING_DECIMAL);
    cr_expect_eq(count_tags(pages, HO_TAG_LI), 50);
    cr_expect_eq(count_tags(pages, HO_TAG_LBL), 50);
    cr_expect_eq(count_tags(pages, HO_TAG_LBODY), 50);
    for (int i = 1; i <= 50; i++)
        cr_expect_gt(
            page_with(&sample, pages, ho_format(sample.ctx->arena, "Item %d.", i)), 1);
    close_sample(&sample);
}

Test(flow, a_step_is_not_broken_over_two_pages)
{
    struct sample sample;
    open_sample(&sample);
    for (int before = 30; before < 42; before++) {
        sample.blocks.body = (struct ho_blocks_list){0};
        add_lines(&sample, before);
        struct ho_block *list = add_list(&sample, 1);
        ho_push(sample.ctx->arena, &list->items,
                inline_of(&sample, story(&sample, 40)));
        const struct ho_pages *pages = set_pages(&sample, "a4");
        size_t parts = 0;
        for (size_t i = 1; i < pages->pages.count; i++)
            parts += count_lines(pages->pages.items[i], HO_TAG_LBODY) > 0;
        cr_expect_eq(parts, 1);
    }
    close_sample(&sample);
}

static void add_table(struct sample *sample, int rows)
{
    struct ho_block *table = add(sample, &sample->blocks.body, HO_BLOCK_TABLE);
    static const double shares[] = {2, 1};
    for (int i = 0; i < 2; i++) {
        ho_push(sample->ctx->arena, &table->shares, shares[i]);
        ho_push(sample->ctx->arena, &table->head.cells,
                (struct ho_cell){.text = inline_of(sample, i ? "Time" : "Exercise")});
    }
    for (int r = 0; r < rows; r++) {
        struct ho_row row = {0};
        ho_push(
            sample->ctx->arena, &row.cells,
            (struct ho_cell){.text = inline_of(sample, ho_format(sample->ctx->arena,
                                                                 "Row %d.", r + 1))});
        ho_push(sample->ctx->arena, &row.cells,
                (struct ho_cell){.text = inline_of(sample, "1 minute")});
        ho_push(sample->ctx->arena, &table->rows, row);
    }
}

Test(flow, a_table_head_stays_with_its_first_row)
{
    struct sample sample;
    open_sample(&sample);
    for (int before = 25; before < 45; before++) {
        sample.blocks.body = (struct ho_blocks_list){0};
        add_lines(&sample, before);
        add_table(&sample, 3);
        const struct ho_pages *pages = set_pages(&sample, "a4");
        cr_expect_eq(page_with(&sample, pages, "Exercise\n"),
                     page_with(&sample, pages, "Row 1."), "after %d lines", before);
    }
    close_sample(&sample);
}

Test(flow, a_table_has_heads_with_a_scope_and_all_its_cells)
{
    struct sample sample;
    open_empty(&sample);
    add_table(&sample, 40);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_gt(pages->pages.count, 2);
    cr_expect_eq(count_tags(pages, HO_TAG_TD), 80);
    cr_expect_eq(count_tags(pages, HO_TAG_TH), 2);
    cr_expect_eq(count_tags(pages, HO_TAG_TR), 41);
    cr_expect_eq(first_element(pages->pages.items[1], HO_TAG_TH)->scope,
                 HO_SCOPE_COLUMN);
    cr_expect_eq(first_element(pages->pages.items[1], HO_TAG_TABLE),
                 first_element(pages->pages.items[2], HO_TAG_TABLE));
    expect_good_pages(pages);
    close_sample(&sample);
}

Test(flow, a_table_head_stands_above_each_part_and_is_read_once)
{
    struct sample sample;
    open_empty(&sample);
    add_table(&sample, 40);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_assert_gt(pages->pages.count, 2);
    for (size_t p = 1; p < pages->pages.count; p++) {
        const struct ho_page *page = pages->pages.items[p];
        size_t index = 0;
        while (index < page->items.count &&
               !(item_of(page, index)->kind == HO_ITEM_GLYPHS &&
                 strcmp(item_of(page, index)->as.glyphs.text, "Exercise") == 0))
            index++;
        cr_assert_lt(index, page->items.count, "page %zu has no head", p + 1);
        cr_expect_eq(is_in_artifact(page, index), p > 1);
    }
    close_sample(&sample);
}

static struct ho_block *add_panel(struct sample *sample, int lines)
{
    struct ho_block *panel = add(sample, &sample->blocks.body, HO_BLOCK_PANEL);
    panel->panel = HO_PANEL_CARD;
    for (int i = 0; i < lines; i++)
        add(sample, &panel->children, HO_BLOCK_PARAGRAPH)->text =
            inline_of(sample, ho_format(sample->ctx->arena, "Panel line %d.", i + 1));
    return panel;
}

Test(flow, a_panel_is_never_broken)
{
    struct sample sample;
    open_sample(&sample);
    for (int before = 1; before < 45; before += 3) {
        sample.blocks.body = (struct ho_blocks_list){0};
        add_lines(&sample, before);
        add_panel(&sample, 12);
        const struct ho_pages *pages = set_pages(&sample, "a4");
        cr_expect_eq(page_with(&sample, pages, "Panel line 1."),
                     page_with(&sample, pages, "Panel line 12."));
        expect_good_pages(pages);
    }
    close_sample(&sample);
}

Test(flow, a_panel_that_keeps_the_next_stays_with_it)
{
    struct sample sample;
    open_sample(&sample);
    for (int before = 20; before < 45; before++) {
        sample.blocks.body = (struct ho_blocks_list){0};
        add_lines(&sample, before);
        add_panel(&sample, 1)->keeps_next = true;
        add_paragraph(&sample, "The next.");
        const struct ho_pages *pages = set_pages(&sample, "a4");
        cr_expect_eq(page_with(&sample, pages, "Panel line 1."),
                     page_with(&sample, pages, "The next."));
    }
    close_sample(&sample);
}

/* The words stand inside the panel's box. */
Test(flow, a_panel_is_as_tall_as_its_text)
{
    struct sample sample;
    open_empty(&sample);
    add_panel(&sample, 7);
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[1];
    const struct ho_rect first = run_box(run_of(page, "Panel line 1.")),
                         last = run_box(run_of(page, "Panel line 7."));
    struct ho_rect box = {0};
    for (size_t i = 0; i < page->items.count && box.width <= 0; i++)
        if (item_of(page, i)->kind == HO_ITEM_PATH)
            box = ho_path_box(item_of(page, i)->as.path.path);
    cr_expect_gt(first.y, box.y + 6);
    cr_expect_lt(last.y + last.height, box.y + box.height - 6);
    cr_expect_lt(first.y - box.y, 20);
    close_sample(&sample);
}

static void expect_refusal(struct sample *sample, const char *paper,
                           enum ho_message code)
{
    struct ho_pages *pages = NULL;
    cr_expect_not(try_pages(sample, paper, &pages));
    cr_expect_null(pages);
    cr_assert_gt(sample->ctx->diags.count, 0);
    cr_expect_eq(sample->ctx->diags.items[0].code, code);
}

/* In large type an exercise can be longer than a page: then the page is the card. */
Test(flow, a_panel_taller_than_a_page_goes_on_without_its_box)
{
    struct sample sample;
    open_empty(&sample);
    add_panel(&sample, 60);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_eq(page_with(&sample, pages, "Panel line 1."), 2);
    cr_expect_eq(page_with(&sample, pages, "Panel line 60."), 3);
    expect_good_pages(pages);
    cr_expect_eq(first_element(pages->pages.items[1], HO_TAG_DIV),
                 first_element(pages->pages.items[2], HO_TAG_DIV));
    close_sample(&sample);
}

Test(flow, a_step_longer_than_a_page_goes_on)
{
    struct sample sample;
    open_empty(&sample);
    struct ho_block *list = add_list(&sample, 1);
    ho_push(sample.ctx->arena, &list->items, inline_of(&sample, story(&sample, 900)));
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_gt(page_with(&sample, pages, "word899"), 1);
    expect_good_pages(pages);
    close_sample(&sample);
}

Test(flow, columns_taller_than_a_page_are_an_error)
{
    struct sample sample;
    open_empty(&sample);
    struct ho_block *columns = add(&sample, &sample.blocks.body, HO_BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++) {
        ho_push(sample.ctx->arena, &columns->shares, 1);
        add(&sample, &columns->children, HO_BLOCK_PARAGRAPH)->text =
            inline_of(&sample, story(&sample, 900));
    }
    expect_refusal(&sample, "a4", HO_MSG_TOO_TALL);
    cr_expect_eq(sample.ctx->diags.count, 1);
    close_sample(&sample);
}

/* Its rows stand one below the other then, each with its first cell as its head. */
Test(flow, a_table_too_narrow_for_a_word_is_set_row_by_row)
{
    struct sample sample;
    open_empty(&sample);
    add_table(&sample, 2);
    sample.blocks.body.items[0]->rows.items[0].cells.items[1].text =
        inline_of(&sample, "Bandscheibenvorfallrehabilitation");
    const struct ho_pages *pages = set_pages(&sample, "a5");
    const struct ho_element *head = first_element(pages->pages.items[1], HO_TAG_TH);
    expect_good_pages(pages);
    cr_assert(head);
    cr_expect_eq(head->scope, HO_SCOPE_ROW);
    cr_expect_null(first_element(pages->pages.items[1], HO_TAG_THEAD));
    close_sample(&sample);
}

Test(flow, a_word_wider_than_the_page_is_an_error)
{
    struct sample sample;
    open_empty(&sample);
    add_table(&sample, 1);
    sample.blocks.body.items[0]->rows.items[0].cells.items[0].text = inline_of(
        &sample, "Bandscheibenvorfallrehabilitationsmassnahmenkatalogverzeichnisseiten"
                 "nummernsuchhilfe");
    expect_refusal(&sample, "a4", HO_MSG_TOO_WIDE);
    cr_expect_null(strstr(sample.ctx->diags.items[0].text, "Bandscheiben"));
    close_sample(&sample);
}

Test(flow, a_paragraph_longer_than_a_page_goes_on)
{
    struct sample sample;
    open_empty(&sample);
    add_paragraph(&sample, story(&sample, 1500));
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_gt(pages->pages.count, 3);
    cr_expect_gt(page_with(&sample, pages, "word1499"), 3);
    expect_good_pages(pages);
    cr_expect_eq(first_element(pages->pages.items[1], HO_TAG_P),
                 first_element(pages->pages.items[2], HO_TAG_P));
    close_sample(&sample);
}

/* Two lines of sources alone on a page would look like a mistake. */
Test(flow, small_print_stays_together)
{
    struct sample sample;
    open_empty(&sample);
    for (int before = 30; before < 48; before++) {
        sample.blocks.body.count = 0;
        for (int i = 0; i < before; i++)
            add_paragraph(&sample, "A line.");
        add_paragraph(&sample, story(&sample, 120))->type = HO_TYPE_SMALL;
        const struct ho_pages *pages = set_pages(&sample, "a4");
        cr_expect_eq(page_with(&sample, pages, "word0"),
                     page_with(&sample, pages, "word119"), "%d lines before", before);
    }
    close_sample(&sample);
}

/* ---- headings ---- */

Test(flow, the_words_at_the_end_of_a_heading_do_not_lie_on_it)
{
    struct sample sample;
    open_empty(&sample);
    add_heading(&sample, 2, "Bridge with one leg in the air")->aside =
        inline_of(&sample, "Left leg and right leg in turn");
    const struct ho_pages *pages = set_pages(&sample, "a5");
    expect_good_pages(pages);
    const struct ho_page *page = pages->pages.items[1];
    cr_expect_eq(run_of(page, "Bridge")->y, run_of(page, "Left leg")->y);
    close_sample(&sample);
}

Test(flow, every_heading_is_a_bookmark_that_stands_on_its_page)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    size_t headings = 0, bookmarks = 0;
    for (size_t p = 0; p < pages->pages.count; p++) {
        const struct ho_page *page = pages->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++) {
            const struct ho_item *item = item_of(page, i);
            if (item->kind == HO_ITEM_TAG_BEGIN && p > 0)
                headings += item->as.element->tag == HO_TAG_H1 ||
                            item->as.element->tag == HO_TAG_H2;
            if (item->kind != HO_ITEM_ANCHOR)
                continue;
            bookmarks += p > 0;
            cr_expect(item->as.anchor.y >= 0 && item->as.anchor.y < page->trim.height);
            cr_expect(item->as.anchor.outline_title && *item->as.anchor.outline_title);
        }
    }
    cr_expect_gt(headings, 4);
    cr_expect_eq(headings, bookmarks);
    close_sample(&sample);
}

Test(flow, no_two_anchors_have_one_name)
{
    struct sample sample;
    open_empty(&sample);
    add_heading(&sample, 1, "Again");
    add_paragraph(&sample, "Text.");
    add_heading(&sample, 1, "Again");
    add_paragraph(&sample, "Text.");
    const struct ho_pages *pages = set_pages(&sample, "a4");
    const char *names[8];
    size_t count = 0;
    for (size_t p = 0; p < pages->pages.count; p++)
        for (size_t i = 0; i < pages->pages.items[p]->items.count; i++)
            if (item_of(pages->pages.items[p], i)->kind == HO_ITEM_ANCHOR && count < 8)
                names[count++] = item_of(pages->pages.items[p], i)->as.anchor.name;
    cr_expect_eq(count, 3);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            cr_expect_str_neq(names[i], names[j]);
    close_sample(&sample);
}
