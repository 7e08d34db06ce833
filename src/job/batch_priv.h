/* batch_priv.h — a batch while it runs.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_BATCH_PRIV_H
#define HO_JOB_BATCH_PRIV_H

#include <stdint.h>

#include "base/draft.h"
#include "job/batch.h"
#include "job/shop_priv.h"
#include "model/rows.h"

/* Not mailed: made, but a question about a red flag was not asked. */
enum status { NOT_MADE, MADE, RED_FLAG, NOT_MAILED, FAILED };
extern const char *const status_names[]; /* in the report */

/* All that is kept of a row for the whole run: 24 bytes. */
struct row {
    uint64_t name;  /* hash of its file's name; 0: it has none */
    uint64_t line;  /* where its line begins in the report; 0: not there yet */
    uint32_t first; /* 1 + the earlier row that has the same name; 0: none */
    uint8_t status;
};

struct report;

struct batch {
    struct ho_ctx *ctx;
    struct ho_shop *shop;
    const struct ho_batch *ask;
    const struct ho_batch_watch *watch;
    const struct ho_rows *rows;
    struct row *states; /* one a row of the roster */
    uint32_t *todo;     /* rows to make, in order */
    size_t todo_count;
    int folder;            /* descriptor; -1 in a trial */
    int mail_folder;       /* the same; -1 without messages, too */
    long owner;            /* process id of the one that publishes */
    const char *inputs;    /* digest of all that the rows share */
    struct report *report; /* NULL in a trial */
    struct ho_batch_result *result;
};

/* What became of a row. Texts live in the arena of who asked. */
struct outcome {
    size_t row;
    enum status status;
    bool
        is_disk; /* failed because it could not be written: a later row would fail, too */
    int pages;
    const char *id, *file, *sha256, *input; /* NULL: none */
    struct ho_diags diags;
    struct ho_draft draft; /* if has_draft */
    bool has_draft;
    struct ho_draft message; /* if has_message; only with a draft of the handout */
    bool has_message;
};

/* names.c: the name of a row's file. NULL, with a report, if a field of it is empty or has a character that no name
 * may have. `number` is the row's, from 1. */
const char *name_file(struct ho_ctx *ctx, const char *pattern,
                      const struct ho_xml_node *record, size_t number);
/* Of its message: the same, with .eml for the pattern's .pdf. */
const char *name_message(struct ho_arena *arena, const char *pattern, const char *file);
/* The <patient> of a row that has an e-mail address; else NULL. */
const struct ho_xml_node *addressee(const struct ho_xml_node *record);
/* Never 0. */
uint64_t hash_name(const char *name);

/* inputs.c: a digest of all that goes into every handout of the batch but its row. */
const char *digest_inputs(struct ho_ctx *ctx, const struct batch *batch);
/* The same with the row: what the report keeps. */
const char *digest_row(struct ho_arena *arena, const char *inputs,
                       const struct ho_source *text);

/* report.c: report.csv. Opens it, or makes it; false, with a report in ctx, if that is not possible or another batch
 * has it. */
bool report_open(struct batch *batch) __attribute__((__warn_unused_result__));
void report_close(struct report *report); /* NULL is accepted */
/* Adds a line for each outcome. Returns 0 or an errno. */
int report_add(struct batch *batch, const struct outcome *outcomes, size_t count);
/* Whether the line of `file` says that it was made from that input; then `*line` is where it begins. */
bool report_finds(struct ho_arena *arena, const struct report *report, const char *file,
                  const char *input, uint64_t *line, enum status *status,
                  const char **id);
/* Writes it anew in the order of the rows, if it is not so. Returns 0 or an errno. */
int report_sort(struct batch *batch);

/* worker.c: one row, in a process of its own or in ours. */
void make_row(struct batch *batch, struct ho_ctx *ctx, size_t row, struct outcome *out);

/* message.c: whether the row's handout may be mailed to the patient; if not, out->status says so. False, with a
 * report, if it may, and there is no such address. */
bool message_may_go(struct ho_ctx *ctx, const struct ho_xml_node *patient,
                    const struct ho_result *result, struct outcome *out)
    __attribute__((__warn_unused_result__));
/* Writes the draft of the message. */
bool message_write(struct batch *batch, struct ho_ctx *ctx,
                   const struct ho_source *text, const struct ho_xml_node *patient,
                   const struct ho_result *result, struct outcome *out)
    __attribute__((__warn_unused_result__));

/* wire.c: an outcome from one process to another. Returns 0 or an errno; receiving, EAGAIN if none has come yet, and -1 at
 * the end. */
int send_outcome(int socket, struct ho_arena *arena, const struct outcome *outcome);
int receive_outcome(int socket, struct ho_arena *arena, struct outcome *out);

/* workers.c: makes the rows of batch->todo. False, with a report in batch->ctx, if it had to stop. */
bool work(struct batch *batch) __attribute__((__warn_unused_result__));
/* group.c: forgets the drafts of an outcome that is not published. */
void drop_drafts(const struct batch *batch, struct outcome *outcome);
/* Counts it, if the clinic has to call the patient. */
void note_urgent(struct batch *batch, enum status status, const char *id);
/* Outcomes that are published together. */
struct group;
struct group *group_new(struct batch *batch);
void group_free(struct group *group);
/* Takes it over; a full group is published. False, with a report in batch->ctx, if the disk refuses. */
bool group_add(struct group *group, const struct outcome *outcome)
    __attribute__((__warn_unused_result__));
struct ho_arena *group_arena(struct group *group);
bool group_publish(struct group *group) __attribute__((__warn_unused_result__));

/* print.c: the print file of all that the report tells of. False, with a report in batch->ctx. */
bool print_all(struct batch *batch) __attribute__((__warn_unused_result__));
/* stop.c: whether a signal has asked to stop, and which. A worker leaves that to its parent. */
void catch_stop(void);
void leave_stop(void);
int asked_to_stop(void);

#endif
