/* terms.h — medical words of a language that a text must explain where it uses them, and its words for the places on
 * the body that figures mark.
 * In: content/<language>/terms.xml.  Out: struct ho_terms in ctx->arena.  For lint/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_TERMS_H
#define HO_MODEL_TERMS_H

#include "base/diag.h"
#include "model/pose.h"

/* `explained`: words of which one must stand with the term; none: the term is better not used. */
struct ho_term {
    const char *word;
    HO_VEC(const char *) explained;
    struct ho_span at;
};

/* Words that name a region of the body: "buttock", "bottom". */
struct ho_region_words {
    enum ho_region region;
    HO_VEC(const char *) words;
};

struct ho_terms {
    HO_VEC(struct ho_term);
    HO_VEC(struct ho_region_words) regions; /* each once; others have no words */
};

/* Reads the list of the language. A language without one has no such words: that is no error. */
bool ho_terms_load(struct ho_ctx *ctx, const char *folder, const char *language,
                   const struct ho_terms **out) __attribute__((__warn_unused_result__));

#endif
