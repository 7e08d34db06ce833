/* sheet_priv.h — one attempt to set the red-flag sheet at one size of type.
 * A part is measured when `page` is NULL, and drawn when it is not: the same code, so
 * they cannot differ. Sizes are given as for 14 pt bullets on A4 (comps.md, "Page 1")
 * and scaled together.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_SHEET_PRIV_H
#define HO_LAYOUT_SHEET_PRIV_H

#include "layout/setting_priv.h"

/* The room for the patient's name beside the write-in lines, in one of the sizes that were tried. */
struct name_slot {
    struct style style;
    struct ho_rect row; /* y: the top of the name's line */
    ho_pt room;
};

struct name_slots {
    HO_VEC(struct name_slot); /* in the order of the tries; the last is drawn */
};

struct attempt {
    struct setting *s;
    const struct ho_sheet *sheet;
    struct ho_page *page; /* NULL: measure only */
    ho_pt x, width;
    bool has_pictures;        /* beside the signs */
    bool is_tight;            /* little air between lines and parts */
    double scale;             /* of all type and pads; 1 for 14 pt bullets */
    ho_pt least;              /* no type is set smaller */
    ho_pt least_sign;         /* nor the signs than this */
    struct name_slots *slots; /* NULL: nobody asks */
    ho_pt overhang; /* the band begins so far above its text, to run off the paper; 0 */
};

/* Type scaled, but never under the least legible size. */
struct style sheet_style(const struct attempt *a, ho_pt size, ho_pt leading,
                         bool is_bold, enum ho_role paint);

/* The same for the signs and the titles above them. */
struct style sheet_sign_style(const struct attempt *a, ho_pt size, ho_pt leading,
                              bool is_bold, enum ho_role paint);

/* The room between two things, at this scale. */
ho_pt sheet_gap(const struct attempt *a, ho_pt gap);

/* Each draws its part with its top at y, and returns its height. */
ho_pt sheet_band(struct attempt *a, ho_pt y);
ho_pt sheet_calm(struct attempt *a, ho_pt y);
ho_pt sheet_cards(struct attempt *a, ho_pt y);
ho_pt sheet_action(struct attempt *a, ho_pt y);
ho_pt sheet_strip(struct attempt *a, ho_pt y);
ho_pt sheet_urgent(struct attempt *a, ho_pt y);

/* The bar around what is to be seen from afar; over the edges of the paper if bands run off. */
void sheet_bar(struct attempt *a, ho_pt y, ho_pt height);

/* Lines of the staff's language begin on the side of the page's lines, whatever their direction. */
enum ho_align sheet_align_of(const struct setting *s, const struct ho_inlines *text);

/* A word, and a line to write on after it; a line of 0 takes the rest of the row.
 * Returns where the line ends, from the row's start. */
ho_pt sheet_write_in(struct attempt *a, const struct ho_inlines *label,
                     struct style style, struct ho_rect row, ho_pt offset, ho_pt line);

/* The smallest legible type on this paper (page.md, "Red-flag sheet"). */
ho_pt sheet_least_size(const struct ho_paper *paper);
/* Whether the name fits there, and its line. */
bool sheet_fits_name(struct setting *s, const struct name_slot *slot,
                     const struct ho_lines **name);
/* Puts the line at the end of its row, cut out of the page. */
void sheet_put_name(struct setting *s, struct ho_page *page,
                    const struct name_slot *slot, const struct ho_lines *name);
/* Reports that not even that fits. */
void sheet_report_overflow(struct setting *s, ho_pt least);

/* The pictogram of a card that has one, in a square of `width`. */
void put_pictogram(struct setting *s, struct ho_page *page,
                   const struct ho_sheet_card *card, ho_pt x, ho_pt y, ho_pt width);

/* Bulleted lines as a list; drawn and measured like a part. */
struct bullets {
    const struct ho_inlines *items;
    size_t count;
    struct style style;
    enum ho_role disc;
};
ho_pt sheet_bullets(struct attempt *a, const struct bullets *list, ho_pt x, ho_pt y,
                    ho_pt width);

#endif
