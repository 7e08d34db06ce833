/* A card an exercise: which one, which side, what to do, how much (the patient's order:
 * comps.md 6).
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

/* A paragraph that opens with a lead word in bold: "Feel it in your left buttock." */
static void add_lead(struct builder *b, struct ho_blocks_list *out, const char *lead,
                     const struct ho_phrase *phrase, const struct filling *filling)
{
    if (!phrase->count)
        return;
    struct ho_block *paragraph = add_paragraph(b, out, phrase->at);
    add_string(b, &paragraph->text, lead, NULL);
    for (size_t i = 0; i < paragraph->text.count; i++) {
        paragraph->text.items[i].is_strong = true;
        paragraph->text.items[i].paint = HO_PAINT_STRUCTURE;
    }
    add_text(b, &paragraph->text, " ", false, phrase->at);
    add_phrase(b, &paragraph->text, phrase, filling);
}

static void add_card_heading(struct builder *b, struct ho_block *card,
                             const struct ho_exercise *exercise, size_t number)
{
    struct ho_block *heading = add_heading(b, &card->children, 2, NULL);
    heading->at = exercise->at;
    add_text(b, &heading->text, ho_format(b->ctx->arena, "%zu\xC2\xA0\xC2\xA0", number),
             true, exercise->at);
    heading->text.items[0].paint = HO_PAINT_STRUCTURE;
    add_phrase(b, &heading->text, &exercise->name, NULL);
    add_side_label(b, &heading->aside, exercise);
    if (exercise->purpose.count) {
        struct ho_block *purpose =
            add_paragraph(b, &card->children, exercise->purpose.at);
        purpose->paint = HO_PAINT_SOFT;
        add_phrase(b, &purpose->text, &exercise->purpose, NULL);
    }
}

static void add_dose_panel(struct builder *b, struct ho_blocks_list *out,
                           const struct filling *filling)
{
    struct ho_block *panel =
        add_block(b, out, HO_BLOCK_PANEL, filling->prescription->at);
    panel->panel = HO_PANEL_TINT;
    int times =
        ho_prescribed(filling->exercise, filling->prescription, HO_DOSE_TIMES_A_DAY);
    int days =
        ho_prescribed(filling->exercise, filling->prescription, HO_DOSE_DAYS_A_WEEK);
    struct ho_block *dose =
        add_paragraph(b, &panel->children, filling->prescription->at);
    dose->type = HO_TYPE_H3;
    add_dose(b, &dose->text, filling->exercise, filling->prescription);
    if (times > 0) {
        struct ho_block *daily =
            add_paragraph(b, &panel->children, filling->prescription->at);
        add_plural(b, &daily->text, "dose.times-a-day", times);
    }
    if (days > 0) {
        struct ho_block *weekly =
            add_paragraph(b, &panel->children, filling->prescription->at);
        add_plural(b, &weekly->text, "dose.days-a-week", days);
    }
}

static void build_card(struct builder *b, struct ho_blocks_list *out,
                       const struct ho_prescription *prescription, size_t number)
{
    const struct ho_exercise *exercise =
        ho_exercise_find(b->order->library, prescription->exercise);
    struct filling filling = {.exercise = exercise, .prescription = prescription};
    struct ho_block *card = add_block(b, out, HO_BLOCK_PANEL, exercise->at);
    card->panel = HO_PANEL_CARD;
    add_card_heading(b, card, exercise, number);
    struct ho_block *columns =
        add_block(b, &card->children, HO_BLOCK_COLUMNS, exercise->at);
    ho_push(b->ctx->arena, &columns->shares, 99);
    ho_push(b->ctx->arena, &columns->shares, 65);

    struct ho_block *steps =
        add_block(b, &columns->children, HO_BLOCK_STEPS, exercise->at);
    steps->type = HO_TYPE_STEP;
    for (size_t i = 0; i < exercise->steps.count; i++) {
        struct ho_inlines step = {0};
        add_phrase(b, &step, &exercise->steps.items[i], &filling);
        ho_push(b->ctx->arena, &steps->items, step);
    }
    struct ho_block *aside =
        add_block(b, &columns->children, HO_BLOCK_GROUP, exercise->at);
    add_dose_panel(b, &aside->children, &filling);
    add_lead(b, &aside->children, "exercise.feel", &exercise->feel, &filling);
    add_lead(b, &aside->children, "exercise.easier", &exercise->easier, &filling);
    add_lead(b, &aside->children, "exercise.harder", &exercise->harder, &filling);
    for (size_t i = 0; i < exercise->cautions.count; i++)
        add_lead(b, &card->children, "exercise.caution", &exercise->cautions.items[i],
                 &filling);
}

size_t exercise_count(const struct builder *b)
{
    return b->order->plan->exercises.count;
}

void build_exercise_cards(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_plan *plan = b->order->plan;
    for (size_t i = 0; i < plan->exercises.count; i++)
        build_card(b, out, &plan->exercises.items[i], i + 1);
}
