/* "Your plan at a glance": goals, a row an exercise, the time it takes.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

static int to_minutes(int seconds)
{
    return (seconds + 59) / 60;
}

/* The exercise in its last picture is the one that a patient knows again. */
static struct ho_picture thumbnail(struct builder *b,
                                   const struct ho_exercise *exercise)
{
    const struct ho_frames *frames = &exercise->frames;
    if (!frames->count)
        return (struct ho_picture){0};
    struct ho_picture picture = find_picture(b, &frames->items[frames->count - 1],
                                             exercise, HO_FIGURE_THUMBNAIL);
    picture.alt = NULL; /* the name says it; the card tells all */
    return picture;
}

static void add_plan_row(struct builder *b, struct ho_block *table,
                         const struct ho_exercise *exercise,
                         const struct ho_prescription *prescription)
{
    struct ho_row row = {.at = prescription->at};
    struct ho_cell name = {.type = HO_TYPE_H3, .has_type = true}, side = {0},
                   dose = {.type = HO_TYPE_H3, .has_type = true},
                   time = {.type = HO_TYPE_H3, .has_type = true};
    add_text(b, &name.number, ho_digits(b->ctx->arena, (long)table->rows.count + 1),
             true, prescription->at);
    add_gap(b, &name.number);
    add_phrase(b, &name.text, &exercise->name, NULL);
    add_gap(b, &name.text);
    add_phrase(b, &name.below, &exercise->purpose, NULL);
    name.picture = thumbnail(b, exercise);
    add_side(b, exercise, &side.badge, &side.text);
    add_dose(b, exercise, prescription, &dose.text, &dose.below);
    add_text(b, &time.text,
             ho_digits(b->ctx->arena,
                       to_minutes(exercise_seconds(b, exercise, prescription))),
             false, prescription->at);
    add_gap(b, &time.text);
    add_string(b, &time.below, "plan.min", NULL);
    time.below_is_unit = true;
    ho_push(b->ctx->arena, &row.cells, name);
    ho_push(b->ctx->arena, &row.cells, side);
    ho_push(b->ctx->arena, &row.cells, dose);
    if (!has_blanks(b)) /* what is written in decides how long it takes */
        ho_push(b->ctx->arena, &row.cells, time);
    ho_push(b->ctx->arena, &table->rows, row);
}

static const struct ho_exercise *exercise_of(const struct builder *b, size_t index)
{
    return ho_exercise_find(b->order->library,
                            b->order->plan->exercises.items[index].exercise);
}

void build_plan_table(struct builder *b, struct ho_blocks_list *out)
{
    static const char *const heads[] = {"plan.exercise", "plan.side", "plan.dose",
                                        "plan.time"};
    /* millimetres; blanks need more room than numbers, and there is no time yet */
    static const double shares[] = {91, 36, 36, 13}, blanks[] = {106, 28, 42};
    const struct ho_plan *plan = b->order->plan;
    struct ho_block *table = add_block(b, out, HO_BLOCK_TABLE, b->order->record->at);
    bool is_blank = has_blanks(b);
    size_t count =
        is_blank ? sizeof blanks / sizeof *blanks : sizeof shares / sizeof *shares;
    table->last_is_numeric = !is_blank;
    for (size_t i = 0; i < count; i++) {
        struct ho_cell head = {0};
        add_string(b, &head.text, heads[i], NULL);
        ho_push(b->ctx->arena, &table->head.cells, head);
        ho_push(b->ctx->arena, &table->shares, is_blank ? blanks[i] : shares[i]);
    }
    for (size_t i = 0; i < plan->exercises.count; i++)
        add_plan_row(b, table, exercise_of(b, i), &plan->exercises.items[i]);
}

/* The sum of the rows, as a reader would add them. */
static int total_minutes(const struct builder *b)
{
    const struct ho_plan *plan = b->order->plan;
    int minutes = 0;
    for (size_t i = 0; i < plan->exercises.count; i++)
        minutes += to_minutes(
            exercise_seconds(b, exercise_of(b, i), &plan->exercises.items[i]));
    return minutes;
}

/* How often a day, if all exercises agree; 0 if they differ, or if one is not for every day. */
static int common_times(const struct builder *b)
{
    const struct ho_plan *plan = b->order->plan;
    int common = 0;
    for (size_t i = 0; i < plan->exercises.count; i++) {
        const struct ho_prescription *prescription = &plan->exercises.items[i];
        const struct ho_exercise *exercise = exercise_of(b, i);
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
    if (has_blanks(b))
        return; /* how many, nobody has circled yet */
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
        add_own_text(b, &goal->text, record->goals.items[i].text, false,
                     record->goals.items[i].at);
    }
}

/* "Cat and cow: You cannot kneel. Do pelvic tilt instead." */
static void add_left_out(struct builder *b, struct ho_block *list,
                         const struct ho_left_out *left_out)
{
    struct ho_inlines name = {0}, caution = {0}, instead = {0}, item = {0};
    add_phrase(b, &name, &left_out->exercise->name, NULL);
    add_phrase(b, &caution, ho_caution_words(b->order->library, left_out->caution),
               NULL);
    if (left_out->instead)
        add_phrase(b, &instead, &left_out->instead->name, NULL);
    struct value values[] = {
        {.name = "exercise", .text = ho_inlines_text(b->ctx->arena, &name)},
        {.name = "caution", .text = ho_inlines_text(b->ctx->arena, &caution)},
        {.name = "instead", .text = ho_inlines_text(b->ctx->arena, &instead)}};
    add_string(b, &item,
               left_out->instead ? "plan.left-out-instead" : "plan.left-out-item",
               &(struct filling){.values = values, .value_count = 3});
    ho_push(b->ctx->arena, &list->items, item);
}

void build_left_out(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_plan *plan = b->order->plan;
    if (!plan->left_out.count)
        return;
    add_heading(b, out, 2, "plan.left-out")->type = HO_TYPE_H3;
    struct ho_block *list =
        add_block(b, out, HO_BLOCK_BULLETS, plan->left_out.items[0].at);
    for (size_t i = 0; i < plan->left_out.count; i++)
        add_left_out(b, list, &plan->left_out.items[i]);
}

void build_visit(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_record *record = b->order->record;
    if (!record->visit_on && !record->visit)
        return;
    add_heading(b, out, 2, "plan.visit")->type = HO_TYPE_H3;
    struct ho_block *paragraph = add_paragraph(b, out, record->visit_on_at);
    if (record->visit_on)
        add_own_text(b, &paragraph->text, date_text(b, record->visit_on, DATE_VISIT),
                     true, record->visit_on_at);
    if (record->visit)
        add_own_text(b, &paragraph->text,
                     ho_format(b->ctx->arena, "%s%s", record->visit_on ? ", " : "",
                               record->visit),
                     false, record->visit_at);
}

void build_contact(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_clinic *clinic = b->order->clinic;
    const struct ho_record *record = b->order->record;
    add_heading(b, out, 2, "plan.call")->type = HO_TYPE_H3;
    struct ho_block *paragraph = add_paragraph(b, out, clinic->at);
    add_text(b, &paragraph->text, phone_text(b, clinic->phone), true, clinic->at);
    if (clinic->hours)
        add_text(b, &paragraph->text, ho_format(b->ctx->arena, ", %s", clinic->hours),
                 false, clinic->at);
    if (record->clinician) {
        struct value value = {
            .name = "name", .text = record->clinician, .is_own = true};
        add_string(b, &add_paragraph(b, out, record->clinician_at)->text,
                   "plan.clinician",
                   &(struct filling){.values = &value, .value_count = 1});
    }
}

void build_logo(struct builder *b, struct ho_blocks_list *out, bool is_at_end)
{
    const struct ho_clinic *clinic = b->order->clinic;
    if (!b->order->logo)
        return;
    struct ho_block *logo = add_block(b, out, HO_BLOCK_LOGO, clinic->logo_at);
    logo->art = b->order->logo;
    logo->alt = clinic->name;
    logo->is_at_end = is_at_end;
}

void build_note(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_record *record = b->order->record;
    if (!record->note)
        return;
    add_heading(b, out, 2, "plan.note")->type = HO_TYPE_H3;
    add_own_text(b, &add_paragraph(b, out, record->note_at)->text, record->note, false,
                 record->note_at);
}

size_t exercise_count(const struct builder *b)
{
    return b->order->plan->exercises.count;
}
