/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

Test(arena, aligns_whatever_was_allocated_before)
{
    struct ho_arena *arena = ho_arena_new();
    for (size_t align = 1; align <= 4096; align *= 2) {
        for (size_t size = 1; size < 40; size += 7) {
            void *memory = ho_alloc(arena, size, align);
            cr_assert_eq((uintptr_t)memory % align, 0, "%zu bytes at %zu", size, align);
        }
    }
    cr_assert_eq((uintptr_t)ho_new(arena, max_align_t) % alignof(max_align_t), 0);
    ho_arena_free(arena);
}

Test(arena, gives_zeroed_memory_also_after_a_reset)
{
    static const unsigned char zero[5000];
    struct ho_arena *arena = ho_arena_new();
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 40; i++) {
            unsigned char *memory = ho_alloc(arena, sizeof zero, 1);
            cr_assert_eq(memcmp(memory, zero, sizeof zero), 0);
            memset(memory, 0xA5, sizeof zero);
        }
        ho_arena_reset(arena);
    }
    ho_arena_free(arena);
}

Test(arena, keeps_pieces_apart)
{
    enum { COUNT = 3000 };
    struct ho_arena *arena = ho_arena_new();
    unsigned char *pieces[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        pieces[i] = ho_alloc(arena, i % 97 + 1, 1);
        memset(pieces[i], (int)(i % 251), i % 97 + 1);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i % 97 + 1; j++)
            cr_assert_eq(pieces[i][j], i % 251, "piece %zu was overwritten", i);
    ho_arena_free(arena);
}

Test(arena, gives_pieces_larger_than_a_block)
{
    struct ho_arena *arena = ho_arena_new();
    size_t size = (size_t)9 * 1024 * 1024 + 1;
    unsigned char *large = ho_alloc(arena, size, 64);
    large[0] = large[size - 1] = 1;
    unsigned char *small = ho_alloc(arena, 1, 1);
    *small = 2;
    cr_assert_eq(large[size - 1], 1);
    cr_assert_geq(ho_arena_used(arena), size + 1);
    ho_arena_free(arena);
}

/* A batch must not grow: the same job in the same memory. */
Test(arena, uses_the_same_memory_after_a_reset)
{
    struct ho_arena *arena = ho_arena_new();
    void *first = ho_alloc(arena, 100, 8);
    ho_alloc(arena, 300000, 8);
    size_t used = ho_arena_used(arena);
    cr_assert_geq(used, 300100);
    ho_arena_reset(arena);
    cr_assert_eq(ho_arena_used(arena), 0);
    cr_assert_eq(ho_alloc(arena, 100, 8), first);
    ho_alloc(arena, 300000, 8);
    cr_assert_eq(ho_arena_used(arena), used);
    ho_arena_free(arena);
}

Test(arena, accepts_nothing_to_free_and_nothing_to_allocate)
{
    ho_arena_free(NULL);
    struct ho_arena *arena = ho_arena_new();
    cr_assert_not_null(ho_alloc(arena, 0, 1));
    cr_assert_not_null(ho_alloc_array(arena, 0, 8, 8));
    cr_assert_not_null(ho_alloc_array(arena, 8, 0, 8));
    ho_arena_free(arena);
}

Test(arena, takes_a_product_that_overflows_as_out_of_memory, .exit_code = 3)
{
    struct ho_arena *arena = ho_arena_new();
    cr_redirect_stderr();
    ho_alloc_array(arena, SIZE_MAX / 8 + 2, 8, 8); /* 8, if it wrapped around */
    cr_assert_fail("it was allocated");
}

Test(arena, takes_an_impossible_size_as_out_of_memory, .exit_code = 3)
{
    struct ho_arena *arena = ho_arena_new();
    cr_redirect_stderr();
    ho_alloc(arena, SIZE_MAX - 8, 8);
    cr_assert_fail("it was allocated");
}
