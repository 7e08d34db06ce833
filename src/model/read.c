/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/library.h"
#include "model/read_priv.h"
#include "model/record.h"

/* No element of our formats has more kinds of children. */
#define MOST_CHILDREN 15

static const struct ho_child *find_shape(const struct ho_child *children,
                                         const char *name)
{
    for (; children && children->name; children++)
        if (ho_equal(children->name, name))
            return children;
    return NULL;
}

static size_t count_children(const struct ho_xml_node *node, const char *name)
{
    size_t count = 0;
    for (const struct ho_xml_node *c = NULL; (c = ho_read_next(node, name, c));)
        count++;
    return count;
}

/* Whether `child` has a brother of the same name before it. */
static bool is_repeated(const struct ho_xml_node *child)
{
    return ho_read_child(child->parent, child->name) != child;
}

static bool check_known(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const struct ho_child *children)
{
    const char *names[MOST_CHILDREN + 1] = {0};
    bool ok = true;
    for (size_t i = 0; children && children[i].name && i < MOST_CHILDREN; i++)
        names[i] = children[i].name;
    for (const struct ho_xml_node *c = NULL; (c = ho_xml_next(node, c));) {
        const struct ho_child *shape = find_shape(children, c->name);
        if (!shape) {
            ho_xml_unknown(ctx, c, names);
            ok = false;
        } else if (shape->often <= HO_AT_MOST_ONCE && is_repeated(c)) {
            ho_report(ctx, HO_MSG_TWICE, c->at, NULL, c->name);
            ok = false;
        }
    }
    return ok;
}

bool ho_read_shape(struct ho_ctx *ctx, const struct ho_xml_node *node,
                   const char *const *attributes, const struct ho_child *children)
{
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= ho_xml_no_text(ctx, node);
    ok &= check_known(ctx, node, children);
    for (; children && children->name; children++)
        if ((children->often == HO_ONCE || children->often == HO_ONE_OR_MORE) &&
            count_children(node, children->name) == 0) {
            if (!ho_xml_is_misspelt(ctx, node, children->name))
                ho_report(ctx, HO_MSG_NO_ELEMENT, node->at, NULL, node->name,
                          children->name);
            ok = false;
        }
    return ok;
}

const struct ho_xml_node *ho_read_next(const struct ho_xml_node *node, const char *name,
                                       const struct ho_xml_node *after)
{
    const struct ho_xml_node *child = ho_xml_next(node, after);
    while (child && !ho_xml_is(child, name))
        child = ho_xml_next(node, child);
    return child;
}

const struct ho_xml_node *ho_read_child(const struct ho_xml_node *node,
                                        const char *name)
{
    return ho_read_next(node, name, NULL);
}

bool ho_is_id(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && length <= 64 && text[0] != '.' &&
           strspn(
               text,
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
               length;
}

bool ho_read_id(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                const char **out)
{
    const char *value;
    if (!ho_xml_need(ctx, node, name, &value))
        return false;
    if (!ho_is_id(value)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  "use letters, digits, - and _", name, "an id");
        return false;
    }
    *out = value;
    return true;
}

bool ho_read_own_id(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *name, const char *expected)
{
    const char *value;
    if (!ho_xml_need(ctx, node, name, &value))
        return false;
    if (!ho_equal(value, expected)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  "it must be that of the file's name or folder", name,
                  ho_format(ctx->arena, "\"%s\"", expected));
        return false;
    }
    return true;
}

bool ho_read_date(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                  bool is_needed, const char **out)
{
    const char *value;
    if (!is_needed && !ho_xml_find(node, name))
        return true;
    if (!ho_xml_need(ctx, node, name, &value))
        return false;
    if (!ho_is_date(value)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), ho_date_hint(value),
                  name, "a date");
        return false;
    }
    *out = value;
    return true;
}

bool ho_read_yes(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                 bool *out)
{
    static const char *const words[] = {"no", "yes", NULL};
    int word;
    if (!ho_xml_find(node, name))
        return true;
    if (!ho_xml_need_word(ctx, node, name, words, &word))
        return false;
    *out = word == 1;
    return true;
}

bool ho_read_phrase(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *name, struct ho_phrase *out)
{
    const struct ho_xml_node *child = ho_read_child(node, name);
    if (!child)
        return true;
    bool ok = ho_xml_only_attributes(ctx, child, NULL);
    return ho_phrase_read(ctx, child, out) && ok;
}

bool ho_read_phrases(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, struct ho_phrases *out)
{
    bool ok = true;
    for (const struct ho_xml_node *child = NULL;
         (child = ho_read_next(node, name, child));) {
        struct ho_phrase phrase = {0};
        ok &= ho_xml_only_attributes(ctx, child, NULL);
        ok &= ho_phrase_read(ctx, child, &phrase);
        ho_push(ctx->arena, out, phrase);
    }
    return ok;
}

const struct ho_xml_node *ho_read_by_id(const struct ho_xml_node *parent,
                                        const char *name, const char *id)
{
    const struct ho_xml_node *n = NULL;
    while ((n = ho_read_next(parent, name, n)) && !ho_equal(ho_xml_find(n, "id"), id))
        ;
    return n;
}

bool ho_read_known_ids(struct ho_ctx *ctx, const struct ho_xml_node *parent,
                       const char *name, const char *const *known)
{
    static const char *const attributes[] = {"id", NULL};
    bool ok = !ho_xml_is_misspelt(ctx, parent, name);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(parent, name, n));) {
        const char *id;
        bool is_known = false;
        ok &= ho_xml_only_attributes(ctx, n, attributes);
        if (!ho_read_id(ctx, n, "id", &id)) {
            ok = false;
            continue;
        }
        for (size_t i = 0; known[i]; i++)
            is_known |= ho_equal(known[i], id);
        if (!is_known)
            ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(n, "id"),
                      ho_read_hint(ctx->arena, id, known), name, id);
        else if (ho_read_by_id(parent, name, id) != n)
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "id"), NULL, name, id);
        ok &= is_known && ho_read_by_id(parent, name, id) == n;
    }
    return ok;
}

bool ho_read_signed(const char *text, double *out)
{
    bool is_negative = *text == '-';
    if (!ho_parse_number(text + is_negative, out))
        return false;
    if (is_negative)
        *out = -*out;
    return true;
}
