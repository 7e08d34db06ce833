/* block.h — what is said, in reading order: the handout before it has a shape.
 * In: model/ (library, record, clinic, country, template).  Out: struct ho_blocks in
 * ctx->arena. For layout/, job/, lint/. Each block knows its place in the source.
 * SPDX-License-Identifier: MIT */
#ifndef HO_DOC_BLOCK_H
#define HO_DOC_BLOCK_H

#include <stdbool.h>

#include "base/source.h"
#include "base/vec.h"
#include "page/palette.h"
#include "page/type.h"

/* A stretch of text in one style. */
struct ho_inline {
    const char *text;
    bool is_strong;
    enum ho_role paint;                /* HO_PAINT_NONE: the paint of the block */
    const char *uri, *uri_description; /* a link, or NULL */
    struct ho_span at;
};

struct ho_inlines {
    HO_VEC(struct ho_inline);
};

enum ho_block_kind {
    HO_BLOCK_HEADING,
    HO_BLOCK_PARAGRAPH,
    HO_BLOCK_STEPS, /* numbered list */
    HO_BLOCK_BULLETS,
    HO_BLOCK_TABLE,
    HO_BLOCK_PANEL,   /* children in a box that no page break divides */
    HO_BLOCK_COLUMNS, /* children side by side */
    HO_BLOCK_GROUP,   /* children one below the other */
};

enum ho_panel { HO_PANEL_FILLED, HO_PANEL_TINT, HO_PANEL_CARD, HO_PANEL_STOP };

struct ho_blocks_list {
    HO_VEC(struct ho_block *);
};

struct ho_row {
    HO_VEC(struct ho_inlines) cells;
    struct ho_span at;
};

struct ho_block {
    enum ho_block_kind kind;
    struct ho_span at;
    enum ho_type type;  /* HEADING, PARAGRAPH, lists, TABLE: the style of the text */
    enum ho_role paint; /* of the text; HO_PAINT_NONE is ink */
    int level;          /* HEADING: 1 to 3 */
    bool starts_page;   /* begins a new page, unless it is on top of one */
    bool keeps_next;    /* PANEL: no page break below it */
    struct ho_inlines text;  /* HEADING, PARAGRAPH */
    struct ho_inlines aside; /* HEADING: set at the end of its line, such as the side */
    HO_VEC(struct ho_inlines) items; /* STEPS, BULLETS */
    struct ho_row head;              /* TABLE */
    HO_VEC(struct ho_row) rows;
    HO_VEC(double)
    shares; /* TABLE, COLUMNS: width of each column, as parts of the whole */
    bool last_is_numeric; /* TABLE: the last column is set at the end of its cell */
    enum ho_panel panel;  /* PANEL */
    struct ho_blocks_list children; /* PANEL, COLUMNS, GROUP */
};

/* One of the cards: "Bladder" and its signs. */
struct ho_sheet_card {
    const char *id;
    struct ho_inlines title, tick;
    HO_VEC(struct ho_inlines) signs;
};

/* The red-flag sheet. It is not a block among others: layout sets it as page 1, whole
 * (product.md, promise 1). */
struct ho_sheet {
    struct ho_inlines stop, headline, lead, calm;
    HO_VEC(struct ho_sheet_card) cards;
    struct ho_inlines number, action, wait, avoid; /* avoid may be empty */
    struct ho_inlines show, staff, started, started_at;
    struct ho_inlines
        name_label;            /* for a sheet without a patient: a line to write on */
    struct ho_inlines patient; /* name and date of birth; empty without a patient */
    struct ho_inlines urgent_title, urgent_lead;
    HO_VEC(struct ho_inlines) urgent;
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
    const char *page_number;
};

struct ho_blocks {
    const char *title, *language, *author, *template_id, *country, *version;
    bool is_rtl;
    struct ho_sheet sheet;
    struct ho_blocks_list body; /* empty in an emergency: the sheet alone */
    struct ho_furniture furniture;
};

/* The blocks as indented text: what --as blocks prints. */
const char *ho_blocks_dump(struct ho_arena *arena, const struct ho_blocks *blocks);
/* All text of the inlines, joined. */
const char *ho_inlines_text(struct ho_arena *arena, const struct ho_inlines *inlines);

#endif
