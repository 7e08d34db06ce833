/* check_priv.h — what the checks of a pose share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_CHECK_PRIV_H
#define HO_FIGURE_CHECK_PRIV_H

#include "base/diag.h"
#include "figure/skeleton_priv.h"

struct inspection {
    struct ho_ctx *ctx;
    struct ho_arena *scratch; /* for meshes */
    const struct skeleton *s;
};

/* A rounded number as text, in the context's arena. */
const char *number_text(const struct inspection *in, double value, int decimals);
/* "working" or "other". */
const char *side_text(const struct inspection *in, enum body_side side);

void check_touch(const struct inspection *in);
void check_collisions(const struct inspection *in);

#endif
