/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "xml/xml.h"

struct reading {
    struct ho_ctx ctx;
    struct ho_source source;
    const struct ho_xml_node *root;
};

static void begin(struct reading *r, const char *text)
{
    *r = (struct reading){
        .ctx = {.arena = ho_arena_new()},
        .source = {.name = "in.xml", .text = text, .length = strlen(text)}};
    cr_assert(ho_xml_parse(&r->ctx, &r->source, &r->root));
}

static void end(struct reading *r)
{
    ho_arena_free(r->ctx.arena);
}

/* The only message must be this one. */
static void expect(const struct reading *r, int line, int column, const char *text,
                   const char *hint)
{
    cr_assert_eq(r->ctx.diags.count, 1, "%zu messages", r->ctx.diags.count);
    const struct ho_diag *diag = &r->ctx.diags.items[0];
    cr_expect_eq(diag->at.line, line, "line %d", diag->at.line);
    cr_expect_eq(diag->at.column, column, "column %d", diag->at.column);
    cr_expect_str_eq(diag->text, text);
    cr_expect_str_eq(diag->hint ? diag->hint : "", hint);
}

Test(reader, next_skips_text_and_ends)
{
    struct reading r;
    begin(&r, "<a> x <b/> <!-- --> <c/></a>");
    const struct ho_xml_node *b = ho_xml_next(r.root, NULL),
                             *c = ho_xml_next(r.root, b);
    cr_expect(ho_xml_is(b, "b") && ho_xml_is(c, "c"));
    cr_expect_null(ho_xml_next(r.root, c));
    end(&r);
}

Test(reader, reports_an_absent_attribute_at_the_element)
{
    struct reading r;
    const char *out = "kept";
    begin(&r, "<a>\n <b/></a>");
    cr_expect(!ho_xml_need(&r.ctx, ho_xml_next(r.root, NULL), "id", &out));
    cr_expect_str_eq(out, "kept");
    expect(&r, 2, 2, "<b> needs the attribute \"id\"",
           "write it into the tag, before the >");
    end(&r);
}

Test(reader, reports_a_blank_attribute_at_its_name)
{
    struct reading r;
    const char *out;
    begin(&r, "<a id='1'\n  name=' '/>");
    cr_expect(!ho_xml_need(&r.ctx, r.root, "name", &out));
    expect(&r, 2, 3, "the value of \"name\" is not filled in", "");
    end(&r);
}

Test(reader, reads_whole_numbers_only)
{
    static const char *const bad[] = {"x",          "1.5",  "-1", "1e3",
                                      "1234567890", "0x10", " 1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct reading r;
        int out = 7;
        char text[64];
        snprintf(text, sizeof text, "<a n='%s'/>", bad[i]);
        begin(&r, text);
        cr_expect(!ho_xml_need_int(&r.ctx, r.root, "n", &out), "%s", bad[i]);
        cr_expect_eq(out, 7);
        expect(&r, 1, 4, "the value of \"n\" is not a whole number",
               "write digits only, such as 10");
        end(&r);
    }
}

Test(reader, suggests_the_nearest_word)
{
    static const char *const words[] = {"left", "right", "both", NULL};
    struct reading r;
    int out;
    begin(&r, "<a side='lfet'/>");
    cr_expect(!ho_xml_need_word(&r.ctx, r.root, "side", words, &out));
    expect(&r, 1, 4, "the value of \"side\" is not one of: left, right, both",
           "did you mean \"left\"?");
    end(&r);
    begin(&r, "<a side='right'/>");
    cr_expect(ho_xml_need_word(&r.ctx, r.root, "side", words, &out));
    cr_expect_eq(out, 1);
    end(&r);
}

Test(reader, folds_the_text_of_an_element)
{
    struct reading r;
    const char *out;
    begin(&r, "<a>\n  one \t two\n<!-- x -->\n</a>");
    cr_assert(ho_xml_need_text(&r.ctx, r.root, &out));
    cr_expect_str_eq(out, "one two");
    end(&r);
}

Test(reader, refuses_elements_where_text_is_wanted)
{
    struct reading r;
    const char *out;
    begin(&r, "<a>one <b/></a>");
    cr_expect(!ho_xml_need_text(&r.ctx, r.root, &out));
    expect(&r, 1, 8, "<b> is not known inside <a>", "nothing can stand here");
    end(&r);
    begin(&r, "<a> \n </a>");
    cr_expect(!ho_xml_need_text(&r.ctx, r.root, &out));
    expect(&r, 1, 1, "<a> is empty", "write its words between its tags");
    end(&r);
}

Test(reader, reports_an_unknown_attribute_with_the_nearest)
{
    static const char *const allowed[] = {"repetitions", "hold", NULL};
    struct reading r;
    begin(&r, "<a hold='1' repititions='3'/>");
    cr_expect(!ho_xml_only_attributes(&r.ctx, r.root, allowed));
    expect(&r, 1, 13, "<a> has no attribute \"repititions\"",
           "did you mean \"repetitions\"?");
    end(&r);
}

Test(reader, lists_what_is_known_if_nothing_is_near)
{
    static const char *const allowed[] = {"step", "name", NULL};
    struct reading r;
    begin(&r, "<a><zebra/></a>");
    ho_xml_unknown(&r.ctx, ho_xml_next(r.root, NULL), allowed);
    expect(&r, 1, 4, "<zebra> is not known inside <a>", "known here: <step>, <name>");
    end(&r);
}

Test(reader, reports_stray_text_where_it_begins)
{
    struct reading r;
    begin(&r, "<a>\n  <b/>\n  oops\n</a>");
    cr_expect(!ho_xml_no_text(&r.ctx, r.root));
    expect(&r, 3, 3, "text is not allowed directly inside <a>",
           "put it into an element, or into a comment: <!-- ... -->");
    end(&r);
}

Test(reader, nearest_finds_slips_and_nothing_else)
{
    static const char *const words[] = {"cat-cow", "figure-four",
                                        "single-knee-to-chest", "step", NULL};
    static const struct {
        const char *word, *wanted;
    } cases[] = {
        {"cat-cwo", "cat-cow"},
        {"figure-fuor", "figure-four"},
        {"single-knee-chest", "single-knee-to-chest"},
        {"stpe", "step"},
        {"stap", "step"},
        {"zebra", NULL},
        {"STEP", "step"},
        {"", NULL},
        {"x", NULL},
        {"swimming", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = ho_nearest(cases[i].word, words);
        cr_expect((!found && !cases[i].wanted) ||
                      (found && cases[i].wanted && !strcmp(found, cases[i].wanted)),
                  "%s gave %s", cases[i].word, found ? found : "nothing");
    }
    cr_expect_null(ho_nearest("x", NULL));
}

Test(reader, nearest_bears_very_long_words)
{
    char word[5000];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    const char *const words[] = {word, "step", NULL};
    cr_expect_null(ho_nearest(word, words));
    cr_expect_str_eq(ho_nearest("steps", words), "step");
}
