/* Rosters: what a row says, what is refused and where, and that good rows survive bad ones.
 * SPDX-License-Identifier: MIT */
#include "model/roster.h"
#include "unit/model/content_copy.h"

struct trial {
    struct ho_ctx ctx;
    const char *path;
    const struct ho_roster *roster;
    bool ok;
};

static struct trial load_text(const char *text, size_t length)
{
    struct trial t = {.ctx = {.arena = ho_arena_new()}};
    char *path = ho_strdup(t.ctx.arena, "/tmp/handout-test-XXXXXX");
    int descriptor = mkstemp(path);
    cr_assert_geq(descriptor, 0);
    cr_assert_eq(write(descriptor, text, length), (ssize_t)length);
    close(descriptor);
    t.path = path;
    t.ok = ho_roster_load(&t.ctx, path, &t.roster);
    return t;
}

static struct trial load(const char *text)
{
    return load_text(text, strlen(text));
}

static void finish(struct trial *t)
{
    unlink(t->path);
    ho_arena_free(t->ctx.arena);
}

static void expect_message(struct trial *t, const char *place, const char *message)
{
    const char *wanted = ho_format(t->ctx.arena, "%s:%s: %s", t->path, place, message);
    const char *all = messages(&t->ctx);
    cr_expect(strstr(all, wanted), "wanted\n%s\ngot\n%s", wanted, all);
}

static const struct ho_record *record_at(const struct trial *t, size_t index)
{
    cr_assert(t->ok);
    cr_assert_gt(t->roster->rows.count, index);
    const struct ho_record *record = t->roster->rows.items[index].record;
    cr_assert(record);
    return record;
}

#define HEAD "id,name,condition,language,side,exercises,goals\n"
#define GOOD "a,Ann Example,sciatica,en-GB,left,cat-cow,Walk.\n"

/* ---- what a row says ---- */

Test(roster, reads_the_examples_as_the_same_records)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_roster *csv, *xml;
    cr_assert(ho_roster_load(&ctx, HO_CONTENT "/examples/roster.csv", &csv), "%s",
              messages(&ctx));
    cr_assert(ho_roster_load(&ctx, HO_CONTENT "/examples/roster.xml", &xml), "%s",
              messages(&ctx));
    cr_expect_eq(ctx.diags.count, 0, "%s", messages(&ctx));
    cr_assert_eq(csv->rows.count, 3);
    cr_assert_eq(xml->rows.count, 3);
    cr_expect_eq(csv->failed + xml->failed, 0);
    for (size_t i = 0; i < 3; i++)
        cr_expect_str_eq(ho_record_dump(ctx.arena, csv->rows.items[i].record),
                         ho_record_dump(ctx.arena, xml->rows.items[i].record));
    ho_arena_free(ctx.arena);
}

Test(roster, examples_hold_against_the_library)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_roster *roster;
    const struct ho_library *library;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    cr_assert(ho_roster_load(&ctx, HO_CONTENT "/examples/roster.csv", &roster));
    for (size_t i = 0; i < roster->rows.count; i++)
        cr_expect(ho_record_check(&ctx, library, roster->rows.items[i].record));
    cr_expect_eq(ctx.diags.count, 0, "%s", messages(&ctx));
    ho_arena_free(ctx.arena);
}

Test(roster, a_row_can_say_all_that_a_record_can)
{
    struct trial t = load(
        "id,name,name-printed,born,email,side,body,condition,language,type,clinician,"
        "starts,"
        "review,next-visit-date,next-visit,exercises,exercise-notes,advice,cautions,"
        "goals,note,assessed-by,assessed-on,flag:fever,flag:leaking\n"
        "a,Ann,Anna,1979-03-14,ann@example.org,both,b,sciatica,en-GB,giant,Dr "
        "B,2026-11-23,2026-12-21,"
        "2026-12-07,at ten,cat-cow:repetitions=9:sets=2|figure-four,"
        "cat-cow: on the bed,breaks,no-floor|no-kneeling,\"Sit.|Walk, slowly.\","
        "Free.,Dr B,2026-11-22,yes,no\n");
    const char *dump = ho_record_dump(t.ctx.arena, record_at(&t, 0));
    cr_expect_str_eq(
        dump,
        "record a\ncondition sciatica\nlanguage en-GB\nname Ann\nname-printed Anna\n"
        "born 1979-03-14\nemail ann@example.org\nbody b\nside both\ntype "
        "giant\nclinician Dr B\n"
        "starts 2026-11-23\nreview 2026-12-21\n"
        "exercise cat-cow\n  repetitions 9\n  sets 2\n  note on the bed\n"
        "exercise figure-four\nadvice breaks\ngoal Sit.\ngoal Walk, slowly.\n"
        "caution no-floor\ncaution no-kneeling\nnext-visit-date 2026-12-07\n"
        "next-visit at ten\nfree-note Free.\nanswer fever yes\nanswer leaking no\n"
        "assessed-by Dr B\nassessed-on 2026-11-22\n");
    finish(&t);
}

Test(roster, reads_every_shape_of_rfc_4180)
{
    static const char *const texts[] = {
        HEAD GOOD,
        "\xEF\xBB\xBF" HEAD GOOD,
        "id,name,condition,language,side,exercises,goals\r\n"
        "a,Ann Example,sciatica,en-GB,left,cat-cow,Walk.\r\n",
        "\n" HEAD "\n\n" GOOD "\n",
        HEAD "a,Ann Example,sciatica,en-GB,left,cat-cow,Walk.",
        HEAD "\"a\",\"Ann Example\",\"sciatica\",\"en-GB\",\"left\",\"cat-cow\",\"Walk."
             "\"\n",
        HEAD "a,\"Ann\nExample\",sciatica,en-GB,left,\"cat-cow\n\",\"\nWalk.\n\"\n",
        HEAD "a,\"Ann\r\nExample\",sciatica,en-GB,left,cat-cow,Walk.\r\n",
        HEAD ",,,,,,\n" GOOD ",,,,,,\n",
        HEAD " a , Ann  Example , sciatica , en-GB , left , cat-cow , Walk. \n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct trial t = load(texts[i]);
        cr_expect_eq(t.ctx.diags.count, 0, "%zu: %s", i, messages(&t.ctx));
        cr_expect_str_eq(record_at(&t, 0)->name, "Ann Example");
        cr_expect_str_eq(record_at(&t, 0)->goals.items[0].text, "Walk.");
        cr_expect_eq(t.roster->rows.count, 1);
        finish(&t);
    }
}

Test(roster, doubled_quotation_marks_are_one)
{
    struct trial t =
        load(HEAD "a,\"Ann \"\"Nan\"\" Example\",sciatica,en-GB,left,cat-cow,\n");
    cr_expect_str_eq(record_at(&t, 0)->name, "Ann \"Nan\" Example");
    finish(&t);
}

Test(roster, finds_the_separator_and_says_so)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"id;name;condition;language;exercises\na;Ann, B.;sciatica;en-GB;cat-cow\n",
         "semicolons"},
        {"id\tname\tcondition\tlanguage\texercises\na\tAnn, "
         "B.\tsciatica\ten-GB\tcat-cow\n",
         "tabs"},
    };
    for (size_t i = 0; i < 2; i++) {
        struct trial t = load(cases[i].text);
        cr_expect_str_eq(record_at(&t, 0)->name, "Ann, B.");
        cr_expect_eq(t.ctx.diags.count, 1);
        cr_expect(strstr(messages(&t.ctx), cases[i].name));
        cr_expect(!ho_has_errors(&t.ctx));
        finish(&t);
    }
}

Test(roster, needs_no_exercises_where_a_red_flag_is)
{
    struct trial t = load("id,name,condition,language,exercises,flag:leaking\n"
                          "a,Ann,sciatica,en-GB,,yes\nb,Bob,sciatica,en-GB,,no\n");
    cr_expect_eq(record_at(&t, 0)->exercises.count, 0);
    cr_expect_eq(t.roster->failed, 1);
    expect_message(&t, "3:22", "error: \"exercises\" is empty in this row [HO-336]");
    finish(&t);
}

/* ---- what is refused ---- */

Test(roster, refuses_a_first_line_it_does_not_know)
{
    static const struct {
        const char *text, *place, *message;
    } cases[] = {
        {"id,nmae,condition,language,exercises\n", "1:4",
         "error: column 2 has a name that is not known [HO-333]\n  hint: did you mean "
         "\"name\"?"},
        {"id,name,condition,language,exercises,name\n", "1:38",
         "error: the column \"name\" is there twice [HO-334]"},
        {"id,name,condition,language\n", "1:1",
         "error: the column \"exercises\" is missing [HO-335]"},
        {"id,name,condition,language,exercises,flag:a/b\n", "1:38",
         "error: column 6 has a name that is not known [HO-333]"},
        {"id,na\"me\n", "1:6",
         "error: the CSV is broken: a quotation mark stands inside"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial t = load(cases[i].text);
        cr_expect(!t.ok);
        expect_message(&t, cases[i].place, cases[i].message);
        finish(&t);
    }
}

Test(roster, tells_every_mistake_at_its_cell_and_keeps_the_good_rows)
{
    struct trial t = load(
        HEAD GOOD "b,Bob,sciatica,en-GB,lfet,cat-cow:hold=x|cat-cwo:reps=3,\n"
                  ",Cem,sciatica,,left,cat-cow,\n"
                  "d,Dan,sciatica,en-GB,left,cat-cow\n"
                  "e,Eve,sciatica,en-GB,left,cat-cow,Walk.,slowly\n"
                  "a,Flo,sciatica,en-GB,left,cat-cow,\n"
                  "g g,Gus,sciatica,en-GB,left,cat-cow|cat-cow,\n"
                  "h,Hal,sciatica,en-GB,left,\"figure-four\n|cat-cow:hold=\"\"\",\n"
                  "i,Ida,sciatica,en-GB,right,cat-cow,\n");
    cr_assert(t.ok);
    cr_expect_eq(t.roster->rows.count, 9);
    cr_expect_eq(t.roster->failed, 7);
    cr_expect(t.roster->rows.items[0].record);
    cr_expect(t.roster->rows.items[8].record);
    expect_message(&t, "3:22",
                   "error: the value of \"side\" is not one of: none, left");
    expect_message(&t, "3:35", "error: the value of \"hold\" is not a whole number");
    expect_message(&t, "3:50",
                   "error: the value of \"exercises\" is not a list of exercises");
    expect_message(&t, "4:1", "error: \"id\" is empty in this row [HO-336]");
    expect_message(&t, "4:15", "error: \"language\" is empty in this row [HO-336]");
    expect_message(&t, "5:1", "error: this row has 6 cells, the first line 7 [HO-337]");
    expect_message(&t, "6:41", "error: this row has 8 cells, the first line 7");
    expect_message(&t, "7:1",
                   "error: the id of this record is that of line 2, too [HO-339]");
    expect_message(&t, "8:1", "error: the value of \"id\" is not an id [HO-171]");
    expect_message(&t, "8:37", "error: the exercise \"cat-cow\" is there twice");
    expect_message(&t, "10:10", "error: the value of \"hold\" is not a whole number");
    finish(&t);
}

Test(roster, a_stray_quotation_mark_costs_its_own_row)
{
    static const struct {
        const char *row, *place, *words;
    } cases[] = {
        {"x,An\"n,sciatica,en-GB,left,cat-cow,\n", "2:5", "a quotation mark stands"},
        {"x,\"Ann\"e,sciatica,en-GB,left,cat-cow,\n", "2:8", "text follows the"},
        {"x,\"Ann,sciatica,en-GB,left,cat-cow,\n", "2:3",
         "the cell that begins here is not closed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ho_arena *arena = ho_arena_new();
        struct trial t = load(ho_format(arena, HEAD "%s" GOOD, cases[i].row));
        cr_assert(t.ok);
        cr_expect_eq(t.roster->rows.count, 2);
        cr_expect_eq(t.roster->failed, 1);
        cr_expect_str_eq(record_at(&t, 1)->id, "a");
        expect_message(
            &t, cases[i].place,
            ho_format(arena, "error: the CSV is broken: %s", cases[i].words));
        cr_expect_eq(t.ctx.diags.count, 1, "%s", messages(&t.ctx));
        finish(&t);
        ho_arena_free(arena);
    }
}

Test(roster, refuses_what_is_no_text_or_holds_no_record)
{
    static const struct {
        const char *text;
        size_t length;
        const char *message;
    } cases[] = {
        {"", 0, "there is no record in this roster [HO-341]"},
        {HEAD, sizeof HEAD - 1, "there is no record in this roster [HO-341]"},
        {"id,n\0a", 6, "1:5: error: the CSV is broken: a zero byte"},
        {"id,n\xE9\n", 6, "1:5: error: is not UTF-8 (it seems to be Windows-1252)"},
        {"\xFF\xFEi\0d\0", 6, "is not UTF-8 (it seems to be UTF-16)"},
        {"<record/>", 9,
         "1:1: error: this is a <record> file; a <records> was expected"},
        {"<records/>", 10, "there is no record in this roster [HO-341]"},
        {"<!-- nothing -->", 16, "error: the XML is broken"},
        {"<!DOCTYPE records><records/>", 28, "a DOCTYPE is not allowed [HO-136]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial t = load_text(cases[i].text, cases[i].length);
        cr_expect(!t.ok);
        const char *all = messages(&t.ctx);
        cr_expect(strstr(all, cases[i].message), "%zu: %s", i, all);
        finish(&t);
    }
}

Test(roster, xml_keeps_the_good_records)
{
    struct trial t =
        load("<records>\n"
             "<record id='a' condition='sciatica' language='en-GB'><patient "
             "name='Ann'/><plan><exercise ref='cat-cow'/></plan></record>\n"
             "<record id='b' condition='sciatica' language='en-GB'><patient "
             "name='Bob'/></record>\n"
             "<recrod/>\n</records>");
    cr_assert(t.ok);
    cr_expect_eq(t.roster->rows.count, 3);
    cr_expect_eq(t.roster->failed, 2);
    cr_expect_str_eq(record_at(&t, 0)->name, "Ann");
    expect_message(&t, "3:1", "error: <record> needs a <plan>");
    expect_message(&t, "4:1", "error: <recrod> is not known inside <records>");
    finish(&t);
}

/* Each is one slip in the second of three records. */
Test(roster, a_broken_record_costs_itself_alone)
{
    static const struct {
        const char *record, *place, *message;
    } cases[] = {
        {"<record id='b'><patient></record>", "3:25",
         "error: the XML is broken: this end tag does not close <patient> of line 3"},
        {"<record id='b'><patient name='B'/>", "3:35", "error: the XML is broken"},
        {"<record id='b", "3:14", "error: the XML is broken"},
        {"<record id='b'><!-- </record> -->&nbsp;</record>", "3:34",
         "error: the entity \"nbsp\" is not known"},
        {"<record id='b'><patient name='\xE9'/></record>", "3:31",
         "error: is not UTF-8 (it seems to be Windows-1252)"},
        {"Bob", "3:1", "error: text is not allowed directly inside <records>"},
        {"<![CDATA[<record>]]>", "3:2", "error: the XML is broken"},
        {"<record id='b' x='>'/>", "3:16", "error: <record> has no attribute \"x\""},
    };
    static const char good[] =
        "<record id='%s' condition='sciatica' language='en-GB'><patient name='A'/>"
        "<plan><exercise ref='cat-cow'/></plan></record>\n";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ho_arena *arena = ho_arena_new();
        struct ho_text text = {.arena = arena};
        ho_text_add(&text, "<records>\n");
        ho_text_add_format(&text, good, "a");
        ho_text_add_format(&text, "%s\n", cases[i].record);
        ho_text_add_format(&text, good, "c");
        ho_text_add(&text, "</records>\n");
        struct trial t = load(ho_text_end(&text));
        cr_assert(t.ok);
        cr_expect_eq(t.roster->rows.count, 3, "%zu: %zu rows", i, t.roster->rows.count);
        cr_expect_eq(t.roster->failed, 1, "%zu", i);
        cr_expect_str_eq(record_at(&t, t.roster->rows.count - 1)->id, "c");
        expect_message(&t, cases[i].place, cases[i].message);
        finish(&t);
        ho_arena_free(arena);
    }
}

Test(roster, a_file_that_was_cut_short_is_told)
{
    struct trial t = load("<records>\n<record id='a'/>\n");
    cr_assert(t.ok);
    cr_expect_eq(t.roster->failed, 2);
    expect_message(&t, "3:1",
                   "error: the XML is broken: the file ends inside <records> [HO-131]");
    finish(&t);
}

Test(roster, tells_no_patient_data)
{
    static const char *const texts[] = {
        "Zaphod Quennell,1979,wombat\nb,c,d\n",
        HEAD "Zaphod Quennell,,Quennell x,wombat wombat,wombat,Zaphod "
             "q:wombat=3,wombat\n"
             "z,Zaphod,1979\n\"Zaphod\"Quennell,\n",
    };
    for (size_t i = 0; i < 2; i++) {
        struct trial t = load(texts[i]);
        cr_expect(ho_has_errors(&t.ctx));
        const char *all = messages(&t.ctx);
        cr_expect(!strstr(all, "Zaphod") && !strstr(all, "Quennell") &&
                      !strstr(all, "wombat") && !strstr(all, "1979"),
                  "%s", all);
        finish(&t);
    }
}

Test(roster, columns_are_told_with_examples_that_can_be_read)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_text head = {.arena = arena}, row = {.arena = arena};
    for (const struct ho_roster_column *c = ho_roster_columns; c->name; c++) {
        bool is_flag = strncmp(c->name, "flag:", 5) == 0;
        ho_text_add_format(&head, "%s%s", head.count ? "," : "",
                           is_flag ? "flag:leaking" : c->name);
        ho_text_add_format(&row, "%s\"%s\"", row.count ? "," : "", c->example);
    }
    struct trial t =
        load(ho_format(arena, "%s\n%s\n", ho_text_end(&head), ho_text_end(&row)));
    cr_expect_eq(t.ctx.diags.count, 0, "%s", messages(&t.ctx));
    cr_expect(record_at(&t, 0));
    finish(&t);
    ho_arena_free(arena);
}

Test(roster, reads_headings_and_words_as_people_type_them)
{
    struct trial t = load("ID, Name ,Condition,Language,Next visit,Side,Exercises,,\n"
                          "a,A,sciatica,EN_gb,soon,LEFT,cat-cow,,\n"
                          "b,B,sciatica,en-GB,,none,cat-cow,,,,\n");
    cr_expect_str_eq(record_at(&t, 0)->language, "en-GB");
    cr_expect_eq(record_at(&t, 0)->side, HO_SIDE_LEFT);
    cr_expect_eq(record_at(&t, 1)->side, HO_SIDE_NONE);
    finish(&t);
}

Test(roster, refuses_a_cell_that_would_be_left_out)
{
    struct trial t = load("id,name,condition,language,exercises,\n"
                          "a,A,sciatica,en-GB,cat-cow,me\n");
    cr_assert(t.ok);
    cr_expect_null(t.roster->rows.items[0].record);
    expect_message(&t, "2:28",
                   "error: this cell stands in column 6, which has no name [HO-976]");
    finish(&t);
}
