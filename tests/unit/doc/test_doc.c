/* SPDX-License-Identifier: MIT */
#include "support/example.h"

static const char *dump(struct example *example)
{
    return ho_blocks_dump(example->ctx.arena, build_blocks(example));
}

/* The dump without its marks of strong words. */
static const char *plain_dump(struct example *example)
{
    struct ho_text text = {.arena = example->ctx.arena};
    for (const char *c = dump(example); *c; c++)
        if (*c != '*')
            ho_text_add_bytes(&text, c, 1);
    return ho_text_end(&text);
}

/* The example's record with one change. */
static void change_record(struct example *example, const char *old, const char *new)
{
    struct ho_arena *arena = example->ctx.arena;
    take_record(example, with(arena, example_record(arena), old, new));
}

static void expect_no_secret(const struct example *example)
{
    for (size_t i = 0; i < example->ctx.diags.count; i++) {
        const struct ho_diag *diag = &example->ctx.diags.items[i];
        cr_expect_null(strstr(diag->text, "Taylor"));
        cr_expect_null(strstr(diag->text, "1979"));
        cr_expect(!diag->hint || !strstr(diag->hint, "Taylor"));
    }
}

/* ---- the sheet ---- */

Test(doc, the_sheet_has_six_cards_and_every_line_of_every_sign)
{
    struct example example = open_example();
    const struct ho_blocks *blocks = build_blocks(&example);
    const struct ho_red_flags *flags = &example.order.library->red_flags;
    cr_assert_eq(blocks->sheet.cards.count, 6);
    cr_assert_eq(flags->groups.count, 6);
    for (size_t g = 0; g < 6; g++) {
        const struct ho_sheet_card *card = &blocks->sheet.cards.items[g];
        const struct ho_sign_group *group = &flags->groups.items[g];
        size_t line = 0;
        cr_expect_str_eq(card->id, group->id);
        cr_expect_gt(card->title.count, 0);
        cr_expect_gt(card->tick.count, 0);
        for (size_t i = 0; i < group->signs.count; i++)
            for (size_t j = 0; j < group->signs.items[i].full.count; j++, line++) {
                cr_assert_lt(line, card->signs.count);
                cr_expect_str_eq(
                    ho_inlines_text(example.ctx.arena, &card->signs.items[line]),
                    ho_phrase_plain(example.ctx.arena,
                                    &group->signs.items[i].full.items[j]));
            }
        cr_expect_eq(line, card->signs.count);
    }
    cr_expect_eq(blocks->sheet.urgent.count, 6);
    close_example(&example);
}

Test(doc, the_sheet_tells_the_countrys_number_and_action)
{
    struct example example = open_example();
    const struct ho_sheet *sheet = &build_blocks(&example)->sheet;
    struct ho_arena *arena = example.ctx.arena;
    cr_expect_str_eq(ho_inlines_text(arena, &sheet->number), "999");
    cr_expect_str_eq(sheet->number.items[0].uri, "tel:999");
    cr_expect(sheet->number.items[0].uri_description);
    cr_expect_str_eq(ho_inlines_text(arena, &sheet->action), "Call\xC2\xA0"
                                                             "999 or go to A&E");
    cr_expect_str_eq(ho_inlines_text(arena, &sheet->wait),
                     "Do not wait. Do not drive yourself.");
    cr_assert(ho_country_load(&example.ctx, HO_CONTENT, "US", "en-GB",
                              (struct ho_span){0}, &example.order.country));
    sheet = &build_blocks(&example)->sheet;
    cr_expect_str_eq(ho_inlines_text(arena, &sheet->number), "911");
    cr_expect_eq(sheet->avoid.count, 0);
    cr_expect_null(strstr(dump(&example), "999"), "another country's number is left");
    close_example(&example);
}

Test(doc, the_clinics_switch_takes_away_one_sign_and_nothing_else)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    const char *with_sign = dump(&example);
    take_clinic(&example,
                with(arena, example_file(arena, HO_CONTENT "/examples/clinic.xml"),
                     "leg-pain-alone=\"yes\"", "leg-pain-alone=\"no\""));
    const char *without = dump(&example);
    cr_expect_str_eq(without,
                     with(arena, with_sign, "    sign \"Both legs painful\"\n", ""));
    cr_expect(strstr(without, "Both legs weak"));
    cr_expect(strstr(without, "Both legs numb"));
    close_example(&example);
}

Test(doc, the_sheet_names_the_patient)
{
    struct example example = open_example();
    cr_expect_str_eq(
        ho_inlines_text(example.ctx.arena, &build_blocks(&example)->sheet.patient),
        "Sam Taylor, born 14\u00A0March 1979");
    change_record(&example, " born=\"1979-03-14\"", "");
    cr_expect_str_eq(
        ho_inlines_text(example.ctx.arena, &build_blocks(&example)->sheet.patient),
        "Sam Taylor");
    close_example(&example);
}

/* ---- red flags ---- */

Test(doc, an_emergency_leaves_the_sheet_alone)
{
    struct example example = open_example();
    const struct ho_blocks *blocks = build_blocks(&example);
    cr_expect_gt(blocks->body.count, 0);
    change_record(&example, "sign=\"leaking\" answer=\"no\"",
                  "sign=\"leaking\" answer=\"yes\"");
    const struct ho_blocks *alone = build_blocks(&example);
    cr_expect_eq(alone->body.count, 0);
    cr_expect_eq(alone->sheet.cards.count, 6);
    close_example(&example);
}

Test(doc, an_urgent_sign_that_nobody_assessed_leaves_the_sheet_alone)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    change_record(&example, "sign=\"fever\" answer=\"no\"",
                  "sign=\"fever\" answer=\"yes\"");
    cr_expect_eq(build_blocks(&example)->body.count, 0);
    const char *asked =
        with(arena, example_record(arena), "sign=\"fever\" answer=\"no\"",
             "sign=\"fever\" answer=\"yes\"");
    take_record(&example,
                with(arena, asked, "</red-flags>",
                     "<assessed by=\"Ann Lee\" on=\"2026-11-20\"/></red-flags>"));
    cr_expect_gt(build_blocks(&example)->body.count, 0);
    close_example(&example);
}

Test(doc, a_question_not_asked_keeps_the_handout)
{
    struct example example = open_example();
    change_record(&example, "<question sign=\"leaking\" answer=\"no\"/>", "");
    cr_expect_gt(build_blocks(&example)->body.count, 0);
    close_example(&example);
}

/* ---- sides ---- */

Test(doc, the_side_is_the_patients)
{
    struct example example = open_example();
    const char *left = dump(&example);
    cr_expect(strstr(left, "Rest your *left*\u00a0ankle on your *right*\u00a0knee."));
    cr_expect(strstr(left, "side \"Left leg\""));
    change_record(&example, "side=\"left\"", "side=\"right\"");
    const char *right = dump(&example);
    cr_expect(strstr(right, "Rest your *right*\u00a0ankle on your *left*\u00a0knee."));
    cr_expect(strstr(right, "side \"Right leg\""));
    cr_expect_null(strstr(right, "Left leg"));
    close_example(&example);
}

Test(doc, both_sides_are_named_one_after_the_other)
{
    struct example example = open_example();
    change_record(&example, "side=\"left\"", "side=\"both\"");
    const char *both = dump(&example);
    cr_expect(strstr(both, "Rest one ankle on your other knee."));
    cr_expect(strstr(both, "aside \"Each side\""));
    cr_expect_null(strstr(both, "*left*"));
    cr_expect_null(strstr(both, "*right*"));
    close_example(&example);
}

/* ---- doses ---- */

Test(doc, the_clinicians_dose_overrides_the_librarys)
{
    struct example example = open_example();
    cr_expect(strstr(plain_dump(&example), "5\xC2\xA0times"), "the record's figure");
    change_record(&example, "repetitions=\"5\"", "repetitions=\"4\" hold=\"30\"");
    const char *text = plain_dump(&example);
    cr_expect_gt(count_words(text, "4\xC2\xA0times"), 0);
    cr_expect(strstr(text, "Hold for 30\xC2\xA0seconds. Breathe deeply."));
    cr_expect_null(strstr(text, "5\xC2\xA0times"));
    change_record(&example, " repetitions=\"5\"", "");
    cr_expect(strstr(plain_dump(&example), "20\xC2\xA0seconds"));
    close_example(&example);
}

Test(doc, one_is_one_and_not_many)
{
    struct example example = open_example();
    change_record(&example,
                  "<exercise ref=\"cat-cow\"/>\n    <exercise ref=\"figure-four\"/>",
                  "");
    const char *text = dump(&example);
    cr_expect(strstr(text, "1\xC2\xA0"
                           "exercise, about"));
    cr_expect_null(strstr(text, "1\xC2\xA0"
                                "exercises"));
    close_example(&example);
}

static const char *time_of_row(struct example *example, size_t row)
{
    const struct ho_blocks *blocks = build_blocks(example);
    for (size_t i = 0; i < blocks->body.count; i++) {
        const struct ho_block *block = blocks->body.items[i];
        if (block->kind != HO_BLOCK_TABLE)
            continue;
        cr_assert_lt(row, block->rows.count);
        const struct ho_row *cells = &block->rows.items[row];
        return ho_inlines_text(example->ctx.arena,
                               &cells->cells.items[cells->cells.count - 1].text);
    }
    cr_assert(0, "there is no table");
    return NULL;
}

/* (hold + rest) x repetitions x sets x sides, 5 s for a breath, rounded up; the total
 * is the sum of the rows, as a reader would add them. */
Test(doc, minutes_follow_the_formula)
{
    struct example example = open_example();
    cr_expect_str_eq(time_of_row(&example, 0), "4 "); /* 20 s, 5, each */
    cr_expect_str_eq(time_of_row(&example, 1), "1 "); /* 8 breaths */
    cr_expect_str_eq(time_of_row(&example, 2), "2 "); /* 30 s, 3, one */
    cr_expect(strstr(dump(&example), "3\xC2\xA0"
                                     "exercises, about *7\xC2\xA0minutes*"));
    change_record(&example, "repetitions=\"5\"", "repetitions=\"3\"");
    cr_expect_str_eq(time_of_row(&example, 0), "2 "); /* 120 s exactly */
    change_record(&example, "side=\"left\"", "side=\"both\"");
    cr_expect_str_eq(time_of_row(&example, 2), "3 "); /* both legs */
    close_example(&example);
}

/* ---- the body ---- */

/* The template's sections in another order; each once or not at all. */
static void order_sections(struct example *example, size_t first, size_t second)
{
    struct ho_template *changed = ho_new(example->ctx.arena, struct ho_template);
    struct ho_part **sections = example->order.template->sections.items;
    *changed = *example->order.template;
    changed->sections.items = NULL;
    changed->sections.count = changed->sections.capacity = 0;
    ho_push(example->ctx.arena, &changed->sections, sections[first]);
    ho_push(example->ctx.arena, &changed->sections, sections[second]);
    example->order.template = changed;
}

Test(doc, the_template_says_which_sections_in_which_order)
{
    struct example example = open_example();
    order_sections(&example, 7, 0);
    const char *text = dump(&example);
    const char *sources = strstr(text, "Sources and version"),
               *plan = strstr(text, "Your plan at a glance");
    cr_assert(sources && plan);
    cr_expect_lt(sources, plan);
    cr_expect_null(strstr(text, "Your exercises"));
    cr_expect_eq(strncmp(strchr(text, '\n'), "\nsheet\n", 7), 0, "the sheet is first");
    close_example(&example);
}

Test(doc, each_source_is_named_once)
{
    struct example example = open_example();
    const char *text = dump(&example);
    cr_expect_eq(count_words(text, "The founding text of this handout project"), 1);
    cr_expect_eq(count_words(text, "Sports-health: figure four"), 1);
    close_example(&example);
}

Test(doc, the_plan_lists_the_exercises_of_the_record_in_its_order)
{
    struct example example = open_example();
    change_record(&example,
                  "<exercise ref=\"cat-cow\"/>\n    <exercise ref=\"figure-four\"/>",
                  "<exercise ref=\"figure-four\"/>\n    <exercise ref=\"cat-cow\"/>");
    const char *text = dump(&example), *cards = strstr(text, "Your exercises");
    cr_assert(cards);
    cr_expect_lt(strstr(text, "Figure four"), strstr(text, "Cat and cow"));
    cr_expect_lt(strstr(cards, "Figure four"), strstr(cards, "Cat and cow"));
    cr_expect_eq(count_words(text, "Cat and cow"),
                 2 + 4); /* and each week of the diary */
    close_example(&example);
}

Test(doc, goals_are_in_the_patients_words_and_may_be_missing)
{
    struct example example = open_example();
    cr_expect(strstr(dump(&example), "\"Sit through a film.\""));
    struct ho_arena *arena = example.ctx.arena;
    const char *xml = example_record(arena), *from = strstr(xml, "<goals>"),
               *to = strstr(xml, "</goals>");
    cr_assert(from && to);
    take_record(&example, ho_format(arena, "%.*s%s", (int)(from - xml), xml, to + 8));
    cr_expect_null(strstr(dump(&example), "Your goals"));
    close_example(&example);
}

Test(doc, headings_go_down_without_gaps)
{
    struct example example = open_example();
    const char *text = dump(&example);
    int level = 1; /* the sheet's own */
    for (const char *at = text; (at = strstr(at, "heading ")); at++) {
        int next = at[8] - '0';
        cr_expect_leq(next, level + 1, "%.40s", at);
        level = next;
    }
    close_example(&example);
}

/* The nought in brackets is dialled inside the country only; dialled after +44 it would reach nobody. */
Test(doc, a_number_with_its_country_is_dialled_without_the_nought_in_brackets)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    take_clinic(&example,
                with(arena, example_file(arena, HO_CONTENT "/examples/clinic.xml"),
                     "020 7946 0018", "+44 (0)20 7946 0018"));
    const struct ho_furniture *furniture = &build_blocks(&example)->furniture;
    cr_expect_str_eq(furniture->foot.items[furniture->foot.count - 1].uri,
                     "tel:+442079460018");
    close_example(&example);
}

Test(doc, the_foot_names_patient_clinic_phone_and_version)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    const struct ho_furniture *furniture = &build_blocks(&example)->furniture;
    cr_expect_str_eq(ho_inlines_text(arena, &furniture->foot),
                     "Sam Taylor · Riverside Physiotherapy · 020\xC2\xA0"
                     "7946\xC2\xA0"
                     "0018");
    cr_expect_str_eq(furniture->foot.items[furniture->foot.count - 1].uri,
                     "tel:02079460018");
    cr_expect(strstr(ho_inlines_text(arena, &furniture->version), "1.0"));
    cr_expect(strstr(dump(&example), "Review by November 2027"));
    cr_expect(strstr(furniture->page_number, "\1"));
    cr_expect(strstr(furniture->page_number, "\2"));
    close_example(&example);
}

Test(doc, the_dump_is_the_same_every_time)
{
    struct example a = open_example(), b = open_example();
    cr_expect_str_eq(dump(&a), dump(&b));
    cr_expect_str_eq(dump(&a), dump(&a));
    close_example(&a);
    close_example(&b);
}

/* ---- what is missing ---- */

static void drop_string(struct example *example, const char *id)
{
    struct ho_library *changed = ho_new(example->ctx.arena, struct ho_library);
    *changed = *example->order.library;
    changed->strings.items = NULL;
    changed->strings.count = changed->strings.capacity = 0;
    for (size_t i = 0; i < example->order.library->strings.count; i++)
        if (!ho_equal(example->order.library->strings.items[i].id, id))
            ho_push(example->ctx.arena, &changed->strings,
                    example->order.library->strings.items[i]);
    cr_assert_eq(changed->strings.count + 1, example->order.library->strings.count);
    ho_strings_place(example->ctx.arena, changed);
    example->order.library = changed;
}

Test(doc, a_missing_phrase_is_named_and_nothing_is_built)
{
    static const char *const ids[] = {
        "sheet.headline", "sheet.born",         "plan.title",     "dose.hold",
        "date.format",    "side.ankle.working", "footer.reminder"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct example example = open_example();
        const struct ho_blocks *blocks = NULL;
        drop_string(&example, ids[i]);
        example.ctx.diags.count = 0;
        cr_expect_not(ho_doc_build(&example.ctx, &example.order, &blocks));
        cr_expect_null(blocks);
        cr_assert_gt(example.ctx.diags.count, 0, "%s", ids[i]);
        cr_expect_eq(example.ctx.diags.items[0].code, HO_MSG_NO_STRING);
        cr_expect(strstr(example.ctx.diags.items[0].text, ids[i]));
        expect_no_secret(&example);
        close_example(&example);
    }
}

Test(doc, all_missing_phrases_are_reported_at_once)
{
    struct example example = open_example();
    const struct ho_blocks *blocks = NULL;
    drop_string(&example, "sheet.headline");
    drop_string(&example, "plan.title");
    drop_string(&example, "sources.title");
    example.ctx.diags.count = 0;
    cr_expect_not(ho_doc_build(&example.ctx, &example.order, &blocks));
    cr_expect_eq(example.ctx.diags.count, 3);
    close_example(&example);
}

/* ---- what the answers, the cautions and the clinic change ---- */

Test(doc, puts_the_urgent_tier_first_only_for_an_urgent_sign)
{
    static const struct {
        const char *sign, *more;
        bool is_first;
    } cases[] = {
        {"fever", "", true},
        {"leaking", "", false},
        {"fever", "<assessed by=\"A. Clinician\" on=\"2026-11-22\"/>", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct example example = open_example();
        struct ho_arena *arena = example.ctx.arena;
        const char *xml =
            with(arena, example_record(arena),
                 ho_format(arena, "\"%s\" answer=\"no\"", cases[i].sign),
                 ho_format(arena, "\"%s\" answer=\"yes\"", cases[i].sign));
        take_record(&example, with(arena, xml, "</red-flags>",
                                   ho_format(arena, "%s</red-flags>", cases[i].more)));
        cr_expect_eq(build_blocks(&example)->sheet.urgent_first, cases[i].is_first);
        close_example(&example);
    }
}

Test(doc, prints_the_name_that_can_be_printed)
{
    struct example example = open_example();
    struct ho_arena *arena = example.ctx.arena;
    take_record(&example, with(arena, example_record(arena), "name=\"Sam Taylor\"",
                               "name=\"Unprintable\" name-printed=\"Printable\""));
    const char *dump = ho_blocks_dump(arena, build_blocks(&example));
    cr_expect(strstr(dump, "*Printable*"));
    cr_expect(!strstr(dump, "Unprintable"));
    close_example(&example);
}

Test(doc, shows_the_plan_and_not_what_a_caution_excludes)
{
    struct example example = open_example();
    struct ho_plan plan = *example.order.plan;
    plan.exercises.count = 1;
    example.order.plan = &plan;
    const struct ho_blocks *blocks = build_blocks(&example);
    const char *dump = ho_blocks_dump(example.ctx.arena, blocks);
    cr_expect(strstr(dump, "1\xC2\xA0"
                           "exercise"));
    cr_expect(!strstr(dump, "Figure"));
    close_example(&example);
}

Test(doc, names_who_approved_the_texts_and_a_review_date_that_has_passed)
{
    struct example example = open_example();
    const struct ho_approval approval = {.by = "A. Clinician", .on = "2026-11-22"};
    const struct ho_inlines *state = &build_blocks(&example)->furniture.state;
    cr_expect_str_eq(ho_inlines_text(example.ctx.arena, state),
                     "Review by November 2027 · Draft text, not yet signed by a "
                     "clinician");
    example.order.standing =
        (struct ho_standing){.approval = &approval, .is_past_review = true};
    state = &build_blocks(&example)->furniture.state;
    cr_expect_str_eq(ho_inlines_text(example.ctx.arena, state),
                     "Review date passed · Approved by A. Clinician on 22\xC2\xA0"
                     "November 2026");
    close_example(&example);
}

/* ---- the diary, and what is for nobody ---- */

static void expect_weeks(const char *starts, const char *const weeks[4],
                         const char *first_day)
{
    struct example example = open_example();
    change_record(&example, "starts=\"2026-11-23\" review=\"2026-12-21\"",
                  ho_format(example.ctx.arena, "starts=\"%s\"", starts));
    const char *at = plain_dump(&example);
    for (int i = 0; i < 4; i++) {
        const char *head =
            ho_format(example.ctx.arena, "head \"Week\xC2\xA0%d from\xC2\xA0%s\"\n",
                      i + 1, weeks[i]);
        at = strstr(at, head);
        cr_assert(at, "%s: %s", starts, head);
        const char *day = strstr(at + strlen(head), "head \"");
        cr_expect_eq(strncmp(day + 6, first_day, 3), 0, "%s: %.9s", starts, day);
    }
    close_example(&example);
}

Test(doc, the_weeks_of_the_diary_begin_on_the_day_of_the_plan)
{
    static const char *const simple[] = {"23\xC2\xA0Nov", "30\xC2\xA0Nov", "7\u00A0Dec",
                                         "14\u00A0Dec"},
                             *const over_years[] = {"30\u00A0Dec", "6\u00A0Jan",
                                                    "13\u00A0Jan", "20\u00A0Jan"},
                             *const leap[] = {"19\u00A0Feb", "26\u00A0Feb",
                                              "4\u00A0Mar", "11\u00A0Mar"},
                             *const common[] = {"26\u00A0Feb", "5\u00A0Mar",
                                                "12\u00A0Mar", "19\u00A0Mar"};
    expect_weeks("2026-11-23", simple, "Mon");
    expect_weeks("2026-12-30", over_years, "Wed");
    expect_weeks("2028-02-19", leap, "Sat");
    expect_weeks("2100-02-26", common, "Fri"); /* no leap year */
}

Test(doc, the_diary_repeats_number_and_side_of_the_cards)
{
    struct example example = open_example();
    const char *text = plain_dump(&example);
    cr_expect(strstr(text, "row \"Figure four (left)\"\n    number \"3 \""));
    cr_expect_null(strstr(text, "Knee to chest ("));
    close_example(&example);
}

Test(doc, for_nobody_every_dose_is_a_blank)
{
    struct example example = open_example();
    example.order.record = ho_record_general(&example.ctx, example.order.library);
    cr_assert(ho_plan_build(&example.ctx, example.order.library, example.order.record,
                            &example.order.plan));
    const char *text = plain_dump(&example);
    for (size_t i = 0; i < example.order.library->exercises.count; i++)
        cr_expect(strstr(
            text, ho_phrase_plain(example.ctx.arena,
                                  &example.order.library->exercises.items[i].name)));
    cr_expect_null(strstr(text, "patient \""));
    cr_expect_null(strstr(text, "dose \"1"));
    cr_expect_null(strstr(text, "dose \"2"));
    cr_expect_null(strstr(text, "dose \"3"));
    cr_expect(strstr(text, "dose \"___"));
    cr_expect(strstr(text, "Hold for ___\xC2\xA0seconds."));
    close_example(&example);
}

Test(doc, what_a_call_out_points_at_is_said_by_its_number)
{
    struct example example = open_example();
    const char *points = strstr(plain_dump(&example), "points\n");
    cr_assert(points);
    cr_expect(strstr(points, "lead \"Support your low back \"\n"));
    cr_expect(strstr(points, "item \"with your chair, or with a rolled towel.\"\n"));
    close_example(&example);
}
