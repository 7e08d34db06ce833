/* new_priv.h — the parts of "handout new": what may stand in a record, questions that make one, the record as a file.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_NEW_PRIV_H
#define HO_CLI_NEW_PRIV_H

#include "base/diag.h"
#include "cli/options_priv.h"
#include "model/record.h"

/* Characters. Longer ones are slips, such as a pasted letter. */
enum { NAME_LIMIT = 100, GOAL_LIMIT = 200 };

extern const char *const side_words[]; /* in the order of enum ho_side */

/* What is wrong with a text that goes into the record ("is empty"), or NULL. */
const char *text_fault(struct ho_arena *arena, const char *text, int limit);
const char *born_fault(const char *text);
const char *id_fault(const char *text);

/* Asks on standard error, reads standard input; red-flag questions first, and nothing about exercises after an
 * emergency. False, with a report, if the input ends. */
bool draft_from_answers(struct ho_ctx *ctx, const struct ho_library *library,
                        const struct options *options, struct ho_record *record)
    __attribute__((__warn_unused_result__));
/* The record as a file, with comments that say what each figure may be. */
const char *draft_xml(struct ho_arena *arena, const struct ho_library *library,
                      const struct ho_record *record);
/* Where the record is written: -o, else the id in this folder. */
const char *draft_path(struct ho_arena *arena, const struct options *options,
                       const char *id);

#endif
