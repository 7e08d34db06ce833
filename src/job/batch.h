/* batch.h — many records, a file each: workers make the rows of a roster, and a report says what became of each.
 * In: a roster.  Out: a folder of files that are whole or absent, and report.csv in it.  For cli/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_BATCH_H
#define HO_JOB_BATCH_H

#include "job/job.h"

/* Strings are borrowed. */
struct ho_batch {
    const struct ho_request *
        each; /* what all handouts have in common; its `record` is the roster: a CSV or XML file,
                                      a folder of records, or "-" */
    const char *
        folder; /* for files and report, made if it is not there; NULL if `each` is a trial */
    const char *name;        /* of a file, with fields, such as "{id}.pdf" */
    const char *mail_folder; /* for messages, made if it is not there; NULL: none */
    const struct ho_post
        *post;         /* what all messages have in common; to whom, the row says */
    int jobs;          /* workers */
    int shard, shards; /* every row whose number modulo `shards` is `shard` (0-based) */
    const char *merged; /* path of the print file of all handouts, or NULL */
    const char *duplex; /* of the print file: see seal/merge.h; NULL: single-sided */
    bool resumes;       /* what the folder's report tells of and is unchanged is kept */
};

struct ho_batch_count {
    size_t rows, made, kept, failed, red_flags; /* rows: of this shard */
    bool is_stopped;                            /* rows are left that were not tried */
    int signal;                                 /* that asked for it, or 0 */
};

/* What the caller wants to hear while it runs; `tell` may be called from ho_batch_run only. */
struct ho_batch_watch {
    void *data;
    void (*tell)(void *data, const struct ho_diags *diags); /* messages of one row */
    void (*count)(void *data, const struct ho_batch_count *count);
};

struct ho_batch_result {
    struct ho_batch_count count;
    HO_VEC(const char *)
    red_flags; /* ids of the records of which only the emergency sheet was made */
    HO_VEC(const char *)
    unasked; /* of those that were not mailed, as a question about a red flag was not asked */
};

/* Makes all rows that can be made. What is wrong with a row goes to watch->tell, what stops the batch into ctx or the
 * shop; false then. SIGINT, SIGTERM and SIGHUP end it after the handouts that are being made. */
bool ho_batch_run(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_batch *batch, const struct ho_batch_watch *watch,
                  struct ho_batch_result *out) __attribute__((__warn_unused_result__));
/* Whether the pattern makes names of files; else a hint says why not. */
bool ho_batch_is_name(struct ho_arena *arena, const char *pattern, const char **hint);
/* Joins the reports of shards into one text: a line of each in turn, which is the order of the roster if they come in
 * that of the shards. False, with a report, if a file is no report, or two tell of the same file. */
bool ho_batch_join(struct ho_ctx *ctx, const char *const *reports, size_t count,
                   struct ho_bytes *out) __attribute__((__warn_unused_result__));

#endif
