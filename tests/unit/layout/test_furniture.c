/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static const char *const papers[] = {"a4",          "letter", "a5",
                                     "half-letter", "legal",  "a3"};
enum { PAPERS = sizeof papers / sizeof *papers };

Test(furniture, every_page_has_its_number_and_the_count)
{
    struct sample sample;
    open_empty(&sample);
    add_lines(&sample, 300);
    const struct ho_pages *pages = set_pages(&sample, "a5");
    cr_expect_gt(pages->pages.count, 10);
    for (size_t i = 0; i < pages->pages.count; i++)
        cr_expect(
            has_words(&sample, pages->pages.items[i],
                      ho_format(sample.ctx->arena, "Page\xC2\xA0%zu of\xC2\xA0%zu\n",
                                i + 1, pages->pages.count)),
            "page %zu", i + 1);
    expect_good_pages(pages);
    close_sample(&sample);
}

Test(furniture, the_reminder_stands_from_page_2_on)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_not(has_words(&sample, pages->pages.items[0], "New numbness between"));
    for (size_t i = 1; i < pages->pages.count; i++)
        cr_expect(has_words(&sample, pages->pages.items[i], "New numbness between"));
    close_sample(&sample);
}

Test(furniture, the_foot_of_page_1_is_read_out_and_that_of_the_others_is_not)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    for (size_t p = 0; p < pages->pages.count; p++) {
        const struct ho_page *page = pages->pages.items[p];
        size_t found = 0;
        for (size_t i = 0; i < page->items.count; i++)
            if (item_of(page, i)->kind == HO_ITEM_GLYPHS &&
                strstr(item_of(page, i)->as.glyphs.text, "Riverside")) {
                cr_expect_eq(is_in_artifact(page, i), p > 0, "page %zu", p + 1);
                found++;
            }
        cr_expect_eq(found, 1);
    }
    close_sample(&sample);
}

Test(furniture, the_body_keeps_off_the_foot)
{
    struct sample sample;
    open_sample(&sample);
    sample.blocks.body = (struct ho_blocks_list){0};
    add_lines(&sample, 120);
    for (size_t p = 0; p < PAPERS; p++) {
        const struct ho_pages *pages = set_pages(&sample, papers[p]);
        for (size_t i = 1; i < pages->pages.count; i++) {
            const struct ho_page *page = pages->pages.items[i];
            double foot = run_of(page, "New numbness")->y;
            for (size_t j = 0; j < page->items.count; j++)
                if (item_of(page, j)->kind == HO_ITEM_GLYPHS &&
                    !is_in_artifact(page, j))
                    cr_expect_lt(item_of(page, j)->as.glyphs.y, foot - 20, "%s",
                                 papers[p]);
        }
    }
    close_sample(&sample);
}

Test(furniture, a_link_covers_its_words)
{
    struct sample sample;
    open_empty(&sample);
    for (int i = 0; i < 9; i++)
        add_paragraph(&sample, "Before.");
    struct ho_block *block = add_paragraph(&sample, "Call 020 7946 0018 now");
    block->text.items[0].uri = "tel:02079460018";
    block->text.items[0].uri_description = "Call us";
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[1];
    const struct ho_glyphs *run = run_of(page, "Call 020");
    size_t links = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        if (item_of(page, i)->kind != HO_ITEM_LINK)
            continue;
        struct ho_rect box = item_of(page, i)->as.link.box;
        cr_expect(box.x <= run->x && box.x + box.width >= run->x + run->width - .01);
        cr_expect(box.y < run->y - .7 * run->size && box.y + box.height > run->y);
        links++;
    }
    cr_expect_eq(links, 1);
    close_sample(&sample);
}
