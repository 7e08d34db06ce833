/* figure_store_priv.h — the cache behind shop_figure.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_FIGURE_STORE_PRIV_H
#define HO_JOB_FIGURE_STORE_PRIV_H

#include "figure/figure.h"

/* The drawing of the pose that an earlier run kept, in the arena `keep`; false if there is none, or none that is
 * whole. */
bool figure_cache_find(struct ho_arena *arena, struct ho_arena *keep,
                       const struct ho_figure_key *key, const struct ho_pose *pose,
                       const struct ho_figure **out)
    __attribute__((__warn_unused_result__));
/* Keeps a packed drawing for later runs, in $XDG_CACHE_HOME/handout, else ~/.cache/handout; does nothing if it cannot. */
void figure_cache_keep(struct ho_arena *arena, const struct ho_figure_key *key,
                       const struct ho_pose *pose, struct ho_bytes bytes);

#endif
