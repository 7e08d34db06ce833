/* Phrases of the content, with their holes filled, become inlines.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "doc/builder_priv.h"

static void push(struct builder *b, struct ho_inlines *out, const char *text,
                 bool is_strong, struct ho_span at)
{
    ho_push(b->ctx->arena, out,
            (struct ho_inline){.text = text, .is_strong = is_strong, .at = at});
}

void add_text(struct builder *b, struct ho_inlines *out, const char *text,
              bool is_strong, struct ho_span at)
{
    push(b, out, text, is_strong, at);
}

void add_own_text(struct builder *b, struct ho_inlines *out, const char *text,
                  bool is_strong, struct ho_span at)
{
    push(b, out, text, is_strong, at);
    out->items[out->count - 1].is_own = true;
}

void add_gap(struct builder *b, struct ho_inlines *out)
{
    if (out->count)
        push(b, out, " ", false, out->items[out->count - 1].at);
}

const struct ho_string *need_string(struct builder *b, const char *id)
{
    const struct ho_string *string = ho_string_find(b->order->library, id);
    if (!string) {
        ho_report(b->ctx, HO_MSG_NO_STRING, b->asked,
                  ho_format(b->ctx->arena, "add it to content/%s/strings.xml",
                            b->order->library->language),
                  id, b->order->library->language);
        b->ok = false;
    }
    return string;
}

/* The side that a word of a step means. The other side of "both" is both, too. */
static enum ho_side side_of(const struct builder *b, bool is_other)
{
    enum ho_side side = b->order->record->side;
    if (is_other && side == HO_SIDE_LEFT)
        return HO_SIDE_RIGHT;
    if (is_other && side == HO_SIDE_RIGHT)
        return HO_SIDE_LEFT;
    return side;
}

static void add_side_words(struct builder *b, struct ho_inlines *out,
                           const struct ho_phrase_part *part)
{
    const struct ho_string *string = need_string(b, part->string);
    if (!string)
        return;
    const struct ho_phrase *forms[] = {[HO_SIDE_NONE] = &string->none,
                                       [HO_SIDE_LEFT] = &string->left,
                                       [HO_SIDE_RIGHT] = &string->right,
                                       [HO_SIDE_BOTH] = &string->both};
    add_phrase(b, out, forms[side_of(b, part->is_other)], NULL);
}

static enum ho_dose dose_named(const char *name)
{
    int field = 0;
    while (field < HO_DOSE_COUNT && !ho_equal(ho_dose_names[field], name))
        field++;
    return (enum ho_dose)field;
}

static void report_hole(struct builder *b, const struct ho_phrase_part *part)
{
    ho_report(b->ctx, HO_MSG_NO_DOSE, part->at,
              "take the hole out of the phrase, or give the value", part->name,
              "value");
    b->ok = false;
}

static void add_hole(struct builder *b, struct ho_inlines *out,
                     const struct ho_phrase_part *part, const struct filling *filling)
{
    for (size_t i = 0; filling && i < filling->value_count; i++)
        if (ho_equal(filling->values[i].name, part->name)) {
            push(b, out, filling->values[i].text, part->is_strong,
                 filling->values[i].at);
            out->items[out->count - 1].is_own = filling->values[i].is_own;
            return;
        }
    report_hole(b, part);
}

static void add_dose_hole(struct builder *b, struct ho_inlines *out,
                          const struct ho_phrase_part *part,
                          const struct filling *filling)
{
    enum ho_dose field = dose_named(part->name);
    bool is_blank = has_blanks(b) && filling && filling->exercise;
    int number = filling && filling->exercise && field < HO_DOSE_COUNT
                     ? ho_prescribed(filling->exercise, filling->prescription, field)
                     : -1;
    if (number < 0) {
        report_hole(b, part);
        return;
    }
    size_t before = out->count;
    if (is_blank)
        add_blank_plural(b, out, part->string);
    else
        add_plural(b, out, part->string, number);
    for (size_t i = before; i < out->count; i++)
        out->items[i].is_strong |= part->is_strong;
}

void add_phrase(struct builder *b, struct ho_inlines *out,
                const struct ho_phrase *phrase, const struct filling *filling)
{
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        switch (part->kind) {
        case HO_PHRASE_TEXT: push(b, out, part->text, part->is_strong, part->at); break;
        case HO_PHRASE_SIDE: add_side_words(b, out, part); break;
        case HO_PHRASE_DOSE: add_dose_hole(b, out, part, filling); break;
        case HO_PHRASE_VALUE: add_hole(b, out, part, filling); break;
        }
    }
}

void add_string(struct builder *b, struct ho_inlines *out, const char *id,
                const struct filling *filling)
{
    const struct ho_string *string = need_string(b, id);
    if (string)
        add_phrase(b, out, &string->phrase, filling);
}

void add_plural(struct builder *b, struct ho_inlines *out, const char *id, int number)
{
    const struct ho_string *string = need_string(b, id);
    struct value n = {.name = "n", .text = ho_digits(b->ctx->arena, number)};
    struct filling filling = {.values = &n, .value_count = 1};
    if (string)
        add_phrase(b, out,
                   number == 1 && string->one.count ? &string->one : &string->phrase,
                   &filling);
}

bool has_blanks(const struct builder *b)
{
    return !b->order->record || b->order->record->is_general;
}

void add_blank_plural(struct builder *b, struct ho_inlines *out, const char *id)
{
    const struct ho_string *string = need_string(b, id);
    struct value n = {.name = "n", .text = string_text(b, "blank", NULL)};
    if (string)
        add_phrase(b, out, &string->phrase,
                   &(struct filling){.values = &n, .value_count = 1});
}

const char *string_text(struct builder *b, const char *id,
                        const struct filling *filling)
{
    struct ho_inlines inlines = {0};
    add_string(b, &inlines, id, filling);
    return ho_inlines_text(b->ctx->arena, &inlines);
}

const char *phone_text(struct builder *b, const char *phone)
{
    struct ho_text text = {.arena = b->ctx->arena};
    for (; *phone; phone++)
        ho_text_add_bytes(&text, *phone == ' ' ? "\xC2\xA0" : phone,
                          *phone == ' ' ? 2 : 1);
    return ho_text_end(&text);
}
