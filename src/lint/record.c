/* SPDX-License-Identifier: MIT */
#include "lint/lint.h"

void ho_lint_record(struct ho_ctx *ctx, const struct ho_record *record)
{
    enum { MOST = 5 }; /* product.md, "The handout" */
    if (record->exercises.count > MOST)
        ho_report(ctx, HO_MSG_MANY_EXERCISES, record->exercises.items[MOST].at,
                  "two exercises are done better than eight (Henry 1999)");
}
