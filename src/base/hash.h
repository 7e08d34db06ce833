/* hash.h — a number for bytes: to find a damaged file, and the same thing again. It costs less than reading the bytes, so
 * it goes over every page and every file that is written. Not a signature: no one is kept from making two texts with one
 * number. Where that must not be, and where the number leaves the program, base/digest.h has SHA-256.
 * In: bytes.  Out: 64 bits, the same on every machine that is little endian.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_HASH_H
#define HO_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Where a hash begins. */
#define HO_HASH_START UINT64_C(14695981039346656037)

/* The hash of what `hash` stands for already and of the bytes after it. */
uint64_t ho_hash(uint64_t hash, const void *data, size_t length);
/* Another number, which takes a quarter of the time for kilobytes. */
uint64_t ho_hash_long(uint64_t hash, const void *data, size_t length);

#endif
