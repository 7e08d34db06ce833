/* The stamp: whole, broken in each byte, or another's.
 * SPDX-License-Identifier: MIT */
#include "base/stamp.h"

#include <criterion/criterion.h>
#include <string.h>

static const char file[] = "%PDF-1.7\n/ID [<11>]\nwords\ntrailer\n<</ID [ "
                           "<0123456789ABCDEF0123456789ABCDEF>\n<"
                           "FEDCBA9876543210FEDCBA9876543210>]>>\n%%EOF\n";
enum { LENGTH = sizeof file - 1 };

static enum ho_stamp check(const void *data, size_t length)
{
    return ho_stamp_check((struct ho_bytes){data, length});
}

Test(stamp, holds_while_no_byte_changes)
{
    unsigned char bytes[LENGTH];
    memcpy(bytes, file, LENGTH);
    cr_assert_eq(check(bytes, LENGTH), HO_STAMP_NONE);
    ho_stamp_set(bytes, LENGTH);
    cr_assert_eq(check(bytes, LENGTH), HO_STAMP_WHOLE);
    ho_stamp_set(bytes, LENGTH);
    cr_assert_eq(check(bytes, LENGTH), HO_STAMP_WHOLE, "stamped twice is the same");
    cr_assert_eq(check(bytes, LENGTH - 1), HO_STAMP_BROKEN);
}

Test(stamp, finds_each_flipped_bit)
{
    unsigned char bytes[LENGTH];
    memcpy(bytes, file, LENGTH);
    ho_stamp_set(bytes, LENGTH);
    for (size_t bit = 0; bit < (size_t)LENGTH * 8; bit++) {
        bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
        cr_assert_eq(check(bytes, LENGTH), HO_STAMP_BROKEN, "bit %zu", bit);
        bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
}

Test(stamp, leaves_alone_what_has_no_identifiers)
{
    static const char *const others[] = {"",
                                         "/ID",
                                         "/ID [",
                                         "/ID [<",
                                         "/ID [<0123456789ABCDEF>]",
                                         "/ID [<0123456789ABCDEF0123456789ABCDEF><",
                                         "%PDF-1.7 no such thing"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t length = strlen(others[i]);
        unsigned char bytes[64];
        memcpy(bytes, others[i], length);
        ho_stamp_set(bytes, length);
        cr_assert_eq(memcmp(bytes, others[i], length), 0);
        cr_assert_eq(check(bytes, length), HO_STAMP_BROKEN);
    }
}
