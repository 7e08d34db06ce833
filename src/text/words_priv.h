/* words_priv.h — plain text is put together from its words, each of which is shaped once: what is new in most texts of a
 * batch is a name or a number among words that are known.
 * Plain is what runs from left to right in one language, in letters of the Latin script and what all scripts share, all
 * in the first face of its weight, and fits one line. There a space parts words: no rule of our fonts looks past it
 * (tests/unit/text/test_words.c holds every two characters around a space, and all texts of the content, against Pango).
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_WORDS_PRIV_H
#define HO_TEXT_WORDS_PRIV_H

#include "text/fonts_priv.h"

/* None are known yet. They live in the arena, but for what words_free frees. */
struct words *words_new(struct ho_arena *arena);
void words_free(struct words *words); /* NULL is accepted */
/* The document has ended. */
void words_end(struct words *words);

/* The runs of the paragraph, whose spans, joined, are `text`: one a span, the first at 0; in the arena. NULL: it is not
 * plain, and Pango must set it. */
struct ho_run *words_set(struct ho_arena *arena, struct ho_fonts *fonts,
                         const struct ho_paragraph *paragraph, const char *text,
                         ho_pt *width);

#endif
