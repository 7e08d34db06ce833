/* handout email — one record, one message with the handout attached. Nothing is sent: that is for sendmail.
 * SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/file.h"
#include "cli/options_priv.h"
#include "cli/request_priv.h"

static const struct option_row rows[] = {
    {"output", 'o', "FILE",
     "where to write; - is standard output (default: the record's id, .eml)",
     ROW(output)},
    {"to", 0, "ADDRESS", "who gets it; may be repeated (default: the record's address)",
     ROW_LIST(to)},
    {"cc", 0, "ADDRESS", "who gets a copy; may be repeated", ROW_LIST(cc)},
    {"from", 0, "ADDRESS", "who sends it (default: the clinic's address)", ROW(from)},
    {"subject", 0, "TEXT", "the subject (default: \"Your handout\")", ROW(subject)},
    {"unsealed", 0, NULL, "without a password: anyone on the way can read it",
     ROW(is_unsealed)},
    {"draft", 0, NULL, "marked as not yet sent, for a mail program to open",
     ROW(is_draft)},
};

static bool read_record(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    if (options->operand_count == 0)
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "see handout email --help", "RECORD.xml");
    else if (options->operand_count > 1)
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0},
                  "one record at a time; a name with spaces needs quotes around it",
                  options->operands[1]);
    request->record = options->operand_count == 1 ? options->operands[0] : NULL;
    return request->record != NULL;
}

static bool read_choices(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request, struct ho_post *post)
{
    bool ok = request_seal(ctx, options);
    ok &= request_read(ctx, options, request);
    if (!read_record(ctx, options, request) || !ok ||
        !request_find(ctx, options, request))
        return false;
    request->is_mailed = true;
    *post = (struct ho_post){.from = options->from,
                             .subject = options->subject,
                             .seconds = request_seconds(options),
                             .is_open = options->is_unsealed,
                             .is_draft = options->is_draft};
    for (size_t i = 0; i < options->to.count; i++)
        ho_push(ctx->arena, &post->to, options->to.items[i]);
    for (size_t i = 0; i < options->cc.count; i++)
        ho_push(ctx->arena, &post->cc, options->cc.items[i]);
    return true;
}

static bool write_message(struct ho_ctx *ctx, const struct options *options,
                          const struct ho_result *result)
{
    const char *path = options->output;
    if (result->is_emergency)
        return true;
    if (!path)
        path = ho_format(ctx->arena, "%s.eml", result->record_id);
    return ho_file_write(ctx, path, result->bytes);
}

static int run_email(struct ho_ctx *ctx, const struct options *options)
{
    struct ho_request request;
    struct ho_post post;
    struct ho_result result = {0};
    struct ho_shop *shop = ho_shop_open();
    bool ok = read_choices(ctx, options, &request, &post) &&
              ho_job_email(ctx, shop, &request, &post, &result) &&
              write_message(ctx, options, &result);
    if (ok && options->generates_password && !result.is_emergency)
        puts(request.password); /* once: nobody could print it again */
    int status = request_end(ctx, options, shop, ok ? &result : NULL);
    ho_shop_close(shop);
    return status;
}

const struct command email_command = {
    .name = "email",
    .operands = "RECORD.xml",
    .summary = "Makes a message with the handout attached, sealed, ready for sendmail.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .shared = request_rows,
    .shared_count = REQUEST_ROWS,
    .run = run_email,
};
