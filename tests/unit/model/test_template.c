/* Templates: what they may say, and what they are told when they say something else.
 * SPDX-License-Identifier: MIT */
#include "model/template.h"
#include "unit/model/content_copy.h"

/* `new` stands in place of <sources/>; the message must point at `mark`. */
struct slip {
    const char *new, *mark, *message;
};

static void expect_slip(const struct slip *slip)
{
    struct copy copy = begin(HO_TEMPLATES);
    const struct ho_template *template = NULL;
    const char *place =
        spoil(&copy, "handout.xml", "<sources/>", slip->new, slip->mark);
    cr_expect(!ho_template_load(&copy.ctx, copy.folder, "handout", &template), "%s",
              slip->new);
    cr_expect_null(template);
    const char *wanted =
        ho_format(copy.ctx.arena, "%s: error: %s", place, slip->message);
    const char *all = messages(&copy.ctx);
    cr_expect(strstr(all, wanted), "wanted\n%s\ngot\n%s", wanted, all);
    cr_expect_eq(copy.ctx.diags.count, 1, "%s", all);
    end(&copy);
}

#define EXPECT_SLIPS(slips)                                                            \
    for (size_t i = 0; i < sizeof(slips) / sizeof *(slips); i++)                       \
    expect_slip(&(slips)[i])

static void expect_good(const char *new)
{
    struct copy copy = begin(HO_TEMPLATES);
    const struct ho_template *template = NULL;
    spoil(&copy, "handout.xml", "<sources/>", new, "<template");
    cr_expect(ho_template_load(&copy.ctx, copy.folder, "handout", &template), "%s\n%s",
              new, messages(&copy.ctx));
    end(&copy);
}

/* ---- promise 1: the sheet ---- */

Test(template, cannot_name_the_emergency_sheet)
{
    static const struct slip slips[] = {
        {"<red-flags/>", "<red-flags/>",
         "<red-flags> is not known inside <section> [HO-158]\n"
         "  hint: take it out: the emergency sheet always comes first, once"},
        {"<panel kind=\"card\"><sheet/></panel>", "<sheet/>",
         "<sheet> is not known inside <panel> [HO-158]\n"
         "  hint: take it out: the emergency sheet always comes first, once"},
        {"<sources/></section><emergency-sheet/><section><sources/>",
         "<emergency-sheet/>",
         "<emergency-sheet> is not known inside <template> [HO-158]\n"
         "  hint: take it out: the emergency sheet always comes first, once"},
        {"<paragraph string=\"sheet.headline\"/>", "string=\"sheet.headline\"",
         "the phrase \"sheet.headline\" belongs to the emergency sheet [HO-376]\n"
         "  hint: take it out: the emergency sheet always comes first, once"},
        {"<paragraph>· <string ref=\"sheet.stop\"/></paragraph>", "ref=\"sheet.stop\"",
         "the phrase \"sheet.stop\" belongs to the emergency sheet [HO-376]"},
    };
    EXPECT_SLIPS(slips);
}

/* ---- shape ---- */

Test(template, refuses_what_it_does_not_know)
{
    static const struct slip slips[] = {
        {"<plan-tabel/>", "<plan-tabel/>",
         "<plan-tabel> is not known inside <section> [HO-158]\n"
         "  hint: did you mean <plan-table>?"},
        {"<section><sources/></section>", "<section><sources",
         "<section> is not known inside <section> [HO-158]"},
        {"<sources>x</sources>", "x</sources>",
         "text is not allowed directly inside <sources>"},
        {"<sources kind=\"all\"/>", "kind=\"all\"",
         "<sources> has no attribute \"kind\" [HO-159]"},
        {"words<sources/>", "words<", "text is not allowed directly inside <section>"},
        {"<heading string=\"plan.title\"/>", "<heading string=\"plan.title\"/>",
         "<heading> needs the attribute \"level\" [HO-162]"},
        {"<heading level=\"4\" string=\"plan.title\"/>", "level=\"4\"",
         "the value of \"level\" is not one of: 1, 2, 3 [HO-171]"},
        {"<panel kind=\"red\"><sources/></panel>", "kind=\"red\"",
         "the value of \"kind\" is not one of: filled, tint, card, stop, call "
         "[HO-171]"},
        {"<panel kind=\"tint\"/>", "<panel kind=\"tint\"/>",
         "<panel> is empty [HO-174]"},
        {"<paragraph/>", "<paragraph/>", "<paragraph> is empty [HO-174]"},
        {"<paragraph> </paragraph>", "<paragraph> <", "<paragraph> is empty [HO-174]"},
        {"<paragraph><b></b></paragraph>", "<b></b>", "<b> is empty [HO-174]"},
        {"<paragraph><i/></paragraph>", "<i/>",
         "<i> is not known inside <paragraph> [HO-158]"},
        {"<bullets><paragraph/></bullets>", "<paragraph/>",
         "<paragraph> is not known inside <bullets> [HO-158]\n"
         "  hint: known here: <item>, <for-each>"},
        {"<item string=\"plan.title\"/>", "<item",
         "<item> is not known inside <section> [HO-158]"},
        {"<columns shares=\"1\"><daily/><goals/></columns>", "shares=\"1\"",
         "the value of \"shares\" is not a number from 1 to 100 for each column"},
        {"<columns shares=\"1 0\"><daily/><goals/></columns>", "shares=\"1 0\"",
         "the value of \"shares\" is not a number from 1 to 100 for each column"},
        {"<paragraph string=\"plan.start\"><value name=\"date\" select=\"@id\"/>"
         "<value name=\"date\" select=\"@id\"/></paragraph>",
         "name=\"date\" select=\"@id\"/></paragraph>",
         "the value \"date\" is there twice [HO-207]"},
        {"<paragraph><field select=\"@id\" format=\"dat\"/></paragraph>",
         "format=\"dat\"",
         "the value of \"format\" is not one of: text, date, month, weekday [HO-171]\n"
         "  hint: did you mean \"date\"?"},
    };
    EXPECT_SLIPS(slips);
}

Test(template, begins_no_page_inside_a_box)
{
    static const struct slip slips[] = {
        {"<panel kind=\"card\"><group><heading level=\"2\" string=\"plan.goals\" "
         "new-page=\"yes\"/></group></panel>",
         "new-page=\"yes\"/></group>",
         "a new page cannot begin inside <panel> [HO-388]"},
        {"<columns shares=\"1\"><heading level=\"2\" string=\"plan.goals\" "
         "new-page=\"yes\"/></columns>",
         "new-page=\"yes\"/></columns>",
         "a new page cannot begin inside <columns> [HO-388]"},
    };
    EXPECT_SLIPS(slips);
}

Test(template, nests_eight_deep_and_no_deeper)
{
    expect_good("<group><group><group><group><group><group><sources/>"
                "</group></group></group></group></group></group>");
    expect_slip(&(struct slip){
        "<group><group><group><group><group><group><group><sources/>"
        "</group></group></group></group></group></group></group>",
        "<sources/>", "<sources> stands in too many others; 8 is the limit [HO-378]"});
}

Test(template, says_the_language_of_its_own_words)
{
    expect_good("<paragraph>· – … 1/2 <field select=\"@id\"/></paragraph>");
    expect_slip(&(struct slip){
        "<paragraph>Dear <field select=\"$name\"/></paragraph>", "Dear",
        "words stand here, but <template> does not say in which language [HO-393]"});
    expect_slip(&(struct slip){"<paragraph>ظهر</paragraph>", "ظهر",
                               "words stand here, but <template> does not say"});
}

/* ---- expressions ---- */

Test(template, reports_a_bad_expression_inside_its_attribute)
{
    static const struct slip slips[] = {
        {"<sources if=\"patient/@side = \"/>", "\"/>\n  </section>\n</template>",
         "the expression in \"if\" cannot be read here: something is missing or out of "
         "place [HO-370]"},
        {"<for-each select=\"goals/goal[\"><sources/></for-each>",
         "\"><sources/></for-each>",
         "the expression in \"select\" cannot be read here: "},
        {"<sources if=\"cuont(goals) = 1\"/>", "cuont",
         "there is no function \"cuont\" [HO-203]\n  hint: did you mean \"count\"?"},
        {"<sources if=\"document('/etc/passwd')\"/>", "document(",
         "there is no function \"document\" [HO-203]"},
        {"<sources if=\"1 &lt; 2 and $contry = 'GB'\"/>", "$contry",
         "there is no variable \"contry\" [HO-203]\n  hint: did you mean \"country\"?"},
        {"<sources if=\"contains(@id)\"/>", "contains(@id)",
         "the expression in \"if\" fails: a function has too many or too few arguments "
         "[HO-373]"},
        {"<sources if=\"x:y\"/>", "x:y",
         "the expression in \"if\" fails: names have no prefix here [HO-373]"},
        {"<for-each><sources/></for-each>", "<for-each",
         "<for-each> needs the attribute \"select\" [HO-162]"},
        {"<sources if=\" \"/>", "if=\" \"",
         "the value of \"if\" is not filled in [HO-171]"},
        {"<paragraph><span if=\"(\">1</span></paragraph>", "\">1</span>",
         "the expression in \"if\" cannot be read here: "},
    };
    EXPECT_SLIPS(slips);
}

Test(template, reports_all_mistakes_of_a_file)
{
    struct copy copy = begin(HO_TEMPLATES);
    const struct ho_template *template = NULL;
    spoil(&copy, "handout.xml", "<sources/>",
          "<sheet/><paragraph string=\"sheet.stop\"/><sources if=\"(\"/><panel "
          "kind=\"red\"><i/></panel>",
          "<sheet/>");
    cr_expect(!ho_template_load(&copy.ctx, copy.folder, "handout", &template));
    cr_expect_eq(copy.ctx.diags.count, 5, "%s", messages(&copy.ctx));
    end(&copy);
}

Test(template, needs_a_section_its_own_id_and_printable_margins)
{
    static const struct {
        const char *old, *new, *mark, *message;
    } slips[] = {
        {"margin=\"17\"", "margin=\"9\"", "margin=\"9\"",
         "the value of \"margin\" is not a number of millimetres from 10 to 25 "
         "[HO-171]"},
        {"id=\"handout\"", "id=\"handuot\"",
         "id=", "the value of \"id\" is not \"handout\" [HO-171]"},
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct copy copy = begin(HO_TEMPLATES);
        const struct ho_template *template = NULL;
        const char *place =
            spoil(&copy, "handout.xml", slips[i].old, slips[i].new, slips[i].mark);
        cr_expect(!ho_template_load(&copy.ctx, copy.folder, "handout", &template));
        cr_expect(strstr(messages(&copy.ctx), ho_format(copy.ctx.arena, "%s: error: %s",
                                                        place, slips[i].message)),
                  "%s", messages(&copy.ctx));
        end(&copy);
    }
    struct copy copy = begin(HO_TEMPLATES);
    const struct ho_template *template = NULL;
    write_copy(path_in(&copy, "empty.xml"), "<template id=\"empty\" margin=\"17\"/>");
    cr_expect(!ho_template_load(&copy.ctx, copy.folder, "empty", &template));
    cr_expect(strstr(messages(&copy.ctx), ":1:1: error: <template> needs a <section>"));
    end(&copy);
}
