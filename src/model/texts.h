/* texts.h — what a clinician signs: all words that one handout prints for a condition, in a language, in a country.
 * In: the library, the country pack, the words for the staff.  Out: a name and a hash.  For clinic.h, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_TEXTS_H
#define HO_MODEL_TEXTS_H

#include "model/staff.h"

struct ho_texts {
    const struct ho_library *library;
    const struct ho_country *country; /* in the library's language */
    const struct ho_staff *staff;     /* NULL: they read that language */
};

/* "sciatica/en-GB/GB" */
const char *ho_texts_name(struct ho_arena *arena, const struct ho_texts *texts);
/* What the hash is made of, a line each: the hash of the library's files, then the words that come from elsewhere.
 * A country's change reaches no other country, and what a pack says in another language reaches none. */
const char *ho_texts_statement(struct ho_arena *arena, const struct ho_texts *texts);
/* The SHA-256 of the statement, 64 hex digits. */
const char *ho_texts_hash(struct ho_arena *arena, const struct ho_texts *texts);

#endif
