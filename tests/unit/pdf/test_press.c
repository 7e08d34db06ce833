/* SPDX-License-Identifier: MIT */
#include <lcms2.h>

#include "unit/pdf/written.h"

static const struct ho_pdf_condition by_name = {.name = "FOGRA39"};

static void set_up_press(void)
{
    set_up();
    pages.info.date = "2026-11-24";
    memcpy(palette.roles[HO_PAINT_DANGER].cmyk, (float[]){.15f, 1, 1, .3f},
           sizeof palette.roles[0].cmyk);
    memcpy(palette.roles[HO_PAINT_TINT].cmyk, (float[]){.1f, 0, .05f, 0},
           sizeof palette.roles[0].cmyk);
    palette.roles[HO_PAINT_INK].cmyk[3] = 1;
}

TestSuite(press, .init = set_up_press, .fini = tear_down);

static const char *press_text(const struct ho_pdf_condition *condition)
{
    struct ho_bytes file = {0};
    bool ok =
        ho_pdf_write_press(&ctx, &pages, condition, (struct ho_span){0}, &file, NULL);
    cr_assert(ok, "%s", ctx.diags.count ? ctx.diags.items[0].text : "no reason");
    return read_file(file);
}

static void expect_refused(const struct ho_pdf_condition *condition,
                           enum ho_message code, const char *word)
{
    struct ho_bytes file = {0};
    ctx.diags.count = 0;
    cr_assert_not(
        ho_pdf_write_press(&ctx, &pages, condition, (struct ho_span){0}, &file, NULL));
    cr_assert_null(file.data);
    cr_assert_eq(ctx.diags.count, 1);
    cr_expect_eq(ctx.diags.items[0].code, code);
    cr_expect(strstr(ctx.diags.items[0].text, word), "%s", ctx.diags.items[0].text);
}

static struct ho_image *add_image(int components, const char *pixels, const char *alpha)
{
    struct ho_image *image = ho_new(ctx.arena, struct ho_image);
    *image = (struct ho_image){.id = "logo", .width = 1, .height = 1};
    image->components = components;
    image->pixels =
        (struct ho_bytes){(const unsigned char *)pixels, (size_t)components};
    if (alpha)
        image->alpha = (struct ho_bytes){(const unsigned char *)alpha, 1};
    ho_page_image(ctx.arena, page, image, (struct ho_rect){10, 10, 20, 20});
    return image;
}

/* ---- what the file says ---- */

Test(press, says_what_it_is)
{
    add_square();
    const char *text = press_text(&by_name);
    cr_assert_eq(strncmp(text, "%PDF-1.4\n", 9), 0);
    expect(text, "/GTS_PDFXVersion (PDF/X-1a:2003)");
    expect(text, "/Trapped /False");
    expect(text, "/CreationDate (D:20261124000000Z)");
    expect(text, "/ModDate (D:20261124000000Z)");
    expect(text, "/S /GTS_PDFX");
    expect(text, "/OutputConditionIdentifier (FOGRA39)");
    expect(text, "/RegistryName (http://www.color.org)");
    expect(text, "/ID [<");
    expect_not(text, "pdfaid");
    expect_not(text, "StructTreeRoot");
    expect_not(text, "MarkInfo");
    expect_not(text, "StructParents");
    expect_not(text, "BDC\n");
    expect_not(text, "Annot");
}

Test(press, paints_with_the_designed_recipes)
{
    add_square();
    ho_page_path(ctx.arena, page, make_square(50, 50),
                 (struct ho_paint){.stroke = HO_PAINT_DANGER, .width = 1});
    const char *text = press_text(&by_name);
    expect(text, "0.1 0 0.05 0 k\n");
    expect(text, "0.15 1 1 0.3 K\n");
    expect_not(text, " rg\n");
    expect_not(text, " RG\n");
}

Test(press, prints_one_ink_in_its_designed_greys)
{
    palette.ink = HO_INK_GREY;
    palette.roles[HO_PAINT_INK].grey = .1f;
    add_square();
    palette.roles[HO_PAINT_TINT].grey = .75f;
    ho_page_glyphs(ctx.arena, page, make_run(make_font(), "ABC"));
    const char *text = press_text(&by_name);
    expect(text, "0 0 0 0.25 k\n");
    expect(text, "0 0 0 1 k\n"); /* type is never screened */
}

Test(press, black_type_overprints_and_nothing_else)
{
    add_square();
    ho_page_glyphs(ctx.arena, page, make_run(make_font(), "ABC"));
    add_square();
    const char *text = press_text(&by_name);
    expect(text, "/OP true /op true /OPM 1");
    expect(text, "/OP false /op false /OPM 1");
    const char *on = strstr(text, " gs\n"), *type = strstr(text, "BT\n"),
               *off = on ? strstr(on + 1, " gs\n") : NULL;
    cr_assert(on && type && off);
    cr_expect_lt(on, type);
    cr_expect_gt(off, type);
    cr_assert_eq(count(text, " gs\n"), 2);
}

Test(press, the_same_pages_give_the_same_bytes)
{
    struct ho_bytes one, two;
    add_square();
    cr_assert(
        ho_pdf_write_press(&ctx, &pages, &by_name, (struct ho_span){0}, &one, NULL));
    cr_assert(
        ho_pdf_write_press(&ctx, &pages, &by_name, (struct ho_span){0}, &two, NULL));
    cr_assert_eq(one.length, two.length);
    cr_assert_eq(memcmp(one.data, two.data, one.length), 0);
}

Test(press, a_placed_page_is_one_form_with_its_own_resources)
{
    struct ho_page *piece = page;
    add_square();
    ho_page_glyphs(ctx.arena, page, make_run(make_font(), "ABC"));
    pages.pages.count = 0;
    pages.is_untagged = true;
    page = ho_page_add(ctx.arena, &pages, ho_paper_find("a3"));
    ho_page_place(ctx.arena, page, piece, (struct ho_matrix){1, 0, 0, 1, 10, 20});
    ho_page_place(ctx.arena, page, piece, (struct ho_matrix){-1, 0, 0, -1, 800, 900});
    const char *text = press_text(&by_name);
    cr_assert_eq(count(text, "/Subtype /Form"), 1);
    cr_assert_eq(count(text, " Do Q\n"), 2);
    expect(text, "/Resources <</Font <</F");
    expect(text, "1 0 0 1 10 328.661 cm");
    expect(text, "-1 0 0 -1 800 1132.441 cm");
    expect_not(text, "BDC\n");
    /* And the same without a press: PDF/A-2b, since nobody reads it out. */
    text = write_text();
    expect(text, "<pdfaid:conformance>B</pdfaid:conformance>");
    expect_not(text, "<pdfuaid:part>");
    expect_not(text, "StructTreeRoot");
}

/* ---- what it refuses ---- */

Test(press, too_much_ink_is_refused)
{
    palette.roles[HO_PAINT_TINT].cmyk[1] = palette.roles[HO_PAINT_TINT].cmyk[2] = 1;
    palette.roles[HO_PAINT_TINT].cmyk[0] = palette.roles[HO_PAINT_TINT].cmyk[3] = .51f;
    add_square();
    expect_refused(&by_name, HO_MSG_PRESS_FAULT, "300 percent");
}

Test(press, black_type_on_a_dark_fill_is_too_much_ink)
{
    struct ho_glyphs run = make_run(make_font(), "ABC");
    struct ho_path *path = ho_path_new(ctx.arena);
    ho_path_rounded(ctx.arena, path, (struct ho_rect){50, 100, 300, 200}, 0);
    ho_page_path(ctx.arena, page, path, (struct ho_paint){.fill = HO_PAINT_DANGER});
    run.width = 15;
    ho_page_glyphs(ctx.arena, page, run);
    expect_refused(&by_name, HO_MSG_PRESS_FAULT, "black type on a dark fill");
    /* A white window between them makes it good. */
    page->items.count = 1;
    struct ho_path *window = ho_path_new(ctx.arena);
    ho_path_rounded(ctx.arena, window, (struct ho_rect){80, 150, 100, 80}, 0);
    ho_page_path(ctx.arena, page, window, (struct ho_paint){.fill = HO_PAINT_PAPER});
    ho_page_glyphs(ctx.arena, page, run);
    ctx.diags.count = 0;
    press_text(&by_name);
}

Test(press, a_hairline_is_refused)
{
    ho_page_path(ctx.arena, page, make_square(50, 50),
                 (struct ho_paint){.stroke = HO_PAINT_INK, .width = .2});
    expect_refused(&by_name, HO_MSG_PRESS_FAULT, "0.25 pt");
}

Test(press, pages_without_a_date_or_title_are_refused)
{
    pages.info.date = NULL;
    expect_refused(&by_name, HO_MSG_PRESS_FAULT, "date");
    pages.info.date = "2026-11-24";
    pages.info.title = "";
    expect_refused(&by_name, HO_MSG_PRESS_FAULT, "title");
}

Test(press, a_colour_image_needs_the_profile_and_a_grey_one_is_black)
{
    add_image(1, "\x40", NULL);
    expect(press_text(&by_name), "/ColorSpace /DeviceGray");
    add_image(3, "\xC0\x10\x10", NULL);
    expect_refused(&by_name, HO_MSG_PRESS_FAULT, "image");
}

Test(press, what_is_half_clear_lies_on_white_paper)
{
    add_image(1, "\x00", "\x80");
    const char *text = press_text(&by_name);
    expect_not(text, "SMask");
    expect(text, "\x7F\nendstream");
}

/* ---- the print shop's own profile ---- */

/* Lab to inks, far simpler than any press: black for lightness, and magenta and yellow for what is red. */
static cmsInt32Number mix(const cmsUInt16Number lab[], cmsUInt16Number cmyk[],
                          void *cargo)
{
    double black = 1 - lab[0] / 65280., red = (lab[1] - 32768) / 32768.;
    (void)cargo;
    cmyk[0] = 0;
    cmyk[1] = cmyk[2] = (cmsUInt16Number)(red > 0 ? 65535 * red : 0);
    cmyk[3] = (cmsUInt16Number)(black > 0 ? 65535 * black : 0);
    return TRUE;
}

static void put_table(cmsHPROFILE profile, cmsTagSignature tag)
{
    cmsPipeline *table = cmsPipelineAlloc(NULL, 3, 4);
    cmsStage *stage = cmsStageAllocCLut16bit(NULL, 9, 3, 4, NULL);
    cr_assert(table && stage);
    cr_assert(cmsStageSampleCLut16bit(stage, mix, NULL, 0));
    cr_assert(cmsPipelineInsertStage(table, cmsAT_END, stage));
    cr_assert(cmsWriteTag(profile, tag, table));
    cmsPipelineFree(table);
}

static struct ho_bytes save(cmsHPROFILE profile)
{
    cmsUInt32Number length = 0;
    cr_assert(cmsSaveProfileToMem(profile, NULL, &length));
    unsigned char *data = ho_alloc(ctx.arena, length, 1);
    cr_assert(cmsSaveProfileToMem(profile, data, &length));
    cmsCloseProfile(profile);
    return (struct ho_bytes){data, length};
}

static struct ho_bytes make_profile(cmsProfileClassSignature class,
                                    cmsColorSpaceSignature colours, double version)
{
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL);
    cmsMLU *name = cmsMLUalloc(NULL, 1);
    cr_assert(profile && name);
    cmsSetProfileVersion(profile, version);
    cmsSetDeviceClass(profile, class);
    cmsSetColorSpace(profile, colours);
    cmsSetPCS(profile, cmsSigLabData);
    cr_assert(cmsMLUsetASCII(name, "en", "US", "Tiny press"));
    cr_assert(cmsWriteTag(profile, cmsSigProfileDescriptionTag, name));
    cr_assert(cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ()));
    cmsMLUfree(name);
    if (version < 4) {
        put_table(profile, cmsSigBToA0Tag);
        put_table(profile, cmsSigBToA1Tag);
    }
    return save(profile);
}

Test(press, takes_the_profile_of_a_cmyk_press)
{
    const struct ho_pdf_condition own = {
        .profile = make_profile(cmsSigOutputClass, cmsSigCmykData, 2.1)};
    add_square();
    add_image(3, "\xC0\x10\x10", NULL);
    const char *text = press_text(&own);
    expect(text, "/N 4 /Alternate /DeviceCMYK");
    expect(text, "/DestOutputProfile ");
    expect(text, "/Info (Tiny press)");
    expect(text, "prtrCMYKLab ");
    expect(text, "/ColorSpace /DeviceCMYK");
    expect(text, "0.1 0 0.05 0 k\n"); /* recipes stay as designed */
}

Test(press, other_profiles_are_refused)
{
    cmsHPROFILE rgb = cmsCreate_sRGBProfile();
    struct ho_pdf_condition own = {.profile = save(rgb)};
    expect_refused(&own, HO_MSG_PRESS_PROFILE, "class");
    own.profile = make_profile(cmsSigInputClass, cmsSigCmykData, 2.1);
    expect_refused(&own, HO_MSG_PRESS_PROFILE, "class");
    own.profile = make_profile(cmsSigOutputClass, cmsSigCmykData, 4.3);
    expect_refused(&own, HO_MSG_PRESS_PROFILE, "version 4");
    own.profile = (struct ho_bytes){(const unsigned char *)"no profile", 10};
    expect_refused(&own, HO_MSG_PRESS_PROFILE, "no ICC");
}
