/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <string.h>

/* As FNV-1a, but eight bytes at a step; the shift brings the high bits, which a product fills, to the low ones. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

uint64_t ho_hash(uint64_t hash, const void *data, size_t length)
{
    const unsigned char *at = data;
    uint64_t word;
    hash = mix(hash, length);
    for (; length >= sizeof word; at += sizeof word, length -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    if (length)
        memcpy(&word, at, length);
    return mix(hash, word);
}
