/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "layout/setting_priv.h"

struct style style_of(const struct setting *s, enum ho_type type, enum ho_role paint)
{
    const struct ho_type_style *of = &s->geometry->scale->styles[type];
    return (struct style){of->size, of->leading, of->is_bold,
                          paint ? paint : HO_PAINT_INK};
}

/* Half a word is no word to a patient: lines break between words only. */
static void check_width(struct setting *s, const struct ho_inlines *text,
                        const struct ho_lines *lines)
{
    if (!lines->is_cut)
        return;
    s->is_wide = true;
    if (s->is_trying)
        return;
    ho_report(s->ctx, HO_MSG_TOO_WIDE, text->items[0].at,
              "write it in shorter words, or choose a larger paper");
    s->ok = false;
}

/* Whether the last line is one short word (page.md: fewer than 8 letters). */
static bool ends_alone(const struct setting *s, const struct ho_lines *lines)
{
    enum { SHORT = 8 };
    struct ho_text text = {.arena = s->ctx->arena};
    size_t letters = 0;
    if (lines->count < 2)
        return false;
    const struct ho_line *last = &lines->lines[lines->count - 1];
    for (size_t i = 0; i < last->count; i++)
        ho_text_add(&text, last->runs[i].glyphs.text);
    for (const char *c = ho_text_end(&text); *c; c++) {
        if (*c == ' ' && c[1] && c[1] != ' ')
            return false;
        letters += *c != ' ' && (*c & 0xC0) != 0x80;
    }
    return letters < SHORT;
}

/* The last two words together, if they fit a line and that costs no line more. */
static const struct ho_lines *join_end(struct setting *s,
                                       struct ho_paragraph *paragraph,
                                       const struct ho_lines *lines)
{
    const struct ho_lines *joined;
    if (lines->is_cut || !ends_alone(s, lines))
        return lines;
    paragraph->keeps_end = true;
    bool ok = ho_text_lines(s->ctx, s->fonts, paragraph, &joined) &&
              joined->widest <= paragraph->width && joined->count <= lines->count;
    return ok ? joined : lines;
}

/* A text in another language has that one's direction. */
static bool is_rtl(const struct setting *s, const struct ho_inlines *text)
{
    return text->count && text->items[0].language ? text->items[0].is_rtl
                                                  : s->blocks->is_rtl;
}

static const struct ho_lines *shape(struct setting *s, const struct ho_inlines *text,
                                    struct style style, ho_pt width,
                                    enum ho_align align)
{
    struct ho_styled *spans =
        ho_new_array(s->ctx->arena, struct ho_styled, text->count);
    const struct ho_lines *lines;
    for (size_t i = 0; i < text->count; i++) {
        const struct ho_inline *part = &text->items[i];
        spans[i] = (struct ho_styled){.text = part->text,
                                      .is_bold = style.is_bold || part->is_strong,
                                      .size = style.size,
                                      .paint = part->paint ? part->paint : style.paint,
                                      .language = part->language,
                                      .at = part->at,
                                      .mark = part->uri ? part : NULL};
    }
    struct ho_paragraph paragraph = {.spans = spans,
                                     .count = text->count,
                                     .language = s->blocks->language,
                                     .is_rtl = is_rtl(s, text),
                                     .width = width,
                                     .align = align};
    if (ho_text_lines(s->ctx, s->fonts, &paragraph, &lines))
        return join_end(s, &paragraph, lines);
    s->ok = false;
    return ho_new(s->ctx->arena, struct ho_lines);
}

/* A text that was set before, at the same size in the same width: parts are measured and
 * then drawn, and shaping is three quarters of the work. */
struct known_text {
    const struct ho_inline *text;
    size_t count;
    struct style style;
    ho_pt width;
    enum ho_align align;
    const struct ho_lines *lines;
};

static bool is_same(const struct known_text *a, const struct known_text *b)
{
    return a->text == b->text && a->count == b->count && a->width == b->width &&
           a->align == b->align && a->style.size == b->style.size &&
           a->style.is_bold == b->style.is_bold && a->style.paint == b->style.paint;
}

/* Where the text stands among the known ones, or the place that the next one overwrites. */
static struct known_text *find_place(struct setting *s, const struct known_text *wanted)
{
    enum { PLACES = 512, NEIGHBOURS = 4 };
    size_t start = ((uintptr_t)wanted->text / sizeof *wanted->text * 31 +
                    (size_t)(wanted->style.size * 16) + (size_t)wanted->width) %
                   PLACES;
    if (!s->known)
        s->known = ho_new_array(s->ctx->arena, struct known_text, PLACES);
    for (size_t i = 0; i < NEIGHBOURS; i++) {
        struct known_text *place = &s->known[(start + i) % PLACES];
        if (!place->lines || is_same(place, wanted))
            return place;
    }
    return &s->known[start];
}

const struct ho_lines *set_text(struct setting *s, const struct ho_inlines *text,
                                struct style style, ho_pt width, enum ho_align align)
{
    struct known_text wanted = {text->items, text->count, style, width, align, NULL};
    struct known_text *place = find_place(s, &wanted);
    if (place->lines && is_same(place, &wanted))
        wanted.lines = place->lines;
    else
        wanted.lines = shape(s, text, style, width, align);
    *place = wanted;
    check_width(s, text, wanted.lines);
    return wanted.lines;
}

static int longest_line(const struct ho_lines *lines)
{
    int longest = 0;
    for (size_t i = 0; i < lines->count; i++) {
        int length = 0, spaces = 0;
        for (size_t k = 0; k < lines->lines[i].count; k++)
            for (const char *c = lines->lines[i].runs[k].glyphs.text; *c; c++) {
                length += ((unsigned char)*c & 0xC0) != 0x80;
                spaces = *c == ' ' ? spaces + 1 : 0;
            }
        longest = length - spaces > longest ? length - spaces : longest;
    }
    return longest;
}

const struct ho_lines *set_reading(struct setting *s, const struct ho_inlines *text,
                                   struct style style, ho_pt *width)
{
    enum { LONGEST = 75, FEWEST = 20 };
    const struct ho_lines *lines = set_text(s, text, style, *width, HO_ALIGN_START);
    while (*width > FEWEST * style.size && longest_line(lines) > LONGEST) {
        *width -= style.size;
        lines = set_text(s, text, style, *width, HO_ALIGN_START);
    }
    return lines;
}

ho_pt baseline_in(struct style style)
{
    const double cap_height = 0.714; /* em, of Noto Sans */
    return (style.leading + cap_height * style.size) / 2;
}

ho_pt height_of(const struct ho_lines *lines, struct style style)
{
    return (double)lines->count * style.leading;
}

static void put_link(struct setting *s, struct ho_page *page,
                     const struct ho_glyphs *glyphs, const struct ho_inline *target)
{
    struct ho_element *element = begin(s, page, HO_TAG_LINK);
    ho_page_glyphs(s->ctx->arena, page, *glyphs);
    ho_page_link(s->ctx->arena, page,
                 (struct ho_link){.box = {glyphs->x, glyphs->y - glyphs->size,
                                          glyphs->width, glyphs->size * 1.3},
                                  .uri = target->uri,
                                  .description = target->uri_description});
    end(s, page, element);
}

void put_line(struct setting *s, struct ho_page *page, const struct ho_line *line,
              struct style style, ho_pt x, ho_pt y)
{
    for (size_t i = 0; i < line->count; i++) {
        struct ho_glyphs glyphs = line->runs[i].glyphs;
        glyphs.x += x;
        glyphs.y += y + baseline_in(style);
        if (line->runs[i].mark)
            put_link(s, page, &glyphs, line->runs[i].mark);
        else
            ho_page_glyphs(s->ctx->arena, page, glyphs);
    }
}

void put_lines(struct setting *s, struct ho_page *page, const struct ho_lines *lines,
               struct style style, ho_pt x, ho_pt y)
{
    for (size_t i = 0; i < lines->count; i++)
        put_line(s, page, &lines->lines[i], style, x, y + (double)i * style.leading);
}
