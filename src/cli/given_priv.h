/* given_priv.h — a patient in the options instead of in a file.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_GIVEN_PRIV_H
#define HO_CLI_GIVEN_PRIV_H

#include "cli/options_priv.h"

struct ho_xml_node;

/* The rows of these options, for a command's table. */
/* clang-format off */
#define GIVEN_ROWS                                                                     \
    {"id", 0, "ID", "the record's id (default: the name of FILE)", ROW(id)},           \
    {"name", 0, "NAME", "the patient's name", ROW(name)},                              \
    {"born", 0, "YYYY-MM-DD", "the date of birth (default: none)", ROW(born)},         \
    {"side", 0, "SIDE", "left, right, both or none (default: none)", ROW(side)},       \
    {"exercise", 0, "EXERCISE",                                                        \
     "ID, or ID:FIELD=NUMBER such as cat-cow:reps=8; may be repeated",                 \
     ROW_LIST(exercises)},                                                             \
    {"goal", 0, "TEXT", "a goal in the patient's words; may be repeated",              \
     ROW_LIST(goals)},                                                                 \
    CONDITION_ROW
/* clang-format on */

/* The first option that speaks of a patient, such as "--name"; NULL: none is given. */
const char *given_option(const struct options *options);
/* The condition that is named, or the only one of the content folder; NULL after a report. */
const char *given_condition(struct ho_ctx *ctx, const struct options *options,
                            const char *content);
/* The options as the <record> that says the same; the place of each part is its option. The id is --id, else the name
 * of the output, else `fallback` (NULL: --id is then missing). What cannot stand in a record is reported, and no value
 * in the report: that may be a patient's. Whether exercises and doses are there is for the library to say. */
bool given_read(struct ho_ctx *ctx, const struct options *options,
                const char *condition, const char *fallback,
                const struct ho_xml_node **out) __attribute__((__warn_unused_result__));

#endif
