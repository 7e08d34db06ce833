/* breaks_priv.h — where pages end, chosen over the whole document by cost.
 * In: units, which no break divides, and the room of a page.  Out: the first unit of each page.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_BREAKS_PRIV_H
#define HO_LAYOUT_BREAKS_PRIV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/units.h"

struct unit {
    ho_pt height;
    ho_pt before; /* gap above, unless the unit stands on top of a page */
    ho_pt head;   /* extra height on top of a page: a table's head, again */
    bool starts_page;
    bool is_head; /* begins with the heading of a section: white above it looks meant */
    bool goes_on; /* the same block as the unit before: a break here splits it */
    bool is_row;  /* of a table: one alone on a page looks lost */
};

/* What a page of the units from `first` up to `end` costs; infinite if they do not fit. A page costs
 * something, so that there are few; empty room costs by its square; over a third of a page, a lot, and half as much where a section ends. The last page
 * before one that is asked for, or of all, may be short. Most of all costs a page that is nearly empty, unless it is
 * asked for and the next one, too. A split block costs a little, a table of which one row stands alone more
 * (page.md, "Grid and type"). */
double break_cost(const struct unit *units, size_t count, size_t first, size_t end,
                  ho_pt room);

/* Chooses the breaks of least total cost. Returns the number of pages; `*starts` lists the first unit of
 * each, in the arena. A unit taller than the room gets a page of its own. Time grows with the number of
 * units times those on a page. */
size_t break_pages(struct ho_arena *arena, const struct unit *units, size_t count,
                   ho_pt room, const size_t **starts);

#endif
