/* All handouts of a batch as one file for the printer.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_DIRECTORY */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "job/report_priv.h"
#include "model/csv.h"
#include "seal/merge.h"

struct files {
    HO_VEC(const char *);
};

/* In the order of the report, which is that of the roster. */
static bool list_files(struct batch *batch, struct files *out)
{
    struct ho_ctx row_ctx = {.arena = ho_arena_new()};
    const struct ho_source *report;
    struct ho_csv_row row;
    const char *path =
        ho_format(batch->ctx->arena, "%s/%s", batch->ask->folder, report_name);
    bool ok = ho_source_spool(batch->ctx, path, batch->ask->folder, &report);
    struct ho_csv *csv = ok ? ho_csv_open(report, strlen(report_head), ',') : NULL;
    while (ok && ho_csv_next(&row_ctx, csv, &row)) {
        if (row.cells.count > REPORT_FILE && *row.cells.items[REPORT_FILE].text)
            ho_push(batch->ctx->arena, out,
                    ho_strdup(batch->ctx->arena, row.cells.items[REPORT_FILE].text));
        ho_arena_reset(row_ctx.arena);
    }
    if (csv)
        ho_csv_close(csv);
    ho_arena_free(row_ctx.arena);
    return ok;
}

static bool refuse(struct batch *batch, int error)
{
    struct ho_source *source = ho_new(batch->ctx->arena, struct ho_source);
    source->name = batch->ask->merged;
    ho_report(batch->ctx, HO_MSG_WRITE_FAILED, ho_source_whole(source),
              "the handouts are made; go on with --resume and another name for --merge",
              strerror(error));
    return false;
}

static bool write_to(struct batch *batch, int folder, const char *name,
                     const struct files *files)
{
    struct ho_draft draft;
    int error = ho_draft_write(folder, batch->owner, ho_rows_count(batch->rows),
                               (struct ho_bytes){0}, &draft);
    if (error)
        return refuse(batch, error);
    if (!ho_merge(batch->ctx, batch->ask->folder, files->items, files->count,
                  batch->ask->duplex, draft.fd)) {
        ho_draft_drop(folder, &draft);
        return false;
    }
    if (fsync(draft.fd))
        error = errno;
    if (error)
        ho_draft_drop(folder, &draft);
    else
        error = ho_draft_publish(folder, &draft, name, true);
    return !error || refuse(batch, error);
}

bool print_all(struct batch *batch)
{
    const char *path = batch->ask->merged, *slash = strrchr(path, '/'), *folder = ".";
    struct files files = {{NULL, 0, 0}};
    if (slash)
        folder = slash == path
                     ? "/"
                     : ho_strndup(batch->ctx->arena, path, (size_t)(slash - path));
    if (!list_files(batch, &files))
        return false;
    if (!files.count)
        return true; /* nothing was made, and that is told */
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return refuse(batch, errno);
    bool ok = write_to(batch, descriptor, slash ? slash + 1 : path, &files);
    close(descriptor);
    return ok;
}
