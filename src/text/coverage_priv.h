/* coverage_priv.h — whether a character can be set at all.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_COVERAGE_PRIV_H
#define HO_TEXT_COVERAGE_PRIV_H

#include "text/fonts_priv.h"

enum coverage {
    UNCOVERED,       /* by any face */
    COVERED,         /* by a whole face only, or shown by none */
    COVERED_TRIMMED, /* also by the trimmed form of the face that sets it */
};

/* Which face has the character; loads faces until one has. False, with a report, if a
 * font file cannot be used. */
bool coverage_need(struct ho_ctx *ctx, struct ho_fonts *fonts, uint32_t c, bool is_bold,
                   enum coverage *out) __attribute__((__warn_unused_result__));

#endif
