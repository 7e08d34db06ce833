/* SPDX-License-Identifier: MIT */
#include "unit/pdf/written.h"

TestSuite(glyphs, .init = set_up, .fini = tear_down);

static const char *write_run(struct ho_glyphs run)
{
    struct ho_element *p = make_element(HO_TAG_P);
    begin(p);
    ho_page_glyphs(ctx.arena, page, run);
    end(p);
    return write_text();
}

/* Gives the glyph the text that it most often stands for. */
static void set_reading(const struct ho_font *font, char letter, const char *text)
{
    struct ho_font_glyph *used = (struct ho_font_glyph *)font->used;
    used[letter - 'A'].to_unicode = text;
}

Test(glyphs, shows_a_run_as_one_array)
{
    const char *text = write_run(make_run(make_font(), "ABC"));
    expect(text, "BT\n/F1 10 Tf\n1 0 0 1 100 641.89 Tm\n[<002400250026>]TJ\nET\n");
}

Test(glyphs, adjusts_without_drift)
{
    struct ho_glyphs run = make_run(make_font(), "ABCD");
    struct ho_glyph *glyphs = (struct ho_glyph *)run.glyphs;
    for (int i = 0; i < 4; i++)
        glyphs[i].x = 5.0049 * i;
    /* 0.49 of a thousandth is lost twice and made up for at the next glyph. */
    expect(write_run(run), "[<00240025>-1<00260027>]TJ");
}

Test(glyphs, places_a_raised_glyph_by_itself)
{
    struct ho_glyphs run = make_run(make_font(), "AB");
    ((struct ho_glyph *)run.glyphs)[1].y = -2;
    expect(write_run(run), "[<0024>]TJ\n1 0 0 1 105 643.89 Tm\n[<0025>]TJ");
}

Test(glyphs, embeds_the_subset_as_it_is)
{
    const char *text = write_run(make_run(make_font(), "AB"));
    expect(text, "/BaseFont /ABCDEF+Test-Sans");
    expect(text,
           "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>");
    expect(text, "/W [36 [500 500 ");
    expect(text, "/Length1 3 ");
    expect(text, "stream\r\nxyz\nendstream");
    expect(text, "<0024> <0041>\n");
}

Test(glyphs, maps_what_lies_beyond_the_first_plane)
{
    const struct ho_font *font = make_font();
    struct ho_glyphs run = make_run(font, "A");
    set_reading(font, 'A', "\U0001F9B5");
    run.text = "\U0001F9B5";
    expect(write_run(run), "<0024> <D83EDDB5>\n");
}

Test(glyphs, makes_a_font_of_each_subset)
{
    struct ho_font font = *make_font();
    struct ho_font_subset subsets[2] = {font.subsets[0], font.subsets[0]};
    subsets[1].tag = "GHIJKL";
    font.subsets = subsets;
    font.subset_count = 2;
    ((struct ho_font_glyph *)font.used)[1].subset = 1;
    const char *text = write_run(make_run(&font, "ABC"));
    expect(text, "/BaseFont /GHIJKL+Test-Sans");
    expect(text, "[<0024>]TJ\n/F2 10 Tf\n[<0025>]TJ\n/F1 10 Tf\n[<0026>]TJ");
}

Test(glyphs, gives_a_ligature_all_its_text)
{
    const struct ho_font *font = make_font();
    struct ho_glyphs run = make_run(font, "A");
    set_reading(font, 'A', "fi");
    run.text = "fi";
    const char *text = write_run(run);
    expect(text, "<0024> <00660069>");
    expect_not(text, "ActualText");
}

/* A vowel sign that stands before its consonant: कि is shown as the sign and KA. */
Test(glyphs, shares_out_a_cluster_from_left_to_right)
{
    const struct ho_font *font = make_font();
    struct ho_glyphs run = make_run(font, "AB");
    set_reading(font, 'A', "\u093F");
    set_reading(font, 'B', "\u0915");
    ((struct ho_glyph *)run.glyphs)[1].cluster = 0;
    run.text = "\u0915\u093F";
    const char *text = write_run(run);
    expect(text, "<0024> <0915>\n");
    expect(text, "<0025> <093F>\n");
    expect_not(text, "ActualText");
}

Test(glyphs, shares_one_font_file_among_readings)
{
    const struct ho_font *font = make_font();
    struct ho_glyphs run = make_run(font, "AA");
    run.text = "AZ";
    const char *text = write_run(run);
    cr_assert_eq(count(text, "/Subtype /Type0"), 2);
    cr_assert_eq(count(text, "/Subtype /CIDFontType2"), 1);
    expect(text, "<0024> <0041>\n");
    expect(text, "<0024> <005A>\n");
}

Test(glyphs, says_what_a_cluster_of_too_few_characters_means)
{
    struct ho_glyphs run = make_run(make_font(), "AB");
    ((struct ho_glyph *)run.glyphs)[1].cluster = 0;
    run.text = "\u00E9";
    const char *text = write_run(run);
    expect(text, "/Span <</MCID 1 /ActualText <FEFF00E9>>> BDC");
    cr_assert_eq(count(text, "BDC\n"), count(text, "EMC\n"));
    cr_assert_eq(count(text, "BT\n"), count(text, "ET\n"));
}

Test(glyphs, writes_right_to_left_runs_in_logical_order)
{
    struct ho_glyphs run = make_run(make_font(), "CBA");
    run.is_rtl = true;
    run.text = "ABC";
    struct ho_glyph *glyphs = (struct ho_glyph *)run.glyphs;
    for (uint32_t i = 0; i < 3; i++)
        glyphs[i].cluster = 2 - i;
    /* A stands at 10, then each goes back by its own width and that of the last. */
    expect(write_run(run), "1 0 0 1 110 641.89 Tm\n[<0024>1000<0025>1000<0026>]TJ");
}

Test(glyphs, spells_a_right_to_left_ligature)
{
    const struct ho_font *font = make_font();
    struct ho_glyphs run = make_run(font, "A");
    set_reading(font, 'A', "\u0644\u0627");
    run.text = "\u0644\u0627";
    run.is_rtl = true;
    const char *text = write_run(run);
    expect(text, "<0024> <0644>\n");
    expect(text, "<0024> <0627>\n");
    expect(text, "3 Tr 25 Tz\n");
    expect(text, "0 Tr 100 Tz\n");
    cr_assert_eq(count(text, "<0024>]TJ"), 2);
}

Test(glyphs, paints_an_artifact_once)
{
    const struct ho_font *font = make_font();
    struct ho_glyphs run = make_run(font, "A");
    run.text = "\u0644\u0627";
    run.is_rtl = true;
    ho_page_glyphs(ctx.arena, page, run);
    expect_not(write_text(), "3 Tr");
}

Test(glyphs, refuses_a_glyph_that_no_subset_has)
{
    const struct ho_font *font = make_font();
    ((struct ho_font *)font)->used_count = 1;
    ho_page_glyphs(ctx.arena, page, make_run(font, "B"));
    struct ho_bytes file = {0};
    cr_assert_not(ho_pdf_write(&ctx, &pages, &file));
    cr_assert_null(file.data);
    cr_assert_eq(ctx.diags.items[0].code, HO_MSG_INTERNAL);
}
