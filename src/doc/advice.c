/* What is told besides exercises: explanations, everyday advice, the longer-term plan; and the rule when to stop.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "doc/builder_priv.h"

static bool is_chosen(const struct builder *b, const struct ho_advice *advice)
{
    const struct ho_record *record = b->order->record;
    if (!record->advice.count || advice->kind == HO_ADVICE_RULE ||
        advice->kind == HO_ADVICE_FLOOR)
        return true;
    for (size_t i = 0; i < record->advice.count; i++)
        if (ho_equal(record->advice.items[i].id, advice->id))
            return true;
    return false;
}

/* The call-out of a claim, and its number: they count in the order of the file. NULL: it has none. */
static const struct ho_callout_place *find_callout(const struct ho_advice *advice,
                                                   const char *claim, int *number)
{
    *number = 0;
    for (size_t i = 0; i < advice->frames.count; i++) {
        const struct ho_frame *frame = &advice->frames.items[i];
        for (size_t k = 0; k < frame->callouts.count; k++) {
            ++*number;
            if (ho_equal(frame->callouts.items[k].claim, claim))
                return &frame->callouts.items[k];
        }
    }
    return NULL;
}

static bool has_callouts(const struct ho_advice *advice)
{
    int number;
    return advice->claims.count && (find_callout(advice, "", &number) || number > 0);
}

/* The strong words that a text begins with, and what follows them. */
static void split_lead(struct builder *b, const struct ho_inlines *text,
                       struct ho_inlines *lead, struct ho_inlines *rest)
{
    for (size_t i = 0; i < text->count; i++) {
        struct ho_inline part = text->items[i];
        bool leads = part.is_strong && !rest->count;
        if (!leads && !rest->count)
            part.text += strspn(part.text, " ");
        ho_push(b->ctx->arena, leads ? lead : rest, part);
    }
    add_gap(b, lead);
}

/* Paragraphs and bullets as they follow each other; neighbouring bullets are one list. What has a number on the
 * picture is said by the points. */
static void add_items(struct builder *b, struct ho_blocks_list *out,
                      const struct ho_advice *advice)
{
    struct ho_block *list = NULL;
    for (size_t i = 0; i < advice->items.count; i++) {
        const struct ho_advice_item *item = &advice->items.items[i];
        struct ho_inlines text = {0};
        int number;
        if (find_callout(advice, item->claim, &number))
            continue;
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

/* What the numbers on the picture lead to, in their order; the loader has seen to it that each claim is said. */
static void add_points(struct builder *b, struct ho_blocks_list *out,
                       const struct ho_advice *advice)
{
    struct ho_block *points = add_block(b, out, HO_BLOCK_POINTS, advice->at);
    for (size_t f = 0; f < advice->frames.count; f++) {
        const struct ho_frame *frame = &advice->frames.items[f];
        for (size_t k = 0; k < frame->callouts.count; k++)
            for (size_t i = 0; i < advice->items.count; i++) {
                struct ho_inlines text = {0}, lead = {0}, rest = {0};
                if (!ho_equal(advice->items.items[i].claim,
                              frame->callouts.items[k].claim))
                    continue;
                add_phrase(b, &text, &advice->items.items[i].phrase, NULL);
                split_lead(b, &text, &lead, &rest);
                ho_push(b->ctx->arena, &points->leads, lead);
                ho_push(b->ctx->arena, &points->items, rest);
            }
    }
}

/* The numbers on the picture: y counts down there. */
static void add_callouts(struct builder *b, struct ho_block *figures,
                         const struct ho_frames *frames)
{
    int number = 0;
    for (size_t i = 0; i < frames->count; i++)
        for (size_t k = 0; k < frames->items[i].callouts.count; k++) {
            const struct ho_callout_place *place = &frames->items[i].callouts.items[k];
            struct ho_callout callout = {.x = place->x,
                                         .y = -place->y,
                                         .from_x = place->from_x,
                                         .from_y = -place->from_y};
            add_text(b, &callout.number, ho_digits(b->ctx->arena, ++number), true,
                     place->at);
            ho_push(b->ctx->arena, &figures->pictures.items[i].callouts, callout);
        }
}

/* The picture, if there is one, beside what is said. */
static void add_content(struct builder *b, struct ho_blocks_list *out,
                        const struct ho_advice *advice)
{
    bool is_numbered = has_callouts(advice);
    if (!advice->frames.count) {
        add_items(b, out, advice);
        return;
    }
    struct ho_block *row = add_block(b, out, HO_BLOCK_COLUMNS, advice->at);
    build_frames(b, &row->children, &advice->frames, NULL);
    if (is_numbered)
        add_callouts(b, row->children.items[0], &advice->frames);
    struct ho_block *words = add_block(b, &row->children, HO_BLOCK_GROUP, advice->at);
    /* An upright figure stands beside the words of a half page; one with numbers leads the whole width. */
    ho_push(b->ctx->arena, &row->shares, is_numbered ? 90 : 24);
    ho_push(b->ctx->arena, &row->shares, is_numbered ? 74 : 54);
    if (is_numbered)
        add_points(b, &words->children, advice);
    add_items(b, &words->children, advice);
}

static struct ho_block *build_card(struct builder *b, const struct ho_advice *advice,
                                   bool is_plain)
{
    struct ho_blocks_list nowhere = {0};
    bool leads = has_callouts(advice);
    struct ho_block *card =
        add_block(b, &nowhere, is_plain ? HO_BLOCK_GROUP : HO_BLOCK_PANEL, advice->at);
    card->panel = leads ? HO_PANEL_FILLED : HO_PANEL_CARD;
    struct ho_block *heading = add_heading(b, &card->children, 2, NULL);
    heading->type = leads ? HO_TYPE_H2 : HO_TYPE_H3;
    add_phrase(b, &heading->text, &advice->title, NULL);
    add_content(b, &card->children, advice);
    return card;
}

/* Many pictures are not boxed, since no page break divides a box, and in large type they are more than a page. */
static void add_open(struct builder *b, struct ho_blocks_list *out,
                     const struct ho_advice *advice)
{
    struct ho_block *heading = add_heading(b, out, 2, NULL);
    heading->type = HO_TYPE_H3;
    add_phrase(b, &heading->text, &advice->title, NULL);
    add_items(b, out, advice);
    build_frames(b, out, &advice->frames, NULL);
}

void build_advice(struct builder *b, struct ho_blocks_list *out,
                  enum ho_advice_kind kind, bool is_plain)
{
    const struct ho_library *library = b->order->library;
    struct ho_block *balance = NULL;
    for (size_t i = 0; i < library->advice.count; i++) {
        const struct ho_advice *advice = &library->advice.items[i];
        if (advice->kind != kind || !is_chosen(b, advice))
            continue;
        ho_citations_add(b->ctx->arena, &b->cited, &advice->citations);
        if (advice->frames.count > 1) {
            add_open(b, out, advice);
            balance = NULL;
            continue;
        }
        struct ho_block *card = build_card(b, advice, is_plain);
        if (has_callouts(advice) ||
            kind == HO_ADVICE_FLOOR) { /* it has the whole width */
            ho_push(b->ctx->arena, out, card);
            balance = NULL;
            continue;
        }
        if (!balance)
            balance = add_block(b, out, HO_BLOCK_BALANCE, advice->at);
        ho_push(b->ctx->arena, &balance->children, card);
    }
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
    struct value value = {.name = "n", .text = ho_digits(b->ctx->arena, pain)};
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
        /* Who reads when to carry on must see when to stop. */
        panel->keeps_next = i + 1 < rule->items.count;
        struct ho_block *rule_text =
            add_paragraph(b, &panel->children, item->phrase.at);
        struct ho_inlines text = {0};
        add_phrase(b, &text, &item->phrase, NULL);
        split_lead(b, &text, &rule_text->lead, &rule_text->text);
        add_clinic_rule(b, &panel->children, panel->icon);
    }
    ho_citations_add(b->ctx->arena, &b->cited, &rule->citations);
}
