/* cell_priv.h — a cell of a table, measured and put.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_CELL_PRIV_H
#define HO_LAYOUT_CELL_PRIV_H

#include "layout/badge_priv.h"
#include "layout/piece_priv.h"

struct set_cell {
    const struct ho_cell *cell;
    struct style style, below_style, number_style;
    const struct ho_lines *text, *below, *number;
    struct set_badge badge;
    double scale; /* of the picture */
    ho_pt width, height, text_height;
    ho_pt disc, slot; /* of the number, of the picture; 0: there is none */
    ho_pt start;      /* where the text begins */
    ho_pt natural;    /* how wide it is, with the lines it was set in */
    bool is_free;     /* set without a width: its lines do not know where they begin */
    ho_pt beside;     /* where the line below stands beside the text; 0: below it */
};

/* Sets a cell in `width`; width 0: its texts in one line each. `style` is that of the table; `picture`: how wide
 * pictures are, 0: there is no room for them. A badge that does not fit sets s->is_wide, as a word does. */
struct set_cell set_cell(struct setting *s, const struct ho_cell *cell,
                         struct style style, ho_pt width, enum ho_align align,
                         ho_pt picture);
/* Puts it into a box of `height` at x, y, its parts in the middle. */
void put_cell_parts(struct setting *s, struct ho_page *page,
                    const struct set_cell *cell, ho_pt x, ho_pt y, ho_pt height);

#endif
