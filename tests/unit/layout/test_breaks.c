/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>
#include <stdint.h>

#include "layout/breaks_priv.h"

static struct ho_arena *arena;

static void set_up(void)
{
    arena = ho_arena_new();
}

static void tear_down(void)
{
    ho_arena_free(arena);
}

TestSuite(breaks, .init = set_up, .fini = tear_down);

static double total_cost(const struct unit *units, size_t count, ho_pt room,
                         const size_t *starts, size_t pages)
{
    double cost = 0;
    for (size_t i = 0; i < pages; i++)
        cost += break_cost(units, count, starts[i],
                           i + 1 < pages ? starts[i + 1] : count, room);
    return cost;
}

/* The least cost over every set of breaks there is. */
static double least_cost(const struct unit *units, size_t count, ho_pt room)
{
    double least = INFINITY;
    for (uint32_t set = 0; set < 1u << (count - 1); set++) {
        size_t starts[16] = {0}, pages = 1;
        for (size_t i = 1; i < count; i++)
            if (set >> (i - 1) & 1)
                starts[pages++] = i;
        double cost = total_cost(units, count, room, starts, pages);
        least = cost < least ? cost : least;
    }
    return least;
}

/* A small generator of our own: the same cases on every machine. */
static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 16;
}

static size_t make_case(uint32_t seed, struct unit units[12])
{
    uint32_t state = seed;
    size_t count = 1 + next_random(&state) % 12;
    for (size_t i = 0; i < count; i++)
        units[i] = (struct unit){.height = 5 + next_random(&state) % 60,
                                 .before = next_random(&state) % 9,
                                 .head = next_random(&state) % 4 ? 0 : 6,
                                 .starts_page = next_random(&state) % 9 == 0,
                                 .goes_on = next_random(&state) % 3 == 0};
    return count;
}

Test(breaks, cost_no_more_than_any_other_breaks)
{
    for (uint32_t seed = 1; seed <= 3000; seed++) {
        struct unit units[12];
        const size_t *starts;
        size_t count = make_case(seed, units);
        size_t pages = break_pages(arena, units, count, 100, &starts);
        cr_assert_float_eq(total_cost(units, count, 100, starts, pages),
                           least_cost(units, count, 100), 1e-9, "case %u", seed);
    }
}

Test(breaks, fill_pages_without_gaps_of_a_third_where_that_can_be)
{
    /* Filled greedily, the second page would hold the 45 alone. */
    const struct unit units[] = {
        {.height = 35}, {.height = 35}, {.height = 25}, {.height = 45}, {.height = 85}};
    const size_t *starts;
    size_t pages = break_pages(arena, units, 5, 100, &starts);
    cr_assert_eq(pages, 3);
    for (size_t i = 0; i + 1 < pages; i++)
        cr_expect_lt(break_cost(units, 5, starts[i], starts[i + 1], 100), 2);
}

Test(breaks, leave_no_last_page_nearly_empty_where_that_can_be)
{
    const struct unit units[] = {
        {.height = 24}, {.height = 24}, {.height = 24}, {.height = 24}, {.height = 10}};
    const size_t *starts;
    cr_assert_eq(break_pages(arena, units, 5, 100, &starts), 2);
    cr_expect_eq(starts[1], 3, "two units go to the last page, not the smallest alone");
}

Test(breaks, give_a_unit_too_tall_a_page_of_its_own)
{
    const struct unit units[] = {{.height = 40}, {.height = 140}, {.height = 40}};
    const size_t *starts;
    cr_assert_eq(break_pages(arena, units, 3, 100, &starts), 3);
}

Test(breaks, of_nothing_are_none)
{
    const size_t *starts;
    cr_expect_eq(break_pages(arena, NULL, 0, 100, &starts), 0);
}

Test(breaks, take_time_in_proportion)
{
    enum { MANY = 200000 };
    struct unit *units = ho_new_array(arena, struct unit, MANY);
    const size_t *starts;
    for (size_t i = 0; i < MANY; i++)
        units[i] = (struct unit){.height = 20};
    cr_expect_eq(break_pages(arena, units, MANY, 100, &starts), MANY / 5);
}
