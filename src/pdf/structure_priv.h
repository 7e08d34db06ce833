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
    uint32_t next;   /* of the same element: its place in `kids`, or 0 */
    uint32_t number; /* place of a node, MCID of a mark, number of an annotation */
    uint32_t page;   /* of a mark or an annotation */
};

struct ho_node {
    const struct ho_element *element; /* NULL: the Document that we add ourselves */
    struct ho_node *parent;           /* NULL: the root */
    uint32_t place;                   /* in the order of first opening */
    uint32_t page;                    /* where it was first opened */
    uint32_t first, last;             /* its kids, or 0 */
    bool is_shown;                    /* one of them is on a page */
};

/* Who owns the marks of one page, by MCID. */
struct ho_owners {
    HO_VEC(const struct ho_node *);
};

struct ho_structure {
    HO_VEC(struct ho_node *) nodes; /* by place */
    HO_VEC(struct ho_kid) kids;     /* of all; [0] is none */
    struct ho_node **table;         /* by element, open addressing */
    size_t room;
    struct ho_node *root;
    struct ho_owners *pages; /* one a page: its key in the parent tree is its index */
    struct ho_owners links;  /* their keys follow those of the pages */
    unsigned first;          /* number of the first node's object */
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
/* Writes all elements and the parent tree; adds the entry to the catalog's body. No object may be made after it. */
void ho_structure_write(struct ho_writer *writer, struct ho_text *catalog);

#endif
