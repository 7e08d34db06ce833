/* source_priv.h — what the ways to read an input share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_SOURCE_PRIV_H
#define HO_BASE_SOURCE_PRIV_H

#include "base/source.h"

/* Reports that the file is not there or, with the words of `error` (an errno), that it cannot be read. */
void ho_source_refuse(struct ho_ctx *ctx, const struct ho_source *source, int error);

#endif
