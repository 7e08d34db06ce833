/* edges_priv.h — where between two pixels a line is to be drawn, and what kind of line.
 * In: a view.  Out: struct edges: a class for each side of each pixel.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_EDGES_PRIV_H
#define HO_FIGURE_EDGES_PRIV_H

#include "figure/view_priv.h"

/* Low bits: the kind; the others: whose line it is. */
enum edge {
    EDGE_NONE,
    EDGE_OUTLINE, /* against the ground */
    EDGE_OVERLAP, /* one part before another */
    EDGE_WEAK,    /* perhaps: kept only if it goes on from an overlap */
    EDGE_CLOTH,   /* one material beside another */
    EDGE_FINE,    /* fingers, the ear */
    EDGE_KIND = 15,
    EDGE_THING = 16, /* of a chair, a desk */
    EDGE_FAR = 32,   /* of a far limb */
    EDGE_SEEN = 64
};

/* The nodes of the lattice are the corners of pixels: (width + 1) by (height + 1) of them. */
struct edges {
    int width, height; /* in pixels */
    uint8_t *upright,
        *level; /* upright[y * (width + 1) + x]: from node x, y down; level[y * width + x]: to the right */
};

/* All of them; a ghost has outlines and overlaps only. */
struct edges *edges_find(struct ho_arena *arena, const struct view *view,
                         bool is_ghost);
/* The edge that leaves node x, y to the right, down, left or up (0 to 3); NULL outside. */
uint8_t *edge_at(const struct edges *edges, int x, int y, int direction);

#endif
