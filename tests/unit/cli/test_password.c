/* Passwords: what can seal, and what chance makes.
 * SPDX-License-Identifier: MIT */
#include "cli/password_priv.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static const char *const words[] = {
#include "cli/words.def"
};
enum { WORDS = sizeof words / sizeof *words };

static int find_word(const char *word, size_t length)
{
    for (int i = 0; i < WORDS; i++)
        if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
            return i;
    return -1;
}

Test(password, words_are_plain_and_each_stands_once)
{
    for (int i = 0; i < WORDS; i++) {
        cr_assert(strlen(words[i]) >= 3 && strlen(words[i]) <= 5, "%s", words[i]);
        cr_assert_eq(strspn(words[i], "abcdefghijklmnopqrstuvwxyz"), strlen(words[i]));
        cr_assert(i == 0 || strcmp(words[i - 1], words[i]) < 0, "%s", words[i]);
    }
}

Test(password, is_worth_sixty_bits)
{
    double bits = ho_password_bits();
    cr_assert_geq(bits, 60.0, "%f", bits);
    /* Fewer than all rows of six words, by those that are too long: not half of them. */
    cr_assert(bits < 6 * log2(WORDS) && bits > 6 * log2(WORDS) - 1, "%f", bits);
}

/* Of each length, every word as often as the others: short ones come more often, since a long row is drawn again. */
Test(password, draws_every_word_of_a_length_as_often)
{
    enum { ROWS = 20000, LENGTHS = 6 };
    struct ho_arena *arena = ho_arena_new();
    int *seen = calloc(WORDS, sizeof *seen);
    double all[LENGTHS] = {0}, words_of[LENGTHS] = {0}, distance = 0;
    for (int i = 0; i < ROWS; i++) {
        const char *at = ho_password_make(arena);
        cr_assert_leq(strlen(at), 32, "%s", at);
        for (int word = 0; word < 6; word++) {
            size_t length = strcspn(at, "-");
            int found = find_word(at, length);
            cr_assert_geq(found, 0);
            seen[found]++;
            all[length]++;
            at += length;
            cr_assert_eq(*at, word < 5 ? '-' : '\0');
            at += word < 5;
        }
    }
    for (int i = 0; i < WORDS; i++)
        words_of[strlen(words[i])]++;
    for (int i = 0; i < WORDS; i++) {
        double expected = all[strlen(words[i])] / words_of[strlen(words[i])];
        cr_assert(seen[i] > expected / 3 && seen[i] < 3 * expected, "%s: %d, not %f",
                  words[i], seen[i], expected);
        distance += (seen[i] - expected) * (seen[i] - expected) / expected;
    }
    /* Chi square with about as many degrees of freedom as words: six standard deviations, each of some 48. */
    cr_assert(distance > WORDS - 290 && distance < WORDS + 290, "%f", distance);
    free(seen);
    ho_arena_free(arena);
}

static size_t check(const char *password, bool *ok)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    *ok = ho_password_check(&ctx, (struct ho_span){0}, password);
    size_t messages = ctx.diags.count;
    for (size_t i = 0; i < messages; i++)
        cr_assert_not(*password && strstr(ctx.diags.items[i].text, password));
    ho_arena_free(ctx.arena);
    return messages;
}

Test(password, refuses_what_viewers_may_take_differently)
{
    static const char *const refused[] = {"",
                                          "passw\xC3\xB6rt1",
                                          "tab\tstop1",
                                          "two\nlines",
                                          "\x7F"
                                          "delete123",
                                          "high\xFF"
                                          "byte1"};
    bool ok;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_assert_eq(check(refused[i], &ok), 1, "%zu", i);
        cr_assert_not(ok, "%zu", i);
    }
    cr_assert_eq(check("short 7", &ok), 1);
    cr_assert(ok);
    cr_assert_eq(check("eight, 8", &ok), 0);
    cr_assert(ok);
}

Test(password, takes_127_characters_and_no_more)
{
    char text[129];
    bool ok;
    memset(text, 'x', sizeof text);
    text[127] = '\0';
    (void)check(text, &ok);
    cr_assert(ok);
    text[127] = 'x';
    text[128] = '\0';
    (void)check(text, &ok);
    cr_assert_not(ok);
}
