/* handout make — one record, one handout.
 * SPDX-License-Identifier: MIT */
#include "cli/given_priv.h"
#include "cli/options_priv.h"
#include "cli/request_priv.h"

static const struct option_row rows[] = {
    {"output", 'o', "FILE",
     "where to write; - is standard output (default: the record's id)", ROW(output)},
    {"as", 0, "KIND", "pdf, png, svg, text, blocks or trace (default: pdf)", ROW(as)},
    {"page", 0, "N", "which page, for png and svg (default: 1)", ROW(page)},
    GIVEN_ROWS,
    {"duplex", 0, "EDGE",
     "for two-sided printing, long or short edge: the back of page 1 stays blank",
     ROW(duplex)},
    {"booklet", 0, NULL, "two pages side by side, to fold: a5, half-letter or a4",
     ROW(is_booklet)},
    SIZES_ROW,
};

/* A patient in the options is the record that they say. */
static bool read_patient(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    const char *content = find_content(ctx, options);
    const char *condition = content ? given_condition(ctx, options, content) : NULL;
    return condition && given_read(ctx, options, condition, "handout", &request->given);
}

/* Without a patient: the general leaflet, with blanks to write in. */
static bool read_nobody(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    const char *content = find_content(ctx, options);
    request->condition = content ? given_condition(ctx, options, content) : NULL;
    if (!options->template_id)
        request->template_id = "leaflet";
    return request->condition;
}

static bool read_operands(struct ho_ctx *ctx, const struct options *options,
                          struct ho_request *request)
{
    const char *given = given_option(options);
    request->record = options->operand_count ? options->operands[0] : NULL;
    if (options->operand_count > 1)
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0},
                  "one record at a time; a name with spaces needs quotes around it",
                  options->operands[1]);
    else if (request->record && given)
        ho_report(ctx, HO_MSG_TWO_PATIENTS, (struct ho_span){0},
                  "write it into the record, or leave the record out", given);
    else if (given)
        return read_patient(ctx, options, request);
    else if (!request->record)
        return read_nobody(ctx, options, request);
    else
        return true;
    return false;
}

static bool read_request(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    bool ok = request_read(ctx, options, request);
    ok &= request_read_leaves(ctx, options, request);
    return read_operands(ctx, options, request) && ok &&
           request_find(ctx, options, request);
}

static int run_make(struct ho_ctx *ctx, const struct options *options)
{
    struct ho_request request;
    struct ho_result result = {0};
    struct ho_shop *shop = ho_shop_open();
    /* The file is named for the record's id, never for the patient. */
    bool ok = read_request(ctx, options, &request) &&
              ho_job_run(ctx, shop, &request, &result) &&
              request_write(ctx, options, &request, result.record_id, result.bytes);
    if (ok && options->generates_password)
        puts(request.password); /* once: nobody could print it again */
    int status = request_end(ctx, options, shop, ok ? &result : NULL);
    ho_shop_close(shop);
    return status;
}

const struct command make_command = {
    .name = "make",
    .operands = "[RECORD.xml]",
    .summary = "Makes one handout from a patient's record, or from options that say "
               "the same; without either, the general leaflet with blanks. Page 1 is "
               "always the red-flag sheet.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .shared = request_rows,
    .shared_count = REQUEST_ROWS,
    .run = run_make,
};
