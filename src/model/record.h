/* record.h — one patient: who, which side, which exercises, and the answers to the red-flag questions.
 * In: record XML, or a row of a roster (roster.h).  Out: struct ho_record in ctx->arena.  For doc/, job/, lint/, cli/.
 * Messages name a field, never its value.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_RECORD_H
#define HO_MODEL_RECORD_H

#include "base/diag.h"
#include "model/clinic.h"
#include "model/library.h"
#include "page/type.h"

enum ho_side { HO_SIDE_NONE, HO_SIDE_LEFT, HO_SIDE_RIGHT, HO_SIDE_BOTH };

/* One exercise of the plan; a dose of -1 means the library's default. */
struct ho_prescription {
    const char *exercise; /* id */
    int dose[HO_DOSE_COUNT];
    const char *note; /* of the clinician, or NULL */
    struct ho_span at, dose_at[HO_DOSE_COUNT], note_at;
};

enum ho_answer { HO_NOT_ASKED, HO_NO, HO_YES };

/* The answer to one red-flag question: a sign's id. */
struct ho_flag_answer {
    const char *sign;
    enum ho_answer answer;
    struct ho_span at;
};

/* An id of the library that the record names: a caution, which can exclude exercises, or a piece of advice. */
struct ho_reference {
    const char *id;
    struct ho_span at;
};

/* What the patient wants, in the patient's words. */
struct ho_goal {
    const char *text;
    struct ho_span at;
};

/* Texts and dates may be NULL, but for `id`, `condition`, `language` and (in the record of a patient) `name`. The place of what is absent is
 * that of the element it would stand in. */
struct ho_record {
    bool is_general; /* of no patient: name and doses are blanks to write in */
    const char *id, *condition, *language;
    const char *name, *name_printed; /* name_printed: for a name no font can show */
    const char *born;                /* YYYY-MM-DD, as all dates */
    const char *email;               /* where a message goes; it is never printed */
    const char *body;                /* of the figures: "a" or "b" */
    enum ho_side side;
    enum ho_edition edition; /* the size of its type */
    bool has_edition;        /* the record says so itself */
    const char *starts, *review;
    const char *clinician;
    const char *visit_on, *visit; /* the next visit: its date, and a text */
    const char *note;
    HO_VEC(struct ho_prescription) exercises;
    HO_VEC(struct ho_flag_answer) answers;
    HO_VEC(struct ho_goal) goals;
    HO_VEC(struct ho_reference) cautions;
    HO_VEC(struct ho_reference) advice;
    const char *assessed_by, *assessed_on; /* who assessed the urgent answers, when */
    const struct ho_xml_node *xml;         /* the <record> */
    struct ho_span at, id_at, condition_at, language_at, name_at, name_printed_at,
        born_at, body_at, side_at, edition_at, starts_at, review_at, clinician_at,
        visit_on_at, visit_at, note_at, plan_at, goals_at, flags_at, assessed_at;
};

/* How urgent the answers of a record are (product.md, promise 8). */
enum ho_urgency {
    HO_NOT_URGENT,
    HO_URGENT,    /* an urgent-tier sign that nobody has assessed */
    HO_EMERGENCY, /* an emergency sign */
};

/* Reads the whole record and reports all that is wrong with it: of a file; of a <record> that is kept. */
bool ho_record_load(struct ho_ctx *ctx, const char *path, const struct ho_record **out)
    __attribute__((__warn_unused_result__));
bool ho_record_read(struct ho_ctx *ctx, const struct ho_xml_node *root,
                    const struct ho_record **out)
    __attribute__((__warn_unused_result__));

/* Holds the record against the library: unknown exercises and signs, doses outside the safe range or that the
 * exercise does not have. Red-flag questions answered yes or not asked become warnings. False if there is an
 * error. What becomes of the exercises is the plan's: model/plan.h. */
bool ho_record_check(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_record *record)
    __attribute__((__warn_unused_result__));
enum ho_urgency ho_record_urgency(const struct ho_library *library,
                                  const struct ho_record *record);
/* Whether the emergency sheet alone is made: anything is urgent. */
bool ho_record_is_emergency(const struct ho_library *library,
                            const struct ho_record *record);
/* A record of no patient, with every exercise of the library, in ctx->arena: what the general leaflet is made of. */
const struct ho_record *ho_record_general(struct ho_ctx *ctx,
                                          const struct ho_library *library);
/* The name as it is printed; NULL in a general record. */
const char *ho_record_name(const struct ho_record *record);
/* The dose that the patient is given: the clinician's figure, else the library's. -1 if the exercise has none. */
int ho_prescribed(const struct ho_exercise *exercise,
                  const struct ho_prescription *prescription, enum ho_dose field);
/* Whether the text is a day that exists, written YYYY-MM-DD. */
bool ho_is_date(const char *text);
/* The record as text, for tests. */
const char *ho_record_dump(struct ho_arena *arena, const struct ho_record *record);

#endif
