/* lint.h — what is allowed but not good: hard words, long sentences, unexplained terms, figures that say something else,
 * small type, divided cards, coarse logos.
 * In: a library, a country, a record (model/), pages.  Out: warnings and notes; nothing is changed.
 * For job/ and cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LINT_LINT_H
#define HO_LINT_LINT_H

#include "base/diag.h"
#include "model/country.h"
#include "model/library.h"
#include "model/record.h"
#include "model/template.h"
#include "model/terms.h"
#include "page/page.h"

/* Counts over some text. A number is a word of one syllable; parts joined by a hyphen are one word. */
struct ho_reading {
    int words, sentences, syllables, long_words;
    int longest; /* sentence, in words */
};

/* Adds a text, whose end is the end of a sentence. `language` is a BCP 47 tag: syllables are counted in
 * English only, where a long word has three or more in one part; elsewhere a long word has over 12 letters. */
void ho_reading_add(struct ho_reading *reading, const char *text, const char *language);
/* Syllables of an English word of `length` bytes: groups of vowels, less the silent ones, and a list of words
 * that break the rule. Never under 1. */
int ho_syllables(const char *word, size_t length);
/* The Flesch-Kincaid grade in tenths (Kincaid 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
 * 0 without words. */
int ho_reading_grade(const struct ho_reading *reading);
/* The first passive verb of an English text ("is pulled"), in the arena; NULL: none. A form of "to be" and a
 * participle, with one adverb between them at most; participles that mostly describe ("bent") are let pass. */
const char *ho_passive_find(struct ho_arena *arena, const char *text);

/* Holds all words of the library against content.md: grade, sentence length, long words, passive verbs, terms
 * that are used but not explained; and notes the doses that rest on convention. `tells_all` adds a note
 * with the figures of each passage. */
void ho_lint_library(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_terms *terms, bool tells_all);
void ho_lint_country(struct ho_ctx *ctx, const struct ho_country *country);
/* Warns of more exercises than a patient does well. */
void ho_lint_record(struct ho_ctx *ctx, const struct ho_record *record);
/* Holds the figures of each exercise, from <folder>/figures/, against its words: warns of a side, a frame or a place where
 * it is felt that is named and not shown, or shown and not named. Places are found by the <region> words of `terms`: a
 * language without them is not held to it. */
void ho_lint_figures(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_terms *terms, const char *folder);
/* Warns, at `at`, of styles that are smaller than page.md, "Grid and type", allows. */
void ho_lint_theme(struct ho_ctx *ctx, const struct ho_theme *theme, struct ho_span at);

/* How pages were set, for messages. */
struct ho_page_setting {
    const struct ho_library *library;
    const struct ho_type_scale *scale;
    const char *paper;
    enum ho_edition edition;
    struct ho_span at; /* what is checked */
};
/* Warns of what only finished pages show: small letters that come out too low, cards of
 * exercises that go on on another page. Each kind is told once a place: of the first setting that has it. */
void ho_lint_pages(struct ho_ctx *ctx, const struct ho_pages *pages,
                   const struct ho_page_setting *setting);
/* Warns, at `at`, of a picture of pixels that is printed too coarse. */
void ho_lint_images(struct ho_ctx *ctx, const struct ho_pages *pages,
                    struct ho_span at);
/* Warns, at `at`, if the red-flag sheet on A4 is set smaller than it should be. */
void ho_lint_sheet(struct ho_ctx *ctx, const struct ho_pages *pages, struct ho_span at);

#endif
