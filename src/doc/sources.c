/* Where the handout comes from: once for each source that the printed exercises and advice cite.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

void build_sources(struct builder *b, struct ho_blocks_list *out)
{
    struct ho_block *group = add_block(b, out, HO_BLOCK_GROUP, b->order->record->at);
    group->floats = true; /* small print, which needs no page of its own */
    add_heading(b, &group->children, 2, "sources.title")->type = HO_TYPE_H3;
    /* One line of small print over the whole width would be too long to read. */
    b->sources = add_block(b, &group->children, HO_BLOCK_BALANCE, b->order->record->at);
}

void fill_sources(struct builder *b)
{
    const struct ho_plan *plan = b->order->plan;
    struct ho_arena *arena = b->ctx->arena;
    struct ho_citations all = {0};
    if (!b->sources)
        return;
    for (size_t i = 0; i < plan->exercises.count; i++)
        ho_citations_add(
            arena, &all,
            &ho_exercise_find(b->order->library, plan->exercises.items[i].exercise)
                 ->citations);
    ho_citations_add(arena, &all, &b->cited);
    for (size_t i = 0; i < all.count; i++) {
        struct ho_block *source =
            add_paragraph(b, &b->sources->children, b->sources->at);
        source->type = HO_TYPE_SMALL;
        add_text(b, &source->text, all.items[i].text, false, source->at);
    }
}
