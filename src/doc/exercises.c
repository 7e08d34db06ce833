/* A card an exercise: which one, which side, what it looks like, what to do, how much (the patient's order: comps.md
 * 6).
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

/* A paragraph that opens with a lead word in bold: "Feel it in your left buttock." */
static struct ho_block *add_lead(struct builder *b, struct ho_blocks_list *out,
                                 const char *lead, struct ho_span at)
{
    struct ho_block *paragraph = add_paragraph(b, out, at);
    add_string(b, &paragraph->text, lead, NULL);
    for (size_t i = 0; i < paragraph->text.count; i++) {
        paragraph->text.items[i].is_strong = true;
        paragraph->text.items[i].paint = HO_PAINT_STRUCTURE;
    }
    add_text(b, &paragraph->text, " ", false, at);
    return paragraph;
}

static void add_led(struct builder *b, struct ho_blocks_list *out, const char *lead,
                    const struct ho_phrase *phrase, const struct filling *filling)
{
    if (phrase->count)
        add_phrase(b, &add_lead(b, out, lead, phrase->at)->text, phrase, filling);
}

/* "Hold for 30 seconds" is no news to a patient who does. `sign` is 1 if it leads to more, -1 if to less. */
static void add_variation(struct builder *b, struct ho_blocks_list *out,
                          const char *lead, const struct ho_phrase *phrase,
                          const struct ho_goes_to *goes_to,
                          const struct filling *filling, int sign)
{
    if (goes_to->is_set && !has_blanks(b)) {
        int own =
            ho_prescribed(filling->exercise, filling->prescription, goes_to->dose);
        if ((goes_to->number - own) * sign <= 0)
            return;
    }
    add_led(b, out, lead, phrase, filling);
}

static void add_card_head(struct builder *b, struct ho_block *card,
                          const struct ho_exercise *exercise, size_t number)
{
    struct ho_block *head =
        add_block(b, &card->children, HO_BLOCK_CARD_HEAD, exercise->at);
    head->level = 2;
    add_text(b, &head->number, ho_digits(b->ctx->arena, (long)number), true,
             exercise->at);
    add_gap(b, &head->number);
    add_phrase(b, &head->text, &exercise->name, NULL);
    add_gap(b, &head->text);
    add_phrase(b, &head->below, &exercise->purpose, NULL);
    add_side(b, exercise, &head->badge, &head->aside);
}

static void add_steps(struct builder *b, struct ho_blocks_list *out,
                      const struct filling *filling)
{
    const struct ho_exercise *exercise = filling->exercise;
    struct ho_block *steps = add_block(b, out, HO_BLOCK_STEPS, exercise->at);
    steps->type = HO_TYPE_STEP;
    for (size_t i = 0; i < exercise->steps.count; i++) {
        struct ho_inlines step = {0};
        add_phrase(b, &step, &exercise->steps.items[i], filling);
        ho_push(b->ctx->arena, &steps->items, step);
    }
}

/* All under one lead. */
static void add_mistakes(struct builder *b, struct ho_blocks_list *out,
                         const struct filling *filling)
{
    const struct ho_phrases *mistakes = &filling->exercise->mistakes;
    struct ho_block *paragraph = NULL;
    for (size_t i = 0; i < mistakes->count; i++) {
        struct ho_span at = mistakes->items[i].at;
        if (!paragraph)
            paragraph = add_lead(b, out, "exercise.mistake", at);
        else
            add_text(b, &paragraph->text, " ", false, at);
        add_phrase(b, &paragraph->text, &mistakes->items[i], filling);
    }
}

/* Beside the steps: where to feel it, easier and harder, what to watch. */
static void add_beside(struct builder *b, struct ho_blocks_list *out,
                       const struct filling *filling)
{
    const struct ho_exercise *exercise = filling->exercise;
    add_led(b, out, "exercise.feel", &exercise->feel, filling);
    add_variation(b, out, "exercise.easier", &exercise->easier, &exercise->easier_to,
                  filling, -1);
    add_variation(b, out, "exercise.harder", &exercise->harder, &exercise->harder_to,
                  filling, 1);
    add_mistakes(b, out, filling);
}

/* Below both: what needs the whole width. */
static void add_rest(struct builder *b, struct ho_blocks_list *out,
                     const struct filling *filling)
{
    const struct ho_exercise *exercise = filling->exercise;
    const struct ho_prescription *prescription = filling->prescription;
    for (size_t i = 0; i < exercise->cautions.count; i++)
        add_led(b, out, "exercise.caution", &exercise->cautions.items[i], filling);
    if (prescription->note)
        add_own_text(b, &add_lead(b, out, "exercise.note", prescription->note_at)->text,
                     prescription->note, false, prescription->note_at);
}

/* Where more is to be seen: words, a code, and the address, which a screen can open. */
static void add_link(struct builder *b, struct ho_blocks_list *out,
                     const struct ho_exercise *exercise)
{
    struct ho_arena *arena = b->ctx->arena;
    struct value address = {.name = "address", .text = exercise->link};
    struct filling filling = {.values = &address, .value_count = 1};
    if (!exercise->link)
        return;
    struct ho_block *code = add_block(b, out, HO_BLOCK_CODE, exercise->link_at);
    code->uri = exercise->link;
    code->alt = string_text(b, "exercise.link-code", &filling);
    add_phrase(b, &code->text, &exercise->link_words, NULL);
    const char *words = ho_inlines_text(arena, &code->text);
    for (size_t i = 0; i < code->text.count; i++)
        code->text.items[i].is_strong = true;
    add_text(b, &code->text, ". ", true, exercise->link_at);
    add_string(b, &code->text, "exercise.link", NULL);
    add_gap(b, &code->text);
    ho_push(arena, &code->below,
            (struct ho_inline){.text = exercise->link,
                               .uri = exercise->link,
                               .uri_description =
                                   ho_format(arena, "%s: %s", words, exercise->link),
                               .at = exercise->link_at});
}

/* What it looks like, and how much: a glance at this row is the exercise. */
static void build_look(struct builder *b, struct ho_blocks_list *out,
                       const struct filling *filling)
{
    const struct ho_exercise *exercise = filling->exercise;
    struct ho_block *row = add_block(b, out, HO_BLOCK_COLUMNS, exercise->at);
    build_frames(b, &row->children, &exercise->frames, exercise);
    if (row->children.count)
        ho_push(b->ctx->arena, &row->shares, 124);
    build_doses(b, &row->children, filling);
    ho_push(b->ctx->arena, &row->shares, 40);
}

static void build_card(struct builder *b, struct ho_blocks_list *out,
                       const struct ho_prescription *prescription, size_t number)
{
    const struct ho_exercise *exercise =
        ho_exercise_find(b->order->library, prescription->exercise);
    struct filling filling = {.exercise = exercise, .prescription = prescription};
    struct ho_block *card = add_block(b, out, HO_BLOCK_PANEL, exercise->at);
    card->panel = HO_PANEL_CARD;
    add_card_head(b, card, exercise, number);
    build_look(b, &card->children, &filling);
    add_block(b, &card->children, HO_BLOCK_RULE, exercise->at);
    struct ho_block *columns =
        add_block(b, &card->children, HO_BLOCK_COLUMNS, exercise->at);
    ho_push(b->ctx->arena, &columns->shares, 99);
    ho_push(b->ctx->arena, &columns->shares, 65);
    add_steps(b, &columns->children, &filling);
    add_beside(
        b, &add_block(b, &columns->children, HO_BLOCK_GROUP, exercise->at)->children,
        &filling);
    add_rest(b, &card->children, &filling);
    add_link(b, &card->children, exercise);
}

void build_exercise_cards(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_plan *plan = b->order->plan;
    for (size_t i = 0; i < plan->exercises.count; i++)
        build_card(b, out, &plan->exercises.items[i], i + 1);
}
