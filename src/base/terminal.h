/* terminal.h — a secret typed on the terminal.
 * In: a question.  Out: the line typed, which the terminal did not show.  For cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_TERMINAL_H
#define HO_BASE_TERMINAL_H

#include <stdbool.h>

struct ho_ctx;

/* Prints the question on standard error and reads a line from standard input, a terminal, with its echo off. The line
 * is the arena's, without its end. False, with HO_MSG_READ_FAILED, if the input ended first or the line is longer
 * than 1,000 bytes. */
bool ho_terminal_ask_secret(struct ho_ctx *ctx, const char *question, const char **out)
    __attribute__((__warn_unused_result__));
/* Gives the terminal its echo back, if a signal came in between; async-signal-safe. */
void ho_terminal_restore(void);

#endif
