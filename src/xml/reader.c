/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "xml/xml_priv.h"

static bool is_blank(const char *text)
{
    while (ho_xml_is_space(*text))
        text++;
    return !*text;
}

const struct ho_xml_node *ho_xml_next(const struct ho_xml_node *parent,
                                      const struct ho_xml_node *after)
{
    const struct ho_xml_node *node = after ? after->next : parent->first;
    while (node && !node->name)
        node = node->next;
    return node;
}

bool ho_xml_is(const struct ho_xml_node *node, const char *name)
{
    return ho_equal(node->name, name);
}

static const struct ho_xml_attribute *find_attribute(const struct ho_xml_node *node,
                                                     const char *name)
{
    for (const struct ho_xml_attribute *a = node->attributes; a; a = a->next)
        if (ho_equal(a->name, name))
            return a;
    return NULL;
}

const char *ho_xml_find(const struct ho_xml_node *node, const char *name)
{
    const struct ho_xml_attribute *attribute = find_attribute(node, name);
    return attribute ? attribute->value : NULL;
}

struct ho_span ho_xml_place(const struct ho_xml_node *node, const char *name)
{
    const struct ho_xml_attribute *attribute = find_attribute(node, name);
    return attribute ? attribute->at : node->at;
}

/* Whether a message of that kind stands at that place and suggests exactly this word: then the reader knows already
 * that it is missing, and under which wrong name it is there. */
static bool is_suggested(const struct ho_ctx *ctx, enum ho_message code,
                         struct ho_span at, const char *hint)
{
    for (size_t i = ctx->diags.count; i-- > 0;) {
        const struct ho_diag *diag = &ctx->diags.items[i];
        if (diag->code == code && diag->at.source == at.source &&
            diag->at.line == at.line && diag->at.column == at.column)
            return diag->hint && ho_equal(diag->hint, hint);
    }
    return false;
}

bool ho_xml_is_misspelt(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name)
{
    const char *attribute = ho_format(ctx->arena, "did you mean \"%s\"?", name),
               *child = ho_format(ctx->arena, "did you mean <%s>?", name);
    for (const struct ho_xml_attribute *a = node->attributes; a; a = a->next)
        if (is_suggested(ctx, HO_MSG_UNKNOWN_ATTRIBUTE, a->at, attribute))
            return true;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n));)
        if (is_suggested(ctx, HO_MSG_UNKNOWN_ELEMENT, n->at, child))
            return true;
    return false;
}

bool ho_xml_need(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                 const char **out)
{
    const struct ho_xml_attribute *attribute = find_attribute(node, name);
    if (!attribute && ho_xml_is_misspelt(ctx, node, name))
        return false;
    if (!attribute) {
        ho_report(ctx, HO_MSG_NO_ATTRIBUTE, node->at, NULL, node->name, name);
        return false;
    }
    if (is_blank(attribute->value)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, attribute->at, NULL, name, "filled in");
        return false;
    }
    *out = attribute->value;
    return true;
}

bool ho_xml_need_int(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, int *out)
{
    const char *value;
    if (!ho_xml_need(ctx, node, name, &value))
        return false;
    if (!ho_parse_int(value, out)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  "write digits only, such as 10", name, "a whole number");
        return false;
    }
    return true;
}

static const char *list_words(struct ho_arena *arena, const char *const *words,
                              const char *open, const char *close)
{
    struct ho_text text = {.arena = arena};
    for (size_t i = 0; words[i]; i++)
        ho_text_add_format(&text, "%s%s%s%s", i ? ", " : "", open, words[i], close);
    return ho_text_end(&text);
}

bool ho_xml_need_word(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char *name, const char *const *words, int *out)
{
    const char *value;
    if (!ho_xml_need(ctx, node, name, &value))
        return false;
    for (int i = 0; words[i]; i++)
        if (ho_equal(words[i], value)) {
            *out = i;
            return true;
        }
    const char *near = ho_nearest(value, words);
    const char *hint =
        near ? ho_format(ctx->arena, "did you mean \"%s\"?", near) : NULL;
    ho_report(
        ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), hint, name,
        ho_format(ctx->arena, "one of: %s", list_words(ctx->arena, words, "", "")));
    return false;
}

/* Appends the text with runs of white space as one space; a space first or last is for the caller to trim. */
static void fold(struct ho_text *out, const char *text)
{
    for (; *text; text++) {
        bool space = ho_xml_is_space(*text);
        if (!space)
            ho_text_add_bytes(out, text, 1);
        else if (out->count && out->items[out->count - 1] != ' ')
            ho_text_add(out, " ");
    }
}

bool ho_xml_need_text(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char **out)
{
    struct ho_text text = {.arena = ctx->arena};
    bool ok = true;
    for (const struct ho_xml_node *child = node->first; child; child = child->next)
        if (child->name) {
            ho_xml_unknown(ctx, child, NULL);
            ok = false;
        } else {
            fold(&text, child->text);
        }
    if (text.count && text.items[text.count - 1] == ' ')
        text.count--;
    if (ok && !text.count) {
        ho_report(ctx, HO_MSG_NO_TEXT, node->at, NULL, node->name);
        ok = false;
    }
    if (ok)
        *out = ho_text_end(&text);
    return ok;
}

static bool is_among(const char *word, const char *const *words)
{
    for (size_t i = 0; words && words[i]; i++)
        if (ho_equal(words[i], word))
            return true;
    return false;
}

/* "did you mean" if a word is near, else what would be allowed. */
static const char *suggest(struct ho_arena *arena, const char *word,
                           const char *const *allowed, const char *open,
                           const char *close)
{
    if (!allowed || !allowed[0])
        return "nothing can stand here";
    const char *near = ho_nearest(word, allowed);
    if (near)
        return ho_format(arena, "did you mean %s%s%s?", open, near, close);
    return ho_format(arena, "known here: %s", list_words(arena, allowed, open, close));
}

bool ho_xml_only_attributes(struct ho_ctx *ctx, const struct ho_xml_node *node,
                            const char *const *allowed)
{
    bool ok = true;
    for (const struct ho_xml_attribute *a = node->attributes; a; a = a->next)
        if (!is_among(a->name, allowed)) {
            ho_report(ctx, HO_MSG_UNKNOWN_ATTRIBUTE, a->at,
                      suggest(ctx->arena, a->name, allowed, "\"", "\""), node->name,
                      a->name);
            ok = false;
        }
    return ok;
}

void ho_xml_unknown(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *const *allowed)
{
    ho_report(ctx, HO_MSG_UNKNOWN_ELEMENT, node->at,
              suggest(ctx->arena, node->name, allowed, "<", ">"), node->name,
              node->parent ? node->parent->name : "");
}

bool ho_xml_no_text(struct ho_ctx *ctx, const struct ho_xml_node *node)
{
    bool ok = true;
    for (const struct ho_xml_node *child = node->first; child; child = child->next)
        if (child->text && !is_blank(child->text)) {
            ho_report(ctx, HO_MSG_STRAY_TEXT, child->at, NULL, node->name);
            ok = false;
        }
    return ok;
}
