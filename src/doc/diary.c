/* A diary: a table a week, to tick what was done and to write down the pain.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

enum { DAYS = 7 };

static void add_row(struct builder *b, struct ho_block *table, struct ho_inlines label,
                    bool is_set_off)
{
    struct ho_row row = {.at = table->at, .is_set_off = is_set_off};
    ho_push(b->ctx->arena, &row.cells, (struct ho_cell){.text = label});
    ho_push(b->ctx->arena, &table->rows, row);
}

static void add_head(struct builder *b, struct ho_block *table, int week)
{
    struct value n = {.name = "n", .text = ho_format(b->ctx->arena, "%d", week)};
    struct ho_cell title = {0};
    add_string(b, &title.text, "diary.week",
               &(struct filling){.values = &n, .value_count = 1});
    ho_push(b->ctx->arena, &table->head.cells, title);
    for (int day = 1; day <= DAYS; day++) {
        struct ho_cell cell = {0};
        add_string(b, &cell.text, ho_format(b->ctx->arena, "date.day.%d", day), NULL);
        ho_push(b->ctx->arena, &table->head.cells, cell);
    }
}

void build_diary(struct builder *b, struct ho_blocks_list *out, int weeks)
{
    const struct ho_plan *plan = b->order->plan;
    for (int week = 1; week <= weeks; week++) {
        struct ho_block *table =
            add_block(b, out, HO_BLOCK_DIARY, b->order->record->at);
        add_head(b, table, week);
        for (size_t i = 0; i < plan->exercises.count; i++) {
            struct ho_inlines name = {0};
            add_phrase(
                b, &name,
                &ho_exercise_find(b->order->library, plan->exercises.items[i].exercise)
                     ->name,
                NULL);
            add_row(b, table, name, false);
        }
        struct ho_inlines walked = {0}, pain = {0};
        add_string(b, &walked, "diary.walked", NULL);
        add_string(b, &pain, "diary.pain", NULL);
        add_row(b, table, walked, true);
        add_row(b, table, pain, false);
    }
}
