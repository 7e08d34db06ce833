/* layout.h — blocks and a sheet of paper become pages; the red-flag sheet is always
 * page 1, whole. In: struct ho_blocks (doc/block.h), struct ho_geometry.  Out: struct
 * ho_pages (page/page.h), in ctx->arena. For job/ only; writers such as pdf/ see pages,
 * never this header.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_LAYOUT_H
#define HO_LAYOUT_LAYOUT_H

#include <stdbool.h>

#include "base/diag.h"
#include "doc/block.h"
#include "page/page.h"
#include "page/type.h"
#include "text/text.h"

/* Blocks of a run that were set before, and are set again as they are: a batch says much of the same to every patient. It
 * never shows on a page. */
struct ho_layout_kept;
/* The caller owns it. Themes, fonts and figures of its documents must outlive it; what ho_layout returns lives until
 * the next call with it. */
struct ho_layout_kept *ho_layout_kept_new(void);
void ho_layout_kept_free(struct ho_layout_kept *kept); /* NULL is accepted */

/* What the blocks are set on and in; all borrowed. */
struct ho_geometry {
    const struct ho_paper *paper;
    ho_pt margin;  /* left and right */
    ho_pt safe;    /* no ink is nearer to the edge; 0: the 10 mm of office printers */
    ho_pt head;    /* the sheet: kept free at the top, for a hole; 0: nothing */
    bool runs_off; /* the sheet: its bands run over the edge, to be trimmed */
    const struct ho_palette *palette;
    const struct ho_type_scale *scale;
    enum ho_edition edition;
};

/* Sets the pages; on the paper "card" the two sides of a wallet card. Fails, with reports, if a character has no glyph, if the red-flag
 * sheet does not fit on one page at the least legible size (page.md: 11 pt on A4 and
 * Letter, 9 on A5, 7.5 on A6 and the card), or if a block is taller than a page. `info` of the pages is filled
 * but for the generator and the date. `kept` may be NULL. */
bool ho_layout(struct ho_ctx *ctx, struct ho_layout_kept *kept,
               const struct ho_blocks *blocks, const struct ho_geometry *geometry,
               struct ho_fonts *fonts, struct ho_pages **out)
    __attribute__((__warn_unused_result__));

#endif
