/* What is put together from words is what Pango makes of the whole text. The second set of fonts is not trimmed to a
 * language, so Pango sets everything there.
 * SPDX-License-Identifier: MIT */
#include "setting.h"

#include <glob.h>

#include "text/words_priv.h"
#include "xml/xml.h"

struct both {
    struct setting words, pango;
};

/* With both weights loaded, which a text of theirs does. */
static struct both open_both(void)
{
    struct both both = {.words = open_setting()};
    both.pango.ctx = both.words.ctx;
    cr_assert(
        ho_fonts_open(&both.pango.ctx, HO_FONTS_DIR, "x-none", &both.pango.fonts));
    for (int is_bold = 0; is_bold < 2; is_bold++) {
        struct ho_styled span = {.text = "a", .size = 8, .is_bold = is_bold};
        set_paragraph(
            &both.words,
            &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"});
    }
    return both;
}

static void close_both(struct both *both)
{
    ho_fonts_close(both->pango.fonts);
    close_setting(&both->words);
}

static void compare_runs(const struct ho_run *a, const struct ho_run *b)
{
    const struct ho_glyphs *x = &a->glyphs, *y = &b->glyphs;
    cr_assert_str_eq(x->text, y->text);
    cr_assert_str_eq(x->font->id, y->font->id, "%s", x->text);
    cr_assert_eq(x->count, y->count, "%s", x->text);
    cr_assert(x->x == y->x && x->y == y->y && x->width == y->width, "%s", x->text);
    cr_assert(x->size == y->size && x->is_rtl == y->is_rtl && a->span == b->span);
    for (size_t i = 0; i < x->count; i++) {
        const struct ho_glyph *g = &x->glyphs[i], *h = &y->glyphs[i];
        cr_assert(g->id == h->id && g->cluster == h->cluster && g->x == h->x &&
                      g->y == h->y,
                  "glyph %zu of %s", i, x->text);
    }
}

static void compare_lines(const struct ho_lines *a, const struct ho_lines *b)
{
    cr_assert_eq(a->count, b->count);
    cr_assert_eq(a->widest, b->widest);
    cr_assert_eq(a->is_cut, b->is_cut);
    for (size_t i = 0; i < a->count; i++) {
        cr_assert_eq(a->lines[i].count, b->lines[i].count);
        cr_assert_eq(a->lines[i].x, b->lines[i].x);
        cr_assert_eq(a->lines[i].width, b->lines[i].width);
        for (size_t k = 0; k < a->lines[i].count; k++)
            compare_runs(&a->lines[i].runs[k], &b->lines[i].runs[k]);
    }
}

/* Sets it by both; returns whether it was put together from words. */
static bool compare(struct both *both, const struct ho_paragraph *paragraph)
{
    struct ho_arena *arena = both->words.ctx.arena;
    struct ho_text text = {.arena = arena};
    ho_pt width;
    for (size_t i = 0; i < paragraph->count; i++)
        ho_text_add(&text, paragraph->spans[i].text);
    compare_lines(set_paragraph(&both->words, paragraph),
                  set_paragraph(&both->pango, paragraph));
    return words_set(arena, both->words.fonts, paragraph, ho_text_end(&text), &width);
}

static bool compare_text(struct both *both, const char *text, ho_pt size, bool is_bold,
                         ho_pt width)
{
    struct ho_styled span = {.text = text, .size = size, .is_bold = is_bold};
    return compare(both, &(struct ho_paragraph){.spans = &span,
                                                .count = 1,
                                                .language = "en-GB",
                                                .width = width,
                                                .align = HO_ALIGN_END});
}

/* All that words are made of. */
static size_t list_characters(uint32_t out[512])
{
    static const uint32_t ranges[][2] = {{0x21, 0x7E}, {0xA0, 0xA0},  {0xAA, 0xAA},
                                         {0xB7, 0xB7}, {0xBA, 0xBA},  {0xC0, 0xD6},
                                         {0xD8, 0xF6}, {0xF8, 0x17F}, {0x2018, 0x201E}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        for (uint32_t c = ranges[i][0]; c <= ranges[i][1]; c++)
            out[count++] = c;
    return count;
}

/* Each character with each other: as a word of two, and around a space. */
Test(words, every_two_characters_stand_as_pango_sets_them)
{
    struct both both = open_both();
    uint32_t characters[512];
    size_t count = list_characters(characters);
    for (size_t i = 0; i < count; i++) {
        struct ho_text text = {.arena = both.words.ctx.arena};
        for (size_t k = 0; k < count; k++) {
            ho_text_add_code_point(&text, characters[i]);
            ho_text_add_code_point(&text, characters[k]);
            ho_text_add(&text, " ");
            ho_text_add_code_point(&text, characters[k]);
            ho_text_add(&text, " ");
        }
        ho_text_add(&text, "a");
        for (int is_bold = 0; is_bold < 2; is_bold++)
            cr_assert(compare_text(&both, ho_text_end(&text), 9, is_bold, 0));
    }
    close_both(&both);
}

/* ---- the texts of the content ---- */

static const char *collapse(struct ho_arena *arena, const char *text)
{
    struct ho_text out = {.arena = arena};
    for (; *text; text++) {
        bool is_space = *text == ' ' || *text == '\n' || *text == '\t';
        if (!is_space)
            ho_text_add_bytes(&out, text, 1);
        else if (out.count && out.items[out.count - 1] != ' ')
            ho_text_add(&out, " ");
    }
    return ho_text_end(&out);
}

/* In a few sizes, on one line and in a column. Returns how often words sufficed. */
static size_t compare_below(struct both *both, const struct ho_xml_node *node)
{
    static const ho_pt sizes[] = {7.5, 9, 11.5, 12.535714285714286, 16, 33};
    size_t made = 0;
    if (node->text) {
        const char *text = collapse(both->words.ctx.arena, node->text);
        for (size_t i = 0; *text && i < sizeof sizes / sizeof *sizes; i++)
            for (int is_bold = 0; is_bold < 2; is_bold++)
                made += (size_t)compare_text(both, text, sizes[i], is_bold, 0) +
                        (size_t)compare_text(both, text, sizes[i], is_bold, 221.1);
    }
    for (const struct ho_xml_node *n = node->first; n; n = n->next)
        made += compare_below(both, n);
    return made;
}

Test(words, the_texts_of_the_content_stand_as_pango_sets_them)
{
    struct both both = open_both();
    glob_t files;
    size_t made = 0;
    cr_assert_eq(glob(HO_CONTENT "/en-GB/*.xml", 0, NULL, &files), 0);
    cr_assert_eq(glob(HO_CONTENT "/en-GB/*/*.xml", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct ho_ctx *ctx = &both.words.ctx;
        const struct ho_source *source;
        const struct ho_xml_node *root;
        cr_assert(ho_source_load(ctx, files.gl_pathv[i], &source));
        cr_assert(ho_xml_parse(ctx, source, &root));
        made += compare_below(&both, root);
    }
    cr_expect_gt(files.gl_pathc, 20);
    cr_expect_gt(made, 5000);
    globfree(&files);
    close_both(&both);
}

/* ---- what patients are called ---- */

static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

/* Names of one to four words of letters, figures and marks, some with a second style within. */
Test(words, names_stand_as_pango_sets_them)
{
    struct both both = open_both();
    uint32_t characters[512], state = 7;
    size_t count = list_characters(characters), made = 0;
    for (int i = 0; i < 4000; i++) {
        struct ho_text texts[3] = {{0}};
        struct ho_styled spans[3];
        size_t parts = 1 + draw(&state, 3);
        for (size_t k = 0; k < parts; k++) {
            texts[k].arena = both.words.ctx.arena;
            for (uint32_t left = 1 + draw(&state, 12); left; left--)
                if (draw(&state, 5))
                    ho_text_add_code_point(&texts[k],
                                           characters[draw(&state, (uint32_t)count)]);
                else
                    ho_text_add(&texts[k], " ");
            spans[k] = (struct ho_styled){.text = ho_text_end(&texts[k]),
                                          .size = 9 + draw(&state, 2),
                                          .is_bold = draw(&state, 2)};
        }
        made += compare(&both, &(struct ho_paragraph){.spans = spans,
                                                      .count = parts,
                                                      .language = "en-GB",
                                                      .width = draw(&state, 200),
                                                      .align = HO_ALIGN_CENTRE});
    }
    cr_expect_gt(made, 1000);
    close_both(&both);
}

/* ---- what is not plain ---- */

static bool is_made_of_words(struct both *both, const char *text, bool is_rtl,
                             const char *language)
{
    struct ho_styled span = {.text = text, .size = 12, .language = language};
    return compare(
        both, &(struct ho_paragraph){
                  .spans = &span, .count = 1, .language = "en-GB", .is_rtl = is_rtl});
}

Test(words, pango_sets_what_is_not_plain)
{
    struct both both = open_both();
    cr_expect(is_made_of_words(&both, "Walk for 20 minutes.", false, NULL));
    cr_expect(is_made_of_words(&both, "Walk for 20 minutes.", false, "en-GB"));
    cr_expect_not(is_made_of_words(&both, "Walk for 20 minutes.", false, "pl"));
    cr_expect_not(is_made_of_words(&both, "Walk for 20 minutes.", true, NULL));
    cr_expect_not(is_made_of_words(&both, "Walk for 20 minutes. ", false, NULL));
    cr_expect_not(is_made_of_words(&both, "020 7946 0018", false, NULL));
    cr_expect_not(is_made_of_words(&both, "Zoe\xCC\x88", false, NULL));
    cr_expect_not(is_made_of_words(&both, "so\xC2\xADle", false, NULL));
    cr_expect_not(is_made_of_words(&both, "Sam \xD0\x81", false, NULL));
    cr_expect_not(is_made_of_words(&both, "", false, NULL));
    close_both(&both);
}
