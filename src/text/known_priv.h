/* known_priv.h — paragraphs that were set before: a batch sets the same words for every patient.
 * The text, its styles and its width are the key, so what is found is what would be set again. Bound: when it is full,
 * nothing more is kept until the pages at hand are finished; then it begins anew.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_KNOWN_PRIV_H
#define HO_TEXT_KNOWN_PRIV_H

#include "text/text.h"

struct known;

struct known *known_new(void);
void known_free(struct known *known);

/* The paragraph's key, in the arena. */
struct ho_bytes known_key(struct ho_arena *arena, const struct ho_paragraph *paragraph);
/* The lines of that key; NULL: not known. They are to be dressed. */
const struct ho_lines *known_find(const struct known *known, struct ho_bytes key);
/* Where lines of a new paragraph are to live, to be kept afterwards; NULL if there is no room. */
struct ho_arena *known_room(struct known *known);
void known_keep(struct known *known, struct ho_bytes key, const struct ho_lines *lines);
/* The pages are finished: what is kept may go. */
void known_end_pages(struct known *known);

/* Known lines as this paragraph's: with its own paints, languages and marks, which change no glyph. */
const struct ho_lines *known_dress(struct ho_arena *arena,
                                   const struct ho_paragraph *paragraph,
                                   const struct ho_lines *lines);

#endif
