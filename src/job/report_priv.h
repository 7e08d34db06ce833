/* report_priv.h — the report of a batch: its form, and what is known of an old one.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_REPORT_PRIV_H
#define HO_JOB_REPORT_PRIV_H

#include "job/batch_priv.h"

enum report_cell {
    REPORT_ID,
    REPORT_FILE,
    REPORT_PAGES,
    REPORT_SHA256,
    REPORT_STATUS,
    REPORT_MESSAGE,
    REPORT_INPUT,
    REPORT_CELLS,
};
extern const char report_name[]; /* of the file, in the folder */
extern const char report_head[]; /* its first line */

/* A line of an old report, by its file. */
struct known_line {
    uint64_t name; /* hash_name */
    uint64_t line;
};

struct report {
    int fd;
    uint64_t end;
    size_t next_row;
    bool
        is_sorted; /* its lines stand in the order of the rows, and none is out of date */
    const struct ho_source *old; /* as it was when the batch was resumed */
    struct {
        HO_VEC(struct known_line);
    } known; /* sorted */
};

#endif
