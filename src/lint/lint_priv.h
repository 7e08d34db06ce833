/* lint_priv.h — words of a text, and passages: what the files of lint/ share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LINT_LINT_PRIV_H
#define HO_LINT_LINT_PRIV_H

#include "lint/lint.h"

/* A word of a text; `ends` if a sentence ends after it. Borrowed from the text. */
struct word {
    const char *start;
    size_t length;
    bool ends;
};

/* Moves `*at` past the next word; false at the end of the text. */
bool next_word(const char **at, struct word *out);
/* Whether the word is `other`, in any case of its Latin letters. */
bool is_word(const struct word *word, const char *other);
bool is_english(const char *language);
/* Whether the words `phrase` stand in the text, in any case, as whole words. */
bool says(const char *text, const char *phrase);
/* The phrase as a patient would read it, with the left side and the words for a dose. */
const char *phrase_text(struct ho_arena *arena, const struct ho_library *library,
                        const struct ho_phrase *phrase);

/* Texts that are read as one: an exercise, the emergency sheet. */
struct passage {
    const char *name; /* for messages: `exercise "cat-cow"` */
    struct ho_span at;
    int grade; /* the limit */
    struct ho_reading reading;
};

struct said {
    const char *text, *passage; /* the passage's name */
    struct ho_span at;
};

/* One walk over a library. */
struct walk {
    struct ho_ctx *ctx;
    const struct ho_library *library;
    const char *language;
    struct {
        HO_VEC(struct said);
    } texts;
};

/* Adds a text to the passage, and reports long sentences and passive verbs in it. */
void read_text(struct walk *walk, struct passage *passage, const char *text,
               struct ho_span at);
/* Reports on the passage as a whole. */
void end_passage(struct walk *walk, const struct passage *passage, bool tells_all);
/* Reports the terms that the texts of the walk use, where no passage that uses one explains it. */
void check_terms(struct walk *walk, const struct ho_terms *terms);

#endif
