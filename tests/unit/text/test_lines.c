/* SPDX-License-Identifier: MIT */
#include "setting.h"

#include <stdlib.h>

static const char story[] =
    "Lie on your back. Bend both knees. Put both hands behind your left thigh. Pull "
    "that knee slowly to your chest. Keep your right leg still. Breathe deeply.";

static const struct ho_glyphs *first_run(const struct ho_lines *lines)
{
    cr_assert_geq(lines->count, 1);
    cr_assert_geq(lines->lines[0].count, 1);
    return &lines->lines[0].runs[0].glyphs;
}

static double width_of(struct setting *s, const char *text, ho_pt size)
{
    return set_plain(s, text, size, 0)->widest;
}

/* ---- breaking ---- */

Test(lines, no_line_is_wider_than_the_paragraph)
{
    struct setting s = open_setting();
    for (ho_pt width = 90; width < 500; width += 41) {
        const struct ho_lines *lines = set_plain(&s, story, 12, width);
        cr_expect_gt(lines->count, 1);
        for (size_t i = 0; i < lines->count; i++)
            cr_expect_leq(lines->lines[i].width, width + 0.01);
        cr_expect_leq(lines->widest, width + 0.01);
        cr_expect_str_eq(words_of(&s, lines), story);
    }
    close_setting(&s);
}

Test(lines, a_line_is_as_full_as_it_can_be)
{
    struct setting s = open_setting();
    const ho_pt width = 200;
    const struct ho_lines *lines = set_plain(&s, story, 12, width);
    for (size_t i = 0; i + 1 < lines->count; i++) {
        const char *next = words_of_line(&s, &lines->lines[i + 1]);
        const char *word = ho_strndup(s.ctx.arena, next, strcspn(next, " "));
        double longer =
            lines->lines[i].width + width_of(&s, " ", 12) + width_of(&s, word, 12);
        cr_expect_gt(longer, width, "line %zu has room for the next word", i);
    }
    close_setting(&s);
}

Test(lines, a_word_wider_than_the_paragraph_is_cut_and_that_is_told)
{
    struct setting s = open_setting();
    const char *text = "your Lendenwirbelsaeule";
    const struct ho_lines *lines = set_plain(&s, text, 12, 60);
    cr_expect(lines->is_cut);
    cr_expect_leq(lines->widest, 60.01);
    cr_expect_str_eq(words_of(&s, lines), text);
    cr_expect(set_plain(&s, "Hold for 20\xC2\xA0seconds", 12, 50)->is_cut);
    cr_expect_not(set_plain(&s, text, 12, 140)->is_cut);
    cr_expect_not(set_plain(&s, story, 12, 80)->is_cut);
    cr_expect_not(set_plain(&s, story, 12, 0)->is_cut);
    close_setting(&s);
}

Test(lines, zero_width_means_one_line)
{
    struct setting s = open_setting();
    cr_expect_eq(set_plain(&s, story, 12, 0)->count, 1);
    close_setting(&s);
}

Test(lines, an_empty_paragraph_has_no_lines)
{
    struct setting s = open_setting();
    struct ho_styled spans[] = {plain("", 12), plain("", 14)};
    struct ho_paragraph none = {.language = "en-GB", .width = 100};
    struct ho_paragraph empty = {
        .spans = spans, .count = 2, .language = "en-GB", .width = 100};
    cr_expect_eq(set_paragraph(&s, &none)->count, 0);
    cr_expect_eq(set_paragraph(&s, &empty)->count, 0);
    close_setting(&s);
}

Test(lines, a_number_stays_with_its_unit)
{
    struct setting s = open_setting();
    const char *text = "Hold for 20\xC2\xA0seconds";
    for (ho_pt width = 80; width < 140; width += 3) {
        const struct ho_lines *lines = set_plain(&s, text, 12, width);
        for (size_t i = 0; i < lines->count; i++) {
            const char *words = words_of_line(&s, &lines->lines[i]);
            cr_expect_eq(strstr(words, "20") != NULL, strstr(words, "seconds") != NULL,
                         "broken at %d: %s", (int)width, words);
        }
    }
    close_setting(&s);
}

Test(lines, a_line_keeps_its_last_space_but_does_not_count_it)
{
    struct setting s = open_setting();
    const struct ho_lines *lines = set_plain(&s, "knee chest", 12, 40);
    cr_assert_eq(lines->count, 2);
    const struct ho_glyphs *run = first_run(lines);
    cr_expect_str_eq(run->text, "knee ");
    cr_assert_eq(run->count, 5);
    cr_expect_eq(run->glyphs[4].cluster, 4);
    cr_expect(is_near(run->glyphs[4].x, lines->lines[0].width));
    cr_expect(is_near(lines->lines[0].width, width_of(&s, "knee", 12)));
    close_setting(&s);
}

Test(lines, a_space_at_the_end_of_the_paragraph_does_not_count_either)
{
    struct setting s = open_setting();
    cr_expect(is_near(set_plain(&s, "knee ", 12, 0)->widest, width_of(&s, "knee", 12)));
    cr_expect(
        is_near(set_plain(&s, "knee  ", 12, 200)->widest, width_of(&s, "knee", 12)));
    close_setting(&s);
}

Test(lines, a_space_at_the_end_of_a_right_to_left_line_stands_past_its_end)
{
    struct setting s = open_setting();
    const struct ho_lines *lines = set_rtl(&s, "ركبة ركبة", 12, 40);
    cr_assert_eq(lines->count, 2);
    const struct ho_line *line = &lines->lines[0];
    const struct ho_glyphs *run = &line->runs[0].glyphs;
    cr_expect_str_eq(run->text, "ركبة ");
    cr_assert_eq(run->count, 5);
    cr_expect_eq(run->glyphs[0].cluster, strlen("ركبة"));
    cr_expect_lt(run->glyphs[0].x, -1, "the space lies on the last letter");
    cr_expect(is_near(run->glyphs[1].x, 0) || run->glyphs[1].x > -2);
    cr_expect(is_near(run->x + run->width, 40));
    close_setting(&s);
}

/* ---- shaping ---- */

Test(lines, letters_are_kerned)
{
    struct setting s = open_setting();
    double sum = 0;
    for (const char *c = "AVATAR"; *c; c++)
        sum += width_of(&s, ho_strndup(s.ctx.arena, c, 1), 24);
    cr_expect_lt(width_of(&s, "AVATAR", 24), sum - 1);
    close_setting(&s);
}

Test(lines, a_ligature_is_one_glyph_of_one_cluster)
{
    struct setting s = open_setting();
    const struct ho_glyphs *run = first_run(set_plain(&s, "office", 12, 0));
    cr_assert_eq(run->count, 4);
    cr_expect_eq(run->glyphs[1].cluster, 1);
    cr_expect_eq(run->glyphs[2].cluster, 4);
    close_setting(&s);
}

Test(lines, figures_have_all_the_same_width)
{
    struct setting s = open_setting();
    for (int bold = 0; bold < 2; bold++) {
        double widths[10];
        for (int digit = 0; digit < 10; digit++) {
            struct ho_styled span = plain(ho_format(s.ctx.arena, "%d", digit), 12);
            span.is_bold = bold;
            struct ho_paragraph paragraph = {
                .spans = &span, .count = 1, .language = "en-GB"};
            widths[digit] = set_paragraph(&s, &paragraph)->widest;
            cr_expect(is_near(widths[digit], widths[0]), "digit %d", digit);
        }
    }
    close_setting(&s);
}

Test(lines, every_size_scales_alike)
{
    struct setting s = open_setting();
    double em = width_of(&s, story, 100) / 100;
    for (ho_pt size = 7.5; size <= 78; size += .5) {
        const struct ho_lines *lines = set_plain(&s, story, size, 0);
        cr_expect_lt(fabs(lines->widest / size - em), .05, "at %d/10 pt",
                     (int)(size * 10));
        cr_expect_eq(first_run(lines)->size, size);
    }
    close_setting(&s);
}

Test(lines, a_size_set_again_gives_the_same_lines)
{
    struct setting s = open_setting();
    const char *before = ho_lines_dump(s.ctx.arena, set_plain(&s, story, 12, 200));
    for (int i = 0; i < 200; i++)
        set_plain(&s, story, 9 + i * .25, 200);
    cr_expect_str_eq(ho_lines_dump(s.ctx.arena, set_plain(&s, story, 12, 200)), before);
    close_setting(&s);
}

/* ---- styles ---- */

Test(lines, runs_keep_the_paint_mark_weight_and_size_of_their_span)
{
    struct setting s = open_setting();
    const int mark = 0;
    struct ho_styled spans[] = {plain("your ", 12), plain("left", 12),
                                plain(" leg", 14)};
    spans[1].is_bold = true;
    spans[1].paint = HO_PAINT_STRUCTURE;
    spans[1].mark = &mark;
    const struct ho_lines *lines = set_paragraph(
        &s, &(struct ho_paragraph){.spans = spans, .count = 3, .language = "en-GB"});
    cr_assert_eq(lines->count, 1);
    cr_assert_eq(lines->lines[0].count, 3);
    const struct ho_run *runs = lines->lines[0].runs;
    for (int i = 0; i < 3; i++) {
        cr_expect_str_eq(runs[i].glyphs.text, spans[i].text);
        cr_expect_eq(runs[i].glyphs.paint, spans[i].paint);
        cr_expect_eq(runs[i].glyphs.size, spans[i].size);
        cr_expect_eq(runs[i].mark, spans[i].mark);
        cr_expect_eq(runs[i].glyphs.font->is_bold, spans[i].is_bold);
        cr_expect_str_eq(runs[i].language, "en-GB");
    }
    cr_expect(is_near(runs[1].glyphs.x, runs[0].glyphs.width));
    close_setting(&s);
}

Test(lines, a_change_of_paint_inside_a_word_keeps_its_kerning)
{
    struct setting s = open_setting();
    struct ho_styled spans[] = {plain("A", 24), plain("V", 24), plain("A", 24)};
    spans[1].paint = HO_PAINT_DANGER;
    const struct ho_lines *lines = set_paragraph(
        &s, &(struct ho_paragraph){.spans = spans, .count = 3, .language = "en-GB"});
    cr_expect_eq(lines->lines[0].count, 3);
    cr_expect(is_near(lines->widest, width_of(&s, "AVA", 24)));
    close_setting(&s);
}

Test(lines, an_empty_span_between_others_is_harmless)
{
    struct setting s = open_setting();
    struct ho_styled spans[] = {plain("", 12), plain("left", 12), plain("", 12),
                                plain("leg", 12), plain("", 12)};
    spans[3].paint = HO_PAINT_DANGER;
    const struct ho_lines *lines = set_paragraph(
        &s, &(struct ho_paragraph){.spans = spans, .count = 5, .language = "en-GB"});
    cr_assert_eq(lines->lines[0].count, 2);
    cr_expect_eq(lines->lines[0].runs[1].glyphs.paint, HO_PAINT_DANGER);
    cr_expect_str_eq(words_of(&s, lines), "leftleg");
    close_setting(&s);
}

Test(lines, a_span_over_two_lines_keeps_its_mark_on_both)
{
    struct setting s = open_setting();
    const int mark = 0;
    struct ho_styled span = plain(story, 12);
    span.mark = &mark;
    const struct ho_lines *lines = set_paragraph(
        &s, &(struct ho_paragraph){
                .spans = &span, .count = 1, .language = "en-GB", .width = 200});
    cr_assert_gt(lines->count, 1);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; j < lines->lines[i].count; j++)
            cr_expect_eq(lines->lines[i].runs[j].mark, &mark);
    close_setting(&s);
}

Test(lines, align_to_the_centre_and_to_the_end)
{
    struct setting s = open_setting();
    struct ho_styled span = plain("knee", 12);
    struct ho_paragraph paragraph = {
        .spans = &span, .count = 1, .language = "en-GB", .width = 100};
    double width = set_paragraph(&s, &paragraph)->widest;
    cr_expect(is_near(set_paragraph(&s, &paragraph)->lines[0].x, 0));
    paragraph.align = HO_ALIGN_CENTRE;
    cr_expect(is_near(set_paragraph(&s, &paragraph)->lines[0].x, (100 - width) / 2));
    paragraph.align = HO_ALIGN_END;
    const struct ho_lines *lines = set_paragraph(&s, &paragraph);
    cr_expect(is_near(lines->lines[0].x, 100 - width));
    cr_expect(is_near(first_run(lines)->x, 100 - width));
    paragraph.is_rtl = true;
    cr_expect(is_near(set_paragraph(&s, &paragraph)->lines[0].x, 0));
    paragraph.align = HO_ALIGN_START;
    cr_expect(is_near(set_paragraph(&s, &paragraph)->lines[0].x, 100 - width));
    close_setting(&s);
}

/* ---- scripts ---- */

Test(lines, runs_stand_in_reading_order_and_x_in_visual_order)
{
    struct setting s = open_setting();
    const struct ho_lines *lines = set_rtl(&s, "اتصل 999 الآن", 12, 300);
    const struct ho_line *line = &lines->lines[0];
    cr_assert_eq(lines->count, 1);
    cr_assert_eq(line->count, 3);
    cr_expect_str_eq(words_of_line(&s, line), "اتصل 999 الآن");
    cr_expect(line->runs[0].glyphs.is_rtl);
    cr_expect_not(line->runs[1].glyphs.is_rtl);
    cr_expect_str_eq(line->runs[1].glyphs.text, "999");
    cr_expect(line->runs[2].glyphs.is_rtl);
    cr_expect_gt(line->runs[0].glyphs.x, line->runs[1].glyphs.x);
    cr_expect_gt(line->runs[1].glyphs.x, line->runs[2].glyphs.x);
    cr_expect(is_near(line->x + line->width, 300));
    cr_expect(is_near(line->runs[2].glyphs.x, line->x));
    close_setting(&s);
}

Test(lines, each_script_gets_its_font)
{
    struct setting s = open_setting();
    const struct ho_lines *lines = set_plain(&s, "knee ركبة घुटना", 12, 0);
    static const char *const fonts[] = {"sans-regular", "arabic-regular",
                                        "devanagari-regular"};
    size_t found = 0;
    for (size_t i = 0; i < lines->lines[0].count; i++)
        if (found < 3 &&
            ho_equal(lines->lines[0].runs[i].glyphs.font->id, fonts[found]))
            found++;
    cr_expect_eq(found, 3);
    cr_expect_str_eq(words_of(&s, lines), "knee ركبة घुटना");
    close_setting(&s);
}

Test(lines, a_bold_word_gets_the_bold_font_of_its_script)
{
    struct setting s = open_setting();
    struct ho_styled span = plain("ركبة", 12);
    span.is_bold = true;
    const struct ho_lines *lines = set_paragraph(
        &s, &(struct ho_paragraph){.spans = &span, .count = 1, .language = "ar"});
    cr_expect_str_eq(first_run(lines)->font->id, "arabic-bold");
    close_setting(&s);
}

Test(lines, fonts_that_an_earlier_text_needed_do_not_change_a_later_one)
{
    struct setting fresh = open_setting(), used = open_setting();
    const char *text = "«Zoë», 10–20 % · knee\xC2\xA0…";
    set_plain(&used, "knee ركبة घुटना", 12, 0);
    cr_expect_str_eq(ho_lines_dump(used.ctx.arena, set_plain(&used, text, 12, 0)),
                     ho_lines_dump(fresh.ctx.arena, set_plain(&fresh, text, 12, 0)));
    close_setting(&fresh);
    close_setting(&used);
}

Test(lines, arabic_letters_do_not_change_with_the_environment)
{
    const char *text = "knee ه ی ۴۵۶ ركبة";
    cr_assert_eq(setenv("PANGO_LANGUAGE", "ur:sd", 1), 0);
    cr_assert_eq(setenv("LANGUAGE", "ur", 1), 0);
    struct setting s = open_setting();
    const struct ho_lines *odd = set_plain(&s, text, 12, 0);
    struct ho_styled span = plain(text, 12);
    span.language = "ar";
    const struct ho_lines *named = set_paragraph(
        &s, &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"});
    cr_assert_eq(odd->lines[0].count, named->lines[0].count);
    for (size_t i = 0; i < odd->lines[0].count; i++) {
        const struct ho_glyphs *a = &odd->lines[0].runs[i].glyphs,
                               *b = &named->lines[0].runs[i].glyphs;
        cr_assert_eq(a->count, b->count);
        for (size_t j = 0; j < a->count; j++)
            cr_expect_eq(a->glyphs[j].id, b->glyphs[j].id, "run %zu glyph %zu", i, j);
    }
    close_setting(&s);
}

/* ---- what cannot be set ---- */

static void expect_no_glyph(const char *text, const char *named)
{
    struct setting s = open_setting();
    struct ho_styled span = plain(text, 12);
    const struct ho_lines *lines = NULL;
    struct ho_source source = {.name = "record.xml", .text = "", .length = 0};
    span.at = (struct ho_span){&source, 4, 7};
    cr_expect_not(ho_text_lines(
        &s.ctx, s.fonts,
        &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"},
        &lines));
    cr_expect_null(lines);
    cr_assert_geq(s.ctx.diags.count, 1);
    for (size_t i = 0; i < s.ctx.diags.count; i++) {
        const struct ho_diag *diag = &s.ctx.diags.items[i];
        cr_expect_eq(diag->code, HO_MSG_NO_GLYPH);
        cr_expect(strstr(diag->text, named), "%s", diag->text);
        cr_expect_null(strstr(diag->text, "Taylor"), "the message tells the text");
        cr_expect_eq(diag->at.line, 4);
    }
    close_setting(&s);
}

Test(lines, a_missing_glyph_is_named_by_its_code_point_only)
{
    expect_no_glyph("Taylor \xE6\xBC\xA2", "U+6F22");
    expect_no_glyph("Taylor \xF0\x9F\xA6\xB5", "U+1F9B5");
}

Test(lines, control_characters_are_refused)
{
    expect_no_glyph("Taylor\n", "U+000A");
    expect_no_glyph("Taylor\t", "U+0009");
    expect_no_glyph("Taylor\x01", "U+0001");
    expect_no_glyph("Taylor\x7F", "U+007F");
    expect_no_glyph("Taylor\xC2\x85", "U+0085");
}

Test(lines, bytes_that_are_not_utf8_are_refused)
{
    expect_no_glyph("Taylor \xFF", "not UTF-8");
    expect_no_glyph("Taylor \xC3", "not UTF-8");
    expect_no_glyph("Taylor \xED\xA0\x80", "not UTF-8"); /* would be a surrogate */
}

Test(lines, every_missing_character_of_a_paragraph_is_reported)
{
    struct setting s = open_setting();
    struct ho_styled spans[] = {plain("漢", 12), plain("字 x 語", 12)};
    const struct ho_lines *lines = NULL;
    cr_expect_not(ho_text_lines(
        &s.ctx, s.fonts,
        &(struct ho_paragraph){.spans = spans, .count = 2, .language = "en-GB"},
        &lines));
    cr_expect_eq(s.ctx.diags.count, 3);
    close_setting(&s);
}

Test(lines, line_separators_do_not_break_a_paragraph)
{
    struct setting s = open_setting();
    static const char *const texts[] = {"knee\xE2\x80\xA8hip", "knee\xE2\x80\xA9hip"};
    for (size_t i = 0; i < 2; i++) {
        struct ho_styled span = plain(texts[i], 12);
        const struct ho_lines *lines = NULL;
        bool is_set = ho_text_lines(
            &s.ctx, s.fonts,
            &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"},
            &lines);
        cr_expect(!is_set || lines->count == 1);
        cr_expect(!is_set || ho_equal(words_of(&s, lines), texts[i]));
    }
    close_setting(&s);
}

Test(lines, every_glyph_stands_for_text_of_its_run)
{
    struct setting s = open_setting();
    static const char *const texts[] = {
        "office\xC2\xADwork and more of\xC2\xADof\xC2\xADof",
        "e\xCC\x81tude",
        "घुटना कि क्ष",
        "لا إله",
        "a\xE2\x80\x8D\xE2\x80\x8C\xE2\x80\x8B z",
        "\xE0\xA4\xBF",
        "A\xCC\x8A\xCC\xA3"};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
        for (ho_pt width = 20; width < 90; width += 10) {
            const struct ho_lines *lines = set_plain(&s, texts[t], 12, width);
            for (size_t i = 0; i < lines->count; i++)
                for (size_t j = 0; j < lines->lines[i].count; j++) {
                    const struct ho_glyphs *run = &lines->lines[i].runs[j].glyphs;
                    for (size_t g = 0; g < run->count; g++) {
                        cr_expect_lt(run->glyphs[g].cluster, strlen(run->text));
                        cr_expect_lt(run->glyphs[g].id, 65536, "text %zu", t);
                        cr_expect_neq(run->glyphs[g].id, 0, "text %zu has a box", t);
                    }
                }
            cr_expect_str_eq(words_of(&s, lines), texts[t]);
        }
    close_setting(&s);
}
