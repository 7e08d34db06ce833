/* kept_priv.h — what is made once for all documents of a run.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_KEPT_PRIV_H
#define HO_PDF_KEPT_PRIV_H

#include "base/memo.h"
#include "pdf/haru_raw_priv.h"
#include "pdf/pdf.h"
#include "pdf/usual_priv.h"

struct ho_pdf_kept {
    struct ho_arena *arena;        /* the run's lifetime */
    struct ho_memo *parts;         /* struct ho_part, by ho_part_key */
    struct ho_memo *told;          /* of fonts, and of documents: fonts.c, metadata.c */
    HO_VEC(struct ho_usual) usual; /* one for each font so far */
    struct ho_memo *forms;         /* struct ho_text, the entries of a drawing's form */
    struct ho_deflaters deflaters;
    struct ho_bytes profile;        /* of sRGB; empty: not made yet */
    float colours[HO_PAINT_ALL][3]; /* sRGB, that the parts are painted with */
};

/* A document with that palette begins, and ends. */
void ho_kept_begin(struct ho_pdf_kept *kept, const struct ho_palette *palette);
void ho_kept_end(struct ho_pdf_kept *kept);

#endif
