/* xpath_priv.h — what reading and evaluating expressions share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_XML_XPATH_PRIV_H
#define HO_XML_XPATH_PRIV_H

#include <libxml/xpath.h>

#include "xml/tree_priv.h"
#include "xml/xpath.h"

/* What no honest expression needs: bytes of it, steps of its evaluation, nodes and bytes of its value; and
 * evaluations of one tree, since a loop can stand in a loop. */
enum {
    EXPRESSION_LIMIT = 512,
    STEP_LIMIT = 100000,
    NODE_LIMIT = 1000,
    VALUE_LIMIT = 4096,
    EVALUATION_LIMIT = 50000
};

/* The first complaint of libxml2 about an expression. */
struct complaint {
    int code;   /* of enum xmlParserErrors; 0: none */
    int offset; /* in the expression; only good while it is compiled */
};

void free_context(xmlXPathContextPtr *context);
void free_object(xmlXPathObjectPtr *object);
void free_compiled(xmlXPathCompExprPtr *compiled);

/* A context whose complaints go to `complaint`, with limits. */
xmlXPathContextPtr new_context(struct complaint *complaint);
/* What expressions are asked of from now on; NULL: nothing. */
void set_document(xmlXPathContextPtr context, xmlDocPtr document);
/* The value of a variable, owned by the caller. */
xmlXPathObjectPtr new_value(const char *text, bool is_number);
/* What that code means to the author of the expression. */
const char *xpath_fault(int code);

#endif
