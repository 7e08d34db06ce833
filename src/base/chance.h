/* chance.h — random numbers of the kernel.
 * In: nothing.  Out: bytes that nobody can foretell.  For seal/ and cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_CHANCE_H
#define HO_BASE_CHANCE_H

#include <stddef.h>

/* Fills `length` (up to 256) bytes; waits until the kernel has gathered enough. Without them the process ends with 3:
 * nothing else may stand in for them. */
void ho_chance(void *out, size_t length);

#endif
