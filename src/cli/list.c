/* handout list — what there is to choose from.
 * SPDX-License-Identifier: MIT */
#include "cli/options_priv.h"
#include "page/geometry.h"

static const struct option_row rows[] = {
    {"help", 'h', NULL, "this text", offsetof(struct options, wants_help)},
};

static void list_messages(void)
{
    static const char *const words[] = {"note", "warning", "error", "error", "error"};
    const struct ho_message_info *messages;
    size_t count = ho_messages(&messages);
    for (size_t i = 0; i < count; i++)
        printf("HO-%03d  %-8s  %s\n", (int)messages[i].code,
               words[messages[i].severity], messages[i].text);
}

static void list_papers(void)
{
    const struct ho_paper *papers;
    size_t count = ho_papers(&papers);
    for (size_t i = 0; i < count; i++)
        printf("%-12s  %d x %d mm\n", papers[i].id,
               (int)(ho_to_mm(papers[i].width) + .5),
               (int)(ho_to_mm(papers[i].height) + .5));
}

static int run_list(struct ho_ctx *ctx, const struct options *options)
{
    static const char *const kinds[] = {"messages", "papers", NULL};
    static void (*const lists[])(void) = {list_messages, list_papers};
    if (options->operand_count != 1) {
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "one of: messages, papers", "KIND");
        return 2;
    }
    int kind = option_word(ctx, "KIND", options->operands[0], kinds);
    if (kind < 0)
        return 2;
    lists[kind]();
    return 0;
}

const struct command list_command = {
    .name = "list",
    .operands = "KIND",
    .summary = "Lists what there is: messages, papers.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_list,
};
