/* ids_priv.h — ids of an SVG that depend on the page alone.
 * In: an SVG as cairo wrote it.  Out: the same, its ids numbered anew.
 * For picture/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PICTURE_IDS_PRIV_H
#define HO_PICTURE_IDS_PRIV_H

#include "base/str.h"

/* Returns the text with every id numbered in the order of appearance, in the arena. */
struct ho_bytes ho_ids_renumber(struct ho_arena *arena, struct ho_bytes svg);

#endif
