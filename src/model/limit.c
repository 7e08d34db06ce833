/* Texts that come from a person's file and go onto paper: not endless, and printable.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Controls, line separators, and the marks that turn the direction of all that follows: on paper they are
 * invisible, or change what another word says. */
static bool is_unprintable(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c & 0xFFFE) == 0xFFFE;
}

/* Folds and trims white space; reports, for the field `name`, what is wrong with the rest. */
static bool take(struct ho_ctx *ctx, struct ho_span at, const char *name,
                 const char *value, size_t limit, const char **out)
{
    struct ho_text text = {.arena = ctx->arena};
    const char *end = value + strlen(value);
    size_t length = 0;
    bool is_apart = false;
    while (value < end) {
        uint32_t c = ho_utf8_next(&value, end);
        if (is_space(c)) {
            is_apart = text.count > 0;
            continue;
        }
        if (is_unprintable(c)) {
            ho_report(ctx, HO_MSG_UNPRINTABLE, at, "delete it and type the text again",
                      name, ho_format(ctx->arena, "U+%04X", (unsigned)c));
            return false;
        }
        if (is_apart)
            ho_text_add(&text, " ");
        ho_text_add_code_point(&text, c);
        length += is_apart ? 2 : 1;
        is_apart = false;
    }
    if (length > limit) {
        ho_report(ctx, HO_MSG_TOO_LONG, at,
                  ho_format(ctx->arena, "it has %zu; shorten it", length), name,
                  ho_format(ctx->arena, "%zu", limit));
        return false;
    }
    *out = ho_text_end(&text);
    return true;
}

bool ho_read_limited(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, size_t limit, bool is_needed, const char **out)
{
    const char *value;
    if (!is_needed && !ho_xml_find(node, name))
        return true;
    return ho_xml_need(ctx, node, name, &value) &&
           take(ctx, ho_xml_place(node, name), name, value, limit, out);
}

bool ho_read_limited_text(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          size_t limit, const char **out)
{
    const char *value;
    return ho_xml_need_text(ctx, node, &value) &&
           take(ctx, node->at, node->name, value, limit, out);
}
