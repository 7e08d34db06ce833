/* clinic.h — the clinic that treats: who, where, its switches, and the texts that its clinicians have approved.
 * In: clinic.xml.  Out: struct ho_clinic in ctx->arena.  For doc/, job/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_CLINIC_H
#define HO_MODEL_CLINIC_H

#include "base/diag.h"
#include "model/texts.h"

/* "I have read these texts": it holds for one state of a set of texts, known by its hash. */
struct ho_approval {
    const char *set, *sha256; /* "sciatica/en-GB/GB", 64 hex digits */
    const char *by, *on;
    struct ho_span at;
};

struct ho_clinic {
    const char *name, *phone, *hours; /* hours may be NULL */
    HO_VEC(const char *) address;     /* lines */
    const char *logo;                 /* path, as written in the file; NULL: none */
    const char *country, *language, *theme; /* each may be NULL */
    const char *body; /* of the figures, where the record says none: "a", "b" or NULL */
    const char *sender;          /* e-mail address, or NULL */
    bool mails_open;             /* handouts are mailed without a seal */
    int mail_limit_kb;           /* a larger message is warned of */
    int caution_pain, stop_pain; /* from which pain (0 to 10) to slow down, to stop;
                                    -1: the clinic does not say */
    bool
        leg_pain_alone; /* show "pain in both legs" as a sign by itself; on by default */
    bool refuses_past_review; /* no handout from texts whose review date has passed */
    HO_VEC(struct ho_approval) approvals;
    struct ho_span at, country_at, language_at, theme_at, logo_at, sender_at;
};

/* How the texts of a handout stand in this clinic on this day. */
struct ho_standing {
    const struct ho_approval *approval; /* NULL: they are a draft */
    bool is_past_review;
};

bool ho_clinic_load(struct ho_ctx *ctx, const char *path, const struct ho_clinic **out)
    __attribute__((__warn_unused_result__));
/* No clinic in particular: no name, no country, and every sign stands on the sheet. */
const struct ho_clinic *ho_clinic_unnamed(struct ho_arena *arena);
/* Looks for the approval of these very texts; one of a former state is reported as a warning and does not count.
 * `today` is YYYY-MM-DD, or NULL: not known, then no review date has passed. False if the clinic refuses texts
 * past their review date, and these are. */
bool ho_clinic_check(struct ho_ctx *ctx, const struct ho_clinic *clinic,
                     const struct ho_texts *texts, const char *today,
                     struct ho_standing *out) __attribute__((__warn_unused_result__));

#endif
