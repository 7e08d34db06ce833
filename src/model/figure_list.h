/* figure_list.h — which figures a content folder has.
 * In: a content folder.  Out: ids. For job/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_FIGURE_LIST_H
#define HO_MODEL_FIGURE_LIST_H

#include "base/arena.h"

/* The ids of its figures, sorted, NULL-terminated, in the arena: without those that only lend another figure its
 * ghost or its second person, and are named by no exercise and no advice. A file that cannot be read counts as a
 * figure: whoever loads it reports it. */
const char *const *ho_figure_ids(struct ho_arena *arena, const char *folder);

#endif
