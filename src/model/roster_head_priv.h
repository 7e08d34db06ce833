/* roster_head_priv.h — which columns a roster in CSV can have, and which it has.
 * In: the first line.  Out: a heading for each of its cells.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_ROSTER_HEAD_PRIV_H
#define HO_MODEL_ROSTER_HEAD_PRIV_H

#include "model/csv.h"
#include "model/roster_priv.h"

enum column {
    ID,
    NAME,
    NAME_PRINTED,
    BORN,
    EMAIL,
    SIDE,
    BODY,
    CONDITION,
    LANGUAGE,
    TYPE,
    CLINICIAN,
    STARTS,
    REVIEW,
    VISIT_DATE,
    VISIT,
    EXERCISES,
    NOTES,
    ADVICE,
    CAUTIONS,
    GOALS,
    NOTE,
    ASSESSED_BY,
    ASSESSED_ON,
    FLAG,
    COLUMNS,
    UNNAMED, /* spreadsheets leave empty columns behind */
};

/* What the first line says of one column. */
struct heading {
    enum column column; /* COLUMNS: not known; UNNAMED: nothing */
    const char *sign;   /* FLAG: the question's id */
};

/* "Next visit" is "next-visit": who types headings and answers into a table types capitals and blanks. In the arena. */
const char *ho_roster_fold(struct ho_arena *arena, const char *text);
/* Reads the first line; false, with a report, if a column is not known, twice or missing. */
bool ho_roster_head(struct ho_ctx *ctx, const struct ho_csv_row *row, struct head *out)
    __attribute__((__warn_unused_result__));

#endif
