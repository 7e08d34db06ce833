/* How long lines are.
 * SPDX-License-Identifier: MIT */
#include "unit/layout/blocks.h"

/* page.md, "Grid and type": at most 75 characters a line; the note of a clinician is as long as it is. */
Test(reading, breaks_running_text_after_75_characters)
{
    struct sample sample;
    struct ho_text note = {.arena = NULL};
    open_sample(&sample);
    note.arena = sample.ctx->arena;
    for (int i = 0; i < 20; i++)
        ho_text_add(&note, "if it is ill, till it will fill little by little, ");
    take_record(&sample.example,
                with(sample.ctx->arena, example_record(sample.ctx->arena), "</record>",
                     ho_format(sample.ctx->arena, "<note>%s</note></record>",
                               ho_text_end(&note))));
    sample.blocks = *build_blocks(&sample.example);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    size_t lines = 0;
    for (size_t p = 0; p < pages->pages.count; p++)
        for (size_t i = 0; i < pages->pages.items[p]->items.count; i++) {
            const struct ho_item *item = item_of(pages->pages.items[p], i);
            if (item->kind != HO_ITEM_GLYPHS || !strstr(item->as.glyphs.text, "till"))
                continue;
            lines++;
            cr_expect_leq(strlen(item->as.glyphs.text), 76); /* with its last space */
        }
    cr_expect_geq(lines, 13, "%zu", lines);
    close_sample(&sample);
}
