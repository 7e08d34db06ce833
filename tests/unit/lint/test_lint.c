/* What lint finds, and what it lets pass.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "lint/lint.h"
#include "unit/model/content_copy.h"

Test(lint, counts_syllables)
{
    static const struct {
        const char *word;
        int syllables;
    } words[] = {
        {"back", 1},        {"knee", 1},     {"hope", 1},      {"hoped", 1},
        {"rested", 2},      {"table", 2},    {"places", 2},    {"moves", 1},
        {"bladder", 2},     {"numbness", 2}, {"emergency", 4}, {"exercise", 3},
        {"walking", 2},     {"every", 2},    {"minutes", 2},   {"situation", 4},
        {"position", 3},    {"sciatica", 4}, {"the", 1},       {"you", 1},
        {"usual", 3},       {"breathe", 1},  {"stretches", 2}, {"Slowly", 2},
        {"rhythm", 1},      {"a", 1},        {"8", 1},         {"A&E", 2},
        {"previous", 3},    {"ankle", 2},    {"muscles", 2},   {"pulled", 1},
        {"ejaculation", 5},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        int got = ho_syllables(words[i].word, strlen(words[i].word));
        cr_expect_eq(got, words[i].syllables, "%s: %d, not %d", words[i].word, got,
                     words[i].syllables);
    }
}

Test(lint, counts_words_and_sentences)
{
    struct ho_reading r = {0};
    ho_reading_add(&r,
                   "Lie on your back. Go to A&E, now!  Hold it for 0.5 to 10\xC2\xA0"
                   "minutes… Knee-to-chest is one",
                   "en-GB");
    cr_expect_eq(r.sentences, 4);
    cr_expect_eq(r.words, 4 + 4 + 7 + 3, "%d", r.words);
    cr_expect_eq(r.longest, 7, "%d", r.longest);
    cr_expect_eq(r.long_words, 0, "%d", r.long_words);
}

Test(lint, counts_the_words_of_other_scripts)
{
    struct ho_reading r = {0};
    ho_reading_add(&r, "استلقِ على ظهرك. هل تشعر؟ نعم، قليلاً", "ar");
    cr_expect_eq(r.sentences, 3, "%d", r.sentences);
    cr_expect_eq(r.words, 7, "%d", r.words);
    cr_expect_eq(r.long_words, 0);
    ho_reading_add(&r, "Rückenschmerzbehandlung", "de");
    cr_expect_eq(r.long_words, 1);
}

/* 0.39 * 6 + 11.8 * 8 / 6 - 15.59 = 2.48 */
Test(lint, grades_by_the_formula)
{
    struct ho_reading easy = {0}, hard = {0}, none = {0};
    ho_reading_add(&easy, "The bladder is full of water.", "en-GB");
    ho_reading_add(&hard, "Emergency situation: unusual genital sensation.", "en");
    cr_expect_eq(ho_reading_grade(&easy), 25, "%d", ho_reading_grade(&easy));
    cr_expect_eq(hard.syllables, 18, "%d", hard.syllables);
    cr_expect_eq(hard.long_words, 5);
    cr_expect_eq(ho_reading_grade(&none), 0);
}

Test(lint, finds_the_passive)
{
    static const struct {
        const char *text, *found;
    } texts[] = {
        {"Your leg is pulled up.", "is pulled"},
        {"The sheet was not written by us.", "was not written"},
        {"Care is usually given.", "is usually given"},
        {"It can be seen.", "be seen"},
        {"Both knees are bent.", NULL},
        {"You are tired.", NULL},
        {"Pull your leg. Is it red?", NULL},
        {"There is no need.", NULL},
        {"That is. Pulled muscles hurt.", NULL},
        {"It is a red flag.", NULL},
    };
    struct ho_arena *arena = ho_arena_new();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *found = ho_passive_find(arena, texts[i].text);
        cr_expect(ho_equal(found, texts[i].found), "%s: %s", texts[i].text,
                  found ? found : "(none)");
    }
    ho_arena_free(arena);
}

/* Loads a copy of the content with one text changed, lints it and wants the warning at the text's place. */
static void expect_warning(const char *file, const char *old, const char *new,
                           const char *mark, const char *message)
{
    struct copy copy = begin(HO_CONTENT);
    const char *place = spoil(&copy, file, old, new, mark);
    const struct ho_library *library;
    const struct ho_terms *terms;
    cr_assert(load_library(&copy, &library), "%s", messages(&copy.ctx));
    cr_assert(ho_terms_load(&copy.ctx, copy.folder, "en-GB", &terms));
    ho_lint_library(&copy.ctx, library, terms, false);
    const char *all = messages(&copy.ctx);
    const char *wanted = ho_format(copy.ctx.arena, "%s: %s", place, message);
    cr_expect(strstr(all, wanted), "wanted\n%s\ngot\n%s", wanted, all);
    end(&copy);
}

#define CAT_COW "en-GB/exercises/cat-cow.xml"
#define EASIER "<easier>Make smaller moves.</easier>"

Test(lint, warns_of_a_long_sentence)
{
    expect_warning(CAT_COW, EASIER,
                   "<easier>Go up and down and up and down and up and down and up and "
                   "down.</easier>",
                   "<easier>",
                   "warning: a sentence here has 16 words; the limit is 15 [HO-507]");
}

Test(lint, warns_of_the_passive)
{
    expect_warning(CAT_COW, EASIER, "<easier>Your back is rounded.</easier>",
                   "<easier>", "warning: \"is rounded\" is passive [HO-516]");
}

Test(lint, warns_of_hard_words)
{
    static const char hard[] =
        "<easier>Physiological modification facilitates spinal mobility. Anticipate "
        "considerable muscular discomfort initially. Additional repetitions ameliorate "
        "neurological symptoms. Intermittent discontinuation accelerates recuperation. "
        "Occasionally proprioceptive exercises necessitate supervision. Individuals "
        "experience unpredictable variability.</easier>";
    expect_warning(CAT_COW, EASIER, hard, "<name>",
                   "warning: exercise \"cat-cow\" reads at grade ");
    expect_warning(CAT_COW, EASIER, hard, "<name>",
                   "warning: exercise \"cat-cow\" has too many long words: ");
}

Test(lint, warns_of_a_term_that_nothing_explains)
{
    expect_warning(
        CAT_COW, EASIER, "<easier>It is the Saddle Area.</easier>", "<easier>",
        "warning: the term \"saddle area\" is used here and explained nowhere "
        "[HO-521]\n  hint: explain it there, such as by "
        "\"between the legs\", or use a plain word");
    expect_warning(CAT_COW, EASIER, "<easier>Lie prone.</easier>", "<easier>",
                   "warning: the term \"prone\" is used here and explained nowhere "
                   "[HO-521]\n  hint: use a plain word");
}

Test(lint, takes_a_term_that_is_explained)
{
    struct copy copy = begin(HO_CONTENT);
    const struct ho_library *library;
    const struct ho_terms *terms;
    spoil(&copy, CAT_COW, EASIER, "<easier>The saddle area is the groin.</easier>",
          "<easier>");
    cr_assert(load_library(&copy, &library));
    cr_assert(ho_terms_load(&copy.ctx, copy.folder, "en-GB", &terms));
    ho_lint_library(&copy.ctx, library, terms, false);
    cr_expect_null(strstr(messages(&copy.ctx), "saddle area"), "%s",
                   messages(&copy.ctx));
    end(&copy);
}

Test(lint, refuses_a_term_twice)
{
    struct copy copy = begin(HO_CONTENT);
    const struct ho_terms *terms = NULL;
    const char *place = spoil(&copy, "en-GB/terms.xml", "word=\"prone\"",
                              "word=\"supine\"", "word=\"supine\"/>\n  <term word=\"s");
    (void)place;
    cr_expect(!ho_terms_load(&copy.ctx, copy.folder, "en-GB", &terms));
    cr_expect(
        strstr(messages(&copy.ctx), "the term \"supine\" is there twice [HO-207]"),
        "%s", messages(&copy.ctx));
    end(&copy);
}

Test(lint, notes_a_convention)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    const struct ho_terms none = {0};
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    ho_lint_library(&ctx, library, &none, true);
    cr_expect(strstr(messages(&ctx), "note: times-a-day of \"cat-cow\" rests on "
                                     "convention; no source says it [HO-526]"));
    cr_expect(strstr(messages(&ctx), "note: the red-flag sheet: grade "));
    cr_expect_eq(ho_diags_status(&ctx.diags), 0);
    ho_arena_free(ctx.arena);
}

/* The shipped words keep what content.md asks for. */
Test(lint, finds_no_fault_in_the_shipped_words)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    const struct ho_terms *terms;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    cr_assert(ho_terms_load(&ctx, HO_CONTENT, "en-GB", &terms));
    cr_assert_gt(terms->count, 0);
    ho_lint_library(&ctx, library, terms, false);
    for (size_t i = 0; i < ctx.diags.count; i++)
        cr_expect_eq(ctx.diags.items[i].severity, HO_NOTE, "%s",
                     ctx.diags.items[i].text);
    ho_arena_free(ctx.arena);
}

Test(lint, finds_no_fault_in_the_shipped_figures)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    const struct ho_terms *terms;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    cr_assert(ho_terms_load(&ctx, HO_CONTENT, "en-GB", &terms));
    cr_assert_gt(terms->regions.count, 0);
    ho_lint_figures(&ctx, library, terms, HO_CONTENT);
    cr_expect_eq(ctx.diags.count, 0, "%s", messages(&ctx));
    ho_arena_free(ctx.arena);
}

Test(lint, warns_of_a_sixth_exercise)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_record record = {0};
    for (int i = 0; i < 5; i++)
        ho_push(ctx.arena, &record.exercises, (struct ho_prescription){0});
    ho_lint_record(&ctx, &record);
    cr_expect_eq(ctx.diags.count, 0);
    ho_push(ctx.arena, &record.exercises, (struct ho_prescription){0});
    ho_lint_record(&ctx, &record);
    cr_assert_eq(ctx.diags.count, 1);
    cr_expect_eq(ctx.diags.items[0].code, HO_MSG_MANY_EXERCISES);
    ho_arena_free(ctx.arena);
}

Test(lint, warns_of_a_small_sheet_on_a4_only)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_pages pages = {.info = {.language = "xx", .country = "YY"}};
    ho_page_add(ctx.arena, &pages, ho_paper_find("a4"));
    pages.sheet_size = 13;
    ho_lint_sheet(&ctx, &pages, (struct ho_span){0});
    cr_expect_eq(ctx.diags.count, 0);
    pages.sheet_size = 12.5;
    ho_lint_sheet(&ctx, &pages, (struct ho_span){0});
    cr_assert_eq(ctx.diags.count, 1);
    cr_expect_str_eq(
        ctx.diags.items[0].text,
        "the red-flag sheet in xx for YY is set at 12.5 pt on A4; it should "
        "be 13 or more");
    struct ho_pages small = {.info = pages.info, .sheet_size = 10};
    ho_page_add(ctx.arena, &small, ho_paper_find("a5"));
    ho_lint_sheet(&ctx, &small, (struct ho_span){0});
    cr_expect_eq(ctx.diags.count, 1);
    ho_arena_free(ctx.arena);
}
