/* SPDX-License-Identifier: MIT */
#include "model/country.h"
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

Test(country, borrows_from_no_other_country)
{
    struct copy copy = begin(HO_CONTENT);
    static const char *const codes[] = {"NZ", "", "gb", "..", "../countries/GB", "EU"};
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
