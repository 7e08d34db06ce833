/* request_priv.h — what make, and all that make the same in another form, ask of a job.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_REQUEST_PRIV_H
#define HO_CLI_REQUEST_PRIV_H

#include "cli/options_priv.h"
#include "job/job.h"

/* The rows of these choices, for a command's table (`shared`); --quiet and --help are among them. */
enum { REQUEST_ROWS = 14 };
extern const struct option_row request_rows[REQUEST_ROWS];

/* Checks the choices (also --as and --page, where a command has them) and puts them into *request; mistakes are
 * reported as usage errors. `record` is left to the command. */
bool request_read(struct ho_ctx *ctx, const struct options *options,
                  struct ho_request *request) __attribute__((__warn_unused_result__));
/* The same for a red-flag sheet, which has no template and fits on smaller papers. */
bool request_read_sheet(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
    __attribute__((__warn_unused_result__));
/* The file's date is an input: --date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else none: NULL. False, with a
 * report, if --date is none. */
bool request_date(struct ho_ctx *ctx, const struct options *options, const char **out)
    __attribute__((__warn_unused_result__));
/* Of a sheet: what is printed beside it, on what, and in which inks. After request_read_sheet. */
bool request_read_press(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
    __attribute__((__warn_unused_result__));
/* Of a handout: on which leaves its pages come. After request_read. */
bool request_read_leaves(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
    __attribute__((__warn_unused_result__));
/* Finds the clinic's file, the data and the password; of the clinic, the password and `record`, which is set by now, only
 * one can be on standard input. False, with a report, if one is not there. */
bool request_find(struct ho_ctx *ctx, const struct options *options,
                  struct ho_request *request) __attribute__((__warn_unused_result__));

/* Writes what was made to --output. Without it a picture or a PDF gets the name `stem` and the end of its kind, and text
 * goes to standard output. */
bool request_write(struct ho_ctx *ctx, const struct options *options,
                   const struct ho_request *request, const char *stem,
                   struct ho_bytes bytes) __attribute__((__warn_unused_result__));
/* Prints what was said of the job, and with --verbose its measures; returns the exit status. `result` is NULL if it
 * failed. */
int request_end(struct ho_ctx *ctx, const struct options *options,
                const struct ho_shop *shop, const struct ho_result *result);

/* Whether the choice of a seal is one: not a password and --unsealed; the clash is reported. */
bool request_seal(struct ho_ctx *ctx, const struct options *options)
    __attribute__((__warn_unused_result__));
/* The date of messages, in seconds since 1970: --date, else SOURCE_DATE_EPOCH, else now. */
long long request_seconds(const struct options *options);

#endif
