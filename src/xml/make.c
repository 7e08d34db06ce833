/* Trees that were never a file.
 * SPDX-License-Identifier: MIT */
#include "xml/xml.h"

static struct ho_xml_node *add_node(struct ho_arena *arena, struct ho_xml_node *parent,
                                    struct ho_xml_node from)
{
    struct ho_xml_node *node = ho_new(arena, struct ho_xml_node);
    *node = from;
    node->parent = parent;
    if (parent && parent->last)
        parent->last->next = node;
    else if (parent)
        parent->first = node;
    if (parent)
        parent->last = node;
    return node;
}

struct ho_xml_node *ho_xml_add(struct ho_arena *arena, struct ho_xml_node *parent,
                               const char *name, struct ho_span at)
{
    return add_node(arena, parent, (struct ho_xml_node){.name = name, .at = at});
}

void ho_xml_add_text(struct ho_arena *arena, struct ho_xml_node *parent,
                     const char *text, struct ho_span at)
{
    add_node(arena, parent, (struct ho_xml_node){.text = text, .at = at});
}

void ho_xml_add_attribute(struct ho_arena *arena, struct ho_xml_node *node,
                          const char *name, const char *value, struct ho_span at)
{
    struct ho_xml_attribute *attribute = ho_new(arena, struct ho_xml_attribute);
    struct ho_xml_attribute **last = &node->attributes;
    *attribute = (struct ho_xml_attribute){.name = name, .value = value, .at = at};
    while (*last)
        last = &(*last)->next;
    *last = attribute;
}

struct ho_xml_node *ho_xml_add_copy(struct ho_arena *arena, struct ho_xml_node *parent,
                                    const struct ho_xml_node *node)
{
    struct ho_xml_node *copy =
        add_node(arena, parent,
                 (struct ho_xml_node){.name = node->name,
                                      .text = node->text,
                                      .at = node->at,
                                      .attributes = node->attributes});
    for (const struct ho_xml_node *n = node->first; n; n = n->next)
        ho_xml_add_copy(arena, copy, n);
    return copy;
}
