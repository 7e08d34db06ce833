/* SPDX-License-Identifier: MIT */
#include "model/country.h"
#include "model/read_priv.h"
#include "unit/model/content_copy.h"

static const struct ho_country *load(struct copy *copy, const char *code,
                                     const char *language)
{
    const struct ho_country *country = NULL;
    cr_expect_eq(ho_country_load(&copy->ctx, copy->folder, code, language,
                                 (struct ho_span){0}, &country),
                 country != NULL);
    return country;
}

Test(country, gives_the_action_of_each_country)
{
    static const struct {
        const char *code, *language, *number, *action, *urgent;
        bool has_avoid;
    } cases[] = {
        {"GB", "en-GB", "999",
         "Call\xC2\xA0"
         "999 or go to A&E",
         "Call\xC2\xA0"
         "111 today",
         true},
        {"US", "en-GB", "911",
         "Call\xC2\xA0"
         "911 or go to the ER",
         "Call your doctor today", false},
        {"US", "en-US", "911",
         "Call\xC2\xA0"
         "911 or go to the ER",
         "Call your doctor today", false},
        {"CA", "en-US", "911",
         "Call\xC2\xA0"
         "911 or go to the ER",
         "Call your doctor today", false},
        {"IE", "en-GB", "112",
         "Call\xC2\xA0"
         "112 or go to an emergency department",
         "Call your doctor today", false},
        {"EU", "en-GB", "112",
         "Call\xC2\xA0"
         "112 or go to an emergency department",
         "Call your doctor today", false},
        {"AU", "en-GB", "000",
         "Call\xC2\xA0"
         "000 or go to an emergency department",
         "Call your doctor today", false},
        {"NZ", "en-GB", "111",
         "Call\xC2\xA0"
         "111 or go to an emergency department",
         "Call your doctor today", false},
        {"IN", "en-GB", "112",
         "Call\xC2\xA0"
         "112 or go to an emergency department",
         "Call your doctor today", false},
    };
    struct copy copy = begin(HO_CONTENT);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct ho_country *country =
            load(&copy, cases[i].code, cases[i].language);
        cr_assert(country);
        cr_expect_str_eq(country->number, cases[i].number);
        cr_expect_str_eq(ho_phrase_plain(copy.ctx.arena, &country->action),
                         cases[i].action);
        cr_expect_str_eq(ho_phrase_plain(copy.ctx.arena, &country->urgent),
                         cases[i].urgent);
        cr_expect_eq(country->avoid.count > 0, cases[i].has_avoid);
        cr_expect(country->wait.count && country->show.count && country->source &&
                  country->checked);
    }
    end(&copy);
}

/* The figures in a text, as one string: "Call 111 today" has "111". */
static const char *figures_in(struct ho_arena *arena, const struct ho_phrase *phrase)
{
    struct ho_text figures = {.arena = arena};
    for (const char *c = ho_phrase_plain(arena, phrase); *c; c++)
        if (*c >= '0' && *c <= '9')
            ho_text_add_bytes(&figures, c, 1);
    return ho_text_end(&figures);
}

Test(country, tells_the_number_of_no_other_country)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_arena *arena = copy.ctx.arena;
    const char *const *codes = ho_read_ids(arena, HO_CONTENT, "countries");
    int seen = 0;
    for (; *codes; codes++, seen++) {
        const struct ho_country *country = load(&copy, *codes, "en-GB");
        cr_assert(country, "%s: %s", *codes, messages(&copy.ctx));
        bool is_gb = ho_equal(*codes, "GB");
        bool has_er = ho_equal(*codes, "US") || ho_equal(*codes, "CA");
        const char *action = ho_phrase_plain(arena, &country->action);
        const char *show = ho_phrase_plain(arena, &country->show);
        cr_expect_str_eq(figures_in(arena, &country->action), country->number);
        /* 111 is advice in the UK and the ambulance in New Zealand; no other pack has an advice line. */
        cr_expect_str_eq(figures_in(arena, &country->urgent), is_gb ? "111" : "", "%s",
                         *codes);
        cr_expect_eq(strstr(action, "A&E") != NULL, is_gb, "%s", *codes);
        cr_expect_eq(strstr(show, "A&E") != NULL, is_gb, "%s", *codes);
        cr_expect_eq(strstr(action, "ER") != NULL, has_er, "%s", *codes);
        cr_expect_eq(strstr(show, "ER") != NULL, has_er, "%s", *codes);
    }
    cr_expect_eq(seen, 8);
    end(&copy);
}

/* A language that the library has and a pack lacks must be refused, never borrowed. */
Test(country, has_each_language_of_the_content_or_fails_closed)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_arena *arena = copy.ctx.arena;
    copy_folder(arena, path_in(&copy, "en-GB"), path_in(&copy, "qaa"));
    const char *const *codes = ho_read_ids(arena, HO_CONTENT, "countries");
    for (; *codes; codes++) {
        cr_expect(load(&copy, *codes, "en-GB"), "%s", *codes);
        cr_expect_null(load(&copy, *codes, "qaa"), "%s", *codes);
    }
    for (size_t i = 0; i < copy.ctx.diags.count; i++)
        cr_expect_eq(copy.ctx.diags.items[i].code, HO_MSG_NO_COUNTRY_LANGUAGE);
    cr_expect_eq(copy.ctx.diags.count, 8);
    end(&copy);
}

Test(country, borrows_from_no_other_country)
{
    struct copy copy = begin(HO_CONTENT);
    static const char *const codes[] = {"ZZ", "", "gb", "..", "../countries/GB", "UK"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        cr_expect_null(load(&copy, codes[i], "en-GB"));
        cr_assert_eq(copy.ctx.diags.count, i + 1);
        cr_expect_eq(copy.ctx.diags.items[i].code, HO_MSG_NO_COUNTRY_PACK);
        cr_expect(strstr(copy.ctx.diags.items[i].hint, "GB"), "%s",
                  copy.ctx.diags.items[i].hint);
    }
    end(&copy);
}

Test(country, borrows_from_no_other_language)
{
    struct copy copy = begin(HO_CONTENT);
    static const char *const languages[] = {"en-US", "en", "pl", "en-G", "GB", ""};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        cr_expect_null(load(&copy, "GB", languages[i]), "%s", languages[i]);
        cr_assert_eq(copy.ctx.diags.count, i + 1);
        cr_expect_eq(copy.ctx.diags.items[i].code, HO_MSG_NO_COUNTRY_LANGUAGE);
    }
    end(&copy);
}

Test(country, refuses_slips)
{
    static const struct {
        const char *old, *new, *mark, *message;
    } slips[] = {
        {"number=\"999\"", "number=\"112\"", "<action>",
         "<action> does not name the emergency number 112 [HO-271]"},
        {"<urgent>Call&#160;111 today", "<urgent>Call&#160;999 today", "<urgent>",
         "<urgent> names 999, the emergency number: that is for <action> alone "
         "[HO-300]"},
        {"<wait>Do not wait. Do not drive yourself.</wait>", "", "<text",
         "<text> needs a <wait> [HO-164]"},
        {"code=\"GB\"", "code=\"IE\"",
         "code=", "the value of \"code\" is not \"GB\" [HO-171]"},
        {"checked=\"2026-11-22\"", "checked=\"today\"",
         "checked=", "the value of \"checked\" is not a date [HO-171]"},
        {"checked=\"2026-11-22\"", "", "<country",
         "<country> needs the attribute \"checked\" [HO-162]"},
        {"<show>", "<shwo>x</shwo><show>", "<shwo>",
         "<shwo> is not known inside <text> [HO-158]\n  hint: did you mean <show>?"},
        {"Do not wait.", "Do not <side of=\"leg\"/>.", "<side",
         "<side> is not known inside <wait> [HO-158]"},
        {"</country>",
         "<text languages=\"en-GB\"><action>999</action><wait>a</wait><show>b</show>"
         "<urgent>c</urgent></text></country>",
         "languages=\"en-GB\"><action>999",
         "the language \"en-GB\" is there twice [HO-207]"},
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct copy copy = begin(HO_CONTENT);
        const char *place =
            spoil(&copy, "countries/GB.xml", slips[i].old, slips[i].new, slips[i].mark);
        cr_expect_null(load(&copy, "GB", "en-GB"));
        const char *wanted =
            ho_format(copy.ctx.arena, "%s: error: %s", place, slips[i].message);
        cr_expect(strstr(messages(&copy.ctx), wanted), "wanted\n%s\ngot\n%s", wanted,
                  messages(&copy.ctx));
        end(&copy);
    }
}
