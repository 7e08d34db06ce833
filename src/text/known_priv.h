/* known_priv.h — paragraphs that were set before: a batch sets the same words for every patient.
 * The text, its styles and its width are the key to a memo, so what is found is what would be set again.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_KNOWN_PRIV_H
#define HO_TEXT_KNOWN_PRIV_H

#include "text/text.h"

/* The paragraph's key, in `key`, whose old bytes go. */
struct ho_bytes known_key(struct ho_text *key, const struct ho_paragraph *paragraph);

/* Known lines as this paragraph's: with its own paints, languages and marks, which change no glyph. */
const struct ho_lines *known_dress(struct ho_arena *arena,
                                   const struct ho_paragraph *paragraph,
                                   const struct ho_lines *lines);

#endif
