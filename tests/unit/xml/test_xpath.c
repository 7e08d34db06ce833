/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "xml/xpath.h"

static const char *const variables[] = {"name", "count", NULL};

static const char record[] =
    "<record id=\"r1\">\n"
    " <patient name=\"A &lt;b&gt; &amp; C\" side=\"left\"/>\n"
    " <goals><goal>Walk\n   far.</goal><goal>Sit.</goal></goals>\n"
    "</record>";

struct asking {
    struct ho_ctx ctx;
    struct ho_source source, asked;
    const struct ho_xml_node *root;
    struct ho_xpath *xpath;
    struct ho_expression expression;
};

/* Reads the expression from an attribute, as a template's author wrote it; false if it is refused. */
static bool ask(struct asking *a, const char *raw)
{
    static const struct ho_xpath_variable values[] = {
        {.name = "name", .text = "Ann"},
        {.name = "count", .text = "0", .is_number = true}};
    const struct ho_xml_node *node;
    *a = (struct asking){
        .ctx = {.arena = ho_arena_new()},
        .source = {.name = "record.xml", .text = record, .length = strlen(record)}};
    cr_assert(ho_xml_parse(&a->ctx, &a->source, &a->root));
    const char *text = ho_format(a->ctx.arena, "<t>\n<x if = \"%s\"/></t>", raw);
    a->asked =
        (struct ho_source){.name = "t.xml", .text = text, .length = strlen(text)};
    cr_assert(ho_xml_parse(&a->ctx, &a->asked, &node));
    node = ho_xml_next(node, NULL);
    a->xpath = ho_xpath_open(&a->ctx, NULL, a->root, values, 2);
    return ho_expression_read(&a->ctx, node, "if", variables, &a->expression);
}

static void end(struct asking *a)
{
    ho_xpath_close(a->xpath);
    ho_arena_free(a->ctx.arena);
}

static void expect_test(const char *raw, bool wanted)
{
    struct asking a;
    bool seen = !wanted;
    cr_assert(ask(&a, raw), "%s", raw);
    cr_expect(ho_xpath_test(a.xpath, &a.expression, &seen), "%s", raw);
    cr_expect_eq(seen, wanted, "%s", raw);
    cr_expect_eq(a.ctx.diags.count, 0);
    end(&a);
}

static void expect_text(const char *raw, const char *wanted, int line, int column)
{
    struct asking a;
    const char *seen = NULL;
    struct ho_span at = {0};
    cr_assert(ask(&a, raw), "%s", raw);
    cr_expect(ho_xpath_text(a.xpath, &a.expression, &seen, &at), "%s", raw);
    cr_expect_str_eq(seen, wanted, "%s", raw);
    cr_expect(at.line == line && at.column == column, "%s: %d:%d", raw, at.line,
              at.column);
    end(&a);
}

Test(xpath, a_condition_holds_if_there_are_nodes)
{
    expect_test("patient/@side", true);
    expect_test("patient/@born", false);
    expect_test("goals/goal[3]", false);
    expect_test("/record/patient/@side = 'left'", true);
    expect_test("patient/@side != 'left'", false);
    expect_test("patient/@born != 'x'", false);
    expect_test("not(patient/@born)", true);
    expect_test("count(goals/goal) &gt; 1 and (@id)", true);
    expect_test("$name = 'Ann'", true);
    expect_test("$count", false);
    expect_test("$count &gt; 0", false);
    expect_test("contains(patient/@name, &quot;$oops(&quot;)", false);
}

Test(xpath, a_field_is_one_line_of_text_with_its_place)
{
    expect_text("patient/@name", "A <b> & C", 2, 11);
    expect_text("goals/goal", "Walk far.", 3, 9);
    expect_text("goals/goal[last()]", "Sit.", 4, 15);
    expect_text("patient/@born", "", 2, 10);
    expect_text("number(patient/@born)", "", 2, 10);
    expect_text("count(goals/goal) * 2", "4", 2, 10);
    expect_text("$name", "Ann", 0, 0);
}

/* The only message must stand at this column of line 2. */
static void expect_refusal(const char *raw, int column, const char *text)
{
    struct asking a;
    cr_expect(!ask(&a, raw), "%s", raw);
    cr_assert_eq(a.ctx.diags.count, 1, "%s", raw);
    const struct ho_diag *diag = &a.ctx.diags.items[0];
    cr_expect(strstr(diag->text, text), "%s: %s", raw, diag->text);
    cr_expect(diag->at.line == 2 && diag->at.column == column, "%s: %d:%d", raw,
              diag->at.line, diag->at.column);
    end(&a);
}

Test(xpath, a_slip_is_shown_at_its_place_in_the_attribute)
{
    expect_refusal("a[", 12, "cannot be read here");
    expect_refusal("a = 'b", 16, "not closed with its quote");
    expect_refusal("1 &lt; 2 and foo(3)", 23, "there is no function \"foo\"");
    expect_refusal("&#228; = $nmae", 19, "there is no variable \"nmae\"");
    expect_refusal("id('x')", 10, "there is no function \"id\"");
    expect_refusal("count(1)", 10, "needs elements or attributes");
    expect_refusal("not()", 10, "too many or too few arguments");
}

Test(xpath, length_work_and_results_are_limited)
{
    struct asking a;
    struct ho_text raw = {.arena = ho_arena_new()};
    for (int i = 0; i < 200; i++)
        ho_text_add(&raw, "(1)+");
    ho_text_add(&raw, "1");
    cr_expect(!ask(&a, ho_text_end(&raw)));
    cr_expect_eq(a.ctx.diags.items[0].code, HO_MSG_XPATH_TOO_LONG);
    end(&a);

    raw.count = 0;
    for (int i = 0; i < 12; i++)
        ho_text_add(&raw, "count(//node()[");
    ho_text_add(&raw, "true()");
    for (int i = 0; i < 12; i++)
        ho_text_add(&raw, "]) &gt; 0");
    bool seen = false;
    cr_assert(ask(&a, ho_text_end(&raw)));
    cr_expect(!ho_xpath_test(a.xpath, &a.expression, &seen));
    cr_assert_eq(a.ctx.diags.count, 1);
    cr_expect(strstr(a.ctx.diags.items[0].text, "it takes too long"), "%s",
              a.ctx.diags.items[0].text);
    end(&a);

    ho_arena_free(raw.arena);
}

Test(xpath, a_loop_without_end_is_ended)
{
    struct asking a;
    bool seen, ok = true;
    int count = 0;
    cr_assert(ask(&a, "1"));
    for (; ok && count < 1000000; count++)
        ok = ho_xpath_test(a.xpath, &a.expression, &seen);
    cr_expect(!ok);
    cr_expect_eq(a.ctx.diags.items[0].code, HO_MSG_XPATH_FAILED);
    end(&a);
}

Test(xpath, nodes_come_in_order_and_take_the_focus)
{
    struct asking a;
    struct ho_xpath_nodes nodes = {0};
    cr_assert(ask(&a, "goals/goal"));
    cr_assert(ho_xpath_nodes(a.xpath, &a.expression, &nodes));
    cr_assert_eq(nodes.count, 2);
    const struct ho_xml_node self = {
        .name = "x",
        .attributes = &(struct ho_xml_attribute){
            "if", "concat(position(), '/', last(), .)", {0}, NULL}};
    struct ho_expression expression = {self.attributes->value, &self, "if"};
    const char *text;
    struct ho_span at;
    struct ho_xpath_focus old =
        ho_xpath_focus(a.xpath, (struct ho_xpath_focus){nodes.items[1], 2, 2});
    cr_assert(ho_xpath_text(a.xpath, &expression, &text, &at));
    cr_expect_str_eq(text, "2/2Sit.");
    ho_xpath_focus(a.xpath, old);
    expression.text = "concat(position(), local-name())";
    cr_assert(ho_xpath_text(a.xpath, &expression, &text, &at));
    cr_expect_str_eq(text, "1record");
    end(&a);
}

Test(xpath, what_is_no_node_cannot_be_gone_through)
{
    struct asking a;
    struct ho_xpath_nodes nodes = {0};
    cr_assert(ask(&a, "count(goals)"));
    cr_expect(!ho_xpath_nodes(a.xpath, &a.expression, &nodes));
    cr_expect_eq(nodes.count, 0);
    cr_expect(strstr(a.ctx.diags.items[0].text, "it gives no elements or attributes"));
    end(&a);
}

Test(xpath, a_number_must_be_whole)
{
    struct asking a;
    int seen = 7;
    cr_assert(ask(&a, "count(goals/goal)"));
    cr_expect(ho_xpath_int(a.xpath, &a.expression, &seen));
    cr_expect_eq(seen, 2);
    end(&a);
    cr_assert(ask(&a, "patient/@name"));
    cr_expect(!ho_xpath_int(a.xpath, &a.expression, &seen));
    cr_expect_null(strstr(a.ctx.diags.items[0].text, "A <b>"), "the value is shown");
    end(&a);
}
