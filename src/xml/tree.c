/* SPDX-License-Identifier: MIT */
#include "xml/tree_priv.h"

#include <string.h>

void free_document(xmlDocPtr *document)
{
    if (*document)
        xmlFreeDoc(*document);
}

static const xmlChar *bytes(const char *text)
{
    return (const xmlChar *)text;
}

static bool is_declaration(const char *name)
{
    return strcmp(name, "xmlns") == 0 || strncmp(name, "xmlns:", 6) == 0;
}

/* xmlNewProp takes the value as it is; xmlNewDocProp would read entities in it. */
static void copy_attributes(xmlNodePtr copy, const struct ho_xml_node *node)
{
    for (struct ho_xml_attribute *a = node->attributes; a; a = a->next) {
        if (is_declaration(a->name))
            continue;
        xmlAttrPtr attribute = xmlNewProp(copy, bytes(a->name), bytes(a->value));
        if (!attribute)
            ho_out_of_memory();
        attribute->_private = &a->at;
    }
}

/* Recursion is as deep as the parser allows elements to nest. `space` is the namespace of the parent. */
static xmlNodePtr copy_node(xmlDocPtr document, const struct ho_xml_node *node,
                            xmlNsPtr space)
{
    xmlNodePtr copy = node->name
                          ? xmlNewDocNode(document, NULL, bytes(node->name), NULL)
                          : xmlNewDocText(document, bytes(node->text));
    if (!copy)
        ho_out_of_memory();
    copy->_private = (void *)&node->at;
    if (!node->name)
        return copy;
    const char *declared = ho_xml_find(node, "xmlns");
    if (declared)
        space = xmlNewNs(copy, bytes(declared), NULL);
    xmlSetNs(copy, space);
    copy_attributes(copy, node);
    for (const struct ho_xml_node *child = node->first; child; child = child->next)
        if (!xmlAddChild(copy, copy_node(document, child, space)))
            ho_out_of_memory();
    return copy;
}

xmlDocPtr copy_tree(const struct ho_xml_node *root)
{
    xmlDocPtr document = xmlNewDoc(bytes("1.0"));
    if (!document)
        ho_out_of_memory();
    xmlDocSetRootElement(document, copy_node(document, root, NULL));
    return document;
}
