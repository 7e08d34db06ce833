/* inspect.h — a PDF is read again: who made it, of what, and if its pages are as they were made.
 * In: the bytes of any PDF, hostile ones too.  Out: struct ho_inspection in ctx->arena.  For cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_SEAL_INSPECT_H
#define HO_SEAL_INSPECT_H

#include "base/diag.h"
#include "base/stamp.h"
#include "base/vec.h"

struct ho_fingerprints {
    HO_VEC(const char *);
};

/* What the file says of itself, NULL where it says nothing; printable UTF-8. */
struct ho_inspection {
    const char *generator, *date, *template_id, *language, *country, *content_version,
        *content_hash, *review_by;
    const char *signs;           /* ids of the signs on page 1, a space between them */
    struct ho_fingerprints made; /* of the pages, as the file says they were made */
    struct ho_fingerprints seen; /* of the pages that are there */
    enum ho_stamp stamp;
    bool is_sealed;
};

/* Reads the file; `password` opens a sealed one, NULL is none. False, with a message about the file, if it is no PDF,
 * damaged, locked, or has more than 2,000 pages. A hostile file can make libqpdf take much memory and time: call it in a
 * process that may take little. */
bool ho_inspect(struct ho_ctx *ctx, const struct ho_source *file, const char *password,
                const struct ho_inspection **out)
    __attribute__((__warn_unused_result__));

#endif
