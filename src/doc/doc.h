/* doc.h — content, record, clinic and template become blocks.
 * In: model/.  Out: struct ho_blocks (doc/block.h) in ctx->arena.  For job/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_DOC_DOC_H
#define HO_DOC_DOC_H

#include <stdbool.h>

#include "base/diag.h"
#include "doc/block.h"
#include "model/library.h"
#include "model/plan.h"
#include "model/record.h"
#include "model/staff.h"
#include "model/template.h"

/* What a handout is made of; all checked already, all borrowed. */
struct ho_order {
    const struct ho_library *library;
    const struct ho_country *country;
    const struct ho_staff *staff;   /* NULL: who reads the sheet reads its language */
    const struct ho_clinic *clinic; /* without a name on a sheet that belongs to none */
    const struct ho_record *record; /* NULL: a sheet for everybody */
    const struct ho_plan *plan;  /* the record's, without what its cautions exclude */
    struct ho_standing standing; /* are the texts approved, are they past their date */
    const struct ho_template *template;
    struct ho_xpath_kept *
        kept; /* of the template's expressions, from record to record; NULL: nothing is */
    enum ho_edition edition;
    bool is_card;                        /* a wallet card: short forms of the signs */
    const struct ho_figure_set *figures; /* those that the plan needs; NULL: none */
    const struct ho_art *logo;           /* the clinic's; NULL: none */
};

/* Builds the blocks. The red-flag sheet is always there and always first, whatever the
 * template says; if an emergency sign was answered yes it is alone. Fails, with
 * reports, if a phrase is missing. */
bool ho_doc_build(struct ho_ctx *ctx, const struct ho_order *order,
                  const struct ho_blocks **out) __attribute__((__warn_unused_result__));

/* Builds the red-flag sheet alone, for everybody: no record, plan or template is needed. Fails, with reports, if a
 * phrase is missing. */
bool ho_doc_sheet(struct ho_ctx *ctx, const struct ho_order *order,
                  const struct ho_blocks **out) __attribute__((__warn_unused_result__));

/* The words of the message that carries a handout; no word of the patient. */
struct ho_letter {
    const char *subject, *language;
    HO_VEC(const char *)
    paragraphs; /* the first is the emergency: when, whom to call */
};

/* Builds them. Fails, with reports, if a phrase is missing. */
bool ho_doc_letter(struct ho_ctx *ctx, const struct ho_order *order, bool is_sealed,
                   const struct ho_letter **out)
    __attribute__((__warn_unused_result__));

/* What the library says of a figure to who cannot see it, with that side working: of one that an exercise or an
 * advice shows, or of a sign's, its group. In ctx->arena; NULL if the library does not show it. */
const char *ho_doc_figure_words(struct ho_ctx *ctx, const struct ho_library *library,
                                const char *figure, enum ho_side side);

#endif
