/* roster_priv.h — the two formats of a roster, a file each.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_ROSTER_PRIV_H
#define HO_MODEL_ROSTER_PRIV_H

#include "model/roster.h"

bool ho_roster_read_csv(struct ho_ctx *ctx, const struct ho_source *source,
                        struct ho_roster *out) __attribute__((__warn_unused_result__));
bool ho_roster_read_xml(struct ho_ctx *ctx, const struct ho_source *source,
                        struct ho_roster *out) __attribute__((__warn_unused_result__));

#endif
