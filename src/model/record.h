/* record.h — one patient, and the clinic that treats.
 * In: record XML, clinic.xml.  Out: struct ho_record, struct ho_clinic in ctx->arena.  For doc/, job/, cli/.
 * Messages name a field, never its value.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_RECORD_H
#define HO_MODEL_RECORD_H

#include "base/diag.h"
#include "model/library.h"

enum ho_side { HO_SIDE_NONE, HO_SIDE_LEFT, HO_SIDE_RIGHT, HO_SIDE_BOTH };

/* One exercise of the plan; a dose of -1 means the library's default. */
struct ho_prescription {
    const char *exercise; /* id */
    int dose[HO_DOSE_COUNT];
    struct ho_span at, dose_at[HO_DOSE_COUNT];
};

enum ho_answer { HO_NOT_ASKED, HO_NO, HO_YES };

/* The answer to one red-flag question: a sign's id. */
struct ho_flag_answer {
    const char *sign;
    enum ho_answer answer;
    struct ho_span at;
};

/* Something about the patient that can exclude exercises: an id of the condition's vocabulary. */
struct ho_caution {
    const char *id;
    struct ho_span at;
};

struct ho_record {
    const char *id;
    const char *condition, *language;
    const char *name, *born;     /* born: YYYY-MM-DD or NULL */
    const char *starts, *review; /* dates or NULL */
    enum ho_side side;
    HO_VEC(struct ho_prescription) exercises;
    HO_VEC(struct ho_flag_answer) answers;
    HO_VEC(const char *) goals;
    HO_VEC(struct ho_caution) cautions;
    const char *assessed_by,
        *assessed_on; /* who assessed the urgent answers, and when; or NULL */
    const struct ho_xml_node *xml; /* the <record>: what the XPath of templates sees */
    struct ho_span at, side_at, name_at, goals_at, flags_at;
};

struct ho_clinic {
    const char *name, *phone, *hours; /* hours may be NULL */
    const char *country, *language;
    bool
        leg_pain_alone; /* show "pain in both legs" as a sign by itself; on by default */
    struct ho_span at, country_at;
};

/* Reads the whole record and reports all that is wrong with it. */
bool ho_record_load(struct ho_ctx *ctx, const char *path, const struct ho_record **out)
    __attribute__((__warn_unused_result__));
bool ho_clinic_load(struct ho_ctx *ctx, const char *path, const struct ho_clinic **out)
    __attribute__((__warn_unused_result__));

/* Holds the record against the library: unknown exercises and signs, doses outside the safe range or that the
 * exercise does not have, a one-sided exercise without a side, exclusions by caution. Red-flag questions
 * answered yes or not asked become warnings. False if there is an error. */
bool ho_record_check(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_record *record)
    __attribute__((__warn_unused_result__));
/* Whether the emergency sheet alone is made (promise 8): an emergency sign was answered yes, or an urgent one
 * that nobody has assessed. */
bool ho_record_is_emergency(const struct ho_library *library,
                            const struct ho_record *record);
/* The dose that the patient is given: the clinician's figure, else the library's. -1 if the exercise has none. */
int ho_prescribed(const struct ho_exercise *exercise,
                  const struct ho_prescription *prescription, enum ho_dose field);
/* Whether the text is a day that exists, written YYYY-MM-DD. */
bool ho_is_date(const char *text);
/* The record as text, for tests. */
const char *ho_record_dump(struct ho_arena *arena, const struct ho_record *record);

#endif
