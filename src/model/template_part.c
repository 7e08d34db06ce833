/* The elements of a template: one table says which there are and what they may have.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/library.h"
#include "model/read_priv.h"
#include "model/template_priv.h"

/* Deeper boxes in boxes could not be set, and no page needs them. */
enum { DEPTH_LIMIT = 8, MOST_WEEKS = 12 };

enum holds { HOLDS_NOTHING, HOLDS_PARTS, HOLDS_ITEMS, HOLDS_TEXT };

static const struct shape {
    const char *name;
    enum holds holds;
    const char *attributes[6]; /* besides "if" */
} shapes[] = {
    [HO_PART_SECTION] = {"section", HOLDS_PARTS, {0}},
    [HO_PART_HEADING] = {"heading",
                         HOLDS_TEXT,
                         {"level", "new-page", "type", "string"}},
    [HO_PART_PARAGRAPH] = {"paragraph", HOLDS_TEXT, {"type", "soft", "string"}},
    [HO_PART_WRITE_IN] = {"write-in", HOLDS_TEXT, {"lines", "string"}},
    [HO_PART_BULLETS] = {"bullets", HOLDS_ITEMS, {"type"}},
    [HO_PART_ITEM] = {"item", HOLDS_TEXT, {"string"}},
    [HO_PART_PANEL] = {"panel", HOLDS_PARTS, {"kind", "keeps-next"}},
    [HO_PART_COLUMNS] = {"columns", HOLDS_PARTS, {"shares", "new-page"}},
    [HO_PART_GROUP] = {"group", HOLDS_PARTS, {0}},
    [HO_PART_FOR_EACH] = {"for-each", HOLDS_PARTS, {"select"}},
    [HO_PART_PLAN_TABLE] = {"plan-table", HOLDS_NOTHING, {0}},
    [HO_PART_EXERCISE_CARDS] = {"exercise-cards", HOLDS_NOTHING, {0}},
    [HO_PART_DAILY] = {"daily", HOLDS_NOTHING, {0}},
    [HO_PART_GOALS] = {"goals", HOLDS_NOTHING, {0}},
    [HO_PART_CONTACT] = {"contact", HOLDS_NOTHING, {0}},
    [HO_PART_LEFT_OUT] = {"left-out", HOLDS_NOTHING, {0}},
    [HO_PART_VISIT] = {"visit", HOLDS_NOTHING, {0}},
    [HO_PART_NOTE] = {"note", HOLDS_NOTHING, {0}},
    [HO_PART_LOGO] = {"logo", HOLDS_NOTHING, {"align"}},
    [HO_PART_LEG_CHECK] = {"leg-check", HOLDS_NOTHING, {0}},
    [HO_PART_ADVICE] = {"advice", HOLDS_NOTHING, {"kind", "plain"}},
    [HO_PART_DIARY] = {"diary", HOLDS_NOTHING, {"weeks"}},
    [HO_PART_SOURCES] = {"sources", HOLDS_NOTHING, {0}},
};

void ho_part_unknown(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *const *known)
{
    static const char *const sheet[] = {"sheet",           "red-flags",
                                        "red-flag-sheet",  "emergency",
                                        "emergency-sheet", "red-flag"};
    for (size_t i = 0; i < sizeof sheet / sizeof *sheet; i++)
        if (ho_xml_is(node, sheet[i])) {
            ho_report(ctx, HO_MSG_UNKNOWN_ELEMENT, node->at,
                      "take it out: the emergency sheet always comes first, once",
                      node->name, node->parent->name);
            return;
        }
    ho_xml_unknown(ctx, node, known);
}

static bool read_if(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    struct ho_expression *out)
{
    return ho_expression_read(ctx, node, "if", ho_template_variables, out);
}

static bool check_attributes(struct ho_ctx *ctx, const struct ho_xml_node *node,
                             const struct shape *shape)
{
    const char *names[8] = {"if"};
    for (size_t i = 0; shape->attributes[i]; i++)
        names[i + 1] = shape->attributes[i];
    return ho_xml_only_attributes(ctx, node, names);
}

static bool read_type(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_part *part)
{
    static const char *const words[] = {"h1", "h2", "h3", "body", "small", NULL};
    static const enum ho_type types[] = {HO_TYPE_H1, HO_TYPE_H2, HO_TYPE_H3,
                                         HO_TYPE_BODY, HO_TYPE_SMALL};
    int word;
    if (!ho_xml_find(node, "type"))
        return true;
    if (!ho_xml_need_word(ctx, node, "type", words, &word))
        return false;
    part->type = types[word];
    return true;
}

/* A box is one piece that no page break divides, so no page can begin in it. */
static bool check_page(struct ho_ctx *ctx, const struct ho_xml_node *node)
{
    for (const struct ho_xml_node *n = node->parent; n; n = n->parent)
        if (ho_xml_is(n, "panel") || ho_xml_is(n, "columns")) {
            ho_report(ctx, HO_MSG_PAGE_INSIDE, ho_xml_place(node, "new-page"), NULL,
                      n->name);
            return false;
        }
    return true;
}

static bool read_new_page(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          struct ho_part *part)
{
    bool ok = ho_read_yes(ctx, node, "new-page", &part->starts_page);
    return (!part->starts_page || check_page(ctx, node)) && ok;
}

static bool read_heading(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         struct ho_part *part)
{
    static const char *const levels[] = {"1", "2", "3", NULL};
    static const enum ho_type types[] = {HO_TYPE_H1, HO_TYPE_H2, HO_TYPE_H3};
    int level = 0;
    bool ok = ho_xml_need_word(ctx, node, "level", levels, &level);
    part->level = level + 1;
    part->type = types[level];
    ok &= read_new_page(ctx, node, part);
    return read_type(ctx, node, part) && ok;
}

static bool read_panel(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_part *part)
{
    static const char *const kinds[] = {"filled", "tint", "card", "stop", "call", NULL};
    int kind = 0;
    bool ok = ho_xml_need_word(ctx, node, "kind", kinds, &kind);
    part->box = (enum ho_box)kind;
    return ho_read_yes(ctx, node, "keeps-next", &part->keeps_next) && ok;
}

static bool read_shares(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_part *part, size_t columns)
{
    const char *text;
    bool ok = true;
    if (!ho_xml_need(ctx, node, "shares", &text))
        return false;
    for (size_t length; *(text += strspn(text, " ")); text += length) {
        double share = 0;
        length = strcspn(text, " ");
        ok &= ho_parse_number(ho_strndup(ctx->arena, text, length), &share) &&
              share >= 1 && share <= 100;
        ho_push(ctx->arena, &part->shares, share);
    }
    if (ok && part->shares.count == columns)
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "shares"),
              "such as \"1 1\" for two columns of the same width", "shares",
              "a number from 1 to 100 for each column, with spaces between");
    return false;
}

/* The parts that may stand in `node`, or the items of a list, by name; NULL-terminated. */
static const char *const *names_in(struct ho_arena *arena, enum holds holds)
{
    const char **names = ho_new_array(arena, const char *, HO_PART_COUNT + 1);
    size_t count = 0;
    for (int kind = HO_PART_HEADING; kind < HO_PART_COUNT; kind++) {
        bool is_item = kind == HO_PART_ITEM || kind == HO_PART_FOR_EACH;
        if (holds == HOLDS_ITEMS ? is_item : kind != HO_PART_ITEM)
            names[count++] = shapes[kind].name;
    }
    return names;
}

static bool is_among(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (ho_equal(*words, word))
            return true;
    return false;
}

static bool read_parts(struct ho_ctx *ctx, const struct ho_template *template,
                       const struct ho_xml_node *node, enum holds holds,
                       struct ho_part *part, int depth)
{
    const char *const *known = names_in(ctx->arena, holds);
    bool ok = ho_xml_no_text(ctx, node);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n));) {
        struct ho_part *child = NULL;
        if (is_among(n->name, known))
            child = ho_part_read(ctx, template, n, depth + 1);
        else
            ho_part_unknown(ctx, n, known);
        ok &= child != NULL;
        if (child)
            ho_push(ctx->arena, &part->parts, child);
    }
    if (ok && !part->parts.count) {
        ho_report(ctx, HO_MSG_NO_TEXT, node->at, "put blocks into it, or take it out",
                  node->name);
        return false;
    }
    return ok;
}

static size_t count_elements(const struct ho_xml_node *node)
{
    size_t count = 0;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n));)
        count++;
    return count;
}

static bool is_in_list(const struct ho_xml_node *node)
{
    for (; node; node = node->parent)
        if (ho_xml_is(node, "bullets"))
            return true;
    return false;
}

static bool check_empty(struct ho_ctx *ctx, const struct ho_xml_node *node)
{
    bool ok = ho_xml_no_text(ctx, node);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n));) {
        ho_part_unknown(ctx, n, NULL);
        ok = false;
    }
    return ok;
}

/* A whole number from 1 to `most`. */
static bool read_count(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       const char *name, int most, int *out)
{
    if (!ho_xml_need_int(ctx, node, name, out))
        return false;
    if (*out >= 1 && *out <= most)
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), NULL, name,
              ho_format(ctx->arena, "a number from 1 to %d", most));
    return false;
}

static bool read_lines(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_part *part)
{
    enum { MOST_LINES = 20 };
    part->lines = 1;
    return !ho_xml_find(node, "lines") ||
           read_count(ctx, node, "lines", MOST_LINES, &part->lines);
}

static bool read_align(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_part *part)
{
    static const char *const words[] = {"start", "end", NULL};
    int word = 0;
    if (ho_xml_find(node, "align") &&
        !ho_xml_need_word(ctx, node, "align", words, &word))
        return false;
    part->is_at_end = word == 1;
    return true;
}

/* What only this kind has. */
static bool read_own(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     struct ho_part *part)
{
    switch (part->kind) {
    case HO_PART_HEADING: return read_heading(ctx, node, part);
    case HO_PART_PARAGRAPH:
        return (int)read_type(ctx, node, part) &
               (int)ho_read_yes(ctx, node, "soft", &part->is_soft);
    case HO_PART_BULLETS: return read_type(ctx, node, part);
    case HO_PART_PANEL: return read_panel(ctx, node, part);
    case HO_PART_COLUMNS:
        return (int)read_new_page(ctx, node, part) &
               (int)read_shares(ctx, node, part, count_elements(node));
    case HO_PART_ADVICE:
        return (int)ho_xml_need_word(ctx, node, "kind", ho_advice_kinds,
                                     &part->advice) &
               (int)ho_read_yes(ctx, node, "plain", &part->is_plain);
    case HO_PART_WRITE_IN: return read_lines(ctx, node, part);
    case HO_PART_DIARY: return read_count(ctx, node, "weeks", MOST_WEEKS, &part->weeks);
    case HO_PART_LOGO: return read_align(ctx, node, part);
    case HO_PART_FOR_EACH:
        return ho_expression_need(ctx, node, "select", ho_template_variables,
                                  &part->select);
    default: return true;
    }
}

struct ho_part *ho_part_read(struct ho_ctx *ctx, const struct ho_template *template,
                             const struct ho_xml_node *node, int depth)
{
    struct ho_part *part = ho_new(ctx->arena, struct ho_part);
    while (!ho_xml_is(node, shapes[part->kind].name))
        part->kind++; /* the caller knows the name */
    const struct shape *shape = &shapes[part->kind];
    part->at = node->at;
    part->type = HO_TYPE_BODY;
    if (depth > DEPTH_LIMIT) {
        ho_report(ctx, HO_MSG_PARTS_TOO_DEEP, node->at, NULL, node->name,
                  ho_format(ctx->arena, "%d", DEPTH_LIMIT));
        return NULL;
    }
    bool ok = check_attributes(ctx, node, shape);
    ok &= read_if(ctx, node, &part->condition);
    ok &= read_own(ctx, node, part);
    enum holds holds =
        part->kind == HO_PART_FOR_EACH && is_in_list(node) ? HOLDS_ITEMS : shape->holds;
    if (holds == HOLDS_NOTHING)
        ok &= check_empty(ctx, node);
    else if (holds == HOLDS_TEXT)
        ok &= ho_pieces_read(ctx, template, node, &part->pieces);
    else
        ok &= read_parts(ctx, template, node, holds, part, depth);
    return ok ? part : NULL;
}
