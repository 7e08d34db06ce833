/* Styles, as Pango attributes.
 * SPDX-License-Identifier: MIT */
#include "text/attributes_priv.h"

#include <assert.h>
#include <string.h>

int attributes_units(ho_pt points)
{
    return (int)(points * PANGO_SCALE + 0.5);
}

static void add(PangoAttrList *list, PangoAttribute *attribute, size_t start,
                size_t end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(list, attribute);
}

bool attributes_agree(const struct ho_styled *a, const struct ho_styled *b)
{
    return a->is_bold == b->is_bold && a->size == b->size;
}

/* Pango shapes each stretch of weight and size apart, so spans that differ in neither
 * make one: a word in two paints is kerned as one word. */
static void add_faces(PangoAttrList *list, const struct ho_paragraph *paragraph)
{
    size_t start = 0, end = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ho_styled *span = &paragraph->spans[i];
        end += strlen(span->text);
        if (i + 1 < paragraph->count && attributes_agree(span, span + 1))
            continue;
        add(list,
            pango_attr_weight_new(span->is_bold ? PANGO_WEIGHT_BOLD
                                                : PANGO_WEIGHT_NORMAL),
            start, end);
        add(list, pango_attr_size_new_absolute(attributes_units(span->size)), start,
            end);
        start = end;
    }
}

/* The foreground colour carries the number of the span: Pango splits runs where it
 * changes, after shaping, so that kerning and ligatures are those of the whole word,
 * and hands the number back with each run. */
static void add_numbers(PangoAttrList *list, const struct ho_paragraph *paragraph)
{
    size_t start = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        size_t end = start + strlen(paragraph->spans[i].text);
        add(list,
            pango_attr_foreground_new((guint16)(i & 0xFFFF), (guint16)(i >> 16), 0),
            start, end);
        start = end;
    }
}

/* ---- languages ---- */

static bool is_shared(GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED;
}

/* For a script that the language is not written in, Pango asks the environment
 * (LANGUAGE, PANGO_LANGUAGE) for another language; but the same input must give the
 * same bytes. "und" (BCP 47) goes with every script. */
PangoLanguage *attributes_language(const char *language, GUnicodeScript script)
{
    PangoLanguage *named = pango_language_from_string(language);
    return pango_language_includes_script(named, (PangoScript)script)
               ? named
               : pango_language_from_string("und");
}

struct stretch {
    PangoLanguage *language;
    size_t start;
};

static void end_stretch(PangoAttrList *list, struct stretch *stretch,
                        PangoLanguage *next, size_t at)
{
    if (stretch->language && stretch->language != next) {
        add(list, pango_attr_language_new(stretch->language), stretch->start, at);
        stretch->start = at;
    }
    stretch->language = next;
}

/* What all scripts share, such as spaces, goes with the text before it. */
static void add_languages(PangoAttrList *list, const struct ho_paragraph *paragraph,
                          const char *text)
{
    struct stretch stretch = {0};
    const char *s = text;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ho_styled *span = &paragraph->spans[i];
        const char *language = span->language ? span->language : paragraph->language;
        for (const char *end = s + strlen(span->text); s < end;) {
            size_t at = (size_t)(s - text);
            GUnicodeScript script = g_unichar_get_script(ho_utf8_next(&s, end));
            if (language && !is_shared(script))
                end_stretch(list, &stretch, attributes_language(language, script), at);
        }
    }
    end_stretch(list, &stretch, NULL, strlen(text));
}

/* Where the word begins that ends at `end`. */
static size_t word_start(const char *text, size_t end)
{
    while (end > 0 && text[end - 1] != ' ')
        end--;
    return end;
}

static size_t without_spaces(const char *text, size_t end)
{
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

static void join_last_words(PangoAttrList *list, const char *text)
{
    size_t end = without_spaces(text, strlen(text));
    size_t before = without_spaces(text, word_start(text, end));
    add(list, pango_attr_allow_breaks_new(FALSE), word_start(text, before), end);
}

PangoAttrList *attributes_make(const struct ho_paragraph *paragraph, const char *text)
{
    PangoAttrList *list = pango_attr_list_new();
    add_faces(list, paragraph);
    add_numbers(list, paragraph);
    add_languages(list, paragraph, text);
    add(list, pango_attr_font_features_new("tnum=1"), 0, strlen(text));
    /* A word wider than its column is broken rather than cut off; no hyphen is added, for
     * none is in the text that is read out. */
    add(list, pango_attr_insert_hyphens_new(FALSE), 0, strlen(text));
    if (paragraph->keeps_end)
        join_last_words(list, text);
    return list;
}

size_t attributes_span(const PangoItem *item)
{
    for (GSList *link = item->analysis.extra_attrs; link; link = link->next) {
        const PangoAttribute *attribute = link->data;
        if (attribute->klass->type == PANGO_ATTR_FOREGROUND) {
            const PangoColor *number = &((const PangoAttrColor *)attribute)->color;
            return (size_t)number->red | (size_t)number->green << 16;
        }
    }
    assert(!"a run without its span's number");
    return 0;
}
