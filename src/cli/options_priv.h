/* options_priv.h — one table of options a command; getopt_long reads it, --help prints
 * it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_OPTIONS_PRIV_H
#define HO_CLI_OPTIONS_PRIV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* An option; the value is stored as text and checked by the command. Its fields stand in
 * the order in which a row is read. */
struct option_row { /* NOLINT(clang-analyzer-optin.performance.Padding) */
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* such as "FILE"; NULL: a switch */
    const char *help;
    size_t offset; /* of the field in struct options: `const char *`, `bool` for a
                      switch, struct option_list if it repeats */
    bool repeats;
};

/* Ends a row with the field that it fills. */
#define ROW(field) .offset = offsetof(struct options, field)
#define ROW_LIST(field) .offset = offsetof(struct options, field), .repeats = true

/* Rows that mean the same in several commands. */
/* clang-format off */
#define CONDITION_ROW {"condition", 0, "ID", "which condition (default: the only one)", ROW(condition)}
#define CONTENT_ROW {"content", 0, "DIR", "another content library", ROW(content)}
#define DATE_ROW {"date", 0, "YYYY-MM-DD", "the date that the file states (default: none)", ROW(date)}
#define HELP_ROW {"help", 'h', NULL, "this text", ROW(wants_help)}
#define INK_ROW {"ink", 0, "INK", "colour, grey, or low: as little as can be (default: colour)", ROW(ink)}
#define QUIET_ROW {"quiet", 'q', NULL, "no warnings", ROW(is_quiet)}
#define SIZES_ROW {"verbose", 'v', NULL, "say how large each part of the PDF is", ROW(is_verbose)}
#define THEME_ROW {"theme", 0, "ID", "which look (default: default)", ROW(theme)}
/* clang-format on */

/* The values of an option that may be given more than once, in their order. */
struct option_list {
    HO_VEC(const char *);
};

struct options {
    const char *output, *content, *clinic, *country, *language, *paper, *template_id,
        *theme, *type, *ink, *as, *page, *date, *condition, *format, *id, *name, *born,
        *side, *body, *width, *password_file, *directory, *pattern, *jobs, *shard,
        *merged, *mail_directory, *from, *subject;
    struct option_list exercises, goals, to, cc;
    const char *bleed, *on, *up, *duplex, *stock, *press, *press_profile;
    bool has_marks, is_laminated, has_hole, is_booklet;
    bool is_verbose, is_quiet, is_strict, is_forced, wants_all, generates_password,
        is_dry, resumes, joins, wants_template, is_unsealed, is_draft, wants_help;
    const char **operands;
    size_t operand_count;
};

struct command {
    const char *name, *operands, *summary;
    const struct option_row *rows;
    size_t row_count;
    const struct option_row *shared; /* rows that other commands have, too; or NULL */
    size_t shared_count;
    int (*run)(struct ho_ctx *ctx, const struct options *options);
};

extern const struct command make_command, check_command, list_command, new_command,
    sheet_command, show_command, verify_command, batch_command, email_command;

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
/* The same without a report: for what needs none. */
const char *find_own_clinic(struct ho_ctx *ctx, const struct options *options);
/* The content folder: --content, else that of the data. NULL, with a report, if there is
 * none. */
const char *find_content(struct ho_ctx *ctx, const struct options *options);
/* A file or folder as a place, whether it is there or not. */
struct ho_span named_place(struct ho_ctx *ctx, const char *name);
/* The password of --password-file ("-": standard input, without echo if that is a terminal) or --generate-password; NULL
 * if neither is given. With `is_new`, it is to seal: typed twice, and not just any. False, with a report, if it cannot be
 * had. */
bool read_password(struct ho_ctx *ctx, const struct options *options, bool is_new,
                   const char **out) __attribute__((__warn_unused_result__));
/* A day that exists, as YYYY-MM-DD: metadata with another would not conform (ISO 32000-1
 * 7.9.4). */
bool is_date(const char *text);
/* Prints a message on standard error, in colour where that is a terminal. */
void print_diag(const struct ho_diag *diag);
/* Prints the messages on standard error; quietly: errors only. */
void print_diags(const struct ho_diags *diags, bool is_quiet);
/* The worse of two exit statuses: 2 over 3 over 1 over 4 over 0. */
int worst_status(int a, int b);
/* The version line: "handout 0.1.0". */
const char *version_text(void);

#endif
