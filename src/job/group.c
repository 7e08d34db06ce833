/* Outcomes that are published together: one sync for all their files, then their names, then their lines in the report.
 * So a name stands for a whole file, and a line for a name (product.md, promise 3).
 * SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "job/batch_priv.h"

enum { GROUP = 64 };

struct group {
    struct batch *batch;
    struct ho_arena *arena; /* of the outcomes' texts; reset after each group */
    struct outcome outcomes[GROUP];
    size_t count;
};

struct group *group_new(struct batch *batch)
{
    struct group *group = ho_new(batch->ctx->arena, struct group);
    group->batch = batch;
    group->arena = ho_arena_new();
    return group;
}

void drop_drafts(const struct batch *batch, struct outcome *outcome)
{
    if (outcome->has_draft)
        ho_draft_drop(batch->folder, &outcome->draft);
    if (outcome->has_message)
        ho_draft_drop(batch->mail_folder, &outcome->message);
    outcome->has_draft = outcome->has_message = false;
}

void group_free(struct group *group)
{
    for (size_t i = 0; i < group->count; i++)
        drop_drafts(group->batch, &group->outcomes[i]);
    ho_arena_free(group->arena);
}

struct ho_arena *group_arena(struct group *group)
{
    return group->arena;
}

static void fail(struct group *group, struct outcome *outcome, enum ho_message code,
                 const char *hint, const char *words)
{
    struct ho_ctx ctx = {.arena = group->arena, .diags = outcome->diags};
    struct ho_span at = {0};
    struct ho_source *source = ho_new(group->arena, struct ho_source);
    source->name =
        ho_format(group->arena, "%s, %s", ho_rows_name(group->batch->rows),
                  ho_rows_place(group->arena, group->batch->rows, outcome->row));
    at.source = source;
    ho_report(&ctx, code, at, hint, words);
    outcome->diags = ctx.diags;
    outcome->status = FAILED;
    outcome->pages = 0;
    outcome->sha256 = NULL;
}

/* An old message must not be sent in place of the one that is made now, or of none. */
static int name_message_of(struct group *group, struct outcome *outcome)
{
    struct batch *batch = group->batch;
    const char *name = name_message(group->arena, batch->ask->name, outcome->file);
    if (!outcome->has_message)
        return batch->ask->resumes && unlinkat(batch->mail_folder, name, 0) &&
                       errno != ENOENT
                   ? errno
                   : 0;
    outcome->has_message = false;
    return ho_draft_publish(batch->mail_folder, &outcome->message, name,
                            batch->ask->resumes);
}

/* An errno; only one that another row would meet, too, counts. The handout of a message that could not be named is
 * taken back: a row has both, or has failed. */
static int name_files_of(struct group *group, struct outcome *outcome)
{
    struct batch *batch = group->batch;
    bool has_file = outcome->has_draft;
    int error = 0;
    if (has_file)
        error = ho_draft_publish(batch->folder, &outcome->draft, outcome->file,
                                 batch->ask->resumes);
    outcome->has_draft = false;
    if (!error && batch->mail_folder >= 0 && outcome->file) {
        error = name_message_of(group, outcome);
        if (error && has_file)
            unlinkat(batch->folder, outcome->file, 0);
    }
    drop_drafts(batch, outcome);
    if (error == EEXIST)
        fail(group, outcome, HO_MSG_FILE_THERE,
             "choose a new folder; or, if the file is of this batch, go on with "
             "--resume",
             NULL);
    else if (error)
        fail(group, outcome, HO_MSG_WRITE_FAILED, NULL, strerror(error));
    return error == EEXIST ? 0 : error;
}

static bool refuse(struct batch *batch, int error)
{
    struct ho_source *source = ho_new(batch->ctx->arena, struct ho_source);
    source->name = batch->ask->folder;
    ho_report(batch->ctx, HO_MSG_WRITE_FAILED, ho_source_whole(source),
              "when there is space again, go on with --resume", strerror(error));
    return false;
}

void note_urgent(struct batch *batch, enum status status, const char *id)
{
    struct ho_arena *arena = batch->ctx->arena;
    if (status == NOT_MAILED)
        ho_push(arena, &batch->result->unasked, ho_strdup(arena, id));
    if (status != RED_FLAG)
        return;
    batch->result->count.red_flags++;
    ho_push(arena, &batch->result->red_flags, ho_strdup(arena, id));
}

static void count(struct batch *batch, const struct outcome *outcome)
{
    struct ho_batch_count *sums = &batch->result->count;
    batch->states[outcome->row].status = (uint8_t)outcome->status;
    sums->made += outcome->status != FAILED;
    sums->failed += outcome->status == FAILED;
    note_urgent(batch, outcome->status, outcome->id);
}

/* Some file systems cannot sync a folder: EINVAL. */
static int sync_folder(int folder)
{
    return fsync(folder) && errno != EINVAL ? errno : 0;
}

static int publish(struct group *group)
{
    struct batch *batch = group->batch;
    int error = 0;
    bool has_files = false;
    for (size_t i = 0; i < group->count; i++)
        has_files |= group->outcomes[i].has_draft;
    if (has_files)
        error = ho_drafts_sync(batch->folder);
    if (has_files && !error && batch->mail_folder >= 0)
        error = ho_drafts_sync(batch->mail_folder);
    for (size_t i = 0; i < group->count && !error; i++)
        error = name_files_of(group, &group->outcomes[i]);
    if (has_files && !error)
        error = sync_folder(batch->folder);
    if (!error && batch->mail_folder >= 0)
        error = sync_folder(batch->mail_folder);
    return error ? error : report_add(batch, group->outcomes, group->count);
}

bool group_publish(struct group *group)
{
    struct batch *batch = group->batch;
    int error = batch->report ? publish(group) : 0;
    for (size_t i = 0; i < group->count && !error; i++) {
        if (group->outcomes[i].diags.count)
            batch->watch->tell(batch->watch->data, &group->outcomes[i].diags);
        count(batch, &group->outcomes[i]);
    }
    if (error)
        return refuse(batch, error);
    group->count = 0;
    ho_arena_reset(group->arena);
    return true;
}

bool group_add(struct group *group, const struct outcome *outcome)
{
    group->outcomes[group->count++] = *outcome;
    return group->count < GROUP || group_publish(group);
}
