/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "base/hash.h"

static uint64_t hash(const char *text, size_t length)
{
    return ho_hash(HO_HASH_START, text, length);
}

/* Files of the data hold hashes: they may not change. */
Test(hash, stays_what_it_was)
{
    cr_expect_eq(hash("", 0), UINT64_C(0x860389C57A9C1205));
    cr_expect_eq(hash("handout", 7), UINT64_C(0x52DC3B89BA44D1A2));
    cr_expect_eq(hash("red flags first", 15), UINT64_C(0xF028B84DF309E6C5));
}

Test(hash, tells_lengths_and_bytes_apart)
{
    static const char zeros[40];
    for (size_t i = 0; i < sizeof zeros; i++) {
        char other[sizeof zeros] = {0};
        other[i] = 1;
        cr_expect_neq(hash(zeros, i), hash(zeros, i + 1));
        cr_expect_neq(hash(zeros, sizeof zeros), hash(other, sizeof other));
    }
}

Test(hash, goes_on_from_another)
{
    cr_expect_neq(ho_hash(hash("left", 4), "right", 5), hash("leftright", 9));
    cr_expect_neq(ho_hash(hash("left", 4), "right", 5),
                  ho_hash(hash("right", 5), "left", 4));
}

/* In each lane, in the rest after them, and in the length. */
Test(hash, tells_long_ones_apart)
{
    static const char zeros[200];
    uint64_t whole = ho_hash_long(HO_HASH_START, zeros, sizeof zeros);
    for (size_t i = 0; i < sizeof zeros; i++) {
        char other[sizeof zeros] = {0};
        other[i] = 1;
        cr_expect_neq(whole, ho_hash_long(HO_HASH_START, other, sizeof other));
        cr_expect_neq(ho_hash_long(HO_HASH_START, zeros, i),
                      ho_hash_long(HO_HASH_START, zeros, i + 1));
    }
}

/* Lanes are no sets: words that change places are another text. */
Test(hash, tells_the_order_of_words)
{
    char text[64], other[64];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)i;
    for (size_t from = 0; from < 56; from += 8)
        for (size_t to = from + 8; to < 64; to += 8) {
            memcpy(other, text, sizeof text);
            memcpy(other + to, text + from, 8);
            memcpy(other + from, text + to, 8);
            cr_expect_neq(ho_hash_long(HO_HASH_START, text, sizeof text),
                          ho_hash_long(HO_HASH_START, other, sizeof other));
        }
}
