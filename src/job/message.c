/* The message of a row: the handout, on its way to the patient.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "job/batch_priv.h"
#include "job/job_priv.h"
#include "mail/mail.h"
#include "xml/xml.h"

bool message_may_go(struct ho_ctx *ctx, const struct ho_xml_node *patient,
                    const struct ho_result *result, struct outcome *out)
{
    struct ho_span at = ho_xml_place(patient, "email");
    if (!job_may_mail(ctx, result)) {
        if (out->status != RED_FLAG)
            out->status = NOT_MAILED;
        ho_report(ctx, HO_MSG_NOT_MAILED, at,
                  "call the patient; an emergency must not wait in an inbox");
        return true; /* whatever the address is: the emergency sheet must not wait for one */
    }
    if (ho_mail_is_address(ctx, ho_xml_find(patient, "email")))
        return true;
    ho_report(ctx, HO_MSG_ROW_ADDRESS, at,
              "one address, such as sam@example.org; or none, to make no message");
    return false;
}

/* Its draft has a number that no row's handout has: both folders may be one. */
bool message_write(struct batch *batch, struct ho_ctx *ctx,
                   const struct ho_source *text, const struct ho_xml_node *patient,
                   const struct ho_result *result, struct outcome *out)
{
    struct ho_post post = *batch->ask->post;
    struct ho_bytes bytes;
    ho_push(ctx->arena, &post.to, ho_xml_find(patient, "email"));
    if (!job_mail(ctx, batch->shop, &post, result, &bytes))
        return false;
    int error =
        ho_draft_write(batch->mail_folder, batch->owner,
                       ho_rows_count(batch->rows) + 1 + out->row, bytes, &out->message);
    out->has_message = !error;
    out->is_disk = error;
    if (error)
        ho_report(ctx, HO_MSG_WRITE_FAILED, ho_source_whole(text),
                  "free some space, then go on with --resume", strerror(error));
    return !error;
}
