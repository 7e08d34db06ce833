/* SPDX-License-Identifier: MIT */
#include "cli/options_priv.h"

#include <getopt.h>
#include <string.h>

#include "base/str.h"
#include "xml/xml.h"

static size_t count_rows(const struct command *command)
{
    return command->row_count + command->shared_count;
}

static const struct option_row *row_at(const struct command *command, size_t index)
{
    return index < command->row_count ? &command->rows[index]
                                      : &command->shared[index - command->row_count];
}

static void store(struct ho_ctx *ctx, struct options *out, const struct option_row *row,
                  const char *value)
{
    char *field = (char *)out + row->offset;
    if (row->repeats)
        ho_push(ctx->arena, (struct option_list *)(void *)field, value);
    else if (row->argument)
        memcpy(field, &value, sizeof value);
    else
        *(bool *)field = true;
}

static void report_option(struct ho_ctx *ctx, const struct command *command,
                          const char *word)
{
    const char **names =
        ho_new_array(ctx->arena, const char *, count_rows(command) + 1);
    for (size_t i = 0; i < count_rows(command); i++)
        names[i] = row_at(command, i)->name;
    const char *nearest = ho_nearest(word + strspn(word, "-"), names);
    const char *hint =
        nearest ? ho_format(ctx->arena, "did you mean --%s?", nearest)
                : ho_format(ctx->arena, "see handout %s --help", command->name);
    ho_report(ctx, HO_MSG_NO_OPTION, (struct ho_span){0}, hint, word);
}

/* Turns the table into what getopt_long wants: `val` is the row's number plus 256,
 * clear of any letter. */
static struct option *long_options(struct ho_ctx *ctx, const struct command *command,
                                   char **letters)
{
    struct option *options =
        ho_new_array(ctx->arena, struct option, count_rows(command) + 1);
    struct ho_text text = {.arena = ctx->arena};
    ho_text_add(&text, ":"); /* a missing value is told from an unknown option */
    for (size_t i = 0; i < count_rows(command); i++) {
        const struct option_row *row = row_at(command, i);
        options[i] =
            (struct option){row->name, row->argument ? required_argument : no_argument,
                            NULL, (int)i + 256};
        if (row->letter)
            ho_text_add_format(&text, "%c%s", row->letter, row->argument ? ":" : "");
    }
    ho_text_end(&text);
    *letters = text.items;
    return options;
}

static const struct option_row *find_row(const struct command *command, int value)
{
    if (value >= 256)
        return row_at(command, (size_t)value - 256);
    for (size_t i = 0; i < count_rows(command); i++)
        if (row_at(command, i)->letter == value)
            return row_at(command, i);
    return NULL;
}

bool options_read(struct ho_ctx *ctx, const struct command *command, int argc,
                  char **argv, struct options *out)
{
    char *letters;
    struct option *table = long_options(ctx, command, &letters);
    size_t errors = ho_error_count(ctx);
    opterr = 0;
    optind = 1;
    for (int value; (value = getopt_long(argc, argv, letters, table, NULL)) != -1;) {
        bool is_letter = optopt > 0 && optopt < 256;
        const char *word =
            is_letter ? ho_format(ctx->arena, "-%c", optopt) : argv[optind - 1];
        if (value == '?')
            report_option(ctx, command, word);
        else if (value == ':')
            ho_report(ctx, HO_MSG_OPTION_NEEDS_VALUE, (struct ho_span){0},
                      ho_format(ctx->arena, "see handout %s --help", command->name),
                      word);
        else
            store(ctx, out, find_row(command, value), optarg);
    }
    out->operands = ho_new_array(ctx->arena, const char *, (size_t)(argc - optind) + 1);
    for (int i = optind; i < argc; i++)
        out->operands[out->operand_count++] = argv[i];
    return ho_error_count(ctx) == errors;
}

const char *options_help(struct ho_arena *arena, const struct command *command)
{
    struct ho_text text = {.arena = arena};
    ho_text_add_format(&text, "usage: handout %s [OPTIONS] %s\n%s\n\n", command->name,
                       command->operands, command->summary);
    for (size_t i = 0; i < count_rows(command); i++) {
        const struct option_row *row = row_at(command, i);
        const char *left =
            ho_format(arena, "--%s%s%s", row->name, row->argument ? " " : "",
                      row->argument ? row->argument : "");
        if (row->letter)
            ho_text_add_format(&text, "  -%c, %-22s %s\n", row->letter, left,
                               row->help);
        else
            ho_text_add_format(&text, "      %-22s %s\n", left, row->help);
    }
    return ho_text_end(&text);
}

int option_word(struct ho_ctx *ctx, const char *option, const char *value,
                const char *const *words)
{
    struct ho_text all = {.arena = ctx->arena};
    for (int i = 0; words[i]; i++) {
        if (ho_equal(words[i], value))
            return i;
        ho_text_add_format(&all, "%s%s", i ? ", " : "", words[i]);
    }
    const char *nearest = ho_nearest(value, words);
    const char *hint = nearest ? ho_format(ctx->arena, "did you mean \"%s\"?", nearest)
                               : ho_format(ctx->arena, "one of: %s", ho_text_end(&all));
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0}, hint, value, option);
    return -1;
}
