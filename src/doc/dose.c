/* How much, how long, on which side: the words of the plan, the badges of the cards.
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

/* The one-sided ones must stand out: a patient copies the side. Only they have a badge (comps.md, "Side badge"). */
void add_side(struct builder *b, const struct ho_exercise *exercise,
              struct ho_badge *badge, struct ho_inlines *words)
{
    static const char *const ids[] = {[HO_SIDE_NONE] = "side.both",
                                      [HO_SIDE_LEFT] = "side.left-leg",
                                      [HO_SIDE_RIGHT] = "side.right-leg",
                                      [HO_SIDE_BOTH] = "side.each"};
    enum ho_side side = b->order->record->side;
    if (has_blanks(b) && exercise->sides == HO_SIDES_ONE) {
        add_string(b, words, "side.circle", NULL);
        return;
    }
    if (exercise->sides == HO_SIDES_ONE &&
        (side == HO_SIDE_LEFT || side == HO_SIDE_RIGHT)) {
        add_string(b, &badge->letter,
                   side == HO_SIDE_LEFT ? "side.letter.left" : "side.letter.right",
                   NULL);
        add_string(b, &badge->label, ids[side], NULL);
        return;
    }
    if (exercise->sides == HO_SIDES_EACH)
        side = HO_SIDE_BOTH;
    add_string(b, words, exercise->sides == HO_SIDES_WHOLE ? "side.both" : ids[side],
               NULL);
}

/* "____ times", "hold ____ seconds" */
static void add_blank_dose(struct builder *b, const struct ho_exercise *exercise,
                           struct ho_inlines *count, struct ho_inlines *hold)
{
    struct ho_inlines time = {0};
    if (exercise->dose[HO_DOSE_MINUTES].is_set) {
        add_blank_plural(b, count, "dose.minutes");
        return;
    }
    add_blank_plural(b, count, "dose.repetitions");
    if (!exercise->dose[HO_DOSE_HOLD].is_set)
        return;
    add_gap(b, count);
    add_blank_plural(b, &time, "dose.hold");
    struct value value = {.name = "hold",
                          .text = ho_inlines_text(b->ctx->arena, &time)};
    add_string(b, hold, "dose.plan-hold",
               &(struct filling){.values = &value, .value_count = 1});
}

void add_dose(struct builder *b, const struct ho_exercise *exercise,
              const struct ho_prescription *prescription, struct ho_inlines *count,
              struct ho_inlines *hold)
{
    int repetitions = ho_prescribed(exercise, prescription, HO_DOSE_REPETITIONS);
    int seconds = ho_prescribed(exercise, prescription, HO_DOSE_HOLD);
    int minutes = ho_prescribed(exercise, prescription, HO_DOSE_MINUTES);
    struct ho_inlines time = {0};
    if (has_blanks(b)) {
        add_blank_dose(b, exercise, count, hold);
        return;
    }
    if (minutes > 0) {
        add_plural(b, count, "dose.minutes", minutes);
        return;
    }
    add_plural(b, count, "dose.repetitions", repetitions > 0 ? repetitions : 1);
    if (seconds <= 0)
        return;
    add_gap(b, count);
    add_plural(b, &time, "dose.hold", seconds);
    struct value value = {.name = "hold",
                          .text = ho_inlines_text(b->ctx->arena, &time)};
    add_string(b, hold, "dose.plan-hold",
               &(struct filling){.values = &value, .value_count = 1});
}

/* A badge for the field, if the exercise has it: the number, or seconds, over what it counts. */
static void add_badge(struct builder *b, struct ho_block *doses,
                      const struct filling *filling, enum ho_dose field)
{
    int number = ho_prescribed(filling->exercise, filling->prescription, field);
    struct ho_dose_badge badge = {0};
    struct value value = {.name = "n",
                          .text = has_blanks(b) ? string_text(b, "blank", NULL)
                                                : ho_digits(b->ctx->arena, number)};
    if (number <= 0)
        return;
    if (field == HO_DOSE_HOLD || field == HO_DOSE_REST)
        add_string(b, &badge.figure, "dose.short-seconds",
                   &(struct filling){.values = &value, .value_count = 1});
    else
        add_text(b, &badge.figure, value.text, false, filling->prescription->at);
    add_gap(b, &badge.figure);
    const char *label = ho_join(b->ctx->arena, "dose.label.", ho_dose_names[field]);
    if (has_blanks(b))
        add_blank_plural(b, &badge.label, label);
    else
        add_plural(b, &badge.label, label, number);
    ho_push(b->ctx->arena, &doses->doses, badge);
}

void build_doses(struct builder *b, struct ho_blocks_list *out,
                 const struct filling *filling)
{
    static const enum ho_dose order[] = {
        HO_DOSE_HOLD, HO_DOSE_REPETITIONS, HO_DOSE_MINUTES,    HO_DOSE_SETS,
        HO_DOSE_REST, HO_DOSE_TIMES_A_DAY, HO_DOSE_DAYS_A_WEEK};
    struct ho_block *doses =
        add_block(b, out, HO_BLOCK_DOSES, filling->prescription->at);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        add_badge(b, doses, filling, order[i]);
}
