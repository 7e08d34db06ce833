/* structure_priv.h — the structure tree: elements of the pages become StructElem
 * objects. In: elements as pages open them, the marks and links that belong to them.
 * Out: StructTreeRoot.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_STRUCTURE_PRIV_H
#define HO_PDF_STRUCTURE_PRIV_H

#include "pdf/haru_raw_priv.h"

struct ho_node;
struct ho_writer;

/* A part of an element, in reading order: another element, a marked piece of a page, or
 * an annotation. */
struct ho_kid {
    enum { HO_KID_NODE, HO_KID_MARK, HO_KID_ANNOTATION } kind;
    struct ho_node *node;
    size_t page, mark;
    HPDF_Dict annotation;
};

struct ho_node {
    const struct ho_element *element; /* NULL: the Document that we add ourselves */
    struct ho_node *parent;           /* NULL: the root */
    HPDF_Dict object;
    size_t page; /* where it was first opened */
    HO_VEC(struct ho_kid) kids;
};

/* Who owns the marks of one page, by MCID. */
struct ho_owners {
    HO_VEC(const struct ho_node *);
};

struct ho_structure {
    HO_VEC(struct ho_node *) nodes; /* in the order of first opening */
    struct ho_node **table;         /* by element, open addressing */
    size_t room;
    struct ho_node *root;
    HPDF_Dict tree;
    struct ho_owners *pages; /* one a page: its key in the parent tree is its index */
    struct ho_owners links;  /* their keys follow those of the pages */
};

void ho_structure_open(struct ho_writer *writer);
/* The node of an element inside `parent` (NULL: at the top), made when first opened. */
struct ho_node *ho_structure_node(struct ho_writer *writer,
                                  const struct ho_element *element,
                                  struct ho_node *parent, size_t page);
/* Adds a mark of the page to the node and returns its MCID. */
size_t ho_structure_mark(struct ho_writer *writer, struct ho_node *node, size_t page);
/* Adds an annotation to the node and returns its key in the parent tree. */
size_t ho_structure_link(struct ho_writer *writer, struct ho_node *node, size_t page,
                         HPDF_Dict annotation);
/* Writes all elements and the parent tree; adds the entry to the catalog's body. */
void ho_structure_write(struct ho_writer *writer, struct ho_text *catalog);

#endif
