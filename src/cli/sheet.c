/* handout sheet — the red-flag sheet alone, to hang up, to laminate, to carry.
 * SPDX-License-Identifier: MIT */
#include "cli/given_priv.h"
#include "cli/request_priv.h"

static const struct option_row rows[] = {
    {"output", 'o', "FILE",
     "where to write; - is standard output (default: red-flags-CC-PAPER.pdf)",
     ROW(output)},
    {"country", 0, "CC", "whose emergency number (default: the clinic's country)",
     ROW(country)},
    {"paper", 0, "PAPER",
     "a4, letter, a3, legal, a5, half-letter, a6 or card (default: a4)", ROW(paper)},
    {"language", 0, "TAG", "language of the sheet (default: the clinic's, else en-GB)",
     ROW(language)},
    {"clinic", 0, "FILE",
     "whose name and phone (default: your own clinic.xml, or none)", ROW(clinic)},
    {"bleed", 0, "MM", "how far the red runs over the trim, for the knife (default: 0)",
     ROW(bleed)},
    {"crop-marks", 0, NULL, "marks to cut along, and a line for the print shop",
     ROW(has_marks)},
    {"on", 0, "SHEET", "many on a sheet: a4, letter, a3 or sra3, with cut marks",
     ROW(on)},
    {"up", 0, "N", "how many on the sheet (default: as many as fit)", ROW(up)},
    {"duplex", 0, "EDGE",
     "the printer turns the sheet about its long or short edge "
     "(default: long)",
     ROW(duplex)},
    {"laminate", 0, NULL, "nothing within 6 mm of the trim; a guide for the corners",
     ROW(is_laminated)},
    {"hole", 0, NULL, "a mark to punch at the top", ROW(has_hole)},
    {"stock", 0, "TEXT",
     "which paper, for the print shop (default: a line to write on)", ROW(stock)},
    {"press", 0, "NAME", "PDF/X-1a for a printing condition, such as FOGRA39",
     ROW(press)},
    {"press-profile", 0, "FILE", "PDF/X-1a for the print shop's own ICC profile",
     ROW(press_profile)},
    CONDITION_ROW,
    INK_ROW,
    {"as", 0, "KIND", "pdf, png, svg, text, blocks or trace (default: pdf)", ROW(as)},
    {"page", 0, "N", "which side, for png and svg (default: 1)", ROW(page)},
    THEME_ROW,
    CONTENT_ROW,
    DATE_ROW,
    SIZES_ROW,
    QUIET_ROW,
    HELP_ROW,
};

static bool read_request(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    bool ok = request_read_sheet(ctx, options, request);
    ok &= request_read_press(ctx, options, request);
    if (options->operand_count) {
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0},
                  "a sheet is for everybody; for one patient use handout make",
                  options->operands[0]);
        ok = false;
    }
    if (!ok)
        return false;
    request->clinic = find_own_clinic(ctx, options);
    request->data = find_data(ctx);
    const char *content = find_content(ctx, options);
    request->condition = content ? given_condition(ctx, options, content) : NULL;
    return request->data && request->condition;
}

static int run_sheet(struct ho_ctx *ctx, const struct options *options)
{
    struct ho_request request;
    struct ho_result result = {0};
    struct ho_shop *shop = ho_shop_open();
    bool ok = read_request(ctx, options, &request) &&
              ho_job_sheet(ctx, shop, &request, &result) &&
              request_write(ctx, options, &request,
                            ho_format(ctx->arena, "red-flags-%s-%s", result.country,
                                      request.paper),
                            result.bytes);
    int status = request_end(ctx, options, shop, ok ? &result : NULL);
    ho_shop_close(shop);
    return status;
}

const struct command sheet_command = {
    .name = "sheet",
    .operands = "",
    .summary = "Makes the red-flag sheet alone, without a patient: to hang up, to "
               "laminate, to carry.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_sheet,
};
