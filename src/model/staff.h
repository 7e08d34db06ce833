/* staff.h — what the staff of an emergency department read on page 1, where the handout's language is not theirs.
 * In: a content folder, the country pack.  Out: struct ho_staff in ctx->arena.  For doc/, job/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_STAFF_H
#define HO_MODEL_STAFF_H

#include "model/country.h"
#include "model/library.h"

/* The words of the "Show this page" strip in the first language that the country's staff read. */
struct ho_staff {
    const char *language;
    bool is_rtl;
    struct ho_phrase show, check, started, at, name;
    struct ho_phrases ticks; /* of the cards, in the library's order */
};

/* NULL if the staff read the library's own language. A country whose staff read a language without these texts is an
 * error: no other language stands in for it. */
bool ho_staff_load(struct ho_ctx *ctx, const char *folder,
                   const struct ho_library *library, const struct ho_country *country,
                   const struct ho_staff **out) __attribute__((__warn_unused_result__));

#endif
