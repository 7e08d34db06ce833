/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

static struct ho_arena *arena;

static void set_up(void)
{
    arena = ho_arena_new();
}

static void tear_down(void)
{
    ho_arena_free(arena);
}

TestSuite(str, .init = set_up, .fini = tear_down);

static const char *number(double value, int decimals)
{
    struct ho_text text = {.arena = arena};
    ho_text_add_number(&text, value, decimals);
    return ho_text_end(&text);
}

static const struct {
    double value;
    int decimals;
    const char *text;
} numbers[] = {
    {0, 0, "0"},
    {0, 6, "0"},
    {-0.0, 2, "0"},
    {-0.004, 2, "0"},
    {-0.005, 2, "-0.01"},
    {0.005, 2, "0.01"},
    {0.0049, 2, "0"},
    {1, 2, "1"},
    {-1, 2, "-1"},
    {10, 0, "10"},
    {100, 2, "100"},
    {0.1, 2, "0.1"},
    {0.05, 2, "0.05"},
    {-0.05, 2, "-0.05"},
    {1.5, 0, "2"},
    {2.5, 0, "3"},
    {-2.5, 0, "-3"},
    {0.999, 2, "1"},
    {9.999, 2, "10"},
    {-9.999, 2, "-10"},
    {595.27559055, 2, "595.28"},
    {841.88976378, 2, "841.89"},
    {841.88976378, 0, "842"},
    {1.000001, 6, "1.000001"},
    {1.0000004, 6, "1"},
    {1234567.875, 3, "1234567.875"},
    {999999999999.0, 6, "999999999999"},
    {-999999999999.0, 2, "-999999999999"},
};

static void expect_numbers(void)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        cr_assert_str_eq(number(numbers[i].value, numbers[i].decimals),
                         numbers[i].text);
}

Test(str, writes_numbers_rounded_and_short)
{
    expect_numbers();
}

/* The environment's locale first: it may be one that the suite is run under. */
static bool set_comma_locale(void)
{
    static const char *const names[] = {"", "de_DE.UTF-8", "fr_FR.UTF-8",
                                        "es_ES.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_ALL, names[i]) && *localeconv()->decimal_point == ',')
            return true;
    return false;
}

Test(str, writes_and_reads_numbers_alike_under_a_decimal_comma)
{
    double value;
    if (!set_comma_locale())
        cr_skip_test("no locale with a decimal comma is installed");
    expect_numbers();
    cr_assert(ho_parse_number("0.5", &value));
    cr_assert_eq(value, 0.5);
    cr_assert_not(ho_parse_number("0,5", &value));
}

Test(str, writes_what_it_reads_back)
{
    for (int i = -20000; i <= 20000; i += 37) {
        char want[32];
        double value = i / 100.0, back;
        const char *text = number(value, 2);
        cr_assert(ho_parse_number(text + (*text == '-'), &back));
        cr_assert_float_eq(*text == '-' ? -back : back, value, 1e-9);
        snprintf(want, sizeof want, "%d", i / 100);
        cr_assert(i % 100 || strcmp(text, want) == 0, "%s", text);
    }
}

static const struct {
    const char *text;
    double value;
} readable[] = {
    {"0", 0},
    {"12", 12},
    {"0.5", 0.5},
    {"007", 7},
    {"3.25", 3.25},
    {"0.0000001", 1e-7},
    {"999999999", 999999999},
};

static const char *const unreadable[] = {
    "",    ".",     "5.",   ".5",  "-1",  "+1", " 1",         "1 ",   "1e3", "0x10",
    "1,5", "1.2.3", "1..2", "nan", "inf", "½",  "1234567890", "１２", "1\n", "--",
};

Test(str, reads_plain_numbers_only)
{
    for (size_t i = 0; i < sizeof readable / sizeof *readable; i++) {
        double value;
        cr_assert(ho_parse_number(readable[i].text, &value), "%s", readable[i].text);
        cr_assert_eq(value, readable[i].value, "%s", readable[i].text);
    }
    for (size_t i = 0; i < sizeof unreadable / sizeof *unreadable; i++) {
        double value = 42;
        int whole = 42;
        cr_assert_not(ho_parse_number(unreadable[i], &value), "\"%s\"", unreadable[i]);
        cr_assert_not(ho_parse_int(unreadable[i], &whole), "\"%s\"", unreadable[i]);
        cr_assert(value == 42 && whole == 42, "the result was touched");
    }
}

Test(str, reads_whole_numbers_without_a_fraction)
{
    int value = 42;
    cr_assert(ho_parse_int("999999999", &value));
    cr_assert_eq(value, 999999999);
    value = 42;
    cr_assert_not(ho_parse_int("3.0", &value));
    cr_assert_eq(value, 42);
}

Test(str, decodes_and_encodes_every_code_point)
{
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c == 0xD800)
            c = 0xE000;
        struct ho_text text = {.arena = arena};
        ho_text_add_code_point(&text, c);
        const char *at = text.items, *end = text.items + text.count;
        cr_assert_eq(ho_utf8_next(&at, end), c);
        cr_assert_eq(at, end, "U+%04X", (unsigned)c);
        if (c % 0x1000 == 0)
            ho_arena_reset(arena);
    }
}

/* After a bad byte the next is looked at by itself: bad bytes and what follows, in
 * order. */
static const struct {
    const char *bytes;
    uint32_t points[6];
    size_t count;
} malformed[] = {
    {"\x80", {UINT32_MAX}, 1},
    {"\xBF"
     "a",
     {UINT32_MAX, 'a'},
     2},
    {"\xC0\x80", {UINT32_MAX, UINT32_MAX}, 2}, /* overlong NUL */
    {"\xC1\xBF", {UINT32_MAX, UINT32_MAX}, 2}, /* overlong U+7F */
    {"\xE0\x9F\xBF", {UINT32_MAX, UINT32_MAX, UINT32_MAX}, 3},
    {"\xF0\x8F\xBF\xBF", {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}, 4},
    {"\xED\xA0\x80", {UINT32_MAX, UINT32_MAX, UINT32_MAX}, 3}, /* first surrogate */
    {"\xED\xBF\xBF", {UINT32_MAX, UINT32_MAX, UINT32_MAX}, 3}, /* last surrogate */
    {"\xF4\x90\x80\x80", {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}, 4},
    {"\xF5\x80\x80\x80", {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}, 4},
    {"\xFE\xFF", {UINT32_MAX, UINT32_MAX}, 2},
    {"\xF8\x88\x80\x80\x80",
     {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX},
     5},
    {"\xC3", {UINT32_MAX}, 1}, /* cut off by the end */
    {"\xE2\x82", {UINT32_MAX, UINT32_MAX}, 2},
    {"\xF0\x9F\x98", {UINT32_MAX, UINT32_MAX, UINT32_MAX}, 3},
    {"\xC3(", {UINT32_MAX, '('}, 2}, /* cut off by another character */
    {"\xE2\x82\xC3\xA9", {UINT32_MAX, UINT32_MAX, 0xE9}, 3},
    {"\xED\x9F\xBF\xEE\x80\x80", {0xD7FF, 0xE000}, 2}, /* around the surrogates: good */
    {"\xEF\xBF\xBE\xF4\x8F\xBF\xBF", {0xFFFE, 0x10FFFF}, 2},
};

Test(str, passes_one_byte_of_malformed_text_at_a_time)
{
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        /* An exact copy in the arena, so that a read past the end is seen. */
        size_t length = strlen(malformed[i].bytes), count = 0;
        char *copy = ho_alloc(arena, length, 8);
        memcpy(copy, malformed[i].bytes, length);
        for (const char *at = copy; at < copy + length; count++) {
            uint32_t c = ho_utf8_next(&at, copy + length);
            cr_assert_lt(count, malformed[i].count, "row %zu", i);
            cr_assert_eq(c, malformed[i].points[count], "row %zu, point %zu: %X", i,
                         count, (unsigned)c);
        }
        cr_assert_eq(count, malformed[i].count, "row %zu", i);
    }
}

Test(str, grows_a_text_and_ends_it_more_than_once)
{
    struct ho_text text = {.arena = arena};
    for (int i = 0; i < 3000; i++) {
        ho_text_add(&text, "ab");
        ho_text_add_format(&text, "%d", i % 10);
        ho_text_add_bytes(&text, "", 0);
        cr_assert_eq(strlen(ho_text_end(&text)), 3 * (size_t)(i + 1));
    }
    cr_assert_eq(strncmp(ho_text_end(&text), "ab0ab1ab2", 9), 0);
    cr_assert_eq(strcmp(ho_text_end(&text) + text.count - 6, "ab8ab9"), 0);
}

Test(str, ends_an_empty_text)
{
    struct ho_text text = {.arena = arena};
    cr_assert_str_eq(ho_text_end(&text), "");
}

Test(str, copies_and_formats)
{
    const char *text = "four words of text";
    char *copy = ho_strdup(arena, text);
    cr_assert_neq(copy, text);
    cr_assert_str_eq(copy, text);
    cr_assert_str_eq(ho_strndup(arena, text, 4), "four");
    cr_assert_str_eq(ho_strndup(arena, text, 0), "");
    cr_assert_str_eq(ho_format(arena, "%s-%d-%c", "a", -7, 'z'), "a--7-z");
    char large[3000];
    memset(large, 'x', sizeof large);
    large[sizeof large - 1] = '\0';
    cr_assert_eq(strlen(ho_format(arena, "<%s>", large)), sizeof large + 1);
}

Test(str, compares_with_nothing)
{
    cr_assert(ho_equal("a", ho_strdup(arena, "a")));
    cr_assert(ho_equal(NULL, NULL));
    cr_assert_not(ho_equal("a", "b"));
    cr_assert_not(ho_equal("a", NULL));
    cr_assert_not(ho_equal(NULL, ""));
}

Test(str, escapes_what_xml_would_take_for_markup)
{
    struct ho_text text = {.arena = arena};
    ho_text_add_escaped(&text, "\"Müller & Søn\" <5>\t\x01\x1F");
    cr_assert_str_eq(ho_text_end(&text), "&quot;Müller &amp; Søn&quot; &lt;5&gt;\t");
}

Test(str, joins_two_texts)
{
    cr_expect_str_eq(ho_join(arena, "dose.", "hold"), "dose.hold");
    cr_expect_str_eq(ho_join(arena, "", "x"), "x");
    cr_expect_str_eq(ho_join(arena, "x", ""), "x");
}

Test(str, writes_a_whole_number_in_digits)
{
    static const long wholes[] = {0, 7, 10, 2026, -1, -480, LONG_MAX, LONG_MIN};
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        cr_expect_str_eq(ho_digits(arena, wholes[i]),
                         ho_format(arena, "%ld", wholes[i]));
}
