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

/* Writes the file. The same pages give the same bytes. Fails only if the library
 * refuses (HO_MSG_INTERNAL);
 * `*out` is then untouched. */
bool ho_pdf_write(struct ho_ctx *ctx, const struct ho_pages *pages,
                  struct ho_bytes *out) __attribute__((__warn_unused_result__));

/* Bytes of the file by part, for the benchmark. */
struct ho_pdf_sizes {
    size_t content, fonts, drawings, images, structure, metadata, profile, other, total;
};
/* The same, and tells where the bytes went; `sizes` may be NULL. */
bool ho_pdf_write_measured(struct ho_ctx *ctx, const struct ho_pages *pages,
                           struct ho_bytes *out, struct ho_pdf_sizes *sizes)
    __attribute__((__warn_unused_result__));

/* Names and versions of the libraries behind this stage, for --version. */
const char *ho_pdf_libraries(struct ho_arena *arena);

#endif
