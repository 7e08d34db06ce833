/* geometry.h — points, rectangles, matrices and papers.
 * Page space: PDF points, origin at the top left corner of the trim, x to the right, y DOWN. Writers turn it.
 * In: nothing.  Out: plain structs.  Every stage above base may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_GEOMETRY_H
#define HO_PAGE_GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/units.h"

struct ho_point {
    ho_pt x, y;
};

struct ho_rect {
    ho_pt x, y, width, height; /* x, y: top left */
};

/* x' = a x + c y + e,  y' = b x + d y + f (ISO 32000-1 8.3.3). */
struct ho_matrix {
    double a, b, c, d, e, f;
};

#define HO_IDENTITY ((struct ho_matrix){1, 0, 0, 1, 0, 0})

/* A trimmed piece of paper, portrait. */
struct ho_paper {
    const char *id;
    ho_pt width, height;
};

/* Finds "a3" "a4" "a5" "a6" "letter" "legal" "half-letter" "card"; NULL if there is no such paper. */
const struct ho_paper *ho_paper_find(const char *id);
/* The table of all papers; returns its length. */
size_t ho_papers(const struct ho_paper **out);

struct ho_point ho_apply(struct ho_matrix matrix, struct ho_point point);
/* The smallest rectangle around both; one with no area is ignored. */
struct ho_rect ho_rect_union(struct ho_rect a, struct ho_rect b);
bool ho_rect_overlap(struct ho_rect a, struct ho_rect b);

#endif
