/* password_priv.h — passwords that can be given on the telephone.
 * In: a password that was typed, or chance.  Out: one that every PDF viewer takes alike.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_PASSWORD_PRIV_H
#define HO_CLI_PASSWORD_PRIV_H

#include <stdbool.h>

#include "base/diag.h"

/* Whether it can seal a PDF: 1 to 127 bytes (ISO 32000-2 7.6.4.3.3, step a), printable ASCII. Beyond that, viewers prepare
 * it (SASLprep) or do not, and a password would open the file in one and not in the other. One under eight characters
 * is warned of. `at` is where it came from; messages never show it. */
bool ho_password_check(struct ho_ctx *ctx, struct ho_span at, const char *password)
    __attribute__((__warn_unused_result__));
/* Six common words with hyphens between them, 32 characters at most, from the kernel's random numbers (getrandom, and no others). In the
 * arena. */
const char *ho_password_make(struct ho_arena *arena);
/* How hard it is to guess what ho_password_make made, if one knows how it was made: bits. */
double ho_password_bits(void);

#endif
