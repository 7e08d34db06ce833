/* xpath.h — XPath 1.0 over an XML tree of ours: the conditions and fields of templates.
 * Only the functions of XPath's core and the variables that the caller names: nothing reads a file. The length of
 * an expression, the work it does and the size of what it gives are limited.
 * In: struct ho_xml_node.  Out: truth, text, nodes.  For model/ (to read expressions) and doc/ (to evaluate them).
 * SPDX-License-Identifier: MIT */
#ifndef HO_XML_XPATH_H
#define HO_XML_XPATH_H

#include "xml/xml.h"

/* An expression as it stands in an attribute; `text` is NULL where there is none. Nodes are borrowed. */
struct ho_expression {
    const char *text;
    const struct ho_xml_node *node;
    const char *attribute;
};

/* What "$name" in an expression stands for. */
struct ho_xpath_variable {
    const char *name, *text;
    bool is_number;    /* compared as a number; "0" is then false */
    struct ho_span at; /* where its value comes from */
};

/* Reads the attribute `name`, if it is there. An expression that cannot be read, that calls a function or names a
 * variable which is not there, or that is too long is reported at its place inside the attribute. `variables` are the
 * names that may stand after '$' (NULL-terminated; may be NULL: none). */
bool ho_expression_read(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, const char *const *variables,
                        struct ho_expression *out)
    __attribute__((__warn_unused_result__));
/* The same; its absence is an error. */
bool ho_expression_need(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, const char *const *variables,
                        struct ho_expression *out)
    __attribute__((__warn_unused_result__));
/* The place of the attribute's value, for messages. */
struct ho_span ho_expression_at(const struct ho_expression *expression);

/* What the questions to one tree leave for the next: expressions are compiled once. It may serve one tree at a time. */
struct ho_xpath_kept;
struct ho_xpath_kept *ho_xpath_kept_new(void);
void ho_xpath_kept_free(struct ho_xpath_kept *kept); /* NULL is accepted */

/* A tree made ready for questions. It lives in ctx->arena but for what ho_xpath_close frees. `kept`, which may be NULL,
 * and variables are borrowed. */
struct ho_xpath;
struct ho_xpath *ho_xpath_open(struct ho_ctx *ctx, struct ho_xpath_kept *kept,
                               const struct ho_xml_node *root,
                               const struct ho_xpath_variable *variables, size_t count);
void ho_xpath_close(struct ho_xpath *xpath);

/* Whether the expression holds; nodes hold if there are any. A failure is reported at the expression's place, never
 * with a value; `*out` is then untouched. */
bool ho_xpath_test(struct ho_xpath *xpath, const struct ho_expression *expression,
                   bool *out) __attribute__((__warn_unused_result__));
/* The value as one line of text, white space folded; "" if there is no such node. `*at` is where the value stands, or
 * the expression's own place if it stands nowhere. */
bool ho_xpath_text(struct ho_xpath *xpath, const struct ho_expression *expression,
                   const char **out, struct ho_span *at)
    __attribute__((__warn_unused_result__));
/* The value as a whole number; anything else fails. */
bool ho_xpath_int(struct ho_xpath *xpath, const struct ho_expression *expression,
                  int *out) __attribute__((__warn_unused_result__));

/* What expressions are relative to: at first the root element, 1 of 1. */
struct ho_xpath_focus {
    const void *node; /* opaque */
    int position, size;
};

struct ho_xpath_nodes {
    HO_VEC(const void *);
};

/* The nodes that the expression gives, in document order; a failure if it gives anything else. */
bool ho_xpath_nodes(struct ho_xpath *xpath, const struct ho_expression *expression,
                    struct ho_xpath_nodes *out) __attribute__((__warn_unused_result__));
/* Takes a new focus and returns the old one. */
struct ho_xpath_focus ho_xpath_focus(struct ho_xpath *xpath,
                                     struct ho_xpath_focus focus);

#endif
