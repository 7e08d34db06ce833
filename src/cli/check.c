/* handout check — is it right, and is it good? Nothing is made.
 * SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "cli/check_priv.h"
#include "cli/options_priv.h"

static const struct option_row rows[] = {
    {"strict", 0, NULL, "a warning is an error", ROW(is_strict)},
    {"format", 0, "FORMAT", "text or json (default: text)", ROW(format)},
    {"content", 0, "DIR", "the content library that records are held against",
     ROW(content)},
    {"verbose", 'v', NULL, "tell the reading grade of each text", ROW(is_verbose)},
    {"quiet", 'q', NULL, "no notes and no warnings", ROW(is_quiet)},
    HELP_ROW,
};

static bool read_stdin_twice(const struct options *options)
{
    int count = 0;
    for (size_t i = 0; i < options->operand_count; i++)
        count += ho_equal(options->operands[i], "-");
    return count > 1;
}

/* What is not shown must not fail the run either, but for errors. */
static void drop_quiet(struct ho_diags *diags, bool keeps_warnings)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].severity >= (keeps_warnings ? HO_WARNING : HO_ERROR))
            diags->items[kept++] = diags->items[i];
    diags->count = kept;
}

static int status_of(const struct check_run *run, bool is_strict)
{
    const struct ho_diags *diags = &run->ctx->diags;
    int status = ho_diags_status(diags);
    for (size_t i = 0; is_strict && i < diags->count; i++)
        if (diags->items[i].severity == HO_WARNING)
            status = worst_status(status, 1);
    return run->has_red_flag ? worst_status(status, 4) : status;
}

static int run_check(struct ho_ctx *ctx, const struct options *options)
{
    static const char *const formats[] = {"text", "json", NULL};
    int format = option_word(ctx, "--format",
                             options->format ? options->format : "text", formats);
    struct check_run run = {.ctx = ctx, .tells_all = options->is_verbose};
    if (read_stdin_twice(options))
        ho_report(ctx, HO_MSG_TWO_ON_STDIN, (struct ho_span){0},
                  "save one of them to a file");
    if (format < 0 || ho_has_errors(ctx))
        return 2;
    run.data = find_data(ctx);
    run.content = run.data ? find_content(ctx, options) : NULL;
    if (run.content && !options->operand_count)
        check_path(&run, run.content);
    for (size_t i = 0; run.content && i < options->operand_count; i++)
        check_path(&run, options->operands[i]);
    diags_unite(&ctx->diags);
    if (options->is_quiet)
        drop_quiet(&ctx->diags, options->is_strict);
    int status = status_of(&run, options->is_strict);
    if (format == 1) {
        fputs(diags_json(ctx->arena, &ctx->diags), stdout);
        ctx->diags.count = 0; /* printed */
    }
    return status;
}

const struct command check_command = {
    .name = "check",
    .operands = "[FILE|DIR ...]",
    .summary = "Checks content, templates, records and clinics; makes nothing.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_check,
};
