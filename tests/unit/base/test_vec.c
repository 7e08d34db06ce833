/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdint.h>

#include "base/vec.h"

struct pair {
    size_t first;
    char second;
};

Test(vec, keeps_what_was_pushed_while_it_grows)
{
    struct ho_arena *arena = ho_arena_new();
    struct {
        HO_VEC(struct pair);
    } pairs = {0};
    for (size_t i = 0; i < 5000; i++) {
        ho_push(arena, &pairs, (struct pair){i, (char)(i % 100)});
        cr_assert_eq(pairs.count, i + 1);
        cr_assert_geq(pairs.capacity, pairs.count);
    }
    for (size_t i = 0; i < 5000; i++) {
        cr_assert_eq(pairs.items[i].first, i);
        cr_assert_eq(pairs.items[i].second, (char)(i % 100));
    }
    ho_arena_free(arena);
}

Test(vec, is_empty_when_zeroed)
{
    HO_VEC(int) numbers = {0};
    cr_assert_eq(numbers.count, 0);
    cr_assert_null(numbers.items);
}

Test(vec, grows_in_doublings)
{
    struct ho_arena *arena = ho_arena_new();
    HO_VEC(uint8_t) bytes = {0};
    size_t growths = 0, capacity = 0;
    for (int i = 0; i < 100000; i++) {
        ho_push(arena, &bytes, (uint8_t)i);
        growths += bytes.capacity != capacity;
        capacity = bytes.capacity;
    }
    cr_assert_leq(growths, 15);
    cr_assert_lt(ho_arena_used(arena), 300000);
    ho_arena_free(arena);
}

/* The value may speak of the array itself, also when that moves. */
Test(vec, takes_a_value_out_of_itself)
{
    struct ho_arena *arena = ho_arena_new();
    HO_VEC(size_t) numbers = {0};
    ho_push(arena, &numbers, 7);
    for (int i = 0; i < 100; i++)
        ho_push(arena, &numbers, numbers.items[0] + numbers.count);
    for (size_t i = 1; i <= 100; i++)
        cr_assert_eq(numbers.items[i], 7 + i);
    ho_arena_free(arena);
}

Test(vec, aligns_for_every_type)
{
    struct ho_arena *arena = ho_arena_new();
    HO_VEC(long double) numbers = {0};
    ho_alloc(arena, 1, 1);
    ho_push(arena, &numbers, 1.0L);
    cr_assert_eq((uintptr_t)numbers.items % alignof(max_align_t), 0);
    ho_arena_free(arena);
}
