/* chain_priv.h — edges become long lines: walked from node to node, short spurs dropped, joined where one line is most
 * nearly the continuation of another.
 * In: struct edges.  Out: struct strands, in pixels, with the class of each step.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_CHAIN_PRIV_H
#define HO_FIGURE_CHAIN_PRIV_H

#include "figure/curve_priv.h"
#include "figure/edges_priv.h"

/* A line still with its staircase: the midpoints of its edges. classes[i] is that of the edge at point i. */
struct strand {
    struct ho_point *points;
    uint8_t *classes;
    size_t count;
    bool is_closed;
    bool is_free[2]; /* its start, its end: it fades out there */
};

struct strands {
    HO_VEC(struct strand);
};

/* `spur`: shorter ends are dropped; in pixels. */
struct strands chain_edges(struct ho_arena *arena, const struct edges *edges,
                           double spur);

#endif
