/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "model/phrase.h"

struct reading {
    struct ho_ctx ctx;
    struct ho_source source;
    struct ho_phrase phrase;
    bool ok;
};

static struct reading read_phrase(const char *text)
{
    struct reading r = {.ctx = {.arena = ho_arena_new()}};
    struct ho_source *source = ho_new(r.ctx.arena, struct ho_source);
    const struct ho_xml_node *root;
    *source =
        (struct ho_source){.name = "in.xml", .text = text, .length = strlen(text)};
    cr_assert(ho_xml_parse(&r.ctx, source, &root), "%s", text);
    r.ok = ho_phrase_read(&r.ctx, root, &r.phrase);
    return r;
}

static void expect_plain(const char *text, const char *wanted)
{
    struct reading r = read_phrase(text);
    cr_assert(r.ok, "%s", text);
    cr_expect_str_eq(ho_phrase_plain(r.ctx.arena, &r.phrase), wanted);
    ho_arena_free(r.ctx.arena);
}

Test(phrase, folds_and_trims_white_space_over_elements)
{
    expect_plain("<p>\n  a \n b </p>", "a b");
    expect_plain("<p> a <b> b </b> c </p>", "a b c");
    expect_plain("<p>a<b> b</b>c</p>", "a bc");
    expect_plain("<p><b>a </b><dose of='hold'/></p>", "a {dose:hold}");
    expect_plain("<p> <side of='leg'/> <side of='knee'/> </p>",
                 "{side:leg} {side:knee}");
}

Test(phrase, keeps_the_no_break_space)
{
    expect_plain("<p>See page&#160;1 </p>", "See page\xC2\xA0"
                                            "1");
}

Test(phrase, reads_all_holes)
{
    expect_plain(
        "<p>x <side of='leg' working='no'/>, <dose of='hold'/>; <value name='n'/>.</p>",
        "x {side:leg:other}, {dose:hold}; {n}.");
}

Test(phrase, marks_strong_parts_and_no_others)
{
    struct reading r = read_phrase("<p>a <b>b <dose of='hold'/></b> c</p>");
    cr_assert(r.ok);
    cr_assert_eq(r.phrase.count, 4);
    cr_expect_str_eq(r.phrase.parts[0].text, "a ");
    cr_expect(!r.phrase.parts[0].is_strong);
    cr_expect_str_eq(r.phrase.parts[1].text, "b ");
    cr_expect(r.phrase.parts[1].is_strong && r.phrase.parts[2].is_strong);
    cr_expect_str_eq(r.phrase.parts[3].text, " c");
    cr_expect(!r.phrase.parts[3].is_strong);
    ho_arena_free(r.ctx.arena);
}

Test(phrase, knows_its_place_and_those_of_its_parts)
{
    struct reading r = read_phrase("<p>\n one\n <side of='leg'/></p>");
    cr_assert(r.ok);
    cr_expect_eq(r.phrase.at.line, 1);
    cr_expect_eq(r.phrase.parts[0].at.line, 2);
    cr_expect_eq(r.phrase.parts[0].at.column, 2);
    cr_expect_eq(r.phrase.parts[1].at.line, 3);
    cr_expect_eq(r.phrase.parts[1].at.column, 2);
    ho_arena_free(r.ctx.arena);
}

Test(phrase, refuses_what_it_does_not_know)
{
    static const struct {
        const char *text, *message, *hint;
        int column;
    } cases[] = {
        {"<p>a <i>b</i></p>", "<i> is not known inside <p>",
         "known here: <b>, <side>, <dose>, <value>", 6},
        {"<p>a <sdie of='leg'/></p>", "<sdie> is not known inside <p>",
         "did you mean <side>?", 6},
        {"<p><b>a <b>b</b></b></p>", "<b> is not known inside <b>",
         "known here: <side>, <dose>, <value>", 9},
        {"<p>a <side/></p>", "<side> needs the attribute \"of\"", NULL, 6},
        {"<p>a <dose of='hold' working='no'/></p>",
         "<dose> has no attribute \"working\"", "known here: \"of\"", 22},
        {"<p>a <side of='leg' working='maybe'/></p>",
         "the value of \"working\" is not one of: no, yes", NULL, 21},
        {"<p>a <side of='leg'>x</side></p>",
         "text is not allowed directly inside <side>", NULL, 21},
        {"<p> </p>", "<p> is empty", NULL, 1},
        {"<p/>", "<p> is empty", NULL, 1},
        {"<p>a <b/></p>", "<b> is empty", NULL, 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading r = read_phrase(cases[i].text);
        cr_expect(!r.ok, "%s", cases[i].text);
        cr_assert_eq(r.ctx.diags.count, 1, "%s: %zu messages", cases[i].text,
                     r.ctx.diags.count);
        cr_expect_str_eq(r.ctx.diags.items[0].text, cases[i].message);
        cr_expect_eq(r.ctx.diags.items[0].at.column, cases[i].column, "%s",
                     cases[i].text);
        if (cases[i].hint)
            cr_expect_str_eq(r.ctx.diags.items[0].hint, cases[i].hint);
        cr_expect_eq(r.phrase.count, 0);
        ho_arena_free(r.ctx.arena);
    }
}
