/* What an element of a template says: phrases of the language, fields of the record, and words of its own.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/template_priv.h"

/* White space is folded over the borders of elements, as in a phrase (phrase.c). */
struct reading {
    struct ho_ctx *ctx;
    const struct ho_template *template;
    struct ho_pieces *out;
    struct ho_text text; /* of the words being read */
    struct ho_span text_at;
    bool is_strong, is_in_span;
    struct ho_expression condition; /* of the open <span> */
    bool has_space;                 /* a space waits for what follows it */
};

static struct ho_piece new_piece(const struct reading *r, enum ho_piece_kind kind,
                                 struct ho_span at)
{
    return (struct ho_piece){
        .kind = kind, .at = at, .is_strong = r->is_strong, .condition = r->condition};
}

static void end_words(struct reading *r)
{
    if (!r->text.count)
        return;
    struct ho_piece piece = new_piece(r, HO_PIECE_WORDS, r->text_at);
    piece.text = ho_strndup(r->ctx->arena, r->text.items, r->text.count);
    ho_push(r->ctx->arena, r->out, piece);
    r->text.count = 0;
}

/* Before an element: the space that waits belongs to the words before it, or is a piece of its own. */
static void end_before(struct reading *r, struct ho_span at)
{
    if (r->has_space) {
        if (!r->text.count)
            r->text_at = at;
        ho_text_add(&r->text, " ");
        r->has_space = false;
    }
    end_words(r);
}

/* Whether the text has letters; marks such as "·" and "–" are of no language (U+0080 to U+00BF, U+2000 to U+206F). */
static bool has_letters(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t c = ho_utf8_next(&text, end);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            (c > 0xBF && !(c >= 0x2000 && c <= 0x206F)))
            return true;
    }
    return false;
}

/* A handout is in one language: words that stand in the template must say which. */
static bool check_language(const struct reading *r, const struct ho_xml_node *node)
{
    if (r->template->language || !has_letters(node->text))
        return true;
    ho_report(r->ctx, HO_MSG_WORDS_NO_LANGUAGE, node->at,
              "put them into strings.xml and name them by string=\"…\", or add "
              "language=\"…\" to <template>");
    return false;
}

static bool add_words(struct reading *r, const struct ho_xml_node *node)
{
    for (const char *c = node->text; *c; c++) {
        if (strchr(" \t\r\n", *c)) {
            const struct ho_pieces *out = r->out;
            const char *before =
                !r->text.count && out->count ? out->items[out->count - 1].text : NULL;
            bool is_spaced = before &&
                             out->items[out->count - 1].kind == HO_PIECE_WORDS &&
                             before[strlen(before) - 1] == ' ';
            r->has_space = (out->count || r->text.count) && !is_spaced;
            continue;
        }
        if (!r->text.count)
            r->text_at = node->at;
        if (r->has_space)
            ho_text_add(&r->text, " ");
        r->has_space = false;
        ho_text_add_bytes(&r->text, c, 1);
    }
    return check_language(r, node);
}

static bool read_field(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       bool is_named, struct ho_field *out)
{
    static const char *const attributes[] = {"select", "format", "name", NULL};
    static const char *const unnamed[] = {"select", "format", NULL};
    static const char *const formats[] = {"text", "date", "month", "weekday", NULL};
    int format = HO_FIELD_TEXT;
    out->at = node->at;
    bool ok = ho_read_shape(ctx, node, is_named ? attributes : unnamed, NULL);
    if (is_named)
        ok &= ho_read_id(ctx, node, "name", &out->name);
    ok &= ho_expression_need(ctx, node, "select", ho_template_variables, &out->select);
    if (ho_xml_find(node, "format"))
        ok &= ho_xml_need_word(ctx, node, "format", formats, &format);
    out->format = (enum ho_field_format)format;
    return ok;
}

static bool add_field(struct reading *r, const struct ho_xml_node *node)
{
    struct ho_piece piece = new_piece(r, HO_PIECE_FIELD, node->at);
    if (!read_field(r->ctx, node, false, &piece.field))
        return false;
    ho_push(r->ctx->arena, r->out, piece);
    return true;
}

static bool read_values(struct reading *r, const struct ho_xml_node *node,
                        struct ho_piece *piece)
{
    static const char *const known[] = {"value", NULL};
    struct ho_ctx *ctx = r->ctx;
    bool ok = ho_xml_no_text(ctx, node);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n));) {
        struct ho_field value = {0};
        if (!ho_xml_is(n, "value")) {
            ho_part_unknown(ctx, n, known);
            ok = false;
            continue;
        }
        ok &= read_field(ctx, n, true, &value);
        for (size_t i = 0; value.name && i < piece->values.count; i++)
            if (ho_equal(piece->values.items[i].name, value.name)) {
                ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "name"), NULL,
                          "value", value.name);
                ok = false;
            }
        ho_push(ctx->arena, &piece->values, value);
    }
    return ok;
}

/* The phrases of the emergency sheet stand on the sheet and nowhere else, so that nobody takes another page for it
 * (product.md, promise 1). */
static bool read_phrase_id(struct reading *r, const struct ho_xml_node *node,
                           const char *attribute, const char **out)
{
    if (!ho_read_id(r->ctx, node, attribute, out))
        return false;
    if (strncmp(*out, "sheet.", 6) != 0)
        return true;
    ho_report(r->ctx, HO_MSG_SHEET_PHRASE, ho_xml_place(node, attribute),
              "take it out: the emergency sheet always comes first, once", *out);
    return false;
}

static bool add_string(struct reading *r, const struct ho_xml_node *node,
                       const char *attribute)
{
    struct ho_piece piece = new_piece(r, HO_PIECE_STRING, node->at);
    piece.at = ho_xml_place(node, attribute);
    bool ok = read_phrase_id(r, node, attribute, &piece.text);
    ok &= ho_expression_read(r->ctx, node, "number", ho_template_variables,
                             &piece.number);
    ok &= read_values(r, node, &piece);
    ho_push(r->ctx->arena, r->out, piece);
    return ok;
}

static bool add_content(struct reading *r, const struct ho_xml_node *node);

static bool add_strong(struct reading *r, const struct ho_xml_node *node)
{
    bool ok = ho_xml_only_attributes(r->ctx, node, NULL);
    end_before(r, node->at);
    r->is_strong = true;
    ok &= add_content(r, node);
    end_words(r);
    r->is_strong = false;
    return ok;
}

static bool add_span(struct reading *r, const struct ho_xml_node *node)
{
    static const char *const attributes[] = {"if", NULL};
    bool ok = ho_xml_only_attributes(r->ctx, node, attributes);
    end_words(r); /* the space before it, if any, goes with what is left out */
    ok &= ho_expression_need(r->ctx, node, "if", ho_template_variables, &r->condition);
    r->is_in_span = true;
    ok &= add_content(r, node);
    end_words(r);
    r->is_in_span = false;
    r->condition = (struct ho_expression){0};
    return ok;
}

static bool add_element(struct reading *r, const struct ho_xml_node *node)
{
    static const char *const known[] = {"b", "field", "string", "span", NULL};
    static const char *const attributes[] = {"ref", "number", NULL};
    if (ho_xml_is(node, "b") && !r->is_strong)
        return add_strong(r, node);
    if (ho_xml_is(node, "span") && !r->is_in_span && !r->is_strong)
        return add_span(r, node);
    if (ho_xml_is(node, "field")) {
        end_before(r, node->at);
        return add_field(r, node);
    }
    if (ho_xml_is(node, "string")) {
        end_before(r, node->at);
        bool ok = ho_xml_only_attributes(r->ctx, node, attributes);
        return add_string(r, node, "ref") && ok;
    }
    ho_part_unknown(r->ctx, node, known);
    return false;
}

static bool add_content(struct reading *r, const struct ho_xml_node *node)
{
    bool ok = true;
    if (!node->first) {
        ho_report(r->ctx, HO_MSG_NO_TEXT, node->at, NULL, node->name);
        return false;
    }
    for (const struct ho_xml_node *child = node->first; child; child = child->next)
        ok &= child->text ? add_words(r, child) : add_element(r, child);
    return ok;
}

bool ho_pieces_read(struct ho_ctx *ctx, const struct ho_template *template,
                    const struct ho_xml_node *node, struct ho_pieces *out)
{
    struct reading r = {
        .ctx = ctx, .template = template, .out = out, .text = {.arena = ctx->arena}};
    if (ho_xml_find(node, "string"))
        return add_string(&r, node, "string");
    if (!node->first && ho_xml_is_misspelt(ctx, node, "string"))
        return false; /* told already */
    bool ok = add_content(&r, node);
    end_words(&r);
    if (ok && !out->count) {
        ho_report(ctx, HO_MSG_NO_TEXT, node->at, NULL, node->name);
        return false;
    }
    return ok;
}
