/* shown_priv.h — which glyphs the pages of a document show, and what each stands for.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_SHOWN_PRIV_H
#define HO_TEXT_SHOWN_PRIV_H

#include "text/readings_priv.h"

/* A text that a glyph stands for, and how often it does on the pages. */
struct count {
    struct count *next;
    struct reading reading;
};

/* The glyphs of a face that the pages show: a bit a glyph id, and what each stands for. */
struct shown {
    uint64_t *bits;
    struct count **counts; /* in the document's arena */
    uint32_t glyph_count;
    size_t used;
};

/* Adds what the page shows to `shown` of its faces. */
void shown_read(struct ho_ctx *ctx, struct ho_fonts *fonts, const struct ho_page *page);

#endif
