/* country.h — what to do in an emergency in one country, in one language.
 * In: content/countries/<CC>.xml.  Out: struct ho_country in ctx->arena.  For doc/, job/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_COUNTRY_H
#define HO_MODEL_COUNTRY_H

#include "base/diag.h"
#include "model/phrase.h"

/* Tags of languages. */
struct ho_tags {
    HO_VEC(const char *);
};

struct ho_country {
    const char *code;             /* ISO 3166-1 alpha-2, or "EU" */
    const char *language;         /* of the texts below: the one asked for */
    const char *number;           /* the emergency number, as printed huge: "999" */
    const char *source, *checked; /* where from, and when (YYYY-MM-DD) */
    struct ho_tags staff;         /* the languages that its hospitals read */
    struct ho_tags languages;     /* that the pack has texts in */
    struct ho_span staff_at;
    /* in the language asked for */
    struct ho_phrase action; /* "Call 999 or go to A&E" */
    struct ho_phrase wait;   /* "Do not wait. Do not drive yourself." */
    struct ho_phrase avoid;  /* "Do not go to a minor injuries unit."; may be empty */
    struct ho_phrase show;   /* "Show this page at A&E" */
    struct ho_phrase urgent; /* "Call 111 today": the second tier */
};

/* Loads the pack; a country without a pack, or a pack without the language, is an error: nothing is
 * borrowed from elsewhere (product.md, promise 2). `language` NULL is the first that the pack has texts in; `at` is
 * where the country was named. */
bool ho_country_load(struct ho_ctx *ctx, const char *folder, const char *code,
                     const char *language, struct ho_span at,
                     const struct ho_country **out)
    __attribute__((__warn_unused_result__));
bool ho_tags_have(const struct ho_tags *tags, const char *language);

/* The packs that the content folder has, for a hint: "there is: AU, CA". NULL if it has none. */
const char *ho_country_hint(struct ho_arena *arena, const char *folder);

#endif
