/* A diary: a table a week, to tick what was done and to write down the pain.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

enum { DAYS = 7, BLANK_ROWS = 5 };

/* "Week 1 from 23 Nov" */
static void add_title(struct builder *b, struct ho_block *table, int week)
{
    const char *starts = b->order->record->starts;
    struct value values[] = {
        {.name = "n", .text = ho_digits(b->ctx->arena, week)},
        {.name = "date",
         .text = starts ? short_date_text(b, starts, (week - 1) * DAYS) : ""}};
    struct ho_cell title = {0};
    add_string(b, &title.text, starts ? "diary.week-from" : "diary.week",
               &(struct filling){.values = values, .value_count = starts ? 2 : 1});
    ho_push(b->ctx->arena, &table->head.cells, title);
}

/* The first is that on which the plan starts. */
static void make_days(struct builder *b, struct ho_cell days[DAYS])
{
    const char *starts = b->order->record->starts;
    int first = starts ? weekday_of(starts) : 1;
    for (int day = 0; day < DAYS; day++) {
        const char *number = ho_digits(b->ctx->arena, (first - 1 + day) % DAYS + 1);
        days[day] = (struct ho_cell){0};
        add_string(b, &days[day].text, ho_join(b->ctx->arena, "date.day.", number),
                   NULL);
    }
}

/* "2 Figure four (left)": the number of the card, and the side that is copied from it. */
static void add_exercise(struct builder *b, struct ho_block *table, size_t index)
{
    const struct ho_exercise *exercise = ho_exercise_find(
        b->order->library, b->order->plan->exercises.items[index].exercise);
    struct ho_row row = {.at = table->at};
    struct ho_cell label = {0};
    struct ho_badge badge = {0};
    struct ho_inlines words = {0};
    add_text(b, &label.number, ho_digits(b->ctx->arena, (long)index + 1), true,
             table->at);
    add_gap(b, &label.number);
    add_phrase(b, &label.text, &exercise->name, NULL);
    add_side(b, exercise, &badge, &words);
    if (badge.label.count) {
        add_gap(b, &label.text);
        size_t before = label.text.count;
        add_string(b, &label.text,
                   b->order->record->side == HO_SIDE_LEFT ? "diary.left"
                                                          : "diary.right",
                   NULL);
        for (size_t i = before; i < label.text.count; i++) {
            label.text.items[i].is_strong = true;
            label.text.items[i].paint = HO_PAINT_STRUCTURE;
        }
    }
    ho_push(b->ctx->arena, &row.cells, label);
    ho_push(b->ctx->arena, &table->rows, row);
}

static struct ho_row *add_row(struct builder *b, struct ho_block *table)
{
    ho_push(b->ctx->arena, &table->rows, (struct ho_row){.at = table->at});
    return &table->rows.items[table->rows.count - 1];
}

/* For an exercise that is written in. */
static void add_blank(struct builder *b, struct ho_block *table)
{
    struct ho_row *row = add_row(b, table);
    ho_push(b->ctx->arena, &row->cells, (struct ho_cell){0});
}

/* The condition's own rows stand below a line; the last one, such as the pain, stands out. */
static void add_measure(struct builder *b, struct ho_block *table, size_t index)
{
    const struct ho_phrases *words = &b->order->library->measure_words;
    struct ho_cell label = {0};
    add_phrase(b, &label.text, &words->items[index], NULL);
    for (size_t i = 0; i < label.text.count; i++)
        label.text.items[i].is_strong = true;
    struct ho_row *row = add_row(b, table);
    ho_push(b->ctx->arena, &row->cells, label);
    row->is_set_off = index == 0;
    row->is_tinted = index + 1 == words->count;
}

static void add_rows(struct builder *b, struct ho_block *table)
{
    for (int i = 0; i < BLANK_ROWS && has_blanks(b); i++)
        add_blank(b, table);
    for (size_t i = 0; i < exercise_count(b) && !has_blanks(b); i++)
        add_exercise(b, table, i);
    for (size_t i = 0; i < b->order->library->measure_words.count; i++)
        add_measure(b, table, i);
}

/* The weeks differ in their titles only. */
void build_diary(struct builder *b, struct ho_blocks_list *out, int weeks)
{
    struct ho_cell days[DAYS];
    const struct ho_block *first = NULL;
    make_days(b, days);
    for (int week = 1; week <= weeks; week++) {
        struct ho_block *table =
            add_block(b, out, HO_BLOCK_DIARY, b->order->record->at);
        table->weeks = weeks;
        add_title(b, table, week);
        for (int day = 0; day < DAYS; day++)
            ho_push(b->ctx->arena, &table->head.cells, days[day]);
        if (first)
            table->rows = first->rows;
        else
            add_rows(b, table);
        first = table;
    }
}
