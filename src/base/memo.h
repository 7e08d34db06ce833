/* memo.h — what was made before, found again by the bytes that it was made of: a batch makes much of the same for every
 * patient. What is found is what would be made again, so it never shows in the output.
 * Bound: when it is full, nothing more is kept until the document at hand has ended; then it begins anew.
 * In: keys.  Out: what was kept under them.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_MEMO_H
#define HO_BASE_MEMO_H

#include "base/str.h"

struct ho_memo;

/* An empty one, for some `most` bytes of keys and what is kept. */
struct ho_memo *ho_memo_new(size_t most);
void ho_memo_free(struct ho_memo *memo); /* NULL is accepted */

/* What was kept under the key; NULL if nothing was. It lives until the first ho_memo_find after ho_memo_end. */
const void *ho_memo_find(struct ho_memo *memo, struct ho_bytes key);
/* Whether the key was asked after in an earlier document, as far as the memo recalls, which it does from now on: what one
 * document alone needs, such as a name, is not worth its room. */
bool ho_memo_expects(struct ho_memo *memo, struct ho_bytes key);
/* Where what is to be kept must live; NULL if there is no room. */
struct ho_arena *ho_memo_room(struct ho_memo *memo);
/* Keeps what lives there under a copy of the key, which is new. */
void ho_memo_keep(struct ho_memo *memo, struct ho_bytes key, const void *made);
/* The document has ended, and nothing refers to what is kept any more. */
void ho_memo_end(struct ho_memo *memo);
/* Forgets everything; only after ho_memo_end. */
void ho_memo_clear(struct ho_memo *memo);

#endif
