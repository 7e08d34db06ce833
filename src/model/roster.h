/* roster.h — many records at once: a CSV file with a row a patient, or an XML file with a <record> each.
 * In: a path.  Out: struct ho_roster in ctx->arena.  For job/, lint/, cli/.
 * A mistake fails its row and no other. Messages name a field, never its value.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_ROSTER_H
#define HO_MODEL_ROSTER_H

#include "model/record.h"

/* A column of the CSV. Its first line names the columns, in any order. */
struct ho_roster_column {
    const char *name;
    bool is_needed;
    const char *meaning, *example; /* for people */
};
/* All columns; the last has a NULL name. "flag:SIGN" stands for a column for each red-flag question. */
extern const struct ho_roster_column ho_roster_columns[];

/* A row. A failed one has no record; what is wrong with it stands among the messages. */
struct ho_roster_row {
    const struct ho_record *record;
    const char *id; /* also of a failed row, if it has one that can be used */
    struct ho_span at;
};

struct ho_roster {
    HO_VEC(struct ho_roster_row) rows;
    size_t failed;
};

/* Reads the whole file; what begins with '<' is XML. Rows that are broken are reported and kept as failed. False
 * only if nothing can be read of it: no file, not UTF-8, broken XML, columns that are not known or missing. */
bool ho_roster_load(struct ho_ctx *ctx, const char *path, const struct ho_roster **out)
    __attribute__((__warn_unused_result__));

#endif
