/* digest.h — SHA-256 (FIPS 180-4): what two files or two inputs that are the same have in common, and no others. It is
 * what an approval, a batch's report and the name of a kept figure rest on; for a quick check see base/hash.h.
 * In: bytes.  Out: 64 hexadecimal digits.  The only stage that sees Nettle; every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_DIGEST_H
#define HO_BASE_DIGEST_H

#include "base/str.h"

enum { HO_DIGEST_DIGITS = 64 };

/* A sum under construction, in the arena. */
struct ho_digest;
struct ho_digest *ho_digest_new(struct ho_arena *arena);
void ho_digest_add(struct ho_digest *digest, struct ho_bytes bytes);
/* Adds the text without its NUL. */
void ho_digest_add_text(struct ho_digest *digest, const char *text);
/* Adds the text with its NUL, so that no two run together; a NULL is none of them. */
void ho_digest_add_field(struct ho_digest *digest, const char *text);
/* Another that is where this one is. */
struct ho_digest *ho_digest_copy(struct ho_arena *arena,
                                 const struct ho_digest *digest);
/* A number for what was added so far, if it was a multiple of 64 bytes. */
uint64_t ho_digest_state(const struct ho_digest *digest);
/* The sum so far, in the arena; then it begins anew. */
const char *ho_digest_end(struct ho_arena *arena, struct ho_digest *digest);

#endif
