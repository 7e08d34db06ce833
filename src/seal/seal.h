/* seal.h — a finished PDF is encrypted. The only stage that sees libqpdf. It stands behind a door.
 * In: the bytes of a PDF, a password.  Out: the bytes of a PDF that opens with it.  For job/ and cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_SEAL_SEAL_H
#define HO_SEAL_SEAL_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* Encrypts with AES-256, revision 6 (ISO 32000-2 7.6.4.3.4), the metadata too. Who has the password may read, print and
 * copy, and a screen reader may read aloud; nobody may change the pages: the password that could is random and
 * forgotten. The same input gives other bytes each time. Fails if the library refuses (HO_MSG_INTERNAL). The bytes must not claim PDF/A, which forbids encryption (ISO 19005-2 6.1.3). */
bool ho_seal(struct ho_ctx *ctx, struct ho_bytes pdf, const char *password,
             struct ho_bytes *out) __attribute__((__warn_unused_result__));

/* Name and version of the library, for --version. */
const char *ho_seal_libraries(struct ho_arena *arena);

#endif
