/* kept_priv.h — blocks that were set before, for layout/ alone.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_KEPT_PRIV_H
#define HO_LAYOUT_KEPT_PRIV_H

#include "layout/piece_priv.h"

/* A document begins: the element that holds it all, which is one for all documents. */
struct ho_element *kept_document(struct ho_layout_kept *kept);
/* As cut_block, or what was cut for an earlier document. */
void cut_or_recall(struct setting *s, const struct ho_block *block, struct frame frame,
                   struct pieces *out);

/* lasting.c: whether a copy can outlive the document. */
bool can_last(const struct piece *piece);
/* Copies in `arena` of the pieces from `first` on, with all that they are made of, but for fonts and figures; they have no
 * place in the source. */
void copy_pieces(struct setting *s, struct ho_arena *arena, const struct pieces *pieces,
                 size_t first, struct pieces *out);

#endif
