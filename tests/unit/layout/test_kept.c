/* What is kept shows only in time: each document is set as if it were alone.
 * SPDX-License-Identifier: MIT */
#include "blocks.h"

static const char *const long_name =
    "Maximiliana Wilhelmine Alexandrina von Hohenlohe-Waldenburg-Schillingsfuerst";

static struct ho_inlines own(struct sample *sample, const char *text)
{
    struct ho_inlines inlines = inline_of(sample, text);
    inlines.items[0].is_own = true;
    return inlines;
}

/* Each makes the blocks differ from the example's in one thing. */
static void change_nothing(struct sample *sample)
{
    (void)sample;
}

static void change_name(struct sample *sample)
{
    sample->blocks.sheet.patient = own(sample, "Pat Kim");
    sample->blocks.furniture.foot = own(sample, "Pat Kim");
}

static void change_to_long_name(struct sample *sample)
{
    sample->blocks.sheet.patient = own(sample, long_name);
}

static void drop_name(struct sample *sample)
{
    sample->blocks.sheet.patient = (struct ho_inlines){0};
}

static void change_sign(struct sample *sample)
{
    sample->blocks.sheet.cards.items[0].title = inline_of(sample, "Knee");
}

static void add_first(struct sample *sample)
{
    struct ho_blocks_list rest = sample->blocks.body;
    sample->blocks.body = (struct ho_blocks_list){0};
    add_heading(sample, 1, "Before all");
    for (size_t i = 0; i < rest.count; i++)
        ho_push(sample->ctx->arena, &sample->blocks.body, rest.items[i]);
}

static void add_goal(struct sample *sample)
{
    add_paragraph(sample, "")->text = own(sample, "Walk to the shop and back.");
}

static void drop_last(struct sample *sample)
{
    sample->blocks.body.count--;
}

/* An element stands in one place of a document, so a block that comes twice is set twice. */
static void say_twice(struct sample *sample)
{
    struct ho_blocks_list *body = &sample->blocks.body;
    for (size_t i = 0, count = body->count; i < count; i++)
        ho_push(sample->ctx->arena, body, body->items[i]);
}

static void (*const changes[])(struct sample *sample) = {
    change_nothing, change_name, change_to_long_name, drop_name, change_sign,
    add_first,      add_goal,    drop_last,           say_twice};
enum { CHANGES = sizeof changes / sizeof *changes };

/* How many there are: one that goes on further down is one. */
static size_t count_elements(struct ho_arena *arena, const struct ho_pages *pages)
{
    struct {
        HO_VEC(const struct ho_element *);
    } seen = {{NULL, 0, 0}};
    for (size_t p = 0; p < pages->pages.count; p++)
        for (size_t i = 0; i < pages->pages.items[p]->items.count; i++) {
            const struct ho_item *item = item_of(pages->pages.items[p], i);
            size_t known = 0;
            while (known < seen.count && seen.items[known] != item->as.element)
                known++;
            if (item->kind == HO_ITEM_TAG_BEGIN && known == seen.count)
                ho_push(arena, &seen, item->as.element);
        }
    return seen.count;
}

/* Where a writer may cut the pages. */
static void add_places(struct ho_text *out, const struct ho_page *page)
{
    for (size_t i = 0; i < page->stretches.count; i++)
        ho_text_add_format(out, "stretch %zu %zu\n", page->stretches.items[i].first,
                           page->stretches.items[i].count);
    for (size_t i = 0; i < page->cuts.count; i++)
        ho_text_add_format(out, "cut %zu\n", page->cuts.items[i]);
}

static const char *trace_of(struct sample *sample, struct ho_layout_kept *kept,
                            const char *paper)
{
    sample->kept = kept;
    const struct ho_pages *pages = set_pages(sample, paper);
    struct ho_text out = {.arena = sample->ctx->arena};
    ho_text_add_format(&out, "%zu elements\n", count_elements(out.arena, pages));
    for (size_t i = 0; i < pages->pages.count; i++)
        add_places(&out, pages->pages.items[i]);
    ho_text_add(&out, ho_pages_trace(out.arena, pages));
    return ho_text_end(&out);
}

Test(kept, documents_are_set_as_if_alone)
{
    static const char *const papers[] = {"a4", "letter", "a5"};
    struct sample sample;
    open_sample(&sample);
    struct ho_layout_kept *kept = ho_layout_kept_new();
    for (int round = 0; round < 4; round++)
        for (int change = 0; change < CHANGES; change++) {
            sample.blocks = *build_blocks(&sample.example);
            changes[change](&sample);
            const char *paper = papers[change % 3];
            const char *alone = trace_of(&sample, NULL, paper);
            const char *among = trace_of(&sample, kept, paper);
            cr_expect(ho_equal(among, alone), "round %d, change %d", round, change);
        }
    ho_layout_kept_free(kept);
    close_sample(&sample);
}

static size_t count_known(const struct ho_pages *pages)
{
    size_t count = 0;
    for (size_t p = 0; p < pages->pages.count; p++)
        for (size_t i = 0; i < pages->pages.items[p]->stretches.count; i++)
            count += pages->pages.items[p]->stretches.items[i].number != 0;
    return count;
}

/* The third time, all of the example is known, but for what the record says. */
Test(kept, what_comes_again_is_known_again)
{
    struct sample sample;
    open_sample(&sample);
    sample.kept = ho_layout_kept_new();
    cr_expect_eq(count_known(set_pages(&sample, "a4")), 0);
    cr_expect_eq(count_known(set_pages(&sample, "a4")), 0);
    size_t known = count_known(set_pages(&sample, "a4"));
    cr_expect_gt(known, 10);
    change_name(&sample);
    add_goal(&sample);
    for (int i = 0; i < 3; i++)
        cr_expect_eq(count_known(set_pages(&sample, "a4")), known);
    ho_layout_kept_free(sample.kept);
    close_sample(&sample);
}

/* However often it was set before: the message has the place of this document. */
Test(kept, what_is_refused_is_told_at_its_place)
{
    struct sample sample;
    open_empty(&sample);
    struct ho_pages *pages;
    sample.kept = ho_layout_kept_new();
    struct ho_block *columns = add(&sample, &sample.blocks.body, HO_BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++) {
        ho_push(sample.ctx->arena, &columns->shares, 1);
        struct ho_text text = {.arena = sample.ctx->arena};
        for (int word = 0; word < 900; word++)
            ho_text_add(&text, "Slowly ");
        add(&sample, &columns->children, HO_BLOCK_PARAGRAPH)->text =
            inline_of(&sample, ho_text_end(&text));
    }
    for (int i = 1; i <= 4; i++) {
        columns->at = (struct ho_span){.line = i};
        cr_expect_not(try_pages(&sample, "a4", &pages));
        cr_assert_eq(sample.ctx->diags.count, 1);
        cr_expect_eq(sample.ctx->diags.items[0].code, HO_MSG_TOO_TALL);
        cr_expect_eq(sample.ctx->diags.items[0].at.line, i);
    }
    ho_layout_kept_free(sample.kept);
    close_sample(&sample);
}
