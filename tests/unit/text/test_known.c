/* SPDX-License-Identifier: MIT */
#include "setting.h"

static const char words[] = "Put both hands behind your left thigh.";

static void expect_same(const struct ho_lines *a, const struct ho_lines *b)
{
    cr_assert_eq(a->count, b->count);
    cr_assert_eq(a->widest, b->widest);
    for (size_t i = 0; i < a->count; i++) {
        cr_assert_eq(a->lines[i].count, b->lines[i].count);
        for (size_t k = 0; k < a->lines[i].count; k++) {
            const struct ho_glyphs *x = &a->lines[i].runs[k].glyphs,
                                   *y = &b->lines[i].runs[k].glyphs;
            cr_assert_eq(x->count, y->count);
            cr_assert_str_eq(x->text, y->text);
            cr_assert_eq(memcmp(x->glyphs, y->glyphs, x->count * sizeof *x->glyphs), 0);
        }
    }
}

Test(known, a_paragraph_set_again_is_the_same)
{
    struct setting s = open_setting();
    const struct ho_lines *first = set_plain(&s, words, 12, 100),
                          *other = set_plain(&s, words, 12, 160),
                          *again = set_plain(&s, words, 12, 100);
    expect_same(first, again);
    cr_expect_eq(first->lines[0].runs[0].glyphs.glyphs,
                 again->lines[0].runs[0].glyphs.glyphs, "it was shaped twice");
    cr_expect_neq(first->lines[0].width, other->lines[0].width);
    close_setting(&s);
}

/* Paint, mark and language are the caller's, each time anew. */
Test(known, what_changes_no_glyph_is_not_kept)
{
    struct setting s = open_setting();
    struct ho_styled span = {.text = words, .size = 12, .paint = HO_PAINT_INK};
    struct ho_paragraph paragraph = {.spans = &span, .count = 1, .language = "en-GB"};
    set_paragraph(&s, &paragraph);
    span.paint = HO_PAINT_DANGER;
    span.mark = &span;
    const struct ho_run *run = &set_paragraph(&s, &paragraph)->lines[0].runs[0];
    cr_expect_eq(run->glyphs.paint, HO_PAINT_DANGER);
    cr_expect_eq(run->mark, &span);
    cr_expect_eq(run->language, paragraph.language);
    close_setting(&s);
}

/* More words than are kept, in one document after the other: memory stays bound, and lines right. */
Test(known, when_it_is_full_it_begins_anew)
{
    struct setting s = open_setting();
    struct ho_pages pages = {0};
    for (int document = 0; document < 4; document++) {
        for (int i = 0; i < 1500; i++) {
            const char *text = ho_format(s.ctx.arena, "%d: %s", i % 1400, words);
            const struct ho_lines *lines = set_plain(&s, text, 12, 100 + document);
            cr_assert_str_eq(words_of(&s, lines), text);
        }
        cr_assert(ho_fonts_finish(&s.ctx, s.fonts, &pages, HO_FINISH_SUBSETS));
        ho_arena_reset(s.ctx.arena);
    }
    close_setting(&s);
}
