/* SPDX-License-Identifier: MIT */
#include "model/texts.h"
#include "unit/model/content_copy.h"

static struct ho_texts load(struct copy *copy, const char *code)
{
    struct ho_texts texts = {0};
    cr_assert(load_library(copy, &texts.library), "%s", messages(&copy->ctx));
    cr_assert(ho_country_load(&copy->ctx, copy->folder, code, "en-GB",
                              (struct ho_span){0}, &texts.country),
              "%s", messages(&copy->ctx));
    cr_assert(ho_staff_load(&copy->ctx, copy->folder, texts.library, texts.country,
                            &texts.staff),
              "%s", messages(&copy->ctx));
    return texts;
}

static const char *hash(struct copy *copy, const char *code)
{
    struct ho_texts texts = load(copy, code);
    return ho_texts_hash(copy->ctx.arena, &texts);
}

Test(texts, are_named_by_condition_language_and_country)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_texts texts = load(&copy, "NZ");
    cr_expect_str_eq(ho_texts_name(copy.ctx.arena, &texts), "sciatica/en-GB/NZ");
    cr_expect_null(texts.staff);
    end(&copy);
}

Test(texts, state_every_word_of_the_country)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_texts texts = load(&copy, "GB");
    spoil(&copy, "countries/GB.xml", "Do not wait.", "Do <b>not</b> wait.", "<");
    texts = load(&copy, "GB");
    cr_expect_str_eq(ho_texts_statement(copy.ctx.arena, &texts),
                     ho_format(copy.ctx.arena,
                               "library %s\ncountry GB\nnumber 999\n"
                               "action Call\xC2\xA0"
                               "999 or go to A&E\n"
                               "wait Do <b>not</b> wait. Do not drive yourself.\n"
                               "avoid Do not go to a minor injuries unit.\n"
                               "show Show this page at A&E\n"
                               "urgent Call\xC2\xA0"
                               "111 today\n",
                               texts.library->sha256));
    end(&copy);
}

/* Made by sha256sum of the same lines: the hash is one that anybody can reckon. */
Test(texts, the_hash_is_that_of_the_statement)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_texts texts = load(&copy, "GB");
    char seen[65] = "";
    write_copy(path_in(&copy, "statement"), ho_texts_statement(copy.ctx.arena, &texts));
    FILE *pipe = popen(
        ho_format(copy.ctx.arena, "sha256sum '%s'", path_in(&copy, "statement")), "r");
    cr_assert(pipe);
    cr_expect_eq(fread(seen, 1, 64, pipe), 64);
    pclose(pipe);
    cr_expect_str_eq(seen, ho_texts_hash(copy.ctx.arena, &texts));
    end(&copy);
}

Test(texts, a_change_in_one_country_reaches_no_other)
{
    static const char *const changes[][2] = {
        {"number=\"999\"", "number=\"99\""},
        {"go to A&amp;E", "go to hospital"},
        {"Do not wait.", "Wait."},
        {"minor injuries", "minor"},
        {"Show this page", "Show this sheet"},
        {"111 today", "111 now"},
    };
    struct copy copy = begin(HO_CONTENT);
    const char *gb = hash(&copy, "GB"), *ie = hash(&copy, "IE");
    cr_expect_str_neq(gb, ie);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        spoil(&copy, "countries/GB.xml", changes[i][0], changes[i][1], "<");
        cr_expect_str_neq(hash(&copy, "GB"), gb, "%s is not in the hash",
                          changes[i][0]);
        cr_expect_str_eq(hash(&copy, "IE"), ie);
        spoil(&copy, "countries/GB.xml", changes[i][1], changes[i][0], "<");
        cr_expect_str_eq(hash(&copy, "GB"), gb);
    }
    end(&copy);
}

Test(texts, what_a_pack_says_in_another_language_drops_nothing)
{
    struct copy copy = begin(HO_CONTENT);
    const char *before = hash(&copy, "GB");
    spoil(&copy, "countries/GB.xml", "</country>",
          "<text languages='pl'><action>Zadzwo\xC5\x84 999</action><wait>Nie "
          "czekaj.</wait><show>Poka\xC5\xBC</show><urgent>Dzi\xC5\x9B</urgent></text>"
          "</country>",
          "<");
    spoil(&copy, "countries/GB.xml", "checked=\"2026-11-22\"", "checked=\"2026-11-23\"",
          "<");
    cr_expect_str_eq(hash(&copy, "GB"), before);
    end(&copy);
}
