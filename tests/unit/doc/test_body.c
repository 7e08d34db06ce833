/* Templates become blocks: fields, conditions, loops, and what they can never do.
 * SPDX-License-Identifier: MIT */
#include "support/example.h"

/* Takes a template of one section with this in it; it must load. */
static void take_body(struct example *example, const char *attributes, const char *body)
{
    struct ho_arena *arena = example->ctx.arena;
    char *folder = ho_strdup(arena, "/tmp/handout-test-XXXXXX");
    cr_assert(mkdtemp(folder));
    const char *path = ho_format(arena, "%s/t.xml", folder);
    FILE *file = fopen(path, "wb");
    cr_assert(file);
    fprintf(file,
            "<template id=\"t\" margin=\"17\"%s><section>\n%s</section></template>",
            attributes, body);
    fclose(file);
    bool ok = ho_template_load(&example->ctx, folder, "t", &example->order.template);
    unlink(path);
    rmdir(folder);
    cr_assert(ok, "%s",
              example->ctx.diags.count ? example->ctx.diags.items[0].text : "");
}

/* The dump of the body only. */
static const char *body_of(struct example *example)
{
    const char *dump = ho_blocks_dump(example->ctx.arena, build_blocks(example));
    const char *from = strstr(dump, "a changed shape\"\n"),
               *to = strstr(dump, "\nreminder");
    cr_assert(from && to);
    from = strchr(from, '\n') + 1;
    return to < from ? ""
                     : ho_strndup(example->ctx.arena, from, (size_t)(to - from) + 1);
}

static void expect_body(const char *body, const char *wanted)
{
    struct example example = open_example();
    take_body(&example, "", body);
    cr_expect_str_eq(body_of(&example), wanted, "%s", body);
    close_example(&example);
}

/* It must fail with just this message, `line` 2 being the first of the body, and show no patient's data. */
static void expect_failure(const char *attributes, const char *body, int line,
                           int column, const char *text)
{
    struct example example = open_example();
    const struct ho_blocks *blocks = NULL;
    take_body(&example, attributes, body);
    example.ctx.diags.count = 0;
    cr_expect(!ho_doc_build(&example.ctx, &example.order, &blocks), "%s", body);
    cr_expect_null(blocks);
    cr_assert_eq(example.ctx.diags.count, 1, "%s", body);
    const struct ho_diag *diag = &example.ctx.diags.items[0];
    cr_expect_str_eq(diag->text, text);
    cr_expect(diag->at.line == line && diag->at.column == column, "%s: %d:%d", body,
              diag->at.line, diag->at.column);
    cr_expect(!strstr(diag->text, "Taylor") && !strstr(diag->text, "1979"));
    close_example(&example);
}

Test(body, fields_are_text_dates_and_months)
{
    expect_body("<paragraph><b><field select=\"$name\"/></b>: "
                "<field select=\"plan/@starts\" format=\"date\"/> – "
                "<field select=\"plan/@review\" format=\"month\"/></paragraph>",
                "paragraph\n  text \"*Sam Taylor*: 23\xC2\xA0November 2026 – December "
                "2026\"\n");
}

Test(body, a_field_that_is_missing_is_empty)
{
    expect_body(
        "<paragraph><field select=\"plan/@nothing\"/></paragraph>"
        "<paragraph>(<field select=\"plan/@nothing\" format=\"date\"/>)</paragraph>",
        "paragraph\n  text \"()\"\n");
}

Test(body, a_field_is_never_markup)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    take_record(&example, with(arena, example_record(arena), "Sit through a film.",
                               "&lt;b&gt;Sit&lt;/b&gt; &amp;amp; &lt;sheet/&gt;"));
    take_body(&example, "", "<paragraph><field select=\"goals/goal\"/></paragraph>");
    cr_expect_str_eq(body_of(&example),
                     "paragraph\n  text \"<b>Sit</b> &amp; <sheet/>\"\n");
    close_example(&example);
}

Test(body, conditions_choose)
{
    expect_body(
        "<paragraph if=\"patient/@side = 'left'\">1</paragraph>"
        "<paragraph if=\"patient/@side = 'right'\">2</paragraph>"
        "<paragraph if=\"patient/@unknown\">3</paragraph>"
        "<paragraph if=\"$country = 'GB' and $language = 'en-GB'\">4</paragraph>"
        "<paragraph if=\"$exercises = 3\">5<span if=\"false()\"> 6</span></paragraph>",
        "paragraph\n  text \"1\"\nparagraph\n  text \"4\"\nparagraph\n  text \"5\"\n");
}

Test(body, loops_go_through_the_record)
{
    expect_body(
        "<bullets><for-each select=\"goals/goal\"><item><field "
        "select=\"position()\"/>/<field select=\"last()\"/> <field select=\".\"/>"
        "</item></for-each></bullets>",
        "bullets\n  item \"1/2 Sit through a film.\"\n"
        "  item \"2/2 Walk to the shop and back.\"\n");
}

Test(body, phrases_take_values_and_numbers)
{
    expect_body("<paragraph string=\"plan.start\"><value name=\"date\" "
                "select=\"plan/@starts\" format=\"date\"/></paragraph>"
                "<paragraph><b><string ref=\"plan.exercises\" "
                "number=\"count(plan/exercise)\"/></b></paragraph>",
                "paragraph\n  text \"starts 23\xC2\xA0November 2026\"\n"
                "paragraph\n  text \"*3**\xC2\xA0"
                "exercises*\"\n");
}

Test(body, what_is_left_empty_is_left_out)
{
    expect_body("<panel kind=\"card\"><goals if=\"false()\"/></panel>"
                "<bullets><item if=\"false()\" string=\"plan.title\"/></bullets>"
                "<columns shares=\"1 2\"><group><goals if=\"false()\"/></group>"
                "<panel kind=\"tint\"><paragraph>1</paragraph></panel></columns>"
                "<heading level=\"2\"><field select=\"@none\"/></heading>",
                "columns\n  panel tint\n    paragraph\n      text \"1\"\n");
}

Test(body, words_of_the_template_need_its_language)
{
    struct example example = open_example();
    take_body(&example, " language=\"en-GB\"",
              "<paragraph>Dear <field select=\"$name\"/>,</paragraph>");
    cr_expect_str_eq(body_of(&example), "paragraph\n  text \"Dear Sam Taylor,\"\n");
    close_example(&example);
    expect_failure(
        " language=\"es\"", "<paragraph>Hola</paragraph>", 1, 30,
        "this template has words of its own in es, but the handout is in en-GB");
}

Test(body, failures_name_their_place_and_no_value)
{
    expect_failure("",
                   "<paragraph><field select=\"$name\" format=\"date\"/></paragraph>",
                   2, 27, "the field of \"select\" is not a date");
    expect_failure("", "<paragraph string=\"plan.nothing\"/>", 2, 12,
                   "the phrase \"plan.nothing\" is missing in en-GB");
    expect_failure("", "<paragraph string=\"plan.start\"/>", 2, 12,
                   "the phrase \"plan.start\" needs the value \"date\"");
    expect_failure("", "<paragraph string=\"plan.minutes\"/>", 2, 12,
                   "the phrase \"plan.minutes\" must be a <string>");
    expect_failure(
        "", "<paragraph><string ref=\"plan.minutes\" number=\"$name\"/></paragraph>", 2,
        47, "the expression in \"number\" fails: its value is not a whole number");
    expect_failure(
        "", "<for-each select=\"$name\"><goals/></for-each>", 2, 19,
        "the expression in \"select\" fails: it gives no elements or attributes");
    expect_failure("", "<heading level=\"3\" string=\"plan.title\"/><contact/>", 2, 1,
                   "a heading of level 3 follows one of level 1");
}

Test(body, a_loop_cannot_flood_the_handout)
{
    expect_failure(
        "",
        "<for-each select=\"//*\"><for-each select=\"//*\"><for-each "
        "select=\"//*\"><paragraph>1</paragraph></for-each></for-each></for-each>",
        2, 47, "the template makes more than 2000 blocks of this record");
}

/* ---- promise 1 ---- */

Test(body, the_sheet_is_first_and_the_same_whatever_the_template_says)
{
    static const char *const bodies[] = {"<paragraph>1</paragraph>",
                                         "<paragraph if=\"false()\">1</paragraph>",
                                         "<exercise-cards/><goals/>"};
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    const char *dump = ho_blocks_dump(arena, build_blocks(&example));
    size_t length = (size_t)(strstr(dump, "\ncolumns") - dump);
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        take_body(&example, "", bodies[i]);
        const char *other = ho_blocks_dump(arena, build_blocks(&example));
        cr_expect_eq(strncmp(dump, other, length), 0, "%s", bodies[i]);
        cr_expect_eq(count_words(other, "\nsheet\n"), 1);
    }
    close_example(&example);
}

Test(body, an_emergency_does_not_wait_for_a_template)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    take_record(&example,
                with(arena, example_record(arena), "sign=\"leaking\" answer=\"no\"",
                     "sign=\"leaking\" answer=\"yes\""));
    take_body(&example, " language=\"es\"", "<paragraph string=\"plan.nothing\"/>");
    cr_expect_eq(build_blocks(&example)->body.count, 0);
    close_example(&example);
}

/* A caution takes one exercise out and puts another in the place of a second: for a template, the record says so
 * itself, with the doses that were meant for neither. */
Test(body, a_template_sees_the_plan_after_cautions)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    const char *xml = with(arena, example_record(arena), "ref=\"cat-cow\"",
                           "ref=\"cat-cow\" repetitions=\"9\"");
    xml = with(arena, xml, "<exercise ref=\"figure-four\"/>",
               "<exercise ref=\"bird-dog\"/>");
    xml = with(arena, xml, "</record>",
               "<cautions><caution ref=\"no-kneeling\"/></cautions></record>");
    take_record(&example, xml);
    take_body(&example, "",
              "<for-each select=\"plan/exercise\"><paragraph><field "
              "select=\"position()\"/>/<field select=\"last()\"/> <field "
              "select=\"@ref\"/> <field select=\"@repetitions\"/></paragraph>"
              "</for-each><paragraph if=\"//*[@ref = 'cat-cow' or @ref = "
              "'bird-dog']\">1</paragraph><paragraph if=\"count(plan/exercise) = "
              "$exercises\">2 <field select=\"plan/@starts\"/> <field "
              "select=\"cautions/caution/@ref\"/> <field "
              "select=\"goals/goal[2]\"/></paragraph>");
    cr_expect_str_eq(body_of(&example),
                     "paragraph\n  text \"1/2 single-knee-to-chest 5\"\n"
                     "paragraph\n  text \"2/2 pelvic-tilt \"\n"
                     "paragraph\n  text \"2 2026-11-23 no-kneeling Walk to the shop "
                     "and back.\"\n");
    close_example(&example);
}
