/* SPDX-License-Identifier: MIT */
#include "setting.h"

#include <dirent.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Puts the text on a page of its own. */
static void add_page(struct setting *s, struct ho_pages *pages, const char *text,
                     bool is_bold)
{
    struct ho_page *page = ho_page_add(s->ctx.arena, pages, ho_paper_find("a4"));
    struct ho_styled span = plain(text, 12);
    span.is_bold = is_bold;
    const struct ho_lines *lines = set_paragraph(
        s, &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"});
    for (size_t i = 0; i < lines->lines[0].count; i++)
        ho_page_glyphs(s->ctx.arena, page, lines->lines[0].runs[i].glyphs);
}

static void finish(struct setting *s, const char *text, unsigned what)
{
    struct ho_pages *pages = ho_new(s->ctx.arena, struct ho_pages);
    add_page(s, pages, text, false);
    cr_assert(ho_fonts_finish(&s->ctx, s->fonts, pages, what));
}

/* The font that sets this text, whose glyphs are finished. */
static const struct ho_font *font_of(struct setting *s, const char *text)
{
    return set_plain(s, text, 12, 0)->lines[0].runs[0].glyphs.font;
}

static uint32_t glyph_of(struct setting *s, const char *text)
{
    const struct ho_glyphs *run = &set_plain(s, text, 12, 0)->lines[0].runs[0].glyphs;
    cr_assert_eq(run->count, 1, "\"%s\" is not one glyph", text);
    return run->glyphs[0].id;
}

static bool has_glyph(const struct ho_font_subset *subset, uint32_t id)
{
    return id < subset->glyph_count && (subset->has[id / 8] >> id % 8 & 1);
}

static void expect_good_subset(struct setting *s, const struct ho_font_subset *subset)
{
    cr_assert_eq(strlen(subset->tag), 6);
    for (const char *c = subset->tag; *c; c++)
        cr_expect(*c >= 'A' && *c <= 'Z');
    unsigned char *file = ho_alloc(s->ctx.arena, subset->length, 1);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    size_t length = 0;
    enum libdeflate_result result = libdeflate_zlib_decompress(
        inflater, subset->deflated.data, subset->deflated.length, file, subset->length,
        &length);
    libdeflate_free_decompressor(inflater);
    cr_assert_eq(result, LIBDEFLATE_SUCCESS);
    cr_expect_eq(length, subset->length);
    cr_expect_eq(memcmp(file, "\0\1\0\0", 4), 0, "not TrueType outlines");
    cr_expect(has_glyph(subset, 0), "no .notdef");
}

static void expect_reading(struct setting *s, const char *text, const char *glyph_text)
{
    uint32_t id = glyph_of(s, glyph_text);
    const struct ho_font *font = font_of(s, glyph_text);
    finish(s, text, HO_FINISH_SUBSETS);
    const struct ho_font_glyph *glyph = ho_font_glyph_find(font, id);
    cr_assert_not_null(glyph, "the page does not show \"%s\"", glyph_text);
    cr_expect_str_eq(glyph->to_unicode, glyph_text);
}

/* ---- subsets ---- */

Test(finish, the_base_serves_the_texts_of_the_language)
{
    struct setting s = open_setting();
    finish(&s, "Pull your left knee. Zoë Łukasz, 10–20", HO_FINISH_SUBSETS);
    const struct ho_font *font = font_of(&s, "knee");
    cr_expect_eq(font->subset_count, 1);
    cr_assert_gt(font->used_count, 10);
    expect_good_subset(&s, &font->subsets[0]);
    for (size_t i = 0; i < font->used_count; i++) {
        cr_expect_eq(font->used[i].subset, 0);
        cr_expect(has_glyph(&font->subsets[0], font->used[i].id));
        cr_expect(i == 0 || font->used[i - 1].id < font->used[i].id, "not sorted");
    }
    close_setting(&s);
}

Test(finish, a_glyph_beyond_the_base_goes_into_the_records_own_subset)
{
    struct setting s = open_setting();
    finish(&s, "Sam Юрий", HO_FINISH_SUBSETS);
    const struct ho_font *font = font_of(&s, "Sam");
    uint32_t own = glyph_of(&s, "Ю"), base = glyph_of(&s, "S");
    cr_assert_eq(font->subset_count, 2);
    expect_good_subset(&s, &font->subsets[0]);
    expect_good_subset(&s, &font->subsets[1]);
    cr_expect_eq(ho_font_glyph_find(font, own)->subset, 1);
    cr_expect_eq(ho_font_glyph_find(font, base)->subset, 0);
    cr_expect_not(has_glyph(&font->subsets[0], own));
    cr_expect(has_glyph(&font->subsets[1], own));
    cr_expect_str_neq(font->subsets[0].tag, font->subsets[1].tag);
    cr_expect_lt(font->subsets[1].length, font->subsets[0].length);
    close_setting(&s);
}

Test(finish, a_font_without_a_base_has_the_records_own_subset_alone)
{
    struct setting s = open_setting();
    finish(&s, "ركبة", HO_FINISH_SUBSETS);
    const struct ho_font *font = font_of(&s, "ركبة");
    cr_assert_eq(font->subset_count, 1);
    expect_good_subset(&s, &font->subsets[0]);
    for (size_t i = 0; i < font->used_count; i++) {
        cr_expect_eq(font->used[i].subset, 0);
        cr_expect(has_glyph(&font->subsets[0], font->used[i].id));
    }
    close_setting(&s);
}

Test(finish, the_base_does_not_depend_on_the_record)
{
    struct setting a = open_setting(), b = open_setting();
    finish(&a, "knee", HO_FINISH_SUBSETS);
    finish(&b, "Sam Юрий", HO_FINISH_SUBSETS);
    struct ho_bytes x = font_of(&a, "knee")->subsets[0].deflated,
                    y = font_of(&b, "knee")->subsets[0].deflated;
    cr_assert_eq(x.length, y.length);
    cr_expect_eq(memcmp(x.data, y.data, x.length), 0);
    close_setting(&a);
    close_setting(&b);
}

Test(finish, the_same_pages_give_the_same_subset)
{
    struct setting a = open_setting(), b = open_setting();
    finish(&b, "घुटना Ωmega", HO_FINISH_SUBSETS); /* another record before */
    finish(&a, "Sam Юрий", HO_FINISH_SUBSETS);
    finish(&b, "Sam Юрий", HO_FINISH_SUBSETS);
    const struct ho_font_subset *x = &font_of(&a, "Sam")->subsets[1],
                                *y = &font_of(&b, "Sam")->subsets[1];
    cr_expect_str_eq(x->tag, y->tag);
    cr_assert_eq(x->deflated.length, y->deflated.length);
    cr_expect_eq(memcmp(x->deflated.data, y->deflated.data, x->deflated.length), 0);
    close_setting(&a);
    close_setting(&b);
}

Test(finish, a_second_call_forgets_the_first)
{
    struct setting s = open_setting();
    const struct ho_font *font = font_of(&s, "knee"), *arabic = font_of(&s, "ركبة");
    uint32_t knee = glyph_of(&s, "k");
    finish(&s, "knee ركبة", HO_FINISH_SUBSETS);
    cr_assert_not_null(ho_font_glyph_find(font, knee));
    finish(&s, "hip", HO_FINISH_OUTLINES);
    cr_expect_null(ho_font_glyph_find(font, knee));
    cr_expect_eq(font->used_count, 3);
    cr_expect_eq(font->subset_count, 0);
    cr_expect_null(font->subsets);
    cr_expect_eq(arabic->used_count, 0);
    cr_expect_null(arabic->used);
    close_setting(&s);
}

/* ---- metrics, readings, outlines ---- */

Test(finish, advances_are_those_of_the_font)
{
    struct setting s = open_setting();
    finish(&s, "HxW0", HO_FINISH_SUBSETS);
    static const char *const letters[] = {"H", "x", "W", "0"};
    for (size_t i = 0; i < 4; i++) {
        const struct ho_font_glyph *glyph =
            ho_font_glyph_find(font_of(&s, letters[i]), glyph_of(&s, letters[i]));
        cr_assert_not_null(glyph);
        cr_expect_lt(
            fabs(glyph->advance - set_plain(&s, letters[i], 100, 0)->widest * 10), .1);
    }
    cr_expect_lt(fabs(font_of(&s, "H")->cap_height - 714), 1);
    cr_expect_lt(fabs(font_of(&s, "H")->x_height - 536), 1);
    cr_expect_gt(font_of(&s, "H")->ascent, 1000);
    cr_expect_lt(font_of(&s, "H")->descent, -200);
    close_setting(&s);
}

Test(finish, letters_are_read_as_themselves)
{
    struct setting s = open_setting();
    expect_reading(&s, "knee", "k");
    expect_reading(&s, "Łódź", "Ł");
    expect_reading(&s, "5\xC2\xA0times", "5");
    close_setting(&s);
}

Test(finish, a_ligature_is_read_as_all_its_letters)
{
    struct setting s = open_setting();
    expect_reading(&s, "office", "ffi");
    expect_reading(&s, "\xD9\x84\xD8\xA7", "\xD9\x84\xD8\xA7"); /* lam-alef */
    close_setting(&s);
}

Test(finish, no_glyph_is_without_a_reading)
{
    struct setting s = open_setting();
    static const char *const texts[] = {"घुटना कि क्ष", "إلا لله", "A\xCC\x8A\xCC\xA3",
                                        "of\u00ADfice \u200Dx"};
    for (size_t t = 0; t < 4; t++) {
        finish(&s, texts[t], HO_FINISH_SUBSETS);
        const struct ho_lines *lines = set_plain(&s, texts[t], 12, 0);
        for (size_t i = 0; i < lines->lines[0].count; i++) {
            const struct ho_glyphs *run = &lines->lines[0].runs[i].glyphs;
            for (size_t g = 0; g < run->count; g++) {
                const struct ho_font_glyph *glyph =
                    ho_font_glyph_find(run->font, run->glyphs[g].id);
                cr_assert_not_null(glyph);
                cr_expect(glyph->to_unicode && *glyph->to_unicode);
            }
        }
    }
    close_setting(&s);
}

Test(finish, outlines_stand_on_the_baseline)
{
    struct setting s = open_setting();
    finish(&s, "Hx p", HO_FINISH_OUTLINES);
    const struct ho_font *font = font_of(&s, "H");
    struct ho_rect h =
        ho_path_box(ho_font_glyph_find(font, glyph_of(&s, "H"))->outline);
    struct ho_rect p =
        ho_path_box(ho_font_glyph_find(font, glyph_of(&s, "p"))->outline);
    cr_expect_lt(fabs(h.y), .5);
    cr_expect_lt(fabs(h.height - 714), .5);
    cr_expect(h.width > 400 && h.width < 700);
    cr_expect_lt(p.y, -200);
    cr_expect_null(ho_font_glyph_find(font, glyph_of(&s, " "))->outline);
    close_setting(&s);
}

Test(finish, only_what_is_asked_for_is_made)
{
    struct setting s = open_setting();
    finish(&s, "H", HO_FINISH_SUBSETS);
    const struct ho_font *font = font_of(&s, "H");
    cr_expect_null(font->used[0].outline);
    finish(&s, "H", HO_FINISH_OUTLINES);
    cr_expect_not_null(font->used[0].outline);
    cr_expect_eq(font->subset_count, 0);
    close_setting(&s);
}

Test(finish, each_page_and_weight_is_seen)
{
    struct setting s = open_setting();
    struct ho_pages *pages = ho_new(s.ctx.arena, struct ho_pages);
    add_page(&s, pages, "a", false);
    add_page(&s, pages, "b", true);
    cr_assert(ho_fonts_finish(&s.ctx, s.fonts, pages, HO_FINISH_OUTLINES));
    cr_expect_eq(font_of(&s, "a")->used_count, 1);
    size_t used = 0;
    for (size_t i = 0; i < pages->pages.items[1]->items.count; i++)
        used += pages->pages.items[1]->items.items[i].as.glyphs.font->used_count;
    cr_expect_eq(used, 1);
    close_setting(&s);
}

/* What the fonts of a document's runs show, and how it reads. */
static const char *list_used(struct setting *s, const char *name)
{
    static const char *const words[] = {"Bend both knees. Hold for 20 seconds.",
                                        "office fluff", "ركبة لا إله", "घुटना मोड़ें"};
    struct ho_pages *pages = ho_new(s->ctx.arena, struct ho_pages);
    struct ho_text out = {.arena = s->ctx.arena};
    for (size_t i = 0; i < 4; i++) {
        add_page(s, pages, words[i], i == 1);
        add_page(s, pages, name, i == 2);
        add_page(s, pages, words[i], i == 3);
        ho_page_glyphs(s->ctx.arena, pages->pages.items[pages->pages.count - 1],
                       set_plain(s, "Quiz", 12, 0)->lines[0].runs[0].glyphs);
    }
    cr_assert(ho_fonts_finish(&s->ctx, s->fonts, pages, HO_FINISH_SUBSETS));
    for (size_t i = 0; i < pages->pages.count; i++)
        for (size_t k = 0; k < pages->pages.items[i]->items.count; k++) {
            const struct ho_font *font =
                pages->pages.items[i]->items.items[k].as.glyphs.font;
            ho_text_add_format(&out, "%s\n", font->id);
            for (size_t g = 0; g < font->used_count; g++)
                ho_text_add_format(&out, "%u %d %s\n", (unsigned)font->used[g].id,
                                   font->used[g].subset, font->used[g].to_unicode);
        }
    return ho_text_end(&out);
}

/* Whether words are new, recent or known, a document's fonts are those that it would have alone. */
Test(finish, documents_are_as_if_alone)
{
    static const char *const names[] = {"Sam Taylor", "Zoë",        "Sam Taylor",
                                        "Łukasz 7",   "Sam Taylor", "Zoë",
                                        "office",     "Sam Taylor"};
    struct setting s = open_setting();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct setting alone = open_setting();
        cr_expect_str_eq(list_used(&s, names[i]), list_used(&alone, names[i]));
        close_setting(&alone);
    }
    close_setting(&s);
}

/* ---- the base subset as a file ---- */

struct folder {
    struct ho_ctx ctx;
    char path[64];
};

static void link_fonts(struct folder *folder)
{
    DIR *fonts = opendir(HO_FONTS_DIR);
    cr_assert(fonts);
    for (const struct dirent *entry; (entry = readdir(fonts));)
        if (strstr(entry->d_name, ".ttf") || ho_equal(entry->d_name, "fonts.xml"))
            cr_assert_eq(
                symlink(
                    ho_format(folder->ctx.arena, HO_FONTS_DIR "/%s", entry->d_name),
                    ho_format(folder->ctx.arena, "%s/%s", folder->path, entry->d_name)),
                0);
    closedir(fonts);
}

static const char *in_folder(struct folder *folder, const char *name)
{
    return ho_format(folder->ctx.arena, "%s/%s", folder->path, name);
}

/* A folder of fonts whose base subsets for `en-GB` are made of `text`. */
static struct folder prepare(const char *text)
{
    struct folder folder = {.ctx = {.arena = ho_arena_new()},
                            .path = "/tmp/handout-fonts-XXXXXX"};
    cr_assert(mkdtemp(folder.path));
    link_fonts(&folder);
    cr_assert_eq(mkdir(in_folder(&folder, "base"), 0700), 0);
    cr_assert_eq(mkdir(in_folder(&folder, "base/en-GB"), 0700), 0);
    cr_assert(ho_fonts_prepare(&folder.ctx, folder.path, "en-GB", &text, 1));
    return folder;
}

static void remove_all(struct folder *folder)
{
    static const char *const places[] = {"base/en-GB", "base", "."};
    for (size_t i = 0; i < 3; i++) {
        const char *path = in_folder(folder, places[i]);
        DIR *open = opendir(path);
        for (const struct dirent *entry; open && (entry = readdir(open));)
            unlink(ho_format(folder->ctx.arena, "%s/%s", path, entry->d_name));
        closedir(open);
        rmdir(path);
    }
    rmdir(folder->path);
    ho_arena_free(folder->ctx.arena);
}

/* Finishes "knee" with the fonts of the folder; the messages go to *ctx. */
static bool finish_in(struct folder *folder, const char *text, struct setting *s)
{
    *s = (struct setting){.ctx = {.arena = folder->ctx.arena}};
    cr_assert(ho_fonts_open(&s->ctx, folder->path, "en-GB", &s->fonts));
    struct ho_pages *pages = ho_new(s->ctx.arena, struct ho_pages);
    add_page(s, pages, text, false);
    return ho_fonts_finish(&s->ctx, s->fonts, pages, HO_FINISH_SUBSETS);
}

static void change_byte(const char *path, long at, int value)
{
    FILE *file = fopen(path, "r+b");
    cr_assert(file, "there is no %s", path);
    cr_assert_eq(fseek(file, at, at < 0 ? SEEK_END : SEEK_SET), 0);
    fputc(value, file);
    fclose(file);
}

Test(finish, a_font_that_the_language_does_not_need_gets_no_base)
{
    struct folder folder = prepare("knee");
    cr_expect_eq(access(in_folder(&folder, "base/en-GB/sans-regular.subset"), R_OK), 0);
    cr_expect_eq(access(in_folder(&folder, "base/en-GB/sans-bold.subset"), R_OK), 0);
    cr_expect_neq(access(in_folder(&folder, "base/en-GB/arabic-regular.subset"), F_OK),
                  0);
    remove_all(&folder);
}

Test(finish, the_base_holds_what_shaping_makes_of_its_texts)
{
    struct folder folder = prepare("ركبة إلا घुटना क्ष office 0123456789");
    struct setting s;
    cr_assert(finish_in(&folder, "إلا ركبة क्ष घुटना office 0123456789 Łódź", &s));
    static const char *const words[] = {"ركبة", "घुटना", "office"};
    for (size_t i = 0; i < 3; i++)
        cr_expect_eq(font_of(&s, words[i])->subset_count, 1,
                     "the base lacks a glyph of \"%s\"", words[i]);
    ho_fonts_close(s.fonts);
    remove_all(&folder);
}

Test(finish, a_damaged_base_is_an_error)
{
    static const struct {
        long at;
        int value;
    } damages[] = {{0, 'X'}, {12, 0xFF}, {16, 0xFF}, {20, 1}};
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        struct folder folder = prepare("knee");
        struct setting s;
        change_byte(in_folder(&folder, "base/en-GB/sans-regular.subset"), damages[i].at,
                    damages[i].value);
        cr_expect_not(finish_in(&folder, "knee", &s), "damage %zu was not seen", i);
        cr_expect_eq(s.ctx.diags.count, 1);
        cr_expect_eq(s.ctx.diags.count ? s.ctx.diags.items[0].code : 0, HO_MSG_NO_FONT);
        ho_fonts_close(s.fonts);
        remove_all(&folder);
    }
}

Test(finish, a_base_whose_font_data_are_damaged_is_an_error)
{
    struct folder folder = prepare("knee");
    struct setting s;
    change_byte(in_folder(&folder, "base/en-GB/sans-regular.subset"), -1000, 0x55);
    change_byte(in_folder(&folder, "base/en-GB/sans-regular.subset"), -1001, 0xAA);
    cr_expect_not(finish_in(&folder, "knee", &s));
    cr_expect_eq(s.ctx.diags.count ? s.ctx.diags.items[0].code : 0, HO_MSG_NO_FONT);
    ho_fonts_close(s.fonts);
    remove_all(&folder);
}

Test(finish, a_base_that_was_cut_short_is_an_error)
{
    struct folder folder = prepare("knee");
    struct setting s;
    static const off_t lengths[] = {0, 10, 23, 24, 1000};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        cr_assert_eq(truncate(in_folder(&folder, "base/en-GB/sans-regular.subset"),
                              lengths[sizeof lengths / sizeof *lengths - 1 - i]),
                     0);
        cr_expect_not(finish_in(&folder, "knee", &s));
        ho_fonts_close(s.fonts);
    }
    remove_all(&folder);
}

Test(finish, a_missing_font_file_is_an_error_that_names_it)
{
    struct folder folder = prepare("knee");
    struct setting s = {.ctx = {.arena = folder.ctx.arena}};
    cr_assert_eq(unlink(in_folder(&folder, "NotoSans-Regular.ttf")), 0);
    cr_assert(ho_fonts_open(&s.ctx, folder.path, "en-GB", &s.fonts));
    struct ho_styled span = plain("knee", 12);
    const struct ho_lines *lines;
    for (int i = 0; i < 2; i++) {
        cr_expect_not(ho_text_lines(
            &s.ctx, s.fonts,
            &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"},
            &lines));
        cr_assert_gt(s.ctx.diags.count, 0);
        cr_expect_eq(s.ctx.diags.items[0].code, HO_MSG_NO_FONT);
        cr_expect(strstr(s.ctx.diags.items[0].text, "NotoSans-Regular.ttf"));
        /* then, a file that is no font */
        FILE *file = fopen(in_folder(&folder, "NotoSans-Regular.ttf"), "wb");
        cr_assert(file);
        fputs("not a font", file);
        fclose(file);
        s.ctx.diags.count = 0;
    }
    ho_fonts_close(s.fonts);
    remove_all(&folder);
}
