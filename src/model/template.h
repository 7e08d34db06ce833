/* template.h — what a product says, in what order: the blocks of a template; and its theme.
 * In: templates/<id>.xml, templates/themes/<id>.xml.  Out: struct ho_template, struct ho_theme in ctx->arena.
 * A template cannot drop, move or repeat the red-flag sheet: it does not name it at all; doc/ puts it first.
 * For doc/, layout/ through doc, job/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_TEMPLATE_H
#define HO_MODEL_TEMPLATE_H

#include "base/diag.h"
#include "page/geometry.h"
#include "page/palette.h"
#include "page/type.h"
#include "xml/xpath.h"

enum ho_field_format { HO_FIELD_TEXT, HO_FIELD_DATE, HO_FIELD_MONTH, HO_FIELD_WEEKDAY };

/* A value for the hole <value name="…"/> of a phrase. */
struct ho_field {
    const char *name; /* NULL: a field by itself */
    struct ho_expression select;
    enum ho_field_format format;
    struct ho_span at;
};

enum ho_piece_kind { HO_PIECE_WORDS, HO_PIECE_FIELD, HO_PIECE_STRING };

/* A piece of a paragraph, a heading or a list's item. */
struct ho_piece {
    enum ho_piece_kind kind;
    struct ho_span at;
    bool is_strong;
    struct ho_expression condition; /* of the <span> that it stands in */
    const char *text;               /* WORDS; STRING: the phrase's id */
    struct ho_field field;          /* FIELD */
    struct ho_expression number;    /* STRING: chooses the form of a plural */
    HO_VEC(struct ho_field) values; /* STRING: for its holes */
};

struct ho_pieces {
    HO_VEC(struct ho_piece);
};

enum ho_part_kind {
    HO_PART_SECTION,
    HO_PART_HEADING,
    HO_PART_PARAGRAPH,
    HO_PART_WRITE_IN,
    HO_PART_BULLETS,
    HO_PART_ITEM, /* of BULLETS */
    HO_PART_PANEL,
    HO_PART_COLUMNS,
    HO_PART_GROUP,
    HO_PART_FOR_EACH,
    HO_PART_PLAN_TABLE, /* from here on: built by the program */
    HO_PART_EXERCISE_CARDS,
    HO_PART_DAILY,
    HO_PART_GOALS,
    HO_PART_CONTACT,
    HO_PART_LEFT_OUT,
    HO_PART_VISIT,
    HO_PART_NOTE,
    HO_PART_LOGO,
    HO_PART_LEG_CHECK,
    HO_PART_ADVICE,
    HO_PART_DIARY,
    HO_PART_SOURCES,
    HO_PART_COUNT
};

enum ho_box { HO_BOX_FILLED, HO_BOX_TINT, HO_BOX_CARD, HO_BOX_STOP, HO_BOX_CALL };

/* An element of a template. */
struct ho_part {
    enum ho_part_kind kind;
    struct ho_span at;
    struct ho_expression condition; /* the part is left out unless it holds */
    struct ho_expression select;    /* FOR_EACH */
    int level;                      /* HEADING */
    enum ho_type type;              /* HEADING, PARAGRAPH, BULLETS */
    bool is_soft;                   /* PARAGRAPH */
    bool starts_page;               /* HEADING, COLUMNS */
    bool keeps_next;                /* PANEL */
    enum ho_box box;                /* PANEL */
    int advice;                     /* ADVICE: of which kind, enum ho_advice_kind */
    bool is_plain;                  /* ADVICE: running text in place of cards */
    int weeks;                      /* DIARY */
    int lines;                      /* WRITE_IN */
    bool is_at_end;                 /* LOGO */
    struct ho_pieces pieces;        /* HEADING, PARAGRAPH, WRITE_IN, ITEM */
    HO_VEC(double) shares;          /* COLUMNS: one a part */
    HO_VEC(struct ho_part *) parts;
};

struct ho_template {
    const char *id;
    const char *language; /* of the words that stand in it; NULL: it has none */
    ho_pt margin;
    HO_VEC(struct ho_part *) sections;
    struct ho_span language_at;
};

/* The names that may stand after '$' in a template's expressions; NULL-terminated. doc/ gives them their values. */
enum ho_template_variable {
    HO_VARIABLE_COUNTRY,
    HO_VARIABLE_LANGUAGE,
    HO_VARIABLE_NAME,
    HO_VARIABLE_EXERCISES,
    HO_VARIABLE_FLOOR_EXERCISES,
    HO_VARIABLE_COUNT
};
extern const char *const ho_template_variables[];

struct ho_theme {
    const char *id;
    struct ho_palette palette;
    struct ho_type_scale scales[HO_EDITION_COUNT];
};

/* Reads the whole template and reports all that is wrong with it, its expressions included. */
bool ho_template_load(struct ho_ctx *ctx, const char *folder, const char *id,
                      const struct ho_template **out)
    __attribute__((__warn_unused_result__));
/* Every role and type style must be there; text pairs under 7:1 and graphics under 3:1 are errors. */
bool ho_theme_load(struct ho_ctx *ctx, const char *folder, const char *id,
                   const struct ho_theme **out) __attribute__((__warn_unused_result__));

#endif
