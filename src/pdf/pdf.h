/* pdf.h — pages become the bytes of a tagged PDF: PDF 1.7, PDF/UA-1 and PDF/A-2a.
 * The only stage that sees libharu; haru_raw.c alone touches its internals.
 * In: struct ho_pages with finished fonts.  Out: bytes in ctx->arena. For job/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_PDF_H
#define HO_PDF_PDF_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "page/page.h"

/* What the documents of one run have in common and is made once: pieces of pages that are written and compressed
 * already. It never shows in the bytes of a file. */
struct ho_pdf_kept;
/* The caller owns it. Fonts, figures and images that its documents show must outlive it. */
struct ho_pdf_kept *ho_pdf_kept_new(void);
void ho_pdf_kept_free(struct ho_pdf_kept *kept); /* NULL is accepted */

/* Writes the file. The same pages give the same bytes. Fails only if the library
 * refuses (HO_MSG_INTERNAL);
 * `*out` is then untouched. */
bool ho_pdf_write(struct ho_ctx *ctx, const struct ho_pages *pages,
                  struct ho_bytes *out) __attribute__((__warn_unused_result__));

/* Bytes of the file by part, for the benchmark. */
struct ho_pdf_sizes {
    size_t content, fonts, drawings, images, structure, metadata, profile, other, total;
};
/* The same with what earlier documents of the run have kept, and tells where the bytes went; `kept` and `sizes` may be
 * NULL. */
bool ho_pdf_write_measured(struct ho_ctx *ctx, struct ho_pdf_kept *kept,
                           const struct ho_pages *pages, struct ho_bytes *out,
                           struct ho_pdf_sizes *sizes)
    __attribute__((__warn_unused_result__));

/* The printing condition that a press file is meant for: one by name, or the print shop's own profile. */
struct ho_pdf_condition {
    const char *name;        /* of ho_pdf_condition_names; NULL: the profile says */
    struct ho_bytes profile; /* ICC, of a CMYK output device */
};
extern const char *const ho_pdf_condition_names[]; /* "FOGRA39", …; NULL-terminated */

/* Writes PDF/X-1a:2003: CMYK from the palette's recipes, untagged. Fails, with a report at `at`, if the profile is none
 * of a CMYK output device, if a colour has no inks, or if our own check finds a point that the file would not keep.
 * `sizes` may be NULL. */
bool ho_pdf_write_press(struct ho_ctx *ctx, const struct ho_pages *pages,
                        const struct ho_pdf_condition *condition, struct ho_span at,
                        struct ho_bytes *out, struct ho_pdf_sizes *sizes)
    __attribute__((__warn_unused_result__));

/* Names and versions of the libraries behind this stage, for --version. */
const char *ho_pdf_libraries(struct ho_arena *arena);

#endif
