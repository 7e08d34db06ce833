/* What the build trims to a language shapes as the whole font does: every two characters side by side, both weights.
 * SPDX-License-Identifier: MIT */
#include "setting.h"

#include <unistd.h>

static size_t add_utf8(char *at, uint32_t c)
{
    if (c < 0x80) {
        at[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        at[0] = (char)(0xC0 | c >> 6);
        at[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    at[0] = (char)(0xE0 | c >> 12);
    at[1] = (char)(0x80 | (c >> 6 & 0x3F));
    at[2] = (char)(0x80 | (c & 0x3F));
    return 3;
}

/* Letters, figures and marks of the names and texts that the base subset is made for. */
static size_t list_characters(uint32_t out[512])
{
    static const uint32_t ranges[][2] = {
        {0x20, 0x7E}, {0xA0, 0xAC}, {0xAE, 0x17F}, {0x2010, 0x2014}, {0x2018, 0x201E}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        for (uint32_t c = ranges[i][0]; c <= ranges[i][1]; c++)
            out[count++] = c;
    return count;
}

static const struct ho_glyphs *set_word(struct setting *s, const char *text,
                                        bool is_bold)
{
    struct ho_styled span = plain(text, 11);
    span.is_bold = is_bold;
    const struct ho_lines *lines = set_paragraph(
        s, &(struct ho_paragraph){.spans = &span, .count = 1, .language = "en-GB"});
    cr_assert_eq(lines->count, 1);
    cr_assert_eq(lines->lines[0].count, 1);
    return &lines->lines[0].runs[0].glyphs;
}

static void compare(const struct ho_glyphs *trimmed, const struct ho_glyphs *whole,
                    const char *text)
{
    cr_assert_eq(trimmed->count, whole->count, "%s", text);
    cr_assert_str_eq(trimmed->font->id, whole->font->id);
    cr_assert_float_eq(trimmed->width, whole->width, 1e-9, "%s", text);
    for (size_t i = 0; i < whole->count; i++) {
        const struct ho_glyph *a = &trimmed->glyphs[i], *b = &whole->glyphs[i];
        cr_assert_eq(a->id, b->id, "glyph %zu of %s", i, text);
        cr_assert(a->x == b->x && a->y == b->y && a->cluster == b->cluster,
                  "glyph %zu of %s", i, text);
    }
}

Test(trimmed, every_pair_of_characters_is_shaped_alike)
{
    struct setting s = open_setting(), whole = {.ctx = s.ctx};
    uint32_t characters[512];
    size_t count = list_characters(characters);
    char text[8 * 512];
    cr_assert_eq(access(HO_FONTS_DIR "/base/en-GB/sans-regular.trimmed", R_OK), 0);
    cr_assert(ho_fonts_open(&whole.ctx, HO_FONTS_DIR, "x-none", &whole.fonts));
    for (size_t i = 0; i < count; i++) {
        size_t length = 0;
        for (size_t k = 0; k < count; k++) {
            length += add_utf8(text + length, characters[i]);
            length += add_utf8(text + length, characters[k]);
        }
        text[length] = '\0';
        for (int is_bold = 0; is_bold < 2; is_bold++)
            compare(set_word(&s, text, is_bold), set_word(&whole, text, is_bold), text);
    }
    ho_fonts_close(whole.fonts);
    close_setting(&s);
}
