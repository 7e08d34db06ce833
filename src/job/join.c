/* The reports of shards become one.
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "job/report_priv.h"
#include "model/csv.h"

struct part {
    const struct ho_source *source;
    struct ho_csv *csv;
    bool has_ended;
};

struct joining {
    struct ho_ctx *ctx;
    struct ho_text out;
    struct {
        HO_VEC(const char *);
    } files;
};

static bool open_part(struct ho_ctx *ctx, const char *path, struct part *part)
{
    size_t head = strlen(report_head);
    if (!ho_source_load(ctx, path, &part->source))
        return false;
    if (strncmp(part->source->text, report_head, head) != 0) {
        ho_report(ctx, HO_MSG_NO_REPORT, ho_source_whole(part->source),
                  "name the report.csv of each shard");
        return false;
    }
    part->csv = ho_csv_open(part->source, head, ',');
    return true;
}

static void take_row(struct joining *j, struct part *part)
{
    struct ho_csv_row row;
    part->has_ended = !ho_csv_next(j->ctx, part->csv, &row);
    if (part->has_ended || row.is_broken)
        return;
    ho_text_add_bytes(&j->out, part->source->text + row.offset, row.end - row.offset);
    ho_text_add(&j->out, "\n");
    if (row.cells.count > REPORT_FILE && *row.cells.items[REPORT_FILE].text)
        ho_push(j->ctx->arena, &j->files, row.cells.items[REPORT_FILE].text);
}

static bool take_rows(struct joining *j, struct part *parts, size_t count)
{
    for (size_t left = count; left;) {
        left = 0;
        for (size_t i = 0; i < count; i++) {
            if (!parts[i].has_ended)
                take_row(j, &parts[i]);
            left += !parts[i].has_ended;
        }
    }
    return !ho_has_errors(j->ctx);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Two shards of one roster have no row in common, so one of the reports is of another. */
static bool has_no_doubles(struct joining *j, const struct part *parts)
{
    if (j->files.count)
        qsort(j->files.items, j->files.count, sizeof *j->files.items, compare);
    for (size_t i = 1; i < j->files.count; i++)
        if (ho_equal(j->files.items[i], j->files.items[i - 1])) {
            ho_report(j->ctx, HO_MSG_REPORTS_OVERLAP, ho_source_whole(parts[0].source),
                      "name each shard's report once, all of one roster");
            return false;
        }
    return true;
}

bool ho_batch_join(struct ho_ctx *ctx, const char *const *reports, size_t count,
                   struct ho_bytes *out)
{
    struct joining j = {.ctx = ctx, .out = {.arena = ctx->arena}};
    struct part *parts = ho_new_array(ctx->arena, struct part, count);
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        ok &= open_part(ctx, reports[i], &parts[i]);
    ho_text_add(&j.out, report_head);
    ok = ok && take_rows(&j, parts, count) && has_no_doubles(&j, parts);
    for (size_t i = 0; i < count; i++)
        if (parts[i].csv)
            ho_csv_close(parts[i].csv);
    *out = (struct ho_bytes){(const unsigned char *)j.out.items, j.out.count};
    return ok;
}
