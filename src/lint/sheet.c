/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "lint/lint.h"

void ho_lint_sheet(struct ho_ctx *ctx, const struct ho_pages *pages, struct ho_span at)
{
    enum { LEAST = 13 }; /* pt, on A4: page.md, "Red-flag sheet" */
    const struct ho_paper *a4 = ho_paper_find("a4");
    if (!pages->pages.count || pages->sheet_size >= LEAST ||
        fabs(pages->pages.items[0]->trim.width - a4->width) > .5)
        return;
    struct ho_text size = {.arena = ctx->arena};
    ho_text_add_number(&size, pages->sheet_size, 1);
    ho_report(ctx, HO_MSG_SHEET_SMALL, at,
              "shorten the signs, so that they take fewer lines", pages->info.language,
              pages->info.country, ho_text_end(&size),
              ho_format(ctx->arena, "%d", LEAST));
}
