/* SPDX-License-Identifier: MIT */
#include "xml/xml.h"

static void add_quoted(struct ho_text *out, const char *text)
{
    ho_text_add(out, "\"");
    for (; *text; text++)
        if (*text == '\n')
            ho_text_add(out, "\\n");
        else if (*text == '"' || *text == '\\')
            ho_text_add_format(out, "\\%c", *text);
        else
            ho_text_add_bytes(out, text, 1);
    ho_text_add(out, "\"");
}

static void add_node(struct ho_text *out, const struct ho_xml_node *node, int depth)
{
    ho_text_add_format(out, "%d:%d%*s", node->at.line, node->at.column, 1 + 2 * depth,
                       "");
    if (node->text) {
        add_quoted(out, node->text);
        ho_text_add(out, "\n");
        return;
    }
    ho_text_add(out, node->name);
    for (const struct ho_xml_attribute *a = node->attributes; a; a = a->next) {
        ho_text_add_format(out, " %s=", a->name);
        add_quoted(out, a->value);
        ho_text_add_format(out, "@%d:%d", a->at.line, a->at.column);
    }
    ho_text_add(out, "\n");
    for (const struct ho_xml_node *child = node->first; child; child = child->next)
        add_node(out, child, depth + 1);
}

const char *ho_xml_dump(struct ho_arena *arena, const struct ho_xml_node *node)
{
    struct ho_text text = {.arena = arena};
    add_node(&text, node, 0);
    return ho_text_end(&text);
}
