/* handout new — a record, from options or from answers on a terminal.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "cli/given_priv.h"
#include "cli/new_priv.h"

static const struct option_row rows[] = {
    {"output", 'o', "FILE", "where to write; - is standard output (default: ID.xml)",
     ROW(output)},
    GIVEN_ROWS,
    {"language", 0, "TAG", "language of the handout (default: en-GB)", ROW(language)},
    CONTENT_ROW,
    {"force", 0, NULL, "write over a file that is there", ROW(is_forced)},
    HELP_ROW,
};

/* Looked at before any question is asked. */
static bool may_write(struct ho_ctx *ctx, const struct options *options,
                      const char *path)
{
    if (options->is_forced || ho_equal(path, "-") || access(path, F_OK) != 0)
        return true;
    ho_report(ctx, HO_MSG_ALREADY_THERE, named_place(ctx, path),
              "give another name with -o, or --force");
    return false;
}

/* That questions were not asked is said once, and stands in the record. */
static void drop_not_asked(struct ho_diags *diags)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].code != HO_MSG_RED_FLAG_NOT_ASKED &&
            diags->items[i].code != HO_MSG_NOTHING_ASKED)
            diags->items[kept++] = diags->items[i];
    diags->count = kept;
}

static bool draft_from_options(struct ho_ctx *ctx, const struct ho_library *library,
                               const struct options *options, struct ho_record *record)
{
    const struct ho_xml_node *given;
    const struct ho_record *read;
    if (!given_read(ctx, options, record->condition, NULL, &given) ||
        !ho_record_read(ctx, given, &read))
        return false;
    *record = *read;
    return ho_record_check(ctx, library, record);
}

static bool fill_draft(struct ho_ctx *ctx, const struct options *options,
                       const struct ho_library *library, struct ho_record *record)
{
    bool asks = !given_option(options) && isatty(STDIN_FILENO);
    bool ok = asks ? draft_from_answers(ctx, library, options, record)
                   : draft_from_options(ctx, library, options, record);
    drop_not_asked(&ctx->diags);
    return ok;
}

static int run_new(struct ho_ctx *ctx, const struct options *options)
{
    const struct ho_library *library;
    struct ho_record record = {.language =
                                   options->language ? options->language : "en-GB"};
    if (options->operand_count) {
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0},
                  "name the file with -o", options->operands[0]);
        return 2;
    }
    if (options->output && !may_write(ctx, options, options->output))
        return 1;
    const char *content = find_content(ctx, options);
    record.condition = content ? given_condition(ctx, options, content) : NULL;
    if (!record.condition ||
        !ho_library_load(ctx, content, record.condition, record.language, &library) ||
        !fill_draft(ctx, options, library, &record))
        return ho_diags_status(&ctx->diags);
    const char *path = draft_path(ctx->arena, options, record.id);
    const char *xml = draft_xml(ctx->arena, library, &record);
    if (!may_write(ctx, options, path) ||
        !ho_file_write(ctx, path,
                       (struct ho_bytes){(const unsigned char *)xml, strlen(xml)}))
        return ho_diags_status(&ctx->diags);
    if (!record.answers.count)
        ho_report(ctx, HO_MSG_NOTHING_ASKED, (struct ho_span){0},
                  "ask them, and write \"yes\" or \"no\" into the file");
    return ho_record_is_emergency(library, &record) ? 4 : 0;
}

const struct command new_command = {
    .name = "new",
    .operands = "",
    .summary = "Writes a patient's record, from options or from answers on a terminal.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_new,
};
