/* job_priv.h — what the jobs share: the last steps, from blocks to bytes.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_JOB_PRIV_H
#define HO_JOB_JOB_PRIV_H

#include "job/shop_priv.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

/* Whether the request or the clinic names a country; else it is reported in the shop. */
bool job_has_country(struct ho_shop *shop, const struct ho_request *request)
    __attribute__((__warn_unused_result__));
/* The country is the request's or the clinic's, never a guess (product.md, promise 2). */
bool job_country(struct ho_shop *shop, const struct ho_request *request,
                 const char *language, const struct ho_country **out)
    __attribute__((__warn_unused_result__));
/* Sets the blocks and writes them as the request asks; of the geometry, paper, palette and scale are filled here. */
bool job_set_pages(struct ho_ctx *ctx, struct ho_shop *shop,
                   const struct ho_request *request, const struct ho_blocks *blocks,
                   struct ho_geometry *geometry, struct ho_fonts *fonts,
                   struct ho_result *out) __attribute__((__warn_unused_result__));

/* The pages as the request wants them. */
bool job_write(struct ho_ctx *ctx, const struct ho_shop *shop,
               const struct ho_pages *pages, const struct ho_request *request,
               struct ho_result *out) __attribute__((__warn_unused_result__));
/* The request's ink, or colour. */
enum ho_ink job_ink(const struct ho_request *request);

/* The request's language, else the record's; where there is no record (NULL), the clinic's. */
const char *job_language(const struct ho_shop *shop, const struct ho_request *request,
                         const struct ho_record *record);
/* Bleed, marks, sheets, if the request asks for them and not for words: *pages become others. */
bool job_press(struct ho_ctx *ctx, const struct ho_request *request,
               const struct ho_blocks *blocks, struct ho_fonts *fonts,
               struct ho_pages **pages) __attribute__((__warn_unused_result__));
/* Whether messages can be made as asked: there is a password, or a decision against one, and a sender. */
bool job_can_mail(struct ho_ctx *ctx, const struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_post *post)
    __attribute__((__warn_unused_result__));
/* Whether this handout may be: no red flag is there, and `ctx`, in which it was made, tells of no question that was not
 * asked. */
bool job_may_mail(const struct ho_ctx *ctx, const struct ho_result *result);
/* The message that carries the handout. */
bool job_mail(struct ho_ctx *ctx, const struct ho_shop *shop,
              const struct ho_post *post, const struct ho_result *result,
              struct ho_bytes *out) __attribute__((__warn_unused_result__));

/* Whether a PDF is for a print shop; and it. */
bool job_is_press(const struct ho_request *request);
bool job_write_press(struct ho_ctx *ctx, const struct ho_pages *pages,
                     const struct ho_request *request, struct ho_bytes *out,
                     struct ho_pdf_sizes *sizes)
    __attribute__((__warn_unused_result__));

#endif
