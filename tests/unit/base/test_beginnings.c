/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <time.h>

#include "base/beginnings.h"
#include "base/digest.h"

static struct ho_arena *arena;
static struct ho_beginnings *beginnings;

static void set_up(void)
{
    arena = ho_arena_new();
    beginnings = ho_beginnings_new();
}

static void tear_down(void)
{
    ho_beginnings_free(beginnings);
    ho_arena_free(arena);
}

TestSuite(beginnings, .init = set_up, .fini = tear_down);

enum { LONG = 300000 };

/* Bytes that differ from place to place and from `seed` to `seed`. */
static unsigned char *make_file(unsigned seed)
{
    unsigned char *file = ho_alloc(arena, LONG, 1);
    for (size_t i = 0; i < LONG; i++)
        file[i] = (unsigned char)(i * 31 + (i >> 8) * 7 + seed * (i >> 4 & 15));
    return file;
}

static void expect_same(const unsigned char *file, size_t length)
{
    struct ho_bytes bytes = {file, length};
    struct ho_digest *digest = ho_digest_new(arena);
    ho_digest_add(digest, bytes);
    cr_assert_str_eq(ho_beginnings_sum(arena, beginnings, bytes),
                     ho_digest_end(arena, digest), "%zu bytes", length);
}

Test(beginnings, sum_a_known_text)
{
    struct ho_bytes text = {(const unsigned char *)"abc", 3}; /* FIPS 180-4 */
    const char *sum =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    cr_expect_str_eq(ho_beginnings_sum(arena, beginnings, text), sum);
    cr_expect_str_eq(ho_beginnings_sum(arena, NULL, text), sum);
}

Test(beginnings, sum_any_length)
{
    static const size_t lengths[] = {0,    1,    63,   64,    4095,      4096,
                                     4097, 8191, 8192, 40961, LONG - 63, LONG};
    const unsigned char *file = make_file(0);
    for (int again = 0; again < 4; again++)
        for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
            expect_same(file, lengths[i]);
}

/* A byte that differs anywhere, in what is known and after it, and then is as it was. */
Test(beginnings, see_every_change)
{
    unsigned char *file = make_file(0);
    for (int again = 0; again < 3; again++)
        expect_same(file, LONG);
    for (size_t i = 0; i < LONG; i += 997) {
        file[i] ^= 1;
        expect_same(file, LONG);
        file[i] ^= 1;
    }
    expect_same(file, LONG);
}

/* More of them than there is room for, each several times, so that all are kept for a while. */
Test(beginnings, begin_anew_when_full)
{
    for (unsigned seed = 0; seed < 40; seed++)
        for (int again = 0; again < 4; again++)
            expect_same(make_file(seed), LONG);
    expect_same(make_file(0), LONG);
}

/* What was summed twice costs next to nothing the third time: that it is so shows in nothing but the time. */
Test(beginnings, are_not_gone_over_again)
{
    enum { TIMES = 200 };
    struct ho_bytes file = {make_file(0), LONG};
    double known, unknown;
    clock_t start;
    for (int i = 0; i < 3; i++)
        ho_beginnings_sum(arena, beginnings, file);
    start = clock();
    for (int i = 0; i < TIMES; i++)
        ho_beginnings_sum(arena, beginnings, file);
    known = (double)(clock() - start);
    start = clock();
    for (int i = 0; i < TIMES; i++)
        ho_beginnings_sum(arena, NULL, file);
    unknown = (double)(clock() - start);
    cr_expect(2 * known < unknown, "%g against %g", known, unknown);
}
