/* One row: its record, its handout, its file without a name yet.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/beginnings.h"
#include "job/batch_priv.h"
#include "model/id.h"
#include "model/record.h"
#include "xml/xml.h"

/* What the shared data lack for this row is reported in the shop, at a place in the content. Here the row is told, too:
 * another condition or language may be all that it needs. */
static void take_shop_diags(struct ho_ctx *ctx, struct ho_shop *shop,
                            const struct ho_source *text)
{
    if (ho_has_errors(&shop->ctx))
        ho_report(ctx, HO_MSG_ROW_CONTENT, ho_source_span(text, 0),
                  "see to its condition and language, or to the content");
    for (size_t i = 0; i < shop->ctx.diags.count; i++)
        ho_push(ctx->arena, &ctx->diags, shop->ctx.diags.items[i]);
    shop->ctx.diags.count = 0;
}

static bool write_draft(struct batch *batch, struct ho_ctx *ctx, struct ho_bytes bytes,
                        const struct ho_source *text, struct outcome *out)
{
    int error =
        ho_draft_write(batch->folder, batch->owner, out->row, bytes, &out->draft);
    out->has_draft = !error;
    out->is_disk = error;
    if (error)
        ho_report(ctx, HO_MSG_WRITE_FAILED, ho_source_whole(text),
                  "free some space, then go on with --resume", strerror(error));
    return !error;
}

static bool make_file(struct batch *batch, struct ho_ctx *ctx,
                      const struct ho_source *text, const struct ho_xml_node *record,
                      struct outcome *out)
{
    struct ho_result result = {0};
    struct ho_request request = *batch->ask->each;
    request.record = NULL;
    request.given = record;
    bool ok = ho_job_run(ctx, batch->shop, &request, &result);
    take_shop_diags(ctx, batch->shop, text);
    if (!ok)
        return false;
    out->status = result.is_emergency ? RED_FLAG : MADE;
    out->pages = (int)result.page_count;
    const struct ho_xml_node *patient =
        batch->ask->mail_folder ? addressee(record) : NULL;
    if (patient && !message_may_go(ctx, patient, &result, out))
        return false;
    if (request.is_trial)
        return true;
    out->sha256 = ho_beginnings_sum(ctx->arena, batch->shop->beginnings, result.bytes);
    return write_draft(batch, ctx, result.bytes, text, out) &&
           (!patient || out->status != MADE ||
            message_write(batch, ctx, text, patient, &result, out));
}

/* A row with a mistake is read to its end, so that all its mistakes are told. */
static bool make_record(struct batch *batch, struct ho_ctx *ctx,
                        const struct ho_source *text, struct outcome *out)
{
    const struct ho_xml_node *root;
    const struct ho_record *record;
    bool ok = ho_rows_parse(ctx, batch->rows, text, &root);
    if (!root || !ho_xml_is(root, "record"))
        return false;
    const char *id = ho_xml_find(root, "id");
    if (id && ho_is_id(id))
        out->id = id;
    if (!ok) {
        (void)!ho_record_read(ctx, root, &record);
        return false;
    }
    out->file = name_file(ctx, batch->ask->name, root, out->row + 1);
    return out->file && make_file(batch, ctx, text, root, out);
}

void make_row(struct batch *batch, struct ho_ctx *ctx, size_t row, struct outcome *out)
{
    const struct ho_source *text;
    *out = (struct outcome){.row = row, .status = FAILED};
    if (ho_rows_text(ctx, batch->rows, row, &text)) {
        if (batch->inputs)
            out->input = digest_row(ctx->arena, batch->inputs, text);
        if (!make_record(batch, ctx, text, out)) {
            out->status = FAILED;
            drop_drafts(batch, out);
        }
    }
    out->diags = ctx->diags;
}
