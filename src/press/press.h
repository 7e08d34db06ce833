/* press.h — finished pages become what is printed and cut: bleed, marks, many pieces on a sheet, booklets.
 * In: struct ho_pages of trimmed pieces.  Out: struct ho_pages, in ctx->arena; for job/ only (cli/ takes the names).
 * Pages that only gain bleed, marks or a blank leaf keep their tags. On sheets that hold several pieces the tags are
 * dropped on purpose: what is on a press sheet is read by nobody, and the same words would be said once a piece.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PRESS_PRESS_H
#define HO_PRESS_PRESS_H

#include <stdbool.h>

#include "base/diag.h"
#include "page/page.h"
#include "page/ticket.h"
#include "text/text.h"

/* About which edge the printer turns the sheet for its other side. */
enum ho_duplex { HO_DUPLEX_NONE, HO_DUPLEX_LONG, HO_DUPLEX_SHORT };
extern const char
    *const ho_duplex_names[]; /* "none", "long", "short"; NULL-terminated */
/* What pieces are printed on. */
extern const char *const ho_sheet_names[]; /* "a4", "letter", "a3", "sra3" */

struct ho_press_plan {
    ho_pt bleed;    /* beyond the trim, on all four sides; 0: none */
    bool has_marks; /* crop marks, and the job ticket */
    const char *on; /* one of ho_sheet_names; NULL: each piece on a sheet of its own */
    int up;         /* pieces on a sheet; 0: as many as fit */
    enum ho_duplex
        duplex; /* of sheets and booklets; NONE is LONG there, SHORT for booklets */
    bool is_laminated;    /* a guide to round the corners by, and what pouch to take */
    bool has_hole;        /* a mark to punch */
    bool is_booklet;      /* two pages side by side, to be folded */
    bool is_rtl;          /* a booklet opens to the other side */
    bool has_blank_back;  /* the first page is alone on its leaf */
    const char *stock;    /* the paper that was asked for; NULL: a line to write on */
    const char *language; /* BCP 47, of the words */
    const struct ho_ticket *ticket; /* the words; needed for marks and sheets */
};

/* From the edge of the paper to all ink of a laminated piece, and to the sheet below a hole. */
#define HO_LAMINATE_SAFE_MM 6.0
#define HO_HOLE_HEAD_MM 15.5

/* Whether the plan changes anything. */
bool ho_press_is_needed(const struct ho_press_plan *plan);
/* Makes the sheets. False, with a usage error that names the largest number, if so many pieces do not fit, 5 mm from
 * the edges of the sheet. */
bool ho_press(struct ho_ctx *ctx, struct ho_fonts *fonts, const struct ho_pages *pages,
              const struct ho_press_plan *plan, struct ho_pages **out)
    __attribute__((__warn_unused_result__));

#endif
