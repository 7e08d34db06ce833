/* tree_priv.h — our tree as libxml2 wants it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_XML_TREE_PRIV_H
#define HO_XML_TREE_PRIV_H

#include <libxml/tree.h>

#include "xml/xml.h"

/* The node and all below it as a libxml2 tree; default namespaces are kept. The _private of each element,
 * attribute and text is its struct ho_span *. The caller frees it. */
xmlDocPtr copy_tree(const struct ho_xml_node *root);
/* For HO_AUTO. */
void free_document(xmlDocPtr *document);

#endif
