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

/* A lane's step: as `mix`, but the high bits change places with the low ones. */
static uint64_t turn(uint64_t lane, const unsigned char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    lane = (lane ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return lane << 32 | lane >> 32;
}

/* A step waits for the product of the one before, and a processor can have four products under way. */
uint64_t ho_hash_long(uint64_t hash, const void *data, size_t length)
{
    static const size_t word = sizeof(uint64_t), width = 4 * sizeof(uint64_t);
    const unsigned char *at = data;
    hash = mix(hash, length);
    uint64_t a = mix(hash, 1), b = mix(hash, 2), c = mix(hash, 3), d = mix(hash, 4);
    for (; length >= width; at += width, length -= width) {
        a = turn(a, at);
        b = turn(b, at + word);
        c = turn(c, at + 2 * word);
        d = turn(d, at + 3 * word);
    }
    hash = mix(mix(mix(mix(hash, a), b), c), d);
    return ho_hash(hash, at, length);
}
