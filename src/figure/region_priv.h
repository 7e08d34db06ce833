/* region_priv.h — a mask of pixels becomes a filled path.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_REGION_PRIV_H
#define HO_FIGURE_REGION_PRIV_H

#include "figure/curve_priv.h"

/* Traces the boundaries of the mask, which has the view's size: outer loops and holes run opposite ways. Loops of
 * less than `least` square millimetres are left out. NULL if nothing is left. */
const struct ho_path *region_trace(struct ho_arena *arena, const struct view *view,
                                   const uint8_t *mask, double sigma, double least);

#endif
