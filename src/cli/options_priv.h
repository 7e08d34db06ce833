/* options_priv.h — one table of options a command; getopt_long reads it, --help prints
 * it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_OPTIONS_PRIV_H
#define HO_CLI_OPTIONS_PRIV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* An option; the value is stored as text and checked by the command. */
struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* such as "FILE"; NULL: a switch */
    const char *help;
    size_t
        offset; /* of a `const char *` or, for a switch, a `bool` in struct options */
};

struct options {
    const char *output, *content, *clinic, *country, *language, *paper, *template_id,
        *theme, *as, *page, *date;
    bool is_verbose, is_quiet, wants_help;
    const char **operands;
    size_t operand_count;
};

struct command {
    const char *name, *operands, *summary;
    const struct option_row *rows;
    size_t row_count;
    int (*run)(struct ho_ctx *ctx, const struct options *options);
};

extern const struct command make_command, list_command;

/* Reads argv (without the command's name) into *out; mistakes are reported as usage
 * errors. */
bool options_read(struct ho_ctx *ctx, const struct command *command, int argc,
                  char **argv, struct options *out)
    __attribute__((__warn_unused_result__));
/* The table as help text. */
const char *options_help(struct ho_arena *arena, const struct command *command);
/* Holds a value against a list of words (NULL-terminated); reports a slip with "did you
 * mean". -1 if unknown. */
int option_word(struct ho_ctx *ctx, const char *option, const char *value,
                const char *const *words);

/* The data folder: HANDOUT_DATA, else beside the program (build folder, then ../share),
 * else the installed place. NULL, with a report, if there is none. */
const char *find_data(struct ho_ctx *ctx);
/* The clinic's file: --clinic, else the user's own. NULL, with a report, if there is
 * none. */
const char *find_clinic(struct ho_ctx *ctx, const struct options *options);
/* The version line: "handout 0.1.0". */
const char *version_text(void);

#endif
