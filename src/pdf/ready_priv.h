/* ready_priv.h — readying a drawing that is no figure, a logo say.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_READY_PRIV_H
#define HO_PDF_READY_PRIV_H

#include "pdf/ready.h"

/* The drawing with its points in steps, written with `decimals` places; colours by number, or in the inks of a press if
 * `recipes` is not NULL. */
const struct ho_ready *ho_ready_make(struct ho_arena *arena,
                                     const struct ho_drawing *drawing, double step,
                                     int decimals, const float (*recipes)[4],
                                     enum ho_ready_level level);

#endif
