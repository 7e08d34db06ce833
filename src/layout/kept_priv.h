/* kept_priv.h — blocks that were set before, for layout/ alone.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_KEPT_PRIV_H
#define HO_LAYOUT_KEPT_PRIV_H

#include "base/memo.h"
#include "layout/piece_priv.h"
#include "layout/sheet_priv.h"

struct ho_layout_kept {
    struct ho_arena *arena; /* the run's lifetime */
    struct ho_memo *things; /* struct kept_block and kept_sheet, by their keys */
    struct ho_element *document;
    struct ho_text key; /* that is at hand */
    uint64_t numbers;   /* of pieces, given so far */
    uint64_t documents; /* begun so far */
};

/* A document begins: the element that holds it all, which is one for all documents. */
struct ho_element *kept_document(struct ho_layout_kept *kept);
/* As cut_block, or what was cut for an earlier document. */
void cut_or_recall(struct setting *s, const struct ho_block *block, struct frame frame,
                   struct pieces *out);

/* What all pieces are made of, as the beginning of kept->key. */
enum kept_kind { KEPT_BLOCK, KEPT_SHEET };
void kept_begin_key(const struct setting *s, enum kept_kind kind, struct frame frame);
/* The whole key, until the next one is begun. */
struct ho_bytes kept_key(const struct ho_layout_kept *kept);
/* Copies of the pieces from `first` on, with numbers of their own, and the arena in which they are; NULL: none are made. */
struct ho_arena *kept_copy(struct setting *s, const struct pieces *pieces, size_t first,
                           struct pieces *out);

/* Sets page 1 as it was set for an earlier document, but for the patient's name. False, and nothing is set, if none is
 * known, or the name could ask for another size. */
bool recall_sheet(struct setting *s, struct ho_pages *pages);
/* Keeps it, after recall_sheet was in vain; `slots` are where the name has been tried. */
void keep_sheet(struct setting *s, const struct ho_pages *pages,
                const struct name_slots *slots);

/* lasting.c: whether a copy can outlive the document. */
bool can_last(const struct piece *piece);
/* Copies in `arena` of the pieces from `first` on, with all that they are made of, but for fonts and figures; they have no
 * place in the source. */
void copy_pieces(struct setting *s, struct ho_arena *arena, const struct pieces *pieces,
                 size_t first, struct pieces *out);

#endif
