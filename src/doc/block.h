/* block.h — what is said, in reading order: the handout before it has a shape.
 * In: model/ (library, record, clinic, country, template).  Out: struct ho_blocks in
 * ctx->arena. For layout/, job/, lint/. Each block knows its place in the source.
 * SPDX-License-Identifier: MIT */
#ifndef HO_DOC_BLOCK_H
#define HO_DOC_BLOCK_H

#include <stdbool.h>

#include "base/source.h"
#include "base/vec.h"
#include "page/art.h"
#include "page/figure.h"
#include "page/palette.h"
#include "page/ticket.h"
#include "page/type.h"

/* A stretch of text in one style. */
struct ho_inline {
    const char *text;
    bool is_strong;
    bool
        is_own; /* the record says it: a name, a goal. Another handout of a batch says something else there */
    enum ho_role paint;                /* HO_PAINT_NONE: the paint of the block */
    const char *uri, *uri_description; /* a link, or NULL */
    const char
        *language; /* BCP 47, if it is not the handout's; all of a text or none */
    bool is_rtl;   /* of that language */
    struct ho_span at;
};

struct ho_inlines {
    HO_VEC(struct ho_inline);
};

/* The side written out, so that it stands out: "L" in a filled cap, then "Left leg". No label, no badge. */
struct ho_badge {
    struct ho_inlines letter, label;
};

/* A figure with what is said of it to who cannot see it. */
struct ho_picture {
    const struct ho_figure
        *figure; /* NULL: there is none, and no room is kept for it */
    const char
        *alt; /* NULL: it adds nothing to the words beside it, and is not read out */
};

enum ho_block_kind {
    HO_BLOCK_HEADING,
    HO_BLOCK_PARAGRAPH,
    HO_BLOCK_STEPS,  /* numbered list */
    HO_BLOCK_POINTS, /* numbered by the call-outs of a picture */
    HO_BLOCK_BULLETS,
    HO_BLOCK_TABLE,
    HO_BLOCK_PANEL,   /* children in a box that no page break divides */
    HO_BLOCK_COLUMNS, /* children side by side */
    HO_BLOCK_BALANCE, /* children in two columns, in order, as even as can be */
    HO_BLOCK_GROUP,   /* children one below the other */
    HO_BLOCK_CARD_HEAD, /* a heading with a number in a disc, a line below, and the side */
    HO_BLOCK_DOSES,     /* badges: a large figure over its label */
    HO_BLOCK_FIGURES,  /* pictures side by side, at one scale, on one ground line */
    HO_BLOCK_DIARY,    /* a table to write in */
    HO_BLOCK_WRITE_IN, /* words, and lines to write on after them */
    HO_BLOCK_RULE,     /* a line across, that may vanish on a copy */
    HO_BLOCK_CODE,     /* to scan, with its address beside it */
    HO_BLOCK_LOGO,     /* the clinic's, as large as the layout's rule allows */
};

enum ho_panel { HO_PANEL_FILLED, HO_PANEL_TINT, HO_PANEL_CARD, HO_PANEL_STOP };

/* Shapes that mean the same without colour: an octagon, a triangle, a disc with a tick, the receiver of a telephone. */
enum ho_icon { HO_ICON_NONE, HO_ICON_STOP, HO_ICON_CARE, HO_ICON_GO, HO_ICON_CALL };

/* A cell of a table. */
struct ho_cell {
    struct ho_inlines text;
    struct ho_inlines below;  /* in body type, under it */
    struct ho_inlines number; /* in a disc before it */
    struct ho_badge badge;    /* instead of text */
    struct ho_picture picture;
    enum ho_type type; /* of the text, if it is another than the table's */
    bool has_type;
    bool
        below_is_unit; /* "min": stands beside the text where the cell has a line to itself */
};

/* "20 sec" over "hold". */
struct ho_dose_badge {
    struct ho_inlines figure, label;
};

/* A number in a disc beside a picture, and the place that a line leads to from there: in millimetres of the figure's
 * own space (page/figure.h). The same number stands before its words. */
struct ho_callout {
    struct ho_inlines number;
    double x, y, from_x, from_y;
};

struct ho_frame_picture {
    struct ho_picture picture;
    struct ho_inlines caption; /* below it; may be empty */
    HO_VEC(struct ho_callout) callouts;
};

struct ho_blocks_list {
    HO_VEC(struct ho_block *);
};

struct ho_row {
    HO_VEC(struct ho_cell) cells;
    bool is_set_off; /* DIARY: another kind of row than those above: a line above it */
    bool is_tinted;  /* DIARY */
    struct ho_span at;
};

struct ho_block {
    enum ho_block_kind kind;
    struct ho_span at;
    enum ho_type type;  /* HEADING, PARAGRAPH, lists, TABLE: the style of the text */
    enum ho_role paint; /* of the text; HO_PAINT_NONE is ink */
    int level;          /* HEADING: 1 to 3 */
    int weeks;          /* DIARY: how many such tables there are */
    int lines;          /* WRITE_IN: how many */
    bool starts_page;   /* begins a new page, unless it is on top of one */
    bool keeps_next;    /* PANEL: no page break below it */
    bool
        floats; /* GROUP: may stand at the foot of an earlier page that has room for it */
    struct ho_inlines text; /* HEADING, PARAGRAPH, CARD_HEAD, WRITE_IN, CODE */
    struct ho_inlines
        lead; /* PARAGRAPH: its first words, set as a title over the rest */
    struct ho_inlines
        aside; /* HEADING, CARD_HEAD: set at the end of its line, such as the side */
    struct ho_inlines number;        /* CARD_HEAD: in the disc */
    struct ho_inlines below;         /* CARD_HEAD: what it is for; CODE: the address */
    struct ho_badge badge;           /* CARD_HEAD: instead of the aside */
    HO_VEC(struct ho_inlines) items; /* STEPS, POINTS, BULLETS */
    HO_VEC(struct ho_inlines)
    leads;              /* POINTS: the first words of each item, set as its title */
    struct ho_row head; /* TABLE, DIARY: its columns */
    HO_VEC(struct ho_row)
    rows; /* DIARY: one cell each, the label; the others are to write in */
    HO_VEC(struct ho_dose_badge) doses;       /* DOSES */
    HO_VEC(struct ho_frame_picture) pictures; /* FIGURES */
    HO_VEC(double)
    shares; /* TABLE, COLUMNS: width of each column, as parts of the whole */
    bool last_is_numeric; /* TABLE: the last column is set at the end of its cell */
    enum ho_panel panel;  /* PANEL */
    enum ho_icon icon;    /* PANEL: at its start */
    struct ho_blocks_list children; /* PANEL, COLUMNS, BALANCE, GROUP */
    const struct ho_art *art;       /* LOGO */
    const char *uri;                /* CODE: what it says */
    const char *alt;                /* LOGO: whose it is; CODE: where it leads */
    bool is_at_end;                 /* LOGO: stands at the end of its line */
};

struct ho_lines_of_signs {
    HO_VEC(struct ho_inlines);
};

/* One of the cards: "Bladder" and its signs. */
struct ho_sheet_card {
    const char *id;
    struct ho_inlines title, tick;
    const struct ho_figure *figure; /* its pictogram, or NULL */
    struct ho_lines_of_signs signs;
};

/* The words of the "Show this page" strip again, for staff who do not read the handout's language. */
struct ho_staff_strip {
    struct ho_inlines show, staff, started, started_at, name_label;
    HO_VEC(struct ho_inlines) ticks; /* of the cards, in their order */
};

/* The red-flag sheet. It is not a block among others: layout sets it as page 1, whole
 * (product.md, promise 1). */
struct ho_sheet {
    const char *signs; /* ids of those on its cards, a space between them */
    struct ho_inlines stop, headline, lead, calm;
    HO_VEC(struct ho_sheet_card) cards;
    struct ho_inlines number, action, wait, avoid; /* avoid may be empty */
    struct ho_inlines show, staff, started, started_at;
    struct ho_inlines
        name_label;            /* for a sheet without a patient: a line to write on */
    struct ho_inlines patient; /* name and date of birth; empty without a patient */
    const struct ho_staff_strip *for_staff; /* NULL: they read the words above */
    struct ho_inlines urgent_title, urgent_lead;
    struct ho_lines_of_signs urgent;
    bool urgent_first; /* an urgent sign is there: this tier stands on top */
    struct ho_span at;
};

/* What stands on every page. In page_number, "\1" stands for the number and "\2" for
 * the count. */
struct ho_furniture {
    struct ho_inlines reminder; /* from page 2 on; points to page 1 */
    struct ho_inlines foot;     /* name, clinic, phone */
    struct ho_inlines version;  /* after it, on every page */
    struct ho_inlines state;    /* page 1: review date; is the text signed */
    const char *page_number;    /* NULL: there is but one page */
};

struct ho_blocks {
    const char *title, *language, *author, *template_id, *country, *version, *sha256,
        *review_by;
    bool is_rtl;
    struct ho_sheet sheet;
    struct ho_blocks_list body; /* empty in an emergency: the sheet alone */
    struct ho_furniture furniture;
    struct ho_ticket ticket; /* of a sheet without a patient: words for a print shop */
};

/* The blocks as indented text: what --as blocks prints. */
const char *ho_blocks_dump(struct ho_arena *arena, const struct ho_blocks *blocks);
/* Adds to `key` (NULL: to none) all that the block says and shows, but not where in the source it stands: blocks with the
 * same key are set in the same way. Returns whether any of it is the record's own. */
bool ho_block_key(const struct ho_block *block, struct ho_text *key);
/* The same of the sheet, but for the patient: whether there is one is in the key, who it is is not. */
void ho_sheet_key(const struct ho_sheet *sheet, struct ho_text *key);
/* All text of the inlines, joined; borrowed of the only one. */
const char *ho_inlines_text(struct ho_arena *arena, const struct ho_inlines *inlines);

#endif
