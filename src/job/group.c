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

void group_free(struct group *group)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->outcomes[i].has_draft)
            ho_draft_drop(group->batch->folder, &group->outcomes[i].draft);
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

/* An errno; only one that another row would meet, too, counts. */
static int name_file_of(struct group *group, struct outcome *outcome)
{
    struct batch *batch = group->batch;
    int error = ho_draft_publish(batch->folder, &outcome->draft, outcome->file,
                                 batch->ask->resumes);
    outcome->has_draft = false;
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

static void count(struct batch *batch, const struct outcome *outcome)
{
    struct ho_batch_count *sums = &batch->result->count;
    batch->states[outcome->row].status = (uint8_t)outcome->status;
    sums->made += outcome->status != FAILED;
    sums->failed += outcome->status == FAILED;
    if (outcome->status != RED_FLAG)
        return;
    sums->red_flags++;
    ho_push(batch->ctx->arena, &batch->result->red_flags,
            ho_strdup(batch->ctx->arena, outcome->id));
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
    for (size_t i = 0; i < group->count && !error; i++)
        if (group->outcomes[i].has_draft)
            error = name_file_of(group, &group->outcomes[i]);
    if (has_files && !error && fsync(batch->folder) && errno != EINVAL)
        error = errno; /* some file systems cannot sync a folder: EINVAL */
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
