/* setting.h — a job with the staged fonts open, and paragraphs in short.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_TEXT_SETTING_H
#define HO_TESTS_TEXT_SETTING_H

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "text/text.h"

struct setting {
    struct ho_ctx ctx;
    struct ho_fonts *fonts;
};

static inline struct setting open_setting(void)
{
    struct setting s = {.ctx = {.arena = ho_arena_new()}};
    cr_assert(ho_fonts_open(&s.ctx, HO_FONTS_DIR, "en-GB", &s.fonts));
    return s;
}

static inline void close_setting(struct setting *s)
{
    ho_fonts_close(s->fonts);
    ho_arena_free(s->ctx.arena);
}

static inline struct ho_styled plain(const char *text, ho_pt size)
{
    return (struct ho_styled){.text = text, .size = size, .paint = HO_PAINT_INK};
}

static inline const struct ho_lines *set_paragraph(struct setting *s,
                                                   const struct ho_paragraph *paragraph)
{
    const struct ho_lines *lines = NULL;
    cr_assert(ho_text_lines(&s->ctx, s->fonts, paragraph, &lines));
    cr_assert_not_null(lines);
    return lines;
}

/* One style, left to right, in English. */
static inline const struct ho_lines *set_plain(struct setting *s, const char *text,
                                               ho_pt size, ho_pt width)
{
    struct ho_styled span = plain(text, size);
    return set_paragraph(
        s, &(struct ho_paragraph){
               .spans = &span, .count = 1, .language = "en-GB", .width = width});
}

static inline const struct ho_lines *set_rtl(struct setting *s, const char *text,
                                             ho_pt size, ho_pt width)
{
    struct ho_styled span = plain(text, size);
    return set_paragraph(s, &(struct ho_paragraph){.spans = &span,
                                                   .count = 1,
                                                   .language = "ar",
                                                   .is_rtl = true,
                                                   .width = width});
}

/* The words of a line, or of all lines, in the order of reading. */
static inline const char *words_of_line(struct setting *s, const struct ho_line *line)
{
    struct ho_text text = {.arena = s->ctx.arena};
    for (size_t i = 0; i < line->count; i++)
        ho_text_add(&text, line->runs[i].glyphs.text);
    return ho_text_end(&text);
}

static inline const char *words_of(struct setting *s, const struct ho_lines *lines)
{
    struct ho_text text = {.arena = s->ctx.arena};
    for (size_t i = 0; i < lines->count; i++)
        ho_text_add(&text, words_of_line(s, &lines->lines[i]));
    return ho_text_end(&text);
}

static inline bool is_near(double a, double b)
{
    return fabs(a - b) < 0.01;
}

#endif
