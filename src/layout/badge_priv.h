/* badge_priv.h — the side badge, measured and put by who stands around it: heads of cards, cells.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_BADGE_PRIV_H
#define HO_LAYOUT_BADGE_PRIV_H

#include "layout/setting_priv.h"

struct set_badge {
    const struct ho_lines *letter, *label; /* NULL: there is no badge; width is 0 */
    struct style style, letter_style;
    ho_pt width, height, cap;
};

/* Sets the badge in the size of `style`. */
struct set_badge set_badge(struct setting *s, const struct ho_badge *badge,
                           struct style style);
/* Puts it with its left top corner at x, y, inside the element that is open. */
void put_badge(struct setting *s, struct ho_page *page, const struct set_badge *badge,
               ho_pt x, ho_pt y);

#endif
