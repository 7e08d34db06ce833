/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/str.h"
#include "cli/options_priv.h"
#include "job/job.h"
#include "xml/xml.h"

static const struct command *const commands[] = {
    &new_command,  &make_command, &batch_command, &sheet_command, &check_command,
    &list_command, &show_command, &email_command, &verify_command};
enum { COMMANDS = sizeof commands / sizeof *commands };

const char *version_text(void)
{
    return "handout " HO_VERSION;
}

int worst_status(int a, int b)
{
    static const int rank[] = {
        [0] = 0, [4] = 1, [1] = 2, [3] = 3, [2] = 4}; /* product.md, "Exit" */
    return rank[a] >= rank[b] ? a : b;
}

/* On a terminal that can, unless its user wants none (no-color.org). */
static bool wants_colour(void)
{
    const char *refusal = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && !(refusal && *refusal) && terminal &&
           !ho_equal(terminal, "dumb");
}

void print_diag(const struct ho_diag *diag)
{
    ho_diag_print(diag, wants_colour(), stderr);
}

void print_diags(const struct ho_diags *diags, bool is_quiet)
{
    for (size_t i = 0; i < diags->count; i++)
        if (!is_quiet || diags->items[i].severity >= HO_ERROR)
            print_diag(&diags->items[i]);
}

static void print_help(void)
{
    puts("usage: handout COMMAND [OPTIONS] ...\n"
         "Makes printable patient handouts. Page 1 is always the emergency red-flag "
         "sheet.\n");
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-8s %s\n", commands[i]->name, commands[i]->summary);
    puts("\n  --help     this text; \"handout COMMAND --help\" for a command\n"
         "  --version  the version\n\n"
         "Exit status: 0 done, 1 the input is wrong, 2 wrong usage, 3 the system "
         "failed,\n"
         "4 the record has a red flag and only the emergency sheet was made.");
}

static const struct command *find_command(struct ho_ctx *ctx, const char *name)
{
    const char *names[COMMANDS + 1] = {NULL};
    for (size_t i = 0; i < COMMANDS; i++) {
        if (ho_equal(commands[i]->name, name))
            return commands[i];
        names[i] = commands[i]->name;
    }
    const char *nearest = ho_nearest(name, names);
    ho_report(ctx, HO_MSG_NO_COMMAND, (struct ho_span){0},
              nearest ? ho_format(ctx->arena, "did you mean \"%s\"?", nearest)
                      : "see handout --help",
              name);
    return NULL;
}

static int run_command(struct ho_ctx *ctx, int argc, char **argv)
{
    struct options options = {0};
    const struct command *command = find_command(ctx, argv[1]);
    if (!command || !options_read(ctx, command, argc - 1, argv + 1, &options))
        return 2;
    if (options.wants_help) {
        fputs(options_help(ctx->arena, command), stdout);
        return 0;
    }
    return command->run(ctx, &options);
}

/* What was printed must have arrived: a full disk or a closed pipe is an error, not a
 * short list. */
static bool flush_output(struct ho_ctx *ctx)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    ho_report(ctx, HO_MSG_WRITE_FAILED, (struct ho_span){0}, NULL, "standard output");
    return false;
}

int ho_cli_run(int argc, char **argv)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_ctx ctx = {.arena = arena};
    int status = 0;

    if (argc < 2) {
        ho_report(&ctx, HO_MSG_NO_OPERAND, (struct ho_span){0}, "see handout --help",
                  "the command");
        status = 2;
    } else if (ho_equal(argv[1], "--help") || ho_equal(argv[1], "-h") ||
               ho_equal(argv[1], "help")) {
        print_help();
    } else if (ho_equal(argv[1], "--version") || ho_equal(argv[1], "version")) {
        printf("%s\nwith %s\n", version_text(), ho_job_libraries(arena));
    } else {
        status = run_command(&ctx, argc, argv);
    }
    if (!flush_output(&ctx))
        status = status ? status : 3;
    print_diags(&ctx.diags, false);
    ho_arena_free(arena);
    return status;
}
