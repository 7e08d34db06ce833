/* profile_priv.h — the colour profile of the output intent. The only place that sees
 * lcms2.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_PROFILE_PRIV_H
#define HO_PDF_PROFILE_PRIV_H

#include <stdbool.h>

#include "base/str.h"

/* Builds sRGB as an ICC profile of version 2.1 in the arena; the same bytes each time.
 * False if lcms2 refuses. */
bool ho_profile_build(struct ho_arena *arena, struct ho_bytes *out)
    __attribute__((__warn_unused_result__));

#endif
