/* The record and the clinic: what is refused, where, and that no message tells a patient's data.
 * SPDX-License-Identifier: MIT */
#include "model/record.h"
#include "unit/model/content_copy.h"

#define RECORD "sam-taylor.xml"

struct slip {
    const char *old, *new, *mark, *message;
};

static struct copy begin_record(void)
{
    return begin(HO_CONTENT "/examples");
}

/* Loads the record and, if it is whole, holds it against the shipped library. */
static bool load_and_check(struct copy *copy)
{
    const struct ho_library *library = NULL;
    const struct ho_record *record = NULL;
    cr_assert(ho_library_load(&copy->ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    return ho_record_load(&copy->ctx, path_in(copy, RECORD), &record) &&
           ho_record_check(&copy->ctx, library, record);
}

static void expect_slips(const struct slip *slips, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct copy copy = begin_record();
        const char *place =
            spoil(&copy, RECORD, slips[i].old, slips[i].new, slips[i].mark);
        cr_expect(!load_and_check(&copy), "%s", slips[i].new);
        const char *wanted =
            ho_format(copy.ctx.arena, "%s: error: %s", place, slips[i].message);
        const char *all = messages(&copy.ctx);
        cr_expect(strstr(all, wanted), "wanted\n%s\ngot\n%s", wanted, all);
        end(&copy);
    }
}

#define EXPECT_SLIPS(slips) expect_slips((slips), sizeof(slips) / sizeof *(slips))

Test(record, reads_the_example)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_record *record;
    cr_assert(ho_record_load(&ctx, HO_CONTENT "/examples/" RECORD, &record), "%s",
              messages(&ctx));
    const char *dump = ho_record_dump(ctx.arena, record);
    static const char wanted[] =
        "record sam-taylor\ncondition sciatica\nlanguage en-GB\nname Sam Taylor\n"
        "born 1979-03-14\nemail sam@example.org\nside left\nstarts 2026-11-23\nreview "
        "2026-12-21\n"
        "exercise single-knee-to-chest\n  repetitions 5\nexercise cat-cow\n"
        "exercise figure-four\ngoal Sit through a film.\n"
        "goal Walk to the shop and back.\nanswer hard-to-start no\n";
    cr_expect_eq(strncmp(dump, wanted, strlen(wanted)), 0, "%s", dump);
    cr_expect_eq(record->answers.count, 21);
    ho_arena_free(ctx.arena);
}

Test(record, refuses_what_is_broken_at_its_place)
{
    static const struct slip slips[] = {
        {"side=\"left\"", "side=\"lfet\"", "side=",
         "the value of \"side\" is not one of: none, left, right, both [HO-171]\n  "
         "hint: did you mean \"left\"?"},
        {" name=\"Sam Taylor\"", "", "<patient",
         "<patient> needs the attribute \"name\" [HO-162]"},
        {"1979-03-14", "1979-02-29",
         "born=", "the value of \"born\" is not a date [HO-171]"},
        {"1979-03-14", "14.3.1979",
         "born=", "the value of \"born\" is not a date [HO-171]"},
        {"repetitions=\"5\"", "reps=\"5\"",
         "reps=", "<exercise> has no attribute \"reps\" [HO-159]"},
        {"repetitions=\"5\"", "repetitions=\"five\"",
         "repetitions=", "the value of \"repetitions\" is not a whole number [HO-171]"},
        {"<goals>", "<gaols>x</gaols><goals>", "<gaols>",
         "<gaols> is not known inside <record> [HO-158]\n  hint: did you mean "
         "<goals>?"},
        {"<goal>Sit through a film.</goal>", "<goal/>", "<goal/>",
         "<goal> is empty [HO-174]"},
        {"ref=\"cat-cow\"", "ref=\"figure-four\"", "ref=\"figure-four\"/>\n  </plan",
         "the exercise \"figure-four\" is there twice [HO-207]"},
        {"sign=\"leaking\"", "sign=\"hard-to-start\"",
         "sign=\"hard-to-start\" answer=\"no\"/>\n    <question sign=\"c",
         "the question \"hard-to-start\" is there twice [HO-207]"},
        {"answer=\"no\"", "answer=\"nein\"",
         "answer=", "the value of \"answer\" is not one of: not-asked, no, yes"},
        {"id=\"sam-taylor\"", "id=\"../../etc\"",
         "id=", "the value of \"id\" is not an id [HO-171]"},
        {" language=\"en-GB\"", "", "<record",
         "<record> needs the attribute \"language\" [HO-162]"},
    };
    EXPECT_SLIPS(slips);
}

#define TEN "0123456789"
#define FIFTY TEN TEN TEN TEN TEN
#define THREE_HUNDRED FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY

Test(record, refuses_what_is_too_long_or_cannot_be_printed)
{
    static const struct slip slips[] = {
        {"\"Sam Taylor\"", "\"" THREE_HUNDRED "\"", "name=",
         "the value of \"name\" is longer than 120 characters [HO-320]\n  hint: it has "
         "300; shorten it"},
        {"Sit through a film.", THREE_HUNDRED, "<goal>",
         "the value of \"goal\" is longer than 200 characters [HO-320]"},
        {"<goals>",
         "<note>" THREE_HUNDRED THREE_HUNDRED THREE_HUNDRED FIFTY FIFTY
         "01</note><goals>",
         "<note>", "the value of \"note\" is longer than 1000 characters [HO-320]"},
        {"name=\"Sam", "name=\"S\xC2\x85m", "name=",
         "the value of \"name\" holds the character U+0085, which cannot be "
         "printed [HO-321]"},
        {"name=\"Sam", "name=\"S\xE2\x80\xAEm", "name=",
         "the value of \"name\" holds the character U+202E, which cannot be "
         "printed [HO-321]"},
    };
    EXPECT_SLIPS(slips);
}

Test(record, takes_a_name_as_long_as_the_limit_and_folds_its_spaces)
{
    struct copy copy = begin_record();
    const struct ho_record *record;
    spoil(&copy, RECORD, "\"Sam Taylor\"", "\"  Sam   " FIFTY FIFTY TEN "012345 \"",
          "<");
    cr_assert(ho_record_load(&copy.ctx, path_in(&copy, RECORD), &record), "%s",
              messages(&copy.ctx));
    cr_expect_str_eq(record->name, "Sam " FIFTY FIFTY TEN "012345");
    end(&copy);
}

Test(record, tells_in_which_order_a_date_was_written)
{
    static const struct slip slips[] = {
        {"1979-03-14", "14/03/1979", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: this seems to be day, "
         "month, year"},
        {"1979-03-14", "03/14/1979", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: this seems to be "
         "month, "
         "day, year"},
        {"1979-03-14", "3.4.1979", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: day and month cannot "
         "be told apart"},
        {"1979-03-14", "1979/3/14", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: write it with two "
         "digits"},
        {"1979-03-14", "14-03-79", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: write the year with "
         "four"},
        {"1979-03-14", "1979-02-30", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: there is no such day"},
        {"1979-03-14", "in spring", "born=",
         "the value of \"born\" is not a date [HO-171]\n  hint: write year, month"},
        {"2026-12-21", "2026-11-22", "review=",
         "the value of \"review\" is not a date on or after that of \"starts\""},
        {"1979-03-14", "2027-03-14", "starts=",
         "the value of \"starts\" is not a date on or after that of \"born\""},
    };
    EXPECT_SLIPS(slips);
}

Test(record, refuses_two_answers_to_one_question)
{
    static const struct slip slips[] = {
        {"<question sign=\"foot-drop\" answer=\"no\"/>",
         "<question sign=\"leaking\" answer=\"yes\"/>",
         "sign=\"leaking\" answer=\"yes\"",
         "the question \"leaking\" is there twice [HO-207]\n  hint: the answers "
         "differ"},
    };
    EXPECT_SLIPS(slips);
}

Test(record, refuses_more_than_a_handout_can_show)
{
    struct copy copy = begin_record();
    const char *goals = "";
    for (int i = 0; i < 11; i++)
        goals = ho_format(copy.ctx.arena, "%s<goal>Goal %d</goal>", goals, i);
    const char *place = spoil(&copy, RECORD, "<goal>Sit through a film.</goal>", goals,
                              "<goal>Goal 10");
    cr_expect(!load_and_check(&copy));
    cr_expect(
        strstr(messages(&copy.ctx),
               ho_format(copy.ctx.arena,
                         "%s: error: <goals> holds more <goal> than the 10 that are "
                         "allowed [HO-322]",
                         place)));
    end(&copy);
}

Test(record, reads_every_field_with_its_place)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_record *record;
    struct copy copy = begin_record();
    write_copy(path_in(&copy, RECORD),
               "<record id='a' condition='sciatica' language='en-GB' type='large'>\n"
               "<patient name='N' name-printed='P' born='1979-03-14' side='both' "
               "body='b' email='n@example.org'/>\n"
               "<clinician>Dr C</clinician>\n"
               "<plan starts='2026-11-23'><exercise ref='cat-cow' sets='2'>\n"
               "<note>On the bed.</note></exercise></plan>\n"
               "<advice><topic ref='breaks'/></advice>\n"
               "<next-visit date='2026-12-01'>at ten</next-visit>\n"
               "<note>Free.</note></record>");
    cr_assert(ho_record_load(&ctx, path_in(&copy, RECORD), &record), "%s",
              messages(&ctx));
    cr_expect_str_eq(ho_record_dump(ctx.arena, record),
                     "record a\ncondition sciatica\nlanguage en-GB\nname N\n"
                     "name-printed P\nborn 1979-03-14\nemail n@example.org\nbody "
                     "b\nside both\ntype large\n"
                     "clinician Dr C\nstarts 2026-11-23\nexercise cat-cow\n  sets 2\n"
                     "  note On the bed.\nadvice breaks\nnext-visit-date 2026-12-01\n"
                     "next-visit at ten\nfree-note Free.\n");
    cr_expect_str_eq(ho_record_name(record), "P");
    const struct {
        struct ho_span at;
        int line, column;
    } places[] = {
        {record->edition_at, 1, 54},
        {record->name_printed_at, 2, 19},
        {record->body_at, 2, 66},
        {record->clinician_at, 3, 1},
        {record->starts_at, 4, 7},
        {record->exercises.items[0].dose_at[HO_DOSE_SETS], 4, 51},
        {record->exercises.items[0].note_at, 5, 1},
        {record->advice.items[0].at, 6, 16},
        {record->visit_on_at, 7, 13},
        {record->note_at, 8, 1},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        cr_expect_eq(places[i].at.line, places[i].line, "%zu: %d", i,
                     places[i].at.line);
        cr_expect_eq(places[i].at.column, places[i].column, "%zu: %d", i,
                     places[i].at.column);
    }
    end(&copy);
    ho_arena_free(ctx.arena);
}

Test(record, is_held_against_the_library)
{
    static const struct slip slips[] = {
        {"ref=\"cat-cow\"", "ref=\"cat-cwo\"", "<exercise ref=\"cat-cwo\"",
         "there is no exercise \"cat-cwo\" [HO-203]\n  hint: did you mean "
         "\"cat-cow\"?"},
        {"repetitions=\"5\"", "repetitions=\"500\"", "repetitions=",
         "repetitions of \"single-knee-to-chest\" is outside the safe range 3 to 10 "
         "[HO-237]\n"
         "  hint: the library's own figure is 3"},
        {"repetitions=\"5\"", "repetitions=\"2\"", "repetitions=",
         "repetitions of \"single-knee-to-chest\" is outside the safe range 3 to 10 "
         "[HO-237]"},
        {"ref=\"cat-cow\"", "ref=\"cat-cow\" hold=\"10\"",
         "hold=", "\"cat-cow\" has no hold to change [HO-241]\n  hint: leave it out"},
        {" side=\"left\"", "", "<patient",
         "\"figure-four\" is done on one side, but the record names none [HO-256]"},
        {"sign=\"fever\"", "sign=\"fevre\"", "sign=\"fevre\"",
         "there is no red-flag question \"fevre\" [HO-203]\n  hint: did you mean "
         "\"fever\"?"},
        {"<goals>", "<advice><topic ref=\"brakes\"/></advice><goals>", "ref=\"brakes\"",
         "there is no advice \"brakes\" [HO-203]\n  hint: did you mean \"breaks\"?"},
        {"<goals>", "<cautions><caution ref=\"asthma\"/></cautions><goals>",
         "ref=\"asthma\"",
         "the value of \"ref\" is not a caution of this condition [HO-171]"},
    };
    EXPECT_SLIPS(slips);
}

Test(record, takes_doses_at_both_ends_of_the_range)
{
    static const char *const figures[] = {"repetitions=\"3\"", "repetitions=\"10\""};
    for (size_t i = 0; i < 2; i++) {
        struct copy copy = begin_record();
        spoil(&copy, RECORD, "repetitions=\"5\"", figures[i], figures[i]);
        cr_expect(load_and_check(&copy), "%s", messages(&copy.ctx));
        end(&copy);
    }
}

Test(record, gives_the_clinicians_dose_before_the_librarys)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    const struct ho_record *record;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    cr_assert(ho_record_load(&ctx, HO_CONTENT "/examples/" RECORD, &record));
    const struct ho_exercise *knee = ho_exercise_find(library, "single-knee-to-chest");
    cr_expect_eq(ho_prescribed(knee, &record->exercises.items[0], HO_DOSE_REPETITIONS),
                 5);
    cr_expect_eq(ho_prescribed(knee, &record->exercises.items[0], HO_DOSE_HOLD), 20);
    cr_expect_eq(ho_prescribed(knee, &record->exercises.items[0], HO_DOSE_SETS), -1);
    ho_arena_free(ctx.arena);
}

/* Tells all mistakes at once, and no value of a patient's field in any of them. */
Test(record, tells_no_patient_data_in_any_message)
{
    static const char *const secrets[] = {"Zaphod", "Quennell", "1979",
                                          "wombat", "asthma",   "Xylo"};
    static const char *const broken[] = {
        "<record id='Zaphod Quennell' condition='sciatica' language='en-GB'>\n"
        "<patient name='Zaphod Quennell' born='1979-99-99' side='wombat' "
        "nmae='Zaphod'>Zaphod</patient>\n"
        "<plan starts='wombat' review='1979'><exercise ref='Zaphod Quennell' "
        "hold='wombat'/></plan>\n"
        "<goals>wombat<goal><b>wombat</b></goal></goals>\n"
        "<cautions><caution ref='asthma wombat'/></cautions>\n"
        "<red-flags><question sign='wombat wombat' answer='wombat'/><assessed "
        "by='Quennell' on='wombat'/>"
        "</red-flags></record>",
        "<record><patient name='Zaphod &Quennell; wombat'/></record>",
        "<record><patient name='Zaphod & Quennell'/></record>",
        "<record><patient name='Zaphod < Quennell'/></record>",
        "<record><patient name='Zaphod' name='Quennell'/></record>",
        "<record><goal>Zaphod & Quennell</goal></record>",
        "<record><goal>Zaphod ]]> Quennell</record>",
        "<record><goal>Zaphod &#0; Quennell</goal></record>",
        "<record><goal>Zaphod \x01 Quennell</goal></record>",
        "<record><goal>Zaphod \xE9 Quennell</goal></record>",
        "<record><patient name='Zaphod Quennell",
        "<record><goal>Zaphod Quennell",
        "Zaphod Quennell",
        "<!DOCTYPE Zaphod [<!ENTITY Quennell 'wombat'>]><record/>",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct copy copy = begin_record();
        write_copy(path_in(&copy, RECORD), broken[i]);
        cr_expect(!load_and_check(&copy));
        cr_expect(copy.ctx.diags.count >= (i == 0 ? 14 : 1), "%zu",
                  copy.ctx.diags.count);
        const char *all = messages(&copy.ctx);
        for (size_t s = 0; s < sizeof secrets / sizeof *secrets; s++)
            cr_expect(!strstr(all, secrets[s]), "%s in\n%s", secrets[s], all);
        end(&copy);
    }
}

static void expect_emergency(const char *old, const char *new, bool is_emergency,
                             size_t warnings)
{
    struct copy copy = begin_record();
    const struct ho_library *library;
    const struct ho_record *record;
    spoil(&copy, RECORD, old, new, "<");
    cr_assert(ho_library_load(&copy.ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    cr_assert(ho_record_load(&copy.ctx, path_in(&copy, RECORD), &record), "%s",
              messages(&copy.ctx));
    cr_expect(ho_record_check(&copy.ctx, library, record));
    cr_expect_eq(ho_record_is_emergency(library, record), is_emergency, "%s", new);
    cr_expect_eq(copy.ctx.diags.count, warnings, "%s", messages(&copy.ctx));
    cr_expect(!ho_has_errors(&copy.ctx));
    end(&copy);
}

Test(record, knows_an_emergency)
{
    expect_emergency("\"leaking\" answer=\"no\"", "\"leaking\" answer=\"yes\"", true,
                     1);
    expect_emergency("\"foot-drop\" answer=\"no\"", "\"foot-drop\" answer=\"yes\"",
                     true, 1);
    expect_emergency("\"both-legs-painful\" answer=\"no\"",
                     "\"both-legs-painful\" answer=\"yes\"", true, 1);
    expect_emergency("\"leaking\" answer=\"no\"", "\"leaking\" answer=\"not-asked\"",
                     false, 1);
    expect_emergency("<question sign=\"leaking\" answer=\"no\"/>", "", false, 1);
}

Test(record, treats_an_urgent_sign_as_one_unless_assessed)
{
    expect_emergency("\"fever\" answer=\"no\"", "\"fever\" answer=\"yes\"", true, 1);
    expect_emergency(
        "\"fever\" answer=\"no\"/>",
        "\"fever\" answer=\"yes\"/><assessed by=\"A. Clinician\" on=\"2026-11-22\"/>",
        false, 0);
    expect_emergency(
        "\"leaking\" answer=\"no\"/>",
        "\"leaking\" answer=\"yes\"/><assessed by=\"A. Clinician\" on=\"2026-11-22\"/>",
        true, 1);
}

Test(record, needs_a_plan_unless_a_red_flag_is_there)
{
    static const char plain[] = "<record id='a' condition='sciatica' "
                                "language='en-GB'><patient name='B'/>%s</record>";
    static const char *const flags[] = {
        "", "<red-flags><question sign='leaking' answer='yes'/></red-flags>"};
    for (int i = 0; i < 2; i++) {
        struct copy copy = begin_record();
        const struct ho_record *record;
        write_copy(path_in(&copy, RECORD), ho_format(copy.ctx.arena, plain, flags[i]));
        cr_expect_eq(ho_record_load(&copy.ctx, path_in(&copy, RECORD), &record),
                     i == 1);
        cr_expect_eq(copy.ctx.diags.count, i == 1 ? 0 : 1);
        end(&copy);
    }
}

Test(record, reads_a_clinic_with_its_switch)
{
    static const struct {
        const char *text;
        bool ok, alone;
    } cases[] = {
        {"<clinic country='GB'><name>A</name><phone>1</phone></clinic>", true, true},
        {"<clinic><name>A</name><phone>1</phone><red-flags "
         "leg-pain-alone='no'/></clinic>",
         true, false},
        {"<clinic><name>A</name><phone>1</phone><red-flags leg-pain='no'/></clinic>",
         false, false},
        {"<clinic><name>A</name></clinic>", false, false},
        {"<clinic><name>A</name><name>B</name><phone>1</phone></clinic>", false, false},
        {"<clinic country='../GB'><name>A</name><phone>1</phone></clinic>", false,
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct copy copy = begin_record();
        const struct ho_clinic *clinic = NULL;
        write_copy(path_in(&copy, "clinic.xml"), cases[i].text);
        cr_expect_eq(ho_clinic_load(&copy.ctx, path_in(&copy, "clinic.xml"), &clinic),
                     cases[i].ok);
        cr_expect_eq(clinic != NULL, cases[i].ok);
        cr_expect_eq(copy.ctx.diags.count, cases[i].ok ? 0 : 1, "%s",
                     messages(&copy.ctx));
        if (clinic)
            cr_expect_eq(clinic->leg_pain_alone, cases[i].alone);
        end(&copy);
    }
}
