/* Words, sentences and syllables.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "lint/lint_priv.h"

static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    if (c < 0xC0) /* Latin-1 punctuation, among it the no-break space */
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4) /* Arabic , ; ? . */
        return false;
    return c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x206F) &&
           (c < 0x3000 || c > 0x303F) && c != UINT32_MAX;
}

/* What holds two letters together in one word: an apostrophe, a hyphen, the "." of 0.5, the "&" of A&E. */
static bool is_joint(uint32_t c)
{
    return c == '\'' || c == '-' || c == '.' || c == '&' || c == 0x2019 ||
           c == 0x2010 || c == 0x2011;
}

static bool is_stop(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x61F ||
           c == 0x6D4 || c == 0x3002;
}

bool next_word(const char **at, struct word *out)
{
    const char *end = *at + strlen(*at), *next = *at, *here = *at;
    *out = (struct word){0};
    while (next < end) {
        here = next;
        uint32_t c = ho_utf8_next(&next, end);
        const char *beyond = next;
        bool joins = out->start && is_joint(c) && next < end &&
                     is_letter(ho_utf8_next(&beyond, end));
        if (is_letter(c) || joins) {
            if (!out->start)
                out->start = here;
            out->length = (size_t)(next - out->start);
        } else if (out->start) {
            break;
        }
        here = next;
    }
    /* Marks between this word and the next belong to this one. */
    for (*at = next = here; out->start && next < end; *at = next) {
        uint32_t c = ho_utf8_next(&next, end);
        if (is_letter(c))
            break;
        out->ends |= is_stop(c);
    }
    return out->start != NULL;
}

static char lower(char c)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    if (c >= 'A' && c <= 'Z')
        return letters[c - 'A'];
    return c;
}

bool is_word(const struct word *word, const char *other)
{
    for (size_t i = 0; i < word->length; i++)
        if (!other[i] || lower(word->start[i]) != lower(other[i]))
            return false;
    return other[word->length] == '\0';
}

bool is_english(const char *language)
{
    return strncmp(language, "en", 2) == 0 && (!language[2] || language[2] == '-');
}

static bool is_vowel(char c)
{
    return c && strchr("aeiouy", c);
}

/* Words of patient leaflets that the rule gets wrong. */
static int find_exception(const struct word *word)
{
    static const struct {
        const char *word;
        int syllables;
    } exceptions[] = {
        {"anyone", 3},     {"area", 3},      {"areas", 3},     {"being", 2},
        {"business", 2},   {"doing", 2},     {"every", 2},     {"everyday", 3},
        {"exercise", 3},   {"exercises", 4}, {"going", 2},     {"herniated", 4},
        {"idea", 3},       {"lying", 2},     {"minutes", 2},   {"nhs", 3},
        {"piriformis", 4}, {"radiate", 3},   {"sciatica", 4},  {"seeing", 2},
        {"several", 3},    {"sideways", 2},  {"someone", 2},   {"something", 2},
        {"sometimes", 2},  {"trying", 2},    {"hvla", 4},      {"a&e", 2},
        {"er", 2},         {"diet", 2},      {"quiet", 2},     {"science", 2},
        {"move", 1},       {"movement", 2},  {"movements", 2}, {"safely", 2},
        {"closely", 2},    {"careful", 2},   {"hopeful", 2},   {"useful", 2},
        {"homework", 2},   {"lifestyle", 2}, {"therefore", 2}, {"forearm", 2},
        {"forearms", 2},   {"kneecap", 2},   {"doctor's", 2},  {"cauda", 2},
        {"equina", 3},
    };
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (is_word(word, exceptions[i].word))
            return exceptions[i].syllables;
    return 0;
}

static bool ends_with(const char *word, size_t length, const char *end)
{
    size_t tail = strlen(end);
    return length >= tail && memcmp(word + length - tail, end, tail) == 0;
}

/* A consonant and "l" before the e make it sound: "table", "settled"; but not "pulled". */
static bool is_sounded(const char *word, size_t before)
{
    return before > 1 && word[before - 1] == 'l' && word[before - 2] != 'l' &&
           !is_vowel(word[before - 2]);
}

/* The e of "hope", "hoped", "hopes" is silent; that of "table", "rested", "places" is not. */
static bool has_silent_end(const char *word, size_t length)
{
    size_t before = 0; /* the letters before the ending */
    if (length > 2 && word[length - 1] == 'e')
        before = length - 1;
    else if (length > 3 &&
             (ends_with(word, length, "ed") || ends_with(word, length, "es")))
        before = length - 2;
    if (!before || is_vowel(word[before - 1]) || is_sounded(word, before))
        return false;
    if (ends_with(word, length, "ed"))
        return word[before - 1] != 't' && word[before - 1] != 'd';
    if (ends_with(word, length, "es"))
        return !strchr("scxzg", word[before - 1]) && !ends_with(word, before, "sh") &&
               !ends_with(word, before, "ch");
    return true;
}

/* Two vowels that are said apart, as in "medial", "previous", "situation" (but not "station"). */
static bool is_apart(const char *at)
{
    if (at[0] == 'i')
        return strchr("aou", at[1]) && !strchr("tscg", at[-1]);
    return at[0] == 'u' && at[1] == 'a' && at[-1] != 'g' && at[-1] != 'q';
}

int ho_syllables(const char *word, size_t length)
{
    char letters[48];
    int count = find_exception(&(struct word){word, length, false});
    if (count)
        return count;
    if (length > sizeof letters)
        length = sizeof letters;
    for (size_t i = 0; i < length; i++)
        letters[i] = lower(word[i]);
    for (size_t i = 0; i < length; i++)
        if (is_vowel(letters[i]) && (i == 0 || !is_vowel(letters[i - 1])))
            count++;
    for (size_t i = 1; i + 1 < length; i++)
        count += is_apart(letters + i);
    if (count > 1 && has_silent_end(letters, length))
        count--;
    return count < 1 ? 1 : count;
}

/* Each part of a hyphenated word is said by itself. */
static void add_english(struct ho_reading *reading, const struct word *word)
{
    bool is_long = false;
    for (size_t i = 0, part; i < word->length; i += part + 1) {
        const char *hyphen = memchr(word->start + i, '-', word->length - i);
        part = hyphen ? (size_t)(hyphen - word->start) - i : word->length - i;
        int syllables = ho_syllables(word->start + i, part);
        reading->syllables += syllables;
        is_long |= syllables >= 3;
    }
    reading->long_words += is_long;
}

static int count_letters(const struct word *word)
{
    int letters = 0;
    for (size_t i = 0; i < word->length; i++)
        letters += ((unsigned char)word->start[i] & 0xC0) != 0x80;
    return letters;
}

void ho_reading_add(struct ho_reading *reading, const char *text, const char *language)
{
    enum { LONG = 12 }; /* letters, where syllables are not counted */
    struct word word;
    int words = 0;
    for (bool more = next_word(&text, &word); more;) {
        if (is_english(language))
            add_english(reading, &word);
        else
            reading->long_words += count_letters(&word) > LONG;
        words++;
        bool ends = word.ends;
        more = next_word(&text, &word);
        if (!ends && more)
            continue;
        reading->words += words;
        reading->sentences++;
        if (words > reading->longest)
            reading->longest = words;
        words = 0;
    }
}

int ho_reading_grade(const struct ho_reading *reading)
{
    if (!reading->words)
        return 0;
    double words = reading->words;
    double grade =
        .39 * words / reading->sentences + 11.8 * reading->syllables / words - 15.59;
    return grade <= 0 ? 0 : (int)(grade * 10 + .5);
}
