/* handout show — figures by themselves: one as a picture, or all on a contact sheet.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "cli/check_priv.h"
#include "cli/options_priv.h"
#include "job/job.h"
#include "model/figure_list.h"
#include "page/geometry.h"
#include "page/palette.h"

static const struct option_row rows[] = {
    {"output", 'o', "FILE", "where to write; - is standard output", ROW(output)},
    {"all", 0, NULL, "all figures, with their names, on a contact sheet",
     ROW(wants_all)},
    {"side", 0, "SIDE", "which side works: right or left (default: right)", ROW(side)},
    {"body", 0, "BODY", "which of the two bodies: a or b (default: a)", ROW(body)},
    {"width", 0, "MM",
     "of one figure, 10 to 280; under 45 it has less detail (default: about 70)",
     ROW(width)},
    INK_ROW,
    {"as", 0, "KIND", "pdf, png or svg (default: what the file's name ends in)",
     ROW(as)},
    {"paper", 0, "PAPER", "of the contact sheet, such as letter (default: a4)",
     ROW(paper)},
    {"page", 0, "N", "which page of the contact sheet, for png and svg (default: 1)",
     ROW(page)},
    THEME_ROW,
    CONTENT_ROW,
    HELP_ROW,
};

static const char *const kinds[] = {"pdf", "png", "svg", NULL};

/* --as, or else the end of the file's name. */
static bool choose_kind(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    static const enum ho_as as[] = {HO_AS_PDF, HO_AS_PNG, HO_AS_SVG};
    if (!options->output) {
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "say where to write, such as -o figure.svg", "--output");
        return false;
    }
    const char *dot = strrchr(options->output, '.');
    int kind = -1;
    if (options->as)
        kind = option_word(ctx, "--as", options->as, kinds);
    for (int i = 0; !options->as && dot && kinds[i]; i++)
        if (ho_equal(dot + 1, kinds[i]))
            kind = i;
    if (kind < 0 && !options->as)
        ho_report(ctx, HO_MSG_NO_KIND, (struct ho_span){0},
                  "end it in .pdf, .png or .svg, or say --as", options->output);
    if (kind < 0)
        return false;
    request->as = as[kind];
    return true;
}

static bool choose_number(struct ho_ctx *ctx, const char *option, const char *value,
                          int least, int most, int *out)
{
    if (!value || (ho_parse_int(value, out) && *out >= least && *out <= most))
        return true;
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0},
              ho_format(ctx->arena, "a whole number from %d to %d", least, most), value,
              option);
    return false;
}

static bool choose_paper(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    const struct ho_paper *papers;
    size_t count = ho_papers(&papers);
    const char **ids = ho_new_array(ctx->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        ids[i] = papers[i].id;
    request->paper = options->paper ? options->paper : "a4";
    return option_word(ctx, "--paper", request->paper, ids) >= 0;
}

/* The one that is asked for, or all that there are. */
static bool choose_figures(struct ho_ctx *ctx, const struct options *options,
                           const char *content, struct ho_show *show)
{
    show->ids =
        show->is_sheet
            ? ho_figure_ids(ctx->arena, content)
            : ho_folder_ids(ctx->arena, ho_format(ctx->arena, "%s/figures", content));
    while (show->ids[show->count])
        show->count++;
    if (show->is_sheet && show->count)
        return true;
    const char *id = show->is_sheet ? "" : options->operands[0];
    for (size_t i = 0; i < show->count; i++)
        if (ho_equal(show->ids[i], id)) {
            show->ids += i;
            return true;
        }
    const char *nearest = ho_nearest(id, show->ids);
    ho_report(ctx, HO_MSG_UNKNOWN_ID, (struct ho_span){0},
              nearest ? ho_format(ctx->arena, "did you mean \"%s\"?", nearest)
                      : "see handout list figures",
              "figure", id);
    return false;
}

static bool check_operands(struct ho_ctx *ctx, const struct options *options)
{
    if (options->operand_count == 1 - (size_t)options->wants_all)
        return true;
    if (options->operand_count)
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0},
                  options->wants_all ? "name a figure, or say --all, but not both"
                                     : "one figure at a time, or --all",
                  options->operands[options->wants_all ? 0 : 1]);
    else
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "see handout list figures, or say --all", "ID");
    return false;
}

static bool read_request(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request, struct ho_show *show)
{
    static const char *const sides[] = {"right", "left", NULL}, *const bodies[] = {
                                                                    "a", "b", NULL};
    int width = 0, side = 0, body = 0;
    *request = (struct ho_request){.content = options->content,
                                   .theme = options->theme ? options->theme : "default",
                                   .ink = options->ink,
                                   .generator = version_text(),
                                   .page = 1,
                                   .dpi = options->wants_all ? 150 : 300};
    bool ok = check_operands(ctx, options);
    ok &= choose_kind(ctx, options, request);
    ok &= !options->ink || option_word(ctx, "--ink", options->ink, ho_ink_names) >= 0;
    ok &= !options->side ||
          (side = option_word(ctx, "--side", options->side, sides)) >= 0;
    ok &= !options->body ||
          (body = option_word(ctx, "--body", options->body, bodies)) >= 0;
    ok &= choose_number(ctx, "--width", options->width, 10, 280, &width);
    ok &= choose_number(ctx, "--page", options->page, 1, 999, &request->page);
    ok &= choose_paper(ctx, options, request);
    *show = (struct ho_show){.is_sheet = options->wants_all,
                             .is_left = side == 1,
                             .is_body_b = body == 1,
                             .width_mm = width};
    return ok;
}

static int run_show(struct ho_ctx *ctx, const struct options *options)
{
    struct ho_request request;
    struct ho_show show;
    struct ho_bytes bytes;
    if (!read_request(ctx, options, &request, &show))
        return 2;
    const char *content = find_content(ctx, options);
    request.data = find_data(ctx);
    struct ho_shop *shop = ho_shop_open();
    bool ok = content && request.data && choose_figures(ctx, options, content, &show) &&
              ho_job_show(ctx, shop, &request, &show, &bytes) &&
              ho_file_write(ctx, options->output, bytes);
    ho_shop_close(shop);
    return ok ? 0 : ho_diags_status(&ctx->diags);
}

const struct command show_command = {
    .name = "show",
    .operands = "ID | --all",
    .summary = "Shows one figure as a picture, or all figures on a contact sheet.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_show,
};
