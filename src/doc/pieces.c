/* Phrases with the template's values, fields of the record, words of the template.
 * SPDX-License-Identifier: MIT */
#include "doc/body_priv.h"

/* The field's value as the handout writes it; NULL after a report. Values are text and nothing else: what looks like
 * markup in one is printed as it is. */
static const char *field_text(struct builder *b, const struct ho_field *field,
                              struct ho_span *at)
{
    const char *text;
    if (!ho_xpath_text(b->xpath, &field->select, &text, at)) {
        b->ok = false;
        return NULL;
    }
    if (field->format == HO_FIELD_TEXT || !*text)
        return text;
    if (!ho_is_date(text)) {
        ho_report(b->ctx, HO_MSG_FIELD_NO_DATE, ho_expression_at(&field->select),
                  "take out format=\"…\", or choose a field that has a date",
                  field->select.attribute);
        b->ok = false;
        return NULL;
    }
    return date_text(b, text,
                     field->format == HO_FIELD_MONTH     ? DATE_MONTH
                     : field->format == HO_FIELD_WEEKDAY ? DATE_WEEKDAY
                                                         : DATE_FULL);
}

static void add_field(struct builder *b, struct ho_inlines *out,
                      const struct ho_piece *piece)
{
    struct ho_span at;
    const char *text = field_text(b, &piece->field, &at);
    if (text && *text)
        add_own_text(b, out, text, piece->is_strong, at);
}

static bool has_value(const struct ho_piece *piece, const char *name)
{
    for (size_t i = 0; i < piece->values.count; i++)
        if (ho_equal(piece->values.items[i].name, name))
            return true;
    return false;
}

/* Each hole of the phrase must get its value from the template, or the sentence would be torn. */
static bool check_holes(struct builder *b, const struct ho_piece *piece,
                        const struct ho_phrase *phrase)
{
    bool ok = true;
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        if (part->kind != HO_PHRASE_VALUE || has_value(piece, part->name))
            continue;
        ho_report(b->ctx, HO_MSG_PHRASE_NEEDS, piece->at,
                  ho_format(b->ctx->arena, "add <value name=\"%s\" select=\"…\"/>",
                            part->name),
                  piece->text, part->name);
        ok = false;
    }
    return ok;
}

static bool has_kind(struct builder *b, const struct ho_piece *piece,
                     const struct ho_string *string, enum ho_string_kind kind)
{
    if (string->kind == kind)
        return true;
    ho_report(b->ctx, HO_MSG_WRONG_KIND, piece->at,
              kind == HO_STRING_PLAIN && string->kind == HO_STRING_PLURAL
                  ? "write <string ref=\"…\" number=\"…\"/>"
                  : NULL,
              piece->text, kind == HO_STRING_PLAIN ? "string" : "plural");
    return false;
}

static bool add_plain(struct builder *b, struct ho_inlines *out,
                      const struct ho_piece *piece, const struct ho_string *string)
{
    struct value *values =
        ho_new_array(b->ctx->arena, struct value, piece->values.count + 1);
    bool ok = has_kind(b, piece, string, HO_STRING_PLAIN) &&
              check_holes(b, piece, &string->phrase);
    for (size_t i = 0; i < piece->values.count; i++) {
        values[i].name = piece->values.items[i].name;
        values[i].text = field_text(b, &piece->values.items[i], &values[i].at);
        values[i].is_own = true;
        ok &= values[i].text != NULL;
    }
    if (ok)
        add_phrase(
            b, out, &string->phrase,
            &(struct filling){.values = values, .value_count = piece->values.count});
    return ok;
}

static void add_piece_string(struct builder *b, struct ho_inlines *out,
                             const struct ho_piece *piece)
{
    size_t before = out->count;
    int number;
    b->asked = piece->at;
    const struct ho_string *string = need_string(b, piece->text);
    if (!string)
        return;
    if (!piece->number.text)
        b->ok &= add_plain(b, out, piece, string);
    else if (has_kind(b, piece, string, HO_STRING_PLURAL) &&
             ho_xpath_int(b->xpath, &piece->number, &number))
        add_plural(b, out, piece->text, number);
    else
        b->ok = false;
    for (size_t i = before; i < out->count; i++)
        out->items[i].is_strong |= piece->is_strong;
}

static bool is_shown(struct builder *b, const struct ho_piece *piece)
{
    bool holds = true;
    if (piece->condition.text && !ho_xpath_test(b->xpath, &piece->condition, &holds))
        return b->ok = false;
    return holds;
}

void add_pieces(struct builder *b, struct ho_inlines *out,
                const struct ho_pieces *pieces)
{
    bool says_something = false;
    struct ho_inlines text = {0};
    for (size_t i = 0; i < pieces->count; i++) {
        const struct ho_piece *piece = &pieces->items[i];
        size_t before = text.count;
        if (!is_shown(b, piece))
            continue;
        switch (piece->kind) {
        case HO_PIECE_WORDS:
            add_text(b, &text, piece->text, piece->is_strong, piece->at);
            says_something |= !ho_equal(piece->text, " ");
            break;
        case HO_PIECE_FIELD: add_field(b, &text, piece); break;
        case HO_PIECE_STRING: add_piece_string(b, &text, piece); break;
        }
        says_something |= piece->kind != HO_PIECE_WORDS && text.count > before;
    }
    if (says_something)
        *out = text;
}
