/* Blocks side by side, balanced, and what floats.
 * SPDX-License-Identifier: MIT */
#include "unit/layout/blocks.h"

static struct ho_block *add_text(struct sample *sample, struct ho_blocks_list *list,
                                 const char *text)
{
    struct ho_block *block = add(sample, list, HO_BLOCK_PARAGRAPH);
    block->text = inline_of(sample, text);
    return block;
}

/* Texts of one line each, in a balance; or panels with so many. */
static struct ho_block *add_balance(struct sample *sample, const int *lines,
                                    size_t count, enum ho_block_kind kind)
{
    struct ho_block *balance = add(sample, &sample->blocks.body, HO_BLOCK_BALANCE);
    for (size_t i = 0; i < count; i++) {
        struct ho_block *child = add(sample, &balance->children, kind);
        child->panel = HO_PANEL_CARD;
        for (int line = 0; line < lines[i]; line++)
            add_text(sample, &child->children,
                     ho_format(sample->ctx->arena, "Child %zu line %d.", i, line));
    }
    return balance;
}

static ho_pt x_of(struct sample *sample, const struct ho_page *page, size_t child)
{
    return run_of(page, ho_format(sample->ctx->arena, "Child %zu line 0.", child))->x;
}

Test(columns, a_balance_breaks_where_both_sides_are_most_even)
{
    static const int lines[] = {6, 2, 2, 2};
    struct sample sample;
    open_empty(&sample);
    add_balance(&sample, lines, 4, HO_BLOCK_GROUP);
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[1];
    cr_expect_lt(x_of(&sample, page, 0), x_of(&sample, page, 1));
    for (size_t i = 2; i < 4; i++)
        cr_expect_float_eq(x_of(&sample, page, i), x_of(&sample, page, 1), 1e-9);
    cr_expect_float_eq(run_of(page, "Child 0 line 0.")->y,
                       run_of(page, "Child 1 line 0.")->y, 1e-9);
    close_sample(&sample);
}

Test(columns, boxes_in_a_balance_end_on_one_line)
{
    static const int lines[] = {5, 1, 2};
    struct sample sample;
    open_empty(&sample);
    add_balance(&sample, lines, 3, HO_BLOCK_PANEL);
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[1];
    ho_pt bottoms[3];
    int count = 0;
    for (size_t i = 0; i < page->items.count && count < 3; i++)
        if (item_of(page, i)->kind == HO_ITEM_PATH) {
            struct ho_rect box = ho_path_box(item_of(page, i)->as.path.path);
            bottoms[count++] = box.y + box.height;
        }
    cr_assert_eq(count, 3);
    cr_expect_float_eq(bottoms[0], bottoms[2], .01);
    cr_expect_lt(bottoms[1], bottoms[2]);
    close_sample(&sample);
}

Test(columns, a_balance_too_narrow_for_two_columns_is_one)
{
    static const int lines[] = {2, 2};
    struct sample sample;
    open_empty(&sample);
    add_balance(&sample, lines, 2, HO_BLOCK_GROUP);
    const struct ho_page *page = set_pages(&sample, "a5")->pages.items[1];
    cr_expect_float_eq(x_of(&sample, page, 0), x_of(&sample, page, 1), 1e-9);
    close_sample(&sample);
}

static void add_floating(struct sample *sample)
{
    struct ho_block *group = add(sample, &sample->blocks.body, HO_BLOCK_GROUP);
    group->floats = true;
    add_text(sample, &group->children, "Small print.");
    add_text(sample, &group->children, "More of it.");
}

Test(columns, small_print_floats_to_the_last_page_with_room)
{
    struct sample sample;
    open_empty(&sample);
    add_heading(&sample, 1, "First")->starts_page = true;
    add_lines(&sample, 10);
    add_heading(&sample, 1, "Second")->starts_page = true;
    add_lines(&sample, 34); /* full */
    add_floating(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_eq(pages->pages.count, 3);
    cr_expect_eq(page_with(&sample, pages, "Small print."), 2);
    cr_expect_eq(page_with(&sample, pages, "More of it."), 2);
    close_sample(&sample);
}

Test(columns, small_print_comes_last_where_there_is_room)
{
    struct sample sample;
    open_empty(&sample);
    add_heading(&sample, 1, "First")->starts_page = true;
    add_lines(&sample, 10);
    add_heading(&sample, 1, "Second")->starts_page = true;
    add_lines(&sample, 10);
    add_floating(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_eq(pages->pages.count, 3);
    cr_expect_eq(page_with(&sample, pages, "Small print."), 3);
    close_sample(&sample);
}

/* Whatever the width of the line is, at one of these counts the last word falls off it. */
Test(columns, a_last_short_word_does_not_stand_alone)
{
    struct sample sample;
    open_empty(&sample);
    for (int count = 8; count < 18; count++) {
        struct ho_text text = {.arena = sample.ctx->arena};
        for (int i = 0; i < count; i++)
            ho_text_add(&text, "words ");
        ho_text_add(&text, "end.");
        sample.blocks.body = (struct ho_blocks_list){0};
        add_paragraph(&sample, ho_text_end(&text));
        const struct ho_page *page = set_pages(&sample, "a4")->pages.items[1];
        for (size_t i = 0; i < page->items.count; i++)
            if (item_of(page, i)->kind == HO_ITEM_GLYPHS)
                cr_expect_neq(strncmp(item_of(page, i)->as.glyphs.text, "end.", 4), 0,
                              "%d words", count);
    }
    close_sample(&sample);
}
