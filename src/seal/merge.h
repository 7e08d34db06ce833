/* merge.h — handouts become one print file, in which what they share stands once. Behind the door of seal/.
 * In: names of PDFs of ours.  Out: one PDF, for a printer: its pages are those of the handouts, without tags and links.
 * For job/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_SEAL_MERGE_H
#define HO_SEAL_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* Writes it to the descriptor `to`. With `duplex`, which is "DuplexFlipLongEdge" or "DuplexFlipShortEdge" (ISO 32000-1
 * 12.2), the file asks the printer for it, and each handout begins on a right-hand page: after one with an odd number of
 * pages comes an empty one. Some hundred are joined at a time, by way of unnamed files in `folder`, so that
 * memory grows with the pages and not with what stands on them. Failures are reported. */
bool ho_merge(struct ho_ctx *ctx, const char *folder, const char *const *files,
              size_t count, const char *duplex, int to)
    __attribute__((__warn_unused_result__));

#endif
