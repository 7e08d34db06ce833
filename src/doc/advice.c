/* What is told besides exercises: explanations, everyday advice, the longer-term plan; and the rule when to stop.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

static bool is_chosen(const struct builder *b, const struct ho_advice *advice)
{
    const struct ho_record *record = b->order->record;
    if (!record->advice.count || advice->kind == HO_ADVICE_RULE)
        return true;
    for (size_t i = 0; i < record->advice.count; i++)
        if (ho_equal(record->advice.items[i].id, advice->id))
            return true;
    return false;
}

/* Paragraphs and bullets as they follow each other; neighbouring bullets are one list. */
static void add_items(struct builder *b, struct ho_blocks_list *out,
                      const struct ho_advice *advice)
{
    struct ho_block *list = NULL;
    for (size_t i = 0; i < advice->items.count; i++) {
        const struct ho_advice_item *item = &advice->items.items[i];
        struct ho_inlines text = {0};
        add_phrase(b, &text, &item->phrase, NULL);
        if (!item->is_bullet) {
            add_paragraph(b, out, item->phrase.at)->text = text;
            list = NULL;
            continue;
        }
        if (!list)
            list = add_block(b, out, HO_BLOCK_BULLETS, item->phrase.at);
        ho_push(b->ctx->arena, &list->items, text);
    }
}

/* A card: the title, and the picture beside or above what is said. */
static struct ho_block *build_card(struct builder *b, const struct ho_advice *advice)
{
    struct ho_blocks_list nowhere = {0};
    struct ho_block *card = add_block(b, &nowhere, HO_BLOCK_PANEL, advice->at);
    card->panel = HO_PANEL_CARD;
    struct ho_block *heading = add_heading(b, &card->children, 2, NULL);
    heading->type = HO_TYPE_H3;
    add_phrase(b, &heading->text, &advice->title, NULL);
    build_frames(b, &card->children, &advice->frames, NULL);
    add_items(b, &card->children, advice);
    return card;
}

/* Two by two; the last one alone has the whole width. */
static void add_cards(struct builder *b, struct ho_blocks_list *out,
                      const struct ho_blocks_list *cards)
{
    for (size_t i = 0; i < cards->count; i += 2) {
        if (i + 1 == cards->count) {
            ho_push(b->ctx->arena, out, cards->items[i]);
            return;
        }
        struct ho_block *pair =
            add_block(b, out, HO_BLOCK_COLUMNS, cards->items[i]->at);
        for (size_t j = i; j < i + 2; j++) {
            ho_push(b->ctx->arena, &pair->shares, 1);
            ho_push(b->ctx->arena, &pair->children, cards->items[j]);
        }
    }
}

void build_advice(struct builder *b, struct ho_blocks_list *out,
                  enum ho_advice_kind kind)
{
    const struct ho_library *library = b->order->library;
    struct ho_blocks_list cards = {0};
    for (size_t i = 0; i < library->advice.count; i++) {
        const struct ho_advice *advice = &library->advice.items[i];
        if (advice->kind != kind || !is_chosen(b, advice))
            continue;
        ho_push(b->ctx->arena, &cards, build_card(b, advice));
        ho_citations_add(b->ctx->arena, &b->cited, &advice->citations);
    }
    add_cards(b, out, &cards);
}

/* ---- the rule when to stop, to do less, to carry on ---- */

static enum ho_icon icon_of(const char *claim)
{
    return ho_equal(claim, "stop")      ? HO_ICON_STOP
           : ho_equal(claim, "do-less") ? HO_ICON_CARE
                                        : HO_ICON_GO;
}

/* A clinic may have its own scale: from which pain on, of 10. */
static void add_clinic_rule(struct builder *b, struct ho_blocks_list *out,
                            enum ho_icon icon)
{
    const struct ho_clinic *clinic = b->order->clinic;
    int pain = icon == HO_ICON_STOP   ? clinic->stop_pain
               : icon == HO_ICON_CARE ? clinic->caution_pain
                                      : -1;
    struct value value = {.name = "n", .text = ho_format(b->ctx->arena, "%d", pain)};
    if (pain >= 0)
        add_string(b, &add_paragraph(b, out, clinic->at)->text,
                   icon == HO_ICON_STOP ? "plan.pain-stop" : "plan.pain-less",
                   &(struct filling){.values = &value, .value_count = 1});
}

void build_leg_check(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_advice *rule = ho_advice_find(b->order->library, "leg-check");
    if (!rule)
        return; /* another condition may have none */
    struct ho_block *heading = add_heading(b, out, 2, NULL);
    heading->type = HO_TYPE_H3;
    add_phrase(b, &heading->text, &rule->title, NULL);
    struct ho_block *columns = add_block(b, out, HO_BLOCK_COLUMNS, rule->at);
    for (size_t i = 0; i < rule->items.count; i++) {
        const struct ho_advice_item *item = &rule->items.items[i];
        struct ho_block *panel =
            add_block(b, &columns->children, HO_BLOCK_PANEL, item->phrase.at);
        ho_push(b->ctx->arena, &columns->shares, 1);
        panel->icon = icon_of(item->claim);
        struct ho_block *text = add_paragraph(b, &panel->children, item->phrase.at);
        add_phrase(b, &text->text, &item->phrase, NULL);
        add_clinic_rule(b, &panel->children, panel->icon);
    }
    ho_citations_add(b->ctx->arena, &b->cited, &rule->citations);
}
