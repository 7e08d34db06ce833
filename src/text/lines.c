/* Paragraphs: Pango itemizes, shapes and breaks; we keep the runs and set our own
 * leading.
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "text/attributes_priv.h"
#include "text/coverage_priv.h"
#include "text/fonts_priv.h"
#include "text/known_priv.h"
#include "text/readings_priv.h"
#include "text/words_priv.h"

/* Pango counts in 1/1024 pt. */
static ho_pt from_pango(int units)
{
    return (double)units / PANGO_SCALE;
}

/* ---- the characters ---- */

static void report_glyph(struct ho_ctx *ctx, uint32_t c, struct ho_span at)
{
    /* The code point, never the text around it: it may be a patient's name. */
    ho_report(ctx, HO_MSG_NO_GLYPH, at,
              "write it in another way, or add a font that has it to fonts/fonts.xml",
              ho_format(ctx->arena, "U+%04X", c == UINT32_MAX ? 0xFFFD : (unsigned)c),
              c == UINT32_MAX ? "not UTF-8" : "not covered");
}

static bool check_span(struct ho_ctx *ctx, struct ho_fonts *fonts,
                       const struct ho_styled *span)
{
    bool ok = true;
    for (const char *s = span->text, *end = s + strlen(s); s < end;) {
        uint32_t c = ho_utf8_next(&s, end);
        enum coverage coverage = UNCOVERED;
        if (c != UINT32_MAX && c >= 0x20 &&
            !coverage_need(ctx, fonts, c, span->is_bold, &coverage))
            return false;
        fonts->is_trimmed &= coverage == COVERED_TRIMMED;
        if (!coverage) {
            report_glyph(ctx, c, span->at);
            ok = false;
        }
    }
    return ok;
}

/* One character that only a whole font has, and whole fonts set the paragraph: a word is
 * never shaped in two halves. */
static bool check_characters(struct ho_ctx *ctx, struct ho_fonts *fonts,
                             const struct ho_paragraph *paragraph)
{
    bool ok = true;
    fonts->is_trimmed = true;
    for (size_t i = 0; i < paragraph->count; i++)
        ok &= check_span(ctx, fonts, &paragraph->spans[i]);
    return ok;
}

/* ---- runs ---- */

/* Pango empties the space at which it broke a line. We keep it as a glyph, past the
 * line's end: a screen reader joins the lines, and must find the space between the
 * words. */
static uint32_t real_glyph(const PangoGlyphItem *run, const char *text, int i)
{
    struct face *face = font_face(run->item->analysis.font);
    PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
    hb_codepoint_t space;
    if (glyph != PANGO_GLYPH_EMPTY)
        return glyph;
    if (text[run->glyphs->log_clusters[i]] != ' ' ||
        !hb_font_get_nominal_glyph(face->unscaled, ' ', &space))
        return UINT32_MAX; /* joiners and bidi marks: nothing to show, nothing to read
                            */
    return space;
}

static ho_pt space_width(const PangoGlyphItem *run)
{
    hb_font_t *font = pango_font_get_hb_font(run->item->analysis.font);
    hb_codepoint_t space;
    return hb_font_get_nominal_glyph(font, ' ', &space)
               ? from_pango(hb_font_get_glyph_h_advance(font, space))
               : 0;
}

/* Copies the glyphs from the left to the right. Spaces from byte `tail` of the text on
 * hang past the line's end. Returns the advance without them. */
static ho_pt copy_glyphs(const PangoGlyphItem *run, const char *text, size_t tail,
                         struct ho_glyph *glyphs, size_t *count)
{
    bool is_rtl = run->item->analysis.level % 2 == 1;
    ho_pt pen = 0, hung = 0, space = space_width(run);
    for (int i = 0; is_rtl && i < run->glyphs->num_glyphs; i++)
        hung -= (size_t)run->glyphs->log_clusters[i] >= tail ? space : 0;
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        const PangoGlyphGeometry *geometry = &run->glyphs->glyphs[i].geometry;
        size_t cluster = (size_t)run->glyphs->log_clusters[i];
        uint32_t id = real_glyph(run, text, i);
        bool hangs = cluster >= tail;
        if (id != UINT32_MAX)
            glyphs[(*count)++] = (struct ho_glyph){
                .id = id,
                .cluster = (uint32_t)cluster,
                .x = pen + from_pango(geometry->x_offset) + (hangs ? hung : 0),
                .y = from_pango(geometry->y_offset)};
        if (hangs)
            hung += space;
        else
            pen += from_pango(geometry->width);
    }
    return pen;
}

/* Copies one run; `*x` is the pen, in the line. `tail` is where the white space at the
 * end of the line begins, in the text of all. */
static struct ho_run copy_run(struct ho_arena *arena,
                              const struct ho_paragraph *paragraph, const char *all,
                              size_t tail, const PangoGlyphItem *run, ho_pt *x)
{
    const PangoItem *item = run->item;
    size_t number = attributes_span(item);
    const struct ho_styled *span = &paragraph->spans[number];
    size_t start = (size_t)item->offset, count = 0;
    char *text = ho_strndup(arena, all + start, (size_t)item->length);
    struct ho_glyph *glyphs = readings_glyphs(arena, (size_t)run->glyphs->num_glyphs);
    ho_pt width =
        copy_glyphs(run, text, tail > start ? tail - start : 0, glyphs, &count);
    struct ho_run out = {.glyphs = {.font = &font_face(item->analysis.font)->font,
                                    .size = span->size,
                                    .x = *x,
                                    .width = width,
                                    .is_rtl = item->analysis.level % 2 == 1,
                                    .text = text,
                                    .glyphs = glyphs,
                                    .count = count},
                         .span = number};
    *x += width;
    return out;
}

struct placed {
    int offset;
    struct ho_run run;
};

static int by_offset(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

static ho_pt align(const struct ho_paragraph *paragraph, ho_pt width)
{
    ho_pt room = paragraph->width > 0 ? paragraph->width - width : 0;
    if (paragraph->align == HO_ALIGN_CENTRE)
        return room / 2;
    return (paragraph->align == HO_ALIGN_END) != paragraph->is_rtl ? room : 0;
}

/* The line of these runs, in its place, and each run with its number. */
static struct ho_line place_line(struct ho_fonts *fonts,
                                 const struct ho_paragraph *paragraph,
                                 struct ho_run *runs, size_t count, ho_pt width)
{
    struct ho_line line = {
        .runs = runs, .count = count, .width = width, .x = align(paragraph, width)};
    for (size_t i = 0; i < count; i++) {
        runs[i].glyphs.x += line.x;
        runs[i].glyphs.shape = ++fonts->shapes;
    }
    return line;
}

static struct ho_line copy_line(struct ho_arena *arena, struct ho_fonts *fonts,
                                const struct ho_paragraph *paragraph, const char *text,
                                const PangoLayoutLine *source)
{
    size_t count = g_slist_length(source->runs), i = 0;
    struct placed *placed = ho_new_array(arena, struct placed, count);
    struct ho_run *runs = ho_new_array(arena, struct ho_run, count);
    size_t tail = (size_t)source->start_index + (size_t)source->length;
    ho_pt x = 0;

    while (tail > (size_t)source->start_index && text[tail - 1] == ' ')
        tail--;
    for (GSList *link = source->runs; link; link = link->next, i++) {
        const PangoGlyphItem *run = link->data;
        placed[i].offset = run->item->offset;
        placed[i].run = copy_run(arena, paragraph, text, tail, run, &x);
    }
    qsort(placed, count, sizeof *placed, by_offset);
    for (i = 0; i < count; i++)
        runs[i] = placed[i].run;
    return place_line(fonts, paragraph, runs, count, x);
}

static const char *join(struct ho_text *text, const struct ho_paragraph *paragraph)
{
    text->count = 0;
    for (size_t i = 0; i < paragraph->count; i++)
        ho_text_add(text, paragraph->spans[i].text);
    return ho_text_end(text);
}

static void set_up_layout(const struct ho_fonts *fonts,
                          const struct ho_paragraph *paragraph, const char *text)
{
    PangoLayout *layout = fonts->layout;
    PangoAttrList *attributes = attributes_make(paragraph, text);
    pango_context_set_language(fonts->context,
                               pango_language_from_string(paragraph->language));
    pango_context_set_base_dir(fonts->context, paragraph->is_rtl ? PANGO_DIRECTION_RTL
                                                                 : PANGO_DIRECTION_LTR);
    pango_layout_context_changed(layout);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(
        layout, paragraph->width > 0 ? attributes_units(paragraph->width) : -1);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

/* Pango cuts a word that is wider than the line, and says so only in that no break is
 * allowed there. */
static bool begins_in_word(PangoLayout *layout, const char *text,
                           const PangoLayoutLine *line)
{
    int count;
    const PangoLogAttr *breaks = pango_layout_get_log_attrs_readonly(layout, &count);
    glong at = g_utf8_pointer_to_offset(text, text + line->start_index);
    return at > 0 && at < count && !breaks[at].is_line_break;
}

static const struct ho_lines *set_lines(struct ho_arena *arena, struct ho_fonts *fonts,
                                        const struct ho_paragraph *paragraph,
                                        const char *text)
{
    struct ho_lines *lines = ho_new(arena, struct ho_lines);
    if (!*text)
        return lines;
    set_up_layout(fonts, paragraph, text);
    struct ho_line *copies = ho_new_array(
        arena, struct ho_line, (size_t)pango_layout_get_line_count(fonts->layout));
    for (GSList *link = pango_layout_get_lines_readonly(fonts->layout); link;
         link = link->next) {
        copies[lines->count] = copy_line(arena, fonts, paragraph, text, link->data);
        lines->is_cut |= begins_in_word(fonts->layout, text, link->data);
        if (copies[lines->count].width > lines->widest)
            lines->widest = copies[lines->count].width;
        lines->count++;
    }
    lines->lines = copies;
    return lines;
}

/* One line of words; NULL if Pango must set it. Where the same was set `before`, its runs keep their numbers. */
static const struct ho_lines *set_words(struct ho_arena *arena, struct ho_fonts *fonts,
                                        const struct ho_paragraph *paragraph,
                                        const char *text, const struct ho_lines *before)
{
    ho_pt width;
    struct ho_run *runs = words_set(arena, fonts, paragraph, text, &width);
    if (!runs)
        return NULL;
    struct ho_lines *lines = ho_new(arena, struct ho_lines);
    struct ho_line *line = ho_new(arena, struct ho_line);
    *line = place_line(fonts, paragraph, runs, paragraph->count, width);
    *lines = (struct ho_lines){.lines = line, .count = 1, .widest = width};
    for (size_t i = 0; before && i < line->count; i++)
        runs[i].glyphs.shape = before->lines->runs[i].glyphs.shape;
    return lines;
}

/* What words made, and in which document. */
struct recent {
    const struct ho_lines *lines;
    uint64_t document;
};

static void keep_new(struct ho_fonts *fonts, struct ho_memo *memo,
                     struct ho_arena *room, struct ho_bytes key,
                     const struct ho_lines *lines)
{
    readings_keep(room, fonts, lines, memo == fonts->known);
    if (memo == fonts->known) {
        ho_memo_keep(memo, key, lines);
        return;
    }
    struct recent *recent = ho_new(room, struct recent);
    *recent = (struct recent){lines, fonts->documents};
    ho_memo_keep(memo, key, recent);
}

/* What words make stays apart from what all documents say until it comes again in another one: a name comes in one. */
static bool set_new(struct ho_ctx *ctx, struct ho_fonts *fonts,
                    const struct ho_paragraph *paragraph, struct ho_bytes key,
                    const struct ho_lines **out)
{
    const char *text = join(&fonts->text, paragraph);
    const struct recent *before = ho_memo_find(fonts->recent, key);
    struct ho_memo *memo = before ? fonts->known : fonts->recent;
    struct ho_arena *room = ho_memo_room(memo);
    if (before && before->document == fonts->documents) {
        *out = before->lines;
        return true;
    }
    *out = set_words(room ? room : ctx->arena, fonts, paragraph, text,
                     before ? before->lines : NULL);
    if (!*out) {
        if (!check_characters(ctx, fonts, paragraph))
            return false;
        memo = fonts->known;
        room = ho_memo_room(memo);
        *out = set_lines(room ? room : ctx->arena, fonts, paragraph, text);
    }
    if (room)
        keep_new(fonts, memo, room, key, *out);
    return true;
}

bool ho_text_lines(struct ho_ctx *ctx, struct ho_fonts *fonts,
                   const struct ho_paragraph *paragraph, const struct ho_lines **out)
{
    struct ho_bytes key = known_key(&fonts->key, paragraph);
    const struct ho_lines *lines = ho_memo_find(fonts->known, key);
    if (!lines && !set_new(ctx, fonts, paragraph, key, &lines))
        return false;
    *out = known_dress(ctx->arena, paragraph, lines);
    return true;
}
