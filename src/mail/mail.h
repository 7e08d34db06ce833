/* mail.h — a handout becomes a message, ready to be sent. The only stage that sees GMime and libidn2. It stands behind a
 * door.
 * In: addresses, words, the bytes of a PDF.  Out: the bytes of a message (RFC 5322, MIME).  For cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MAIL_MAIL_H
#define HO_MAIL_MAIL_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

struct ho_mail_texts {
    HO_VEC(const char *);
};

/* An address is "sam@example.org" or "Sam Taylor <sam@example.org>"; all is UTF-8 and checked here. */
struct ho_mail {
    const char *from;
    struct ho_mail_texts to, cc;
    const char *subject, *language;  /* BCP 47 */
    struct ho_mail_texts paragraphs; /* of the body; the first is set strong */
    struct ho_bytes pdf;
    long long seconds; /* since 1970: its date */
    bool is_draft; /* "X-Unsent: 1": a mail program opens it to be looked at and sent */
};

/* Writes the message, with CRLF and no line over 78 bytes but for what cannot be broken. The same input gives the same
 * bytes. An address or subject that no header can hold, or more than 50 recipients, is reported as wrong usage, never
 * shown. */
bool ho_mail_write(struct ho_ctx *ctx, const struct ho_mail *mail, struct ho_bytes *out)
    __attribute__((__warn_unused_result__));

/* Whether it is one address; NULL is none. */
bool ho_mail_is_address(struct ho_ctx *ctx, const char *text)
    __attribute__((__warn_unused_result__));

/* Names and versions of the libraries, for --version. */
const char *ho_mail_libraries(struct ho_arena *arena);

#endif
