/* Where the advice comes from: once for each source that the chosen exercises cite.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

static bool is_listed(const struct ho_block *list, const char *text)
{
    for (size_t i = 0; i < list->items.count; i++)
        if (ho_equal(list->items.items[i].items[0].text, text))
            return true;
    return false;
}

static void add_citations(struct builder *b, struct ho_block *list,
                          const struct ho_exercise *exercise)
{
    for (size_t i = 0; i < exercise->citations.count; i++) {
        struct ho_inlines line = {0};
        if (is_listed(list, exercise->citations.items[i].text))
            continue;
        add_text(b, &line, exercise->citations.items[i].text, false, exercise->at);
        ho_push(b->ctx->arena, &list->items, line);
    }
}

void build_sources(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_record *record = b->order->record;
    const struct ho_plan *plan = b->order->plan;
    add_heading(b, out, 2, "sources.title")->type = HO_TYPE_H3;
    struct ho_block *list = add_block(b, out, HO_BLOCK_BULLETS, record->at);
    list->type = HO_TYPE_SMALL;
    for (size_t i = 0; i < plan->exercises.count; i++)
        add_citations(
            b, list,
            ho_exercise_find(b->order->library, plan->exercises.items[i].exercise));
}
