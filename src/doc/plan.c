/* "Your plan at a glance": who, goals, a row an exercise, the time it takes.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

int exercise_seconds(const struct builder *b, const struct ho_exercise *exercise,
                     const struct ho_prescription *prescription)
{
    enum {
        BREATH = 5
    }; /* seconds, where the content gives no hold (product.md, "plan at a glance") */
    int hold = ho_prescribed(exercise, prescription, HO_DOSE_HOLD);
    int rest = ho_prescribed(exercise, prescription, HO_DOSE_REST);
    int repetitions = ho_prescribed(exercise, prescription, HO_DOSE_REPETITIONS);
    int sets = ho_prescribed(exercise, prescription, HO_DOSE_SETS);
    int minutes = ho_prescribed(exercise, prescription, HO_DOSE_MINUTES);
    bool is_twice =
        exercise->sides == HO_SIDES_EACH ||
        (exercise->sides == HO_SIDES_ONE && b->order->record->side == HO_SIDE_BOTH);
    if (minutes > 0) /* timed as a whole: walking, swimming */
        return minutes * 60 * (sets > 0 ? sets : 1);
    return ((hold > 0 ? hold : BREATH) + (rest > 0 ? rest : 0)) *
           (repetitions > 0 ? repetitions : 1) * (sets > 0 ? sets : 1) *
           (is_twice ? 2 : 1);
}

static int to_minutes(int seconds)
{
    return (seconds + 59) / 60;
}

void add_side_label(struct builder *b, struct ho_inlines *out,
                    const struct ho_exercise *exercise)
{
    static const char *const ids[] = {[HO_SIDE_NONE] = "side.both",
                                      [HO_SIDE_LEFT] = "side.left-leg",
                                      [HO_SIDE_RIGHT] = "side.right-leg",
                                      [HO_SIDE_BOTH] = "side.each"};
    enum ho_side side = b->order->record->side;
    bool is_one = exercise->sides == HO_SIDES_ONE &&
                  (side == HO_SIDE_LEFT || side == HO_SIDE_RIGHT);
    size_t before = out->count;

    if (exercise->sides == HO_SIDES_EACH)
        side = HO_SIDE_BOTH;
    add_string(b, out, exercise->sides == HO_SIDES_WHOLE ? "side.both" : ids[side],
               NULL);
    /* The one-sided ones must stand out: a patient copies the side (comps.md, "Side
     * badge"). */
    for (size_t i = before; i < out->count; i++) {
        out->items[i].is_strong = is_one;
        out->items[i].paint = is_one ? HO_PAINT_STRUCTURE : HO_PAINT_SOFT;
    }
}

void add_dose(struct builder *b, struct ho_inlines *out,
              const struct ho_exercise *exercise,
              const struct ho_prescription *prescription)
{
    int repetitions = ho_prescribed(exercise, prescription, HO_DOSE_REPETITIONS);
    int hold = ho_prescribed(exercise, prescription, HO_DOSE_HOLD);
    int minutes = ho_prescribed(exercise, prescription, HO_DOSE_MINUTES);
    struct ho_inlines times = {0}, seconds = {0};
    if (minutes > 0) {
        size_t before = out->count;
        add_plural(b, out, "dose.minutes", minutes);
        for (size_t i = before; i < out->count; i++)
            out->items[i].is_strong = true;
        return;
    }
    add_plural(b, &times, "dose.repetitions", repetitions > 0 ? repetitions : 1);
    add_plural(b, &seconds, "dose.hold", hold);
    struct value values[] = {
        {.name = "repetitions", .text = ho_inlines_text(b->ctx->arena, &times)},
        {.name = "hold", .text = ho_inlines_text(b->ctx->arena, &seconds)}};
    add_string(b, out, hold > 0 ? "dose.plan-hold" : "dose.plan",
               &(struct filling){.values = values, .value_count = 2});
}

static void add_plan_row(struct builder *b, struct ho_block *table,
                         const struct ho_exercise *exercise,
                         const struct ho_prescription *prescription)
{
    struct ho_row row = {.at = prescription->at};
    struct ho_inlines name = {0}, side = {0}, dose = {0}, time = {0};
    add_text(b, &name,
             ho_format(b->ctx->arena, "%zu\xC2\xA0\xC2\xA0", table->rows.count + 1),
             true, prescription->at);
    name.items[0].paint = HO_PAINT_STRUCTURE;
    add_phrase(b, &name, &exercise->name, NULL);
    for (size_t i = 0; i < name.count; i++)
        name.items[i].is_strong = true;
    add_side_label(b, &side, exercise);
    add_dose(b, &dose, exercise, prescription);
    add_plural(b, &time, "plan.minutes",
               to_minutes(exercise_seconds(b, exercise, prescription)));
    ho_push(b->ctx->arena, &row.cells, name);
    ho_push(b->ctx->arena, &row.cells, side);
    ho_push(b->ctx->arena, &row.cells, dose);
    ho_push(b->ctx->arena, &row.cells, time);
    ho_push(b->ctx->arena, &table->rows, row);
}

void build_plan_table(struct builder *b, struct ho_blocks_list *out)
{
    static const char *const heads[] = {"plan.exercise", "plan.side", "plan.dose",
                                        "plan.time"};
    static const double shares[] = {55, 31, 55, 35};
    const struct ho_record *record = b->order->record;
    struct ho_block *table = add_block(b, out, HO_BLOCK_TABLE, record->at);
    table->last_is_numeric = true;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct ho_inlines head = {0};
        add_string(b, &head, heads[i], NULL);
        ho_push(b->ctx->arena, &table->head.cells, head);
        ho_push(b->ctx->arena, &table->shares, shares[i]);
    }
    for (size_t i = 0; i < b->order->plan->exercises.count; i++) {
        const struct ho_prescription *prescription =
            &b->order->plan->exercises.items[i];
        const struct ho_exercise *exercise =
            ho_exercise_find(b->order->library, prescription->exercise);
        add_plan_row(b, table, exercise, prescription);
    }
}

/* The sum of the rows, as a reader would add them. */
static int total_minutes(const struct builder *b)
{
    const struct ho_plan *plan = b->order->plan;
    int minutes = 0;
    for (size_t i = 0; i < plan->exercises.count; i++) {
        const struct ho_prescription *prescription = &plan->exercises.items[i];
        const struct ho_exercise *exercise =
            ho_exercise_find(b->order->library, prescription->exercise);
        minutes += to_minutes(exercise_seconds(b, exercise, prescription));
    }
    return minutes;
}

/* How often a day, if all exercises agree; 0 if they differ, or if one is not for every day. */
static int common_times(const struct builder *b)
{
    int common = 0;
    for (size_t i = 0; i < b->order->plan->exercises.count; i++) {
        const struct ho_prescription *prescription =
            &b->order->plan->exercises.items[i];
        const struct ho_exercise *exercise =
            ho_exercise_find(b->order->library, prescription->exercise);
        int times = ho_prescribed(exercise, prescription, HO_DOSE_TIMES_A_DAY);
        if (times < 1 || (common && times != common) ||
            ho_prescribed(exercise, prescription, HO_DOSE_DAYS_A_WEEK) > 0)
            return 0;
        common = times;
    }
    return common;
}

void build_daily(struct builder *b, struct ho_blocks_list *out)
{
    struct ho_inlines count = {0}, time = {0}, often = {0};
    int times = common_times(b);
    add_plural(b, &count, "plan.exercises", (int)b->order->plan->exercises.count);
    add_plural(b, &time, "plan.minutes", total_minutes(b));
    add_plural(b, &often, "dose.times-a-day", times);
    struct value values[] = {
        {.name = "exercises", .text = ho_inlines_text(b->ctx->arena, &count)},
        {.name = "minutes", .text = ho_inlines_text(b->ctx->arena, &time)},
        {.name = "times", .text = ho_inlines_text(b->ctx->arena, &often)}};
    struct filling filling = {.values = values, .value_count = 3};
    struct ho_block *heading = add_heading(b, out, 2, NULL);
    heading->type = HO_TYPE_H3;
    add_string(b, &heading->text, times ? "plan.daily" : "plan.session", &filling);
    struct ho_block *paragraph = add_paragraph(b, out, b->order->record->at);
    add_string(b, &paragraph->text, "plan.total", &filling);
}

void build_goals(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_record *record = b->order->record;
    if (!record->goals.count)
        return;
    add_heading(b, out, 2, "plan.goals")->type = HO_TYPE_H3;
    for (size_t i = 0; i < record->goals.count; i++) {
        struct ho_block *goal = add_paragraph(b, out, record->goals.items[i].at);
        add_text(b, &goal->text, record->goals.items[i].text, false,
                 record->goals.items[i].at);
    }
}

void build_contact(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_clinic *clinic = b->order->clinic;
    add_heading(b, out, 2, "plan.call")->type = HO_TYPE_H3;
    struct ho_block *paragraph = add_paragraph(b, out, clinic->at);
    add_text(b, &paragraph->text, clinic->phone, true, clinic->at);
    if (clinic->hours)
        add_text(b, &paragraph->text, ho_format(b->ctx->arena, ", %s", clinic->hours),
                 false, clinic->at);
}
