/* SPDX-License-Identifier: MIT */
#include "model/roster_priv.h"

#include <stdlib.h>
#include <string.h>

#include "model/read_priv.h"
#include "model/record.h"

static void read_child(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_roster *out)
{
    static const char *const names[] = {"record", NULL};
    struct ho_roster_row row = {.at = node->at};
    const char *id = ho_xml_find(node, "id");
    if (id && ho_is_id(id))
        row.id = id;
    if (!ho_xml_is(node, "record"))
        ho_xml_unknown(ctx, node, names);
    else if (!ho_record_read(ctx, node, &row.record))
        row.record = NULL;
    ho_push(ctx->arena, &out->rows, row);
}

bool ho_roster_read_xml(struct ho_ctx *ctx, const struct ho_source *source,
                        struct ho_roster *out)
{
    const struct ho_xml_node *root;
    if (!ho_xml_parse(ctx, source, &root))
        return false;
    if (!ho_xml_is(root, "records")) {
        ho_report(ctx, HO_MSG_WRONG_ROOT, root->at, NULL, root->name, "records");
        return false;
    }
    bool ok = ho_xml_only_attributes(ctx, root, NULL);
    ok &= ho_xml_no_text(ctx, root);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));)
        read_child(ctx, n, out);
    return ok;
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
                  ho_format(ctx->arena, "%d", rows[i - 1]->at.line));
        rows[i]->record = NULL;
    }
}

/* Whether the file is XML: its first character says so. */
static bool is_xml(const struct ho_source *source)
{
    const char *text = source->text;
    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    return text[strspn(text, " \t\r\n")] == '<';
}

bool ho_roster_load(struct ho_ctx *ctx, const char *path, const struct ho_roster **out)
{
    const struct ho_source *source;
    struct ho_roster *roster = ho_new(ctx->arena, struct ho_roster);
    if (!ho_source_load(ctx, path, &source))
        return false;
    if (!(is_xml(source) ? ho_roster_read_xml : ho_roster_read_csv)(ctx, source,
                                                                    roster))
        return false;
    if (!roster->rows.count) {
        ho_report(ctx, HO_MSG_EMPTY_ROSTER, ho_source_whole(source), NULL);
        return false;
    }
    fail_doubles(ctx, roster);
    for (size_t i = 0; i < roster->rows.count; i++)
        roster->failed += !roster->rows.items[i].record;
    *out = roster;
    return true;
}
