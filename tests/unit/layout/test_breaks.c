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

/* The rules again, in the words of page.md and by another way of counting. */
static double price(const struct unit *units, size_t count, size_t first, size_t end,
                    ho_pt room)
{
    double used = units[first].head, price = 1;
    bool is_last = end == count || units[end].starts_page;
    for (size_t i = first; i < end; i++) {
        if (i > first && units[i].starts_page)
            return INFINITY; /* it was asked to begin a page */
        used += (i > first ? units[i].before : 0) + units[i].height;
    }
    if (used > room)
        return end - first == 1 ? (units[first].goes_on ? 1.005 : 1) : INFINITY;
    double white = 1 - used / room;
    if (units[first].goes_on)
        price += .005; /* a block is torn */
    if (!is_last && white > 1. / 3)
        price += units[end].is_head ? 2 : 4; /* a hole in the middle of a section */
    if (!is_last)
        price += white * white;
    bool is_own = first == 0 || units[first].starts_page;
    if (white > .7 && !(is_last && is_own))
        price += 5; /* a page for next to nothing */
    bool has_last_row = units[first].is_row && units[first].goes_on &&
                        (first + 1 == count || !units[first + 1].goes_on);
    bool has_first_row = end < count && units[end].is_row && units[end].goes_on &&
                         !units[end - 1].goes_on;
    if (has_last_row || has_first_row)
        price += .5; /* a row alone */
    return price;
}

static double total_cost(const struct unit *units, size_t count, ho_pt room,
                         const size_t *starts, size_t pages)
{
    double cost = 0;
    for (size_t i = 0; i < pages; i++)
        cost +=
            price(units, count, starts[i], i + 1 < pages ? starts[i + 1] : count, room);
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
                                 .is_head = next_random(&state) % 4 == 0,
                                 .goes_on = next_random(&state) % 3 == 0,
                                 .is_row = next_random(&state) % 2 == 0};
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

Test(breaks, cost_what_the_rules_say)
{
    for (uint32_t seed = 1; seed <= 300; seed++) {
        struct unit units[12];
        size_t count = make_case(seed, units);
        for (size_t first = 0; first < count; first++)
            for (size_t end = first + 1; end <= count; end++) {
                double wanted = price(units, count, first, end, 100),
                       seen = break_cost(units, count, first, end, 100);
                cr_expect(wanted == seen || fabs(wanted - seen) < 1e-9,
                          "case %u, units %zu to %zu", seed, first, end);
            }
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

Test(breaks, leave_no_section_ending_on_a_page_nearly_empty)
{
    /* Four weeks of a diary, three of which fit on a page, and what is asked to begin another one. */
    const struct unit units[] = {
        {.height = 40, .starts_page = true}, {.height = 27, .before = 3},
        {.height = 27, .before = 3},         {.height = 27, .before = 3},
        {.height = 40, .starts_page = true}, {.height = 10}};
    const size_t *starts;
    cr_assert_eq(break_pages(arena, units, 6, 100, &starts), 3);
    cr_expect_eq(starts[1], 2, "two weeks on each page, not the fourth alone");
    cr_expect_eq(starts[2], 4);
    /* At the end of the document it is the same. */
    cr_assert_eq(break_pages(arena, units, 4, 100, &starts), 2);
    cr_expect_eq(starts[1], 2);
}

Test(breaks, leave_white_above_a_section_rather_than_inside_one)
{
    /* One of the pages must be short: 30 | 40 40 | 70, or 30 40 | 40 | 70. */
    struct unit units[] = {
        {.height = 30}, {.height = 40}, {.height = 40}, {.height = 70}};
    const size_t *starts;
    units[1].is_head = true;
    cr_assert_eq(break_pages(arena, units, 4, 100, &starts), 3);
    cr_expect_eq(starts[1], 1);
    units[1].is_head = false;
    units[3].is_head = true;
    cr_assert_eq(break_pages(arena, units, 4, 100, &starts), 3);
    cr_expect_eq(starts[1], 2);
}

Test(breaks, leave_a_section_of_one_short_page_as_it_is)
{
    const struct unit units[] = {{.height = 90, .starts_page = true},
                                 {.height = 5, .starts_page = true},
                                 {.height = 4},
                                 {.height = 90, .starts_page = true}};
    const size_t *starts;
    cr_assert_eq(break_pages(arena, units, 4, 100, &starts), 3);
    cr_expect_eq(starts[1], 1);
    cr_expect_eq(starts[2], 3);
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

Test(breaks, leave_no_row_alone_where_that_can_be)
{
    /* Six rows, of which five would fit. */
    struct unit units[6];
    const size_t *starts;
    for (int i = 0; i < 6; i++)
        units[i] = (struct unit){.height = 20, .is_row = true, .goes_on = i > 0};
    cr_assert_eq(break_pages(arena, units, 6, 100, &starts), 2);
    cr_expect_eq(starts[1], 4);
}
