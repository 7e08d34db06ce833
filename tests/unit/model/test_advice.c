/* Advice: what the handout tells besides exercises.
 * SPDX-License-Identifier: MIT */
#include "unit/model/content_copy.h"

#define FACTS "advice/disc-load.xml"
#define WORDS "en-GB/advice/disc-load.xml"
#define NEWER "<paragraph claim=\"newer-studies\">"

static const struct ho_library *load(struct ho_ctx *ctx)
{
    const struct ho_library *library = NULL;
    bool ok = ho_library_load(ctx, HO_CONTENT, "sciatica", "en-GB", &library);
    cr_assert(ok && ctx->diags.count == 0, "%s", messages(ctx));
    return library;
}

Test(advice, is_of_every_kind)
{
    static const size_t wanted[] = {[HO_ADVICE_RULE] = 2,
                                    [HO_ADVICE_EXPLANATION] = 4,
                                    [HO_ADVICE_ERGONOMIC] = 4,
                                    [HO_ADVICE_STRATEGY] = 4,
                                    [HO_ADVICE_FLOOR] = 2};
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    size_t seen[HO_ADVICE_KIND_COUNT] = {0};
    for (size_t i = 0; i < library->advice.count; i++)
        seen[library->advice.items[i].kind]++;
    for (int kind = 0; kind < HO_ADVICE_KIND_COUNT; kind++)
        cr_expect_eq(seen[kind], wanted[kind], "%s: %zu", ho_advice_kinds[kind],
                     seen[kind]);
    ho_arena_free(ctx.arena);
}

Test(advice, says_each_claim_and_has_a_source_for_it)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t i = 0; i < library->advice.count; i++) {
        const struct ho_advice *advice = &library->advice.items[i];
        cr_expect_eq(ho_advice_find(library, advice->id), advice);
        cr_expect(advice->title.count && advice->items.count, "%s", advice->id);
        for (size_t c = 0; c < advice->claims.count; c++) {
            size_t said = 0;
            for (size_t n = 0; n < advice->items.count; n++)
                said +=
                    ho_equal(advice->items.items[n].claim, advice->claims.items[c].id);
            cr_expect(said > 0 && advice->claims.items[c].source);
        }
    }
    cr_expect_null(ho_advice_find(library, "disc"));
    ho_arena_free(ctx.arena);
}

/* The founding figure may be printed only with what newer studies found (content.md, "Claims to qualify"). */
Test(advice, qualifies_the_load_of_sitting)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    const char *dump = ho_library_dump(ctx.arena, library);
    const char *figure = strstr(dump, "40\xC2\xA0% more");
    const char *newer = strstr(dump, "Newer studies found little or no difference.");
    cr_assert(figure && newer && newer > figure);
    cr_expect_null(strstr(figure + 1, "40\xC2\xA0%"), "the figure stands once");
    cr_expect_null(memchr(figure, '{', (size_t)(newer - figure)));
    const struct ho_advice *advice = ho_advice_find(library, "disc-load");
    cr_assert_eq(advice->citations.count, 3);
    cr_expect_str_eq(advice->citations.items[1].id, "wilke-1999");
    cr_expect_eq(advice->citations.items[1].year, 1999);
    cr_expect_str_eq(advice->citations.items[2].id, "li-2022");
    ho_arena_free(ctx.arena);
}

/* NICE and WHO advise against them (content.md). */
Test(advice, recommends_no_belt)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    const struct ho_advice *advice = ho_advice_find(library, "sitting-posture");
    cr_assert(advice);
    for (size_t i = 0; i < advice->items.count; i++) {
        const char *text = ho_phrase_plain(ctx.arena, &advice->items.items[i].phrase);
        if (strstr(text, "belt") || strstr(text, "brace"))
            cr_expect(strstr(text, "do not need"), "%s", text);
    }
    cr_assert_eq(advice->frames.count, 1);
    cr_expect_str_eq(advice->frames.items[0].figure, "sitting");
    cr_expect_eq(advice->frames.items[0].first_step, 0);
    ho_arena_free(ctx.arena);
}

static int count_words(const char *text, size_t length)
{
    int words = 0;
    for (size_t i = 0; i < length; i++) {
        bool is_letter =
            ((unsigned char)text[i] | 32) >= 'a' || (text[i] >= '0' && text[i] <= '9');
        words += is_letter && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\xA0');
    }
    return words;
}

Test(advice, has_sentences_of_fifteen_words_at_most)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t i = 0; i < library->advice.count; i++)
        for (size_t n = 0; n < library->advice.items[i].items.count; n++) {
            const char *text = ho_phrase_plain(
                ctx.arena, &library->advice.items[i].items.items[n].phrase);
            while (*text) {
                size_t length = strcspn(text, ".?!:");
                cr_expect(count_words(text, length) <= 15, "%.*s", (int)length, text);
                text += length + strspn(text + length, ".?!: ");
            }
        }
    ho_arena_free(ctx.arena);
}

Test(advice, refuses_slips)
{
    static const struct {
        const char *file, *old, *new, *mark, *message;
    } slips[] = {
        {FACTS, "kind=\"explanation\"", "kind=\"explaination\"", "kind=",
         "the value of \"kind\" is not one of: rule, explanation, ergonomic, strategy, "
         "floor "
         "[HO-171]"},
        {FACTS, " source=\"founding-text\"", "", "<claim",
         "the claim of \"older-studies\" has no source [HO-266]"},
        {FACTS, "<cite source=\"li-2022\"/>", "<cite source=\"li-2002\"/>",
         "source=\"li-2002",
         "there is no source \"li-2002\" [HO-203]\n"
         "  hint: did you mean \"li-2022\"?"},
        {FACTS, "id=\"change\"", "id=\"older-studies\"",
         "id=\"older-studies\" source=\"founding-text\"/>\n</",
         "the claim \"older-studies\" is there twice [HO-207]"},
        {FACTS, "id=\"disc-load\"", "id=\"disk-load\"", "id=\"disk-load\"",
         "the value of \"id\" is not \"disc-load\" [HO-171]"},
        {FACTS, "</advice>", "<frame figure=\"x\" steps=\"1\"/></advice>", "<frame",
         "the figure \"x\" shows step 1, but there are 0 [HO-307]"},
        {WORDS, NEWER "Newer studies found little or no difference.</paragraph>", "",
         "<advice-text", "claim \"newer-studies\" has no text in en-GB [HO-212]"},
        {WORDS, NEWER, "<paragraph claim=\"newer-study\">", "claim=\"newer-study\"",
         "there is no claim \"newer-study\" [HO-203]\n"
         "  hint: did you mean \"newer-studies\"?"},
        {WORDS, NEWER, "<paragraph>", "<paragraph>",
         "<paragraph> needs the attribute \"claim\" [HO-162]"},
        {WORDS, NEWER, "<bullets claim=\"newer-studies\"/>" NEWER, "<bullets",
         "<bullets> is not known inside <advice-text> [HO-158]\n"
         "  hint: did you mean <bullet>?"},
        {WORDS, "Newer studies", "<side of=\"leg\"/>", "<side",
         "<side> is not known inside <paragraph> [HO-158]"},
        {WORDS, "<title>Sitting and your discs</title>", "", "<advice-text",
         "<advice-text> needs a <title> [HO-164]"},
        {WORDS, "language=\"en-GB\"", "language=\"en-US\"",
         "language=", "the value of \"language\" is not \"en-GB\" [HO-171]"},
        {"conditions/sciatica.xml", "advice ref=\"breaks\"", "advice ref=\"braeks\"",
         "ref=\"braeks\"",
         "there is no advice \"braeks\" [HO-203]\n  hint: did you mean \"breaks\"?"},
        {"conditions/sciatica.xml", "advice ref=\"breaks\"", "advice ref=\"weight\"",
         "ref=\"weight\"/>\n  <advice ref=\"programme",
         "the advice \"weight\" is there twice [HO-207]"},
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct copy copy = begin(HO_CONTENT);
        const char *place =
            spoil(&copy, slips[i].file, slips[i].old, slips[i].new, slips[i].mark);
        expect_refusal(&copy, place, slips[i].message);
        end(&copy);
    }
}

Test(advice, says_which_words_are_missing)
{
    struct copy copy = begin(HO_CONTENT);
    cr_assert(unlink(path_in(&copy, "en-GB/advice/breaks.xml")) == 0);
    const char *place = spoil(&copy, "conditions/sciatica.xml", "\"breaks\"",
                              "\"breaks\"", "ref=\"breaks\"");
    expect_refusal(&copy, place, "advice \"breaks\" has no text in en-GB [HO-212]");
    end(&copy);
}
