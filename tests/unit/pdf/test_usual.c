/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "pdf/usual_priv.h"

static struct ho_arena *arena;
static struct ho_usual usual;

static void set_up(void)
{
    arena = ho_arena_new();
    usual = (struct ho_usual){0};
}

static void tear_down(void)
{
    ho_arena_free(arena);
}

TestSuite(usual, .init = set_up, .fini = tear_down);

/* A document that shows two glyphs. */
static uint64_t note(const char *first, const char *second, uint8_t subset)
{
    const struct ho_font_glyph used[] = {
        {.id = 36, .to_unicode = first},
        {.id = 68, .subset = subset, .to_unicode = second}};
    const struct ho_font font = {.used = used, .used_count = 2};
    usual.font = &font;
    return ho_usual_note(arena, &usual);
}

/* One that shows one glyph alone. */
static uint64_t note_one(uint32_t id, const char *text)
{
    const struct ho_font_glyph used = {.id = id, .to_unicode = text};
    const struct ho_font font = {.used = &used, .used_count = 1};
    usual.font = &font;
    return ho_usual_note(arena, &usual);
}

Test(usual, what_reads_as_before_has_the_same_number)
{
    uint64_t number = note("A", "a", 0);
    cr_expect_neq(number, 0);
    cr_expect_eq(note("A", "a", 0), number);
    cr_expect_eq(note_one(68, "a"), number);
    cr_expect_eq(note_one(700, "\xC5\x82"), number, "it was not shown before");
    cr_expect_eq(note("A", "a", 0), number);
}

Test(usual, what_reads_otherwise_has_another_number)
{
    uint64_t number = note("A", "a", 0), other = note("A", "b", 0);
    cr_expect_neq(other, number);
    uint64_t again = note("A", "a", 0);
    cr_expect(again != number && again != other);
    cr_expect_neq(note("A", "a", 1), again);
    cr_expect_eq(note("A", "a", 1), note_one(36, "A"));
    cr_expect_neq(note_one(36, "Ab"), note_one(36, "A"));
}

/* Memory stays bound, so a long reading is not kept; it never counts as the one before. */
Test(usual, a_long_reading_is_another_each_time)
{
    static const char text[] = "a cluster of many letters";
    uint64_t number = note_one(36, "A"), other = note_one(36, text);
    cr_expect_neq(other, number);
    uint64_t again = note_one(36, text);
    cr_expect_neq(again, other);
    cr_expect_neq(note_one(36, "A"), again);
    cr_expect_neq(note_one(70, text), note_one(70, "a"));
}
