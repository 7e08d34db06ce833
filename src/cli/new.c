/* handout new — a record, from options or from answers on a terminal.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "cli/check_priv.h"
#include "cli/new_priv.h"

static const struct option_row rows[] = {
    {"output", 'o', "FILE", "where to write; - is standard output (default: ID.xml)",
     ROW(output)},
    {"id", 0, "ID", "the record's id (default: the name of FILE)", ROW(id)},
    {"name", 0, "NAME", "the patient's name", ROW(name)},
    {"born", 0, "YYYY-MM-DD", "the date of birth (default: none)", ROW(born)},
    {"side", 0, "SIDE", "left, right, both or none (default: none)", ROW(side)},
    {"exercise", 0, "EXERCISE",
     "ID, or ID:FIELD=NUMBER such as cat-cow:reps=8; may be repeated",
     ROW_LIST(exercises)},
    {"goal", 0, "TEXT", "a goal in the patient's words; may be repeated",
     ROW_LIST(goals)},
    {"condition", 0, "ID", "which condition (default: the only one)", ROW(condition)},
    {"language", 0, "TAG", "language of the handout (default: en-GB)", ROW(language)},
    {"content", 0, "DIR", "another content library", ROW(content)},
    {"force", 0, NULL, "write over a file that is there", ROW(is_forced)},
    {"help", 'h', NULL, "this text", ROW(wants_help)},
};

/* The only condition of the content; with more than one the user must say. */
static const char *choose_condition(struct ho_ctx *ctx, const struct options *options,
                                    const char *content)
{
    const char *const *names =
        folder_names(ctx->arena, ho_format(ctx->arena, "%s/conditions", content));
    const char *only = NULL;
    size_t count = 0;
    if (options->condition)
        return options->condition;
    for (size_t i = 0; names[i]; i++) {
        size_t length = strlen(names[i]);
        if (length > 4 && ho_equal(names[i] + length - 4, ".xml")) {
            only = ho_strndup(ctx->arena, names[i], length - 4);
            count++;
        }
    }
    if (count == 1)
        return only;
    ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
              "the names of the files in content/conditions", "--condition");
    return NULL;
}

static bool has_patient(const struct options *options)
{
    return options->id || options->name || options->born || options->side ||
           options->exercises.count || options->goals.count;
}

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
        if (diags->items[i].code != HO_MSG_RED_FLAG_NOT_ASKED)
            diags->items[kept++] = diags->items[i];
    diags->count = kept;
}

static bool fill_draft(struct ho_ctx *ctx, const struct options *options,
                       const struct ho_library *library, struct ho_record *record)
{
    bool asks = !has_patient(options) && isatty(STDIN_FILENO);
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
    record.condition = content ? choose_condition(ctx, options, content) : NULL;
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
