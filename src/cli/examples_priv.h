/* examples_priv.h — of each message what a user was shown.
 * The table is written when the project is built, by examples.awk, from what the cases of tests/e2e expect.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_EXAMPLES_PRIV_H
#define HO_CLI_EXAMPLES_PRIV_H

/* What the message said, and the hint below it, which may be empty. */
struct example {
    int code;
    const char *text, *hint;
};

/* One a message, by code; the last has the code 0. */
extern const struct example message_examples[];

#endif
