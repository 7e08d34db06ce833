/* SPDX-License-Identifier: MIT */
#include "model/roster_priv.h"

#include <stdlib.h>
#include <string.h>

#include "model/id.h"

static void read_row(struct ho_ctx *ctx, const struct ho_rows *rows, size_t index,
                     struct ho_roster *out)
{
    struct ho_roster_row row = {0};
    const struct ho_source *text;
    const struct ho_xml_node *root;
    if (!ho_rows_text(ctx, rows, index, &text))
        return;
    row.at = ho_source_span(text, 0);
    bool ok = ho_rows_parse(ctx, rows, text, &root);
    const char *id = root ? ho_xml_find(root, "id") : NULL;
    if (id && ho_is_id(id))
        row.id = id;
    if (!root || !ho_record_read(ctx, root, &row.record) || !ok)
        row.record = NULL;
    ho_push(ctx->arena, &out->rows, row);
}

static int compare_rows(const void *a, const void *b)
{
    const struct ho_roster_row *left = *(struct ho_roster_row *const *)a,
                               *right = *(struct ho_roster_row *const *)b;
    int order = strcmp(left->id, right->id);
    if (order)
        return order;
    return (left > right) - (left < right); /* both are of one array */
}

/* Files are named by the id, so the second of a name would overwrite the first. */
static void fail_doubles(struct ho_ctx *ctx, struct ho_roster *roster)
{
    struct ho_roster_row **rows =
        ho_new_array(ctx->arena, struct ho_roster_row *, roster->rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < roster->rows.count; i++)
        if (roster->rows.items[i].id)
            rows[count++] = &roster->rows.items[i];
    qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 1; i < count; i++) {
        if (!ho_equal(rows[i]->id, rows[i - 1]->id))
            continue;
        ho_report(ctx, HO_MSG_RECORD_TWICE,
                  rows[i]->record ? rows[i]->record->id_at : rows[i]->at,
                  "give each record an id of its own",
                  ho_format(ctx->arena, "%d", ho_span_line(rows[i - 1]->at)));
        rows[i]->record = NULL;
    }
}

bool ho_roster_load(struct ho_ctx *ctx, const char *path, const struct ho_roster **out)
{
    const struct ho_source *source;
    const struct ho_rows *rows;
    struct ho_roster *roster = ho_new(ctx->arena, struct ho_roster);
    if (!ho_source_load(ctx, path, &source) || !ho_rows_open(ctx, source, &rows))
        return false;
    for (size_t i = 0; i < ho_rows_count(rows); i++)
        read_row(ctx, rows, i, roster);
    fail_doubles(ctx, roster);
    for (size_t i = 0; i < roster->rows.count; i++)
        roster->failed += !roster->rows.items[i].record;
    *out = roster;
    return true;
}
