/* Passages: what is said of a text, and of texts that are read as one.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "lint/lint_priv.h"

/* content.md, "Readability". That few words are long has no figure there: one in eight is our convention. The
 * grade is made for running text; under 30 words it says nothing. */
enum { SENTENCE_WORDS = 15, LONG_SHARE = 8, LEAST_WORDS = 30 };

static const char *number(struct ho_ctx *ctx, int value)
{
    return ho_format(ctx->arena, "%d", value);
}

static const char *tenths(struct ho_ctx *ctx, int value)
{
    return ho_format(ctx->arena, "%d.%d", value / 10, value % 10);
}

void read_text(struct walk *walk, struct passage *passage, const char *text,
               struct ho_span at)
{
    struct ho_ctx *ctx = walk->ctx;
    struct ho_reading own = {0}, *sum = &passage->reading;
    ho_reading_add(&own, text, walk->language);
    sum->words += own.words;
    sum->sentences += own.sentences;
    sum->syllables += own.syllables;
    sum->long_words += own.long_words;
    if (own.longest > sum->longest)
        sum->longest = own.longest;
    if (own.longest > SENTENCE_WORDS)
        ho_report(ctx, HO_MSG_LONG_SENTENCE, at, "make two sentences of it",
                  number(ctx, own.longest), number(ctx, SENTENCE_WORDS));
    const char *passive =
        is_english(walk->language) ? ho_passive_find(ctx->arena, text) : NULL;
    if (passive)
        ho_report(ctx, HO_MSG_PASSIVE, at, "say who does it; speak to \"you\"",
                  passive);
    ho_push(ctx->arena, &walk->texts, (struct said){text, passage->name, at});
}

void end_passage(struct walk *walk, const struct passage *passage, bool tells_all)
{
    struct ho_ctx *ctx = walk->ctx;
    const struct ho_reading *reading = &passage->reading;
    int grade = ho_reading_grade(reading);
    if (tells_all && reading->words)
        ho_report(ctx, HO_MSG_READING, passage->at, NULL, passage->name,
                  is_english(walk->language) ? tenths(ctx, grade) : "-",
                  number(ctx, reading->words), number(ctx, reading->sentences),
                  number(ctx, reading->longest), number(ctx, reading->long_words));
    if (reading->words < LEAST_WORDS)
        return;
    if (is_english(walk->language) && grade > passage->grade * 10)
        ho_report(ctx, HO_MSG_GRADE, passage->at,
                  "use shorter sentences and shorter words", passage->name,
                  tenths(ctx, grade), number(ctx, passage->grade));
    if (reading->long_words * LONG_SHARE > reading->words)
        ho_report(ctx, HO_MSG_LONG_WORDS, passage->at,
                  is_english(walk->language)
                      ? "a long word has three or more syllables; at most one in eight"
                      : "a long word has over 12 letters; at most one in eight",
                  passage->name, number(ctx, reading->long_words),
                  number(ctx, reading->words));
}

bool says(const char *text, const char *phrase)
{
    struct word word, wanted;
    for (const char *from = text; next_word(&from, &word);) {
        const char *here = word.start, *rest = phrase;
        bool same = true;
        while (same && next_word(&rest, &wanted)) {
            const char *copy = wanted.start;
            same = next_word(&here, &word) && word.length == wanted.length;
            for (size_t i = 0; same && i < word.length; i++) {
                unsigned char a = (unsigned char)word.start[i];
                unsigned char b = (unsigned char)copy[i];
                /* Latin letters in any case; others as they are. */
                a = a >= 'A' && a <= 'Z' ? (unsigned char)(a + 32) : a;
                b = b >= 'A' && b <= 'Z' ? (unsigned char)(b + 32) : b;
                same = a == b;
            }
        }
        if (same)
            return true;
    }
    return false;
}

/* Whether a text of that passage holds one of the words that explain the term. */
static bool is_explained(const struct walk *walk, const struct ho_term *term,
                         const char *passage)
{
    for (size_t i = 0; i < walk->texts.count; i++)
        for (size_t j = 0; ho_equal(walk->texts.items[i].passage, passage) &&
                           j < term->explained.count;
             j++)
            if (says(walk->texts.items[i].text, term->explained.items[j]))
                return true;
    return false;
}

void check_terms(struct walk *walk, const struct ho_terms *terms)
{
    for (size_t i = 0; i < terms->count; i++) {
        const struct ho_term *term = &terms->items[i];
        const struct said *first = NULL;
        bool explained = false;
        for (size_t j = 0; j < walk->texts.count && !explained; j++) {
            const struct said *said = &walk->texts.items[j];
            if (!says(said->text, term->word))
                continue;
            first = first ? first : said;
            explained = is_explained(walk, term, said->passage);
        }
        if (first && !explained)
            ho_report(walk->ctx, HO_MSG_TERM, first->at,
                      term->explained.count
                          ? ho_format(walk->ctx->arena,
                                      "explain it there, such as by \"%s\", or use a "
                                      "plain word",
                                      term->explained.items[0])
                          : "use a plain word",
                      term->word);
    }
}
