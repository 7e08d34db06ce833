/* Every edition on every paper: whole, inside the margins, nothing on top of anything else; and page 1 complete.
 * SPDX-License-Identifier: MIT */
#include "unit/layout/blocks.h"

static const char *const papers[] = {"a4", "letter", "legal",
                                     "a3", "a5",     "half-letter"};
enum { PAPERS = sizeof papers / sizeof *papers, LARGE_PAPERS = 4 };

static void open_edition(struct sample *sample, enum ho_edition edition)
{
    open_sample(sample);
    sample->example.order.edition = edition;
    sample->blocks = *build_blocks(&sample->example);
}

/* Each sign in its short form, word by word, on page 1. */
static void expect_brief_signs(struct sample *sample, const struct ho_pages *pages)
{
    const struct ho_red_flags *flags = &sample->example.order.library->red_flags;
    for (size_t i = 0; i < flags->groups.count; i++)
        for (size_t j = 0; j < flags->groups.items[i].signs.count; j++) {
            const char *brief = ho_phrase_plain(
                sample->ctx->arena, &flags->groups.items[i].signs.items[j].brief);
            cr_expect(has_words(sample, pages->pages.items[0], brief), "%s", brief);
        }
}

/* Each sign in full on the pages from 2 on, before the plan. */
static void expect_full_signs(struct sample *sample, const struct ho_pages *pages)
{
    const struct ho_red_flags *flags = &sample->example.order.library->red_flags;
    struct ho_text text = {.arena = sample->ctx->arena};
    for (size_t i = 1; i < pages->pages.count; i++)
        ho_text_add(&text, words_on(sample->ctx->arena, pages->pages.items[i]));
    const char *all = ho_text_end(&text), *plan = strstr(all, "Your plan at a glance");
    cr_assert(plan);
    for (size_t i = 0; i < flags->groups.count; i++)
        for (size_t j = 0; j < flags->groups.items[i].signs.count; j++) {
            const struct ho_phrases *full = &flags->groups.items[i].signs.items[j].full;
            for (size_t k = 0; k < full->count; k++) {
                const char *line = ho_phrase_plain(sample->ctx->arena, &full->items[k]);
                const char *at = strstr(all, line);
                cr_expect(at && at < plan, "%s", line);
            }
        }
}

static ho_pt smallest_type(const struct ho_page *page)
{
    ho_pt least = 1000;
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_GLYPHS)
            least = fmin(least, item_of(page, i)->as.glyphs.size);
    return least;
}

Test(editions, large_and_giant_are_whole_on_large_papers)
{
    static const ho_pt signs[] = {0, 16, 20}, small[] = {0, 14, 18};
    for (int edition = HO_EDITION_LARGE; edition <= HO_EDITION_GIANT; edition++) {
        struct sample sample;
        open_edition(&sample, (enum ho_edition)edition);
        for (size_t i = 0; i < LARGE_PAPERS; i++) {
            const struct ho_pages *pages = set_pages(&sample, papers[i]);
            expect_good_pages(pages);
            cr_expect_geq(pages->sheet_size, signs[edition], "%s", papers[i]);
            cr_expect_geq(smallest_type(pages->pages.items[0]), 11 - 1e-6);
            for (size_t p = 1; p < pages->pages.count; p++)
                cr_expect_geq(smallest_type(pages->pages.items[p]),
                              small[edition] - 1e-6);
            expect_brief_signs(&sample, pages);
            expect_full_signs(&sample, pages);
        }
        close_sample(&sample);
    }
}

/* Fails closed where the signs cannot be large: a smaller sign would not be what was asked for. */
Test(editions, large_type_on_a_small_paper_is_an_error_that_says_what_to_do)
{
    for (int edition = HO_EDITION_LARGE; edition <= HO_EDITION_GIANT; edition++) {
        struct sample sample;
        open_edition(&sample, (enum ho_edition)edition);
        for (size_t i = LARGE_PAPERS; i < PAPERS; i++) {
            struct ho_pages *pages = NULL;
            cr_expect_not(try_pages(&sample, papers[i], &pages));
            cr_expect_null(pages);
            cr_assert_eq(sample.ctx->diags.count, 1);
            cr_expect_eq(sample.ctx->diags.items[0].code, HO_MSG_SHEET_OVERFLOW);
            cr_expect(strstr(sample.ctx->diags.items[0].hint, "--type"));
        }
        close_sample(&sample);
    }
}

Test(editions, are_mirrored_in_right_to_left_text)
{
    for (int edition = 0; edition < HO_EDITION_COUNT; edition++) {
        struct sample sample;
        open_edition(&sample, (enum ho_edition)edition);
        sample.blocks.is_rtl = true;
        for (size_t i = 0; i < LARGE_PAPERS; i++)
            expect_good_pages(set_pages(&sample, papers[i]));
        close_sample(&sample);
    }
}

Test(editions, every_exercise_and_all_advice_fit)
{
    static const char exercises[] =
        "<exercise ref=\"figure-four\"/><exercise ref=\"pelvic-tilt\"/>"
        "<exercise ref=\"bird-dog\"/><exercise ref=\"plank\"/>"
        "<exercise ref=\"walking\"/><exercise ref=\"swimming\"/>";
    for (int edition = 0; edition < HO_EDITION_COUNT; edition++) {
        struct sample sample;
        open_sample(&sample);
        take_record(&sample.example,
                    with(sample.ctx->arena, example_record(sample.ctx->arena),
                         "<exercise ref=\"figure-four\"/>", exercises));
        sample.example.order.edition = (enum ho_edition)edition;
        sample.blocks = *build_blocks(&sample.example);
        for (size_t i = 0; i < (edition ? LARGE_PAPERS : PAPERS); i++)
            expect_good_pages(set_pages(&sample, papers[i]));
        close_sample(&sample);
    }
}
