/* beginnings.h — SHA-256 of files that begin alike, as those of a batch do: the sum up to where a file is like one
 * before is taken from there, and only the rest is gone over. What is found was summed of the same bytes, so it never
 * shows in a sum.
 * Bound to some 3 MB: when it is full it begins anew.
 * In: the bytes of whole files, one after the other.  Out: the digits of base/digest.h.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_BEGINNINGS_H
#define HO_BASE_BEGINNINGS_H

#include "base/str.h"

struct ho_beginnings;

/* The caller owns it. */
struct ho_beginnings *ho_beginnings_new(void);
void ho_beginnings_free(struct ho_beginnings *beginnings); /* NULL is accepted */
/* The sum of the file, in the arena. `beginnings` may be NULL: then all of it is gone over. */
const char *ho_beginnings_sum(struct ho_arena *arena, struct ho_beginnings *beginnings,
                              struct ho_bytes file);

#endif
