/* press_priv.h — what the files of press/ share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PRESS_PRESS_PRIV_H
#define HO_PRESS_PRESS_PRIV_H

#include "press/press.h"

struct job {
    struct ho_ctx *ctx;
    struct ho_fonts *fonts;
    const struct ho_pages *in;
    const struct ho_press_plan *plan;
    struct ho_pages *out;
};

/* bleed.c: the page with its boxes grown; what touches the trim is drawn out to the bleed. */
struct ho_page *bleed_page(struct job *job, const struct ho_page *page);

/* marks.c — everything outside the trim, and the guides on it. */

/* Where crop marks begin, from the trim: beyond the bleed. */
ho_pt mark_offset(const struct ho_press_plan *plan);
/* Marks in line with both edges of each piece, in the margins around all of them. */
struct cuts {
    HO_VEC(struct ho_rect); /* trims */
};
void put_cut_marks(struct job *job, struct ho_page *page, const struct cuts *cuts,
                   ho_pt length);
/* The ticket below `around`, and above it which pouch to take. False if a character has no glyph. */
bool put_ticket(struct job *job, struct ho_page *page, struct ho_rect around,
                const struct ho_page *piece) __attribute__((__warn_unused_result__));
/* The arcs of rounded corners, and the hole. */
void put_guides(struct job *job, struct ho_page *page);
/* Room for marks and ticket around a piece that is alone. */
void widen_page(struct job *job, struct ho_page *page);

/* sheet.c: many pieces on a sheet.  booklet.c: two pages side by side. */
bool impose(struct job *job) __attribute__((__warn_unused_result__));
void make_booklet(struct job *job);
/* Whether the back of this sheet is seen the right way up as it is; if not, it is turned half around (sheet.c). */
bool is_back_upright(const struct ho_page *sheet, enum ho_duplex duplex);

#endif
