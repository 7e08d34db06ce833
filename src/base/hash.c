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

/* A step waits for the product of the one before, and a processor can have four products under way. */
uint64_t ho_hash_long(uint64_t hash, const void *data, size_t length)
{
    enum { LANES = 4, WIDTH = LANES * sizeof(uint64_t) };
    const unsigned char *at = data;
    uint64_t lanes[LANES], words[LANES];
    hash = mix(hash, length);
    for (uint64_t i = 0; i < LANES; i++)
        lanes[i] = mix(hash, i);
    for (; length >= WIDTH; at += WIDTH, length -= WIDTH) {
        memcpy(words, at, WIDTH);
        for (int i = 0; i < LANES; i++)
            lanes[i] = mix(lanes[i], words[i]);
    }
    for (int i = 0; i < LANES; i++)
        hash = mix(hash, lanes[i]);
    return ho_hash(hash, at, length);
}
