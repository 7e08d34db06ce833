/* Words, shaped by HarfBuzz as Pango would have it shape the whole text.
 * SPDX-License-Identifier: MIT */
#include "text/words_priv.h"

#include <limits.h>

#include "text/attributes_priv.h"
#include "text/readings_priv.h"

/* In Pango units, as it was shaped. */
struct shaped_glyph {
    uint32_t id, cluster; /* byte of the word */
    int advance, x, y;
};

/* A word and the space after it, if there is one; or a space. */
struct word {
    const struct shaped_glyph *glyphs;
    size_t count;
    int width;
    bool is_latin; /* it has a letter */
};

/* The glyphs of a text as far as its words are found; a glyph's cluster is a byte of the text. */
struct found {
    HO_VEC(struct shaped_glyph);
    int width;
    bool is_latin;
};

struct words {
    struct ho_arena *arena; /* the fonts' */
    struct ho_memo *known;
    hb_buffer_t *buffer;
    /* Of the word and the text at hand; their room is used again. */
    struct ho_text key;
    struct found found;
};

struct words *words_new(struct ho_arena *arena)
{
    enum { MOST = 512 * 1024 };
    struct words *words = ho_new(arena, struct words);
    words->arena = words->key.arena = arena;
    words->known = ho_memo_new(MOST);
    words->buffer = hb_buffer_create();
    return words;
}

void words_free(struct words *words)
{
    if (!words)
        return;
    ho_memo_free(words->known);
    hb_buffer_destroy(words->buffer);
}

void words_end(struct words *words)
{
    ho_memo_end(words->known);
}

/* What words are shaped in. */
struct style {
    struct face *face;
    int size;
    PangoLanguage *language;
};

/* ---- one word ---- */

/* Letters of the Latin script; ASCII, the no-break space, the middle dot and quotation marks. */
static bool is_plain(uint32_t c, bool *is_latin)
{
    bool is_letter = g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
    *is_latin |= is_letter;
    return (is_letter && c <= 0x17F) || (c >= ' ' && c <= '~') || c == 0xA0 ||
           c == 0xB7 || (c >= 0x2018 && c <= 0x201E);
}

static bool is_plain_word(const struct face *face, const char *text, size_t length,
                          bool *is_latin)
{
    for (const char *s = text, *end = text + length; s < end;) {
        hb_codepoint_t glyph;
        uint32_t c = ho_utf8_next(&s, end);
        if (!is_plain(c, is_latin) ||
            !hb_font_get_nominal_glyph(face->trimmed_unscaled, c, &glyph))
            return false;
    }
    return true;
}

static void shape(struct ho_fonts *fonts, const struct style *style, const char *text,
                  size_t length)
{
    static const hb_feature_t tabular = {
        HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    const char *language = pango_language_to_string(style->language);
    hb_buffer_t *buffer = fonts->words->buffer;
    fonts->is_trimmed = true;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    hb_buffer_add_utf8(buffer, text, (int)length, 0, (int)length);
    hb_shape(pango_font_get_hb_font(font_sized(fonts, style->face, style->size)),
             buffer, &tabular, 1);
}

/* What was just shaped; NULL if a glyph goes backwards, which Pango would turn round. */
static struct word *copy_shaped(struct ho_arena *arena, hb_buffer_t *shaped)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaped, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(shaped, &count);
    struct shaped_glyph *glyphs = ho_new_array(arena, struct shaped_glyph, count);
    struct word *word = ho_new(arena, struct word);
    *word = (struct word){.glyphs = glyphs, .count = count};
    for (unsigned i = 0; i < count; i++) {
        if (places[i].x_advance < 0)
            return NULL;
        glyphs[i] = (struct shaped_glyph){infos[i].codepoint, infos[i].cluster,
                                          places[i].x_advance, places[i].x_offset,
                                          -places[i].y_offset};
        word->width += places[i].x_advance;
    }
    return word;
}

/* Where there is no room to keep it, in `spare`. */
static const struct word *make_word(struct ho_arena *spare, struct ho_fonts *fonts,
                                    const struct style *style, struct ho_bytes key,
                                    const char *text, size_t length)
{
    struct words *words = fonts->words;
    struct ho_arena *room = ho_memo_room(words->known);
    bool is_latin = false;
    if (!is_plain_word(style->face, text, length, &is_latin))
        return NULL;
    shape(fonts, style, text, length);
    struct word *word = copy_shaped(room ? room : spare, words->buffer);
    if (!word)
        return NULL;
    word->is_latin = is_latin;
    if (room)
        ho_memo_keep(words->known, key, word);
    return word;
}

static const struct word *find_word(struct ho_arena *spare, struct ho_fonts *fonts,
                                    const struct style *style, const char *text,
                                    size_t length)
{
    struct ho_text *key = &fonts->words->key;
    key->count = 0;
    ho_text_add_bytes(key, style, sizeof *style);
    ho_text_add_bytes(key, text, length);
    struct ho_bytes bytes = {(const unsigned char *)key->items, key->count};
    const struct word *word = ho_memo_find(fonts->words->known, bytes);
    return word ? word : make_word(spare, fonts, style, bytes, text, length);
}

/* ---- the words of a text ---- */

static void add_word(struct words *words, const struct word *word, size_t at)
{
    struct found *found = &words->found;
    for (size_t i = 0; i < word->count; i++) {
        struct shaped_glyph glyph = word->glyphs[i];
        glyph.cluster += (uint32_t)at;
        ho_push(words->arena, found, glyph);
    }
    found->width += word->width;
    found->is_latin |= word->is_latin;
}

/* The face that Pango tries first. */
static struct face *first_face(const struct ho_fonts *fonts, bool is_bold)
{
    for (size_t i = 0; i < fonts->faces.count; i++) {
        struct face *face = fonts->faces.items[i];
        if (face->font.is_bold == is_bold)
            return face->is_loaded && face->trimmed ? face : NULL;
    }
    return NULL;
}

/* In Pango units; lines that fill it to the brim are left to Pango. */
static int most_width(const struct ho_paragraph *paragraph)
{
    return paragraph->width > 0 ? attributes_units(paragraph->width) : INT_MAX;
}

/* Whether the text is so long that words would be looked for in vain: letters are rarely that narrow. */
static bool is_long(const struct ho_paragraph *paragraph, const char *text)
{
    const double narrow = .4; /* em */
    return paragraph->width > 0 &&
           (double)strlen(text) * narrow * paragraph->spans[0].size > paragraph->width;
}

/* Finds the words of the bytes from `at` to `end`, which are of one style. */
static bool find_words(struct ho_arena *spare, struct ho_fonts *fonts,
                       const struct style *style, const char *text, size_t at,
                       size_t end, int most)
{
    while (at < end) {
        const char *space = memchr(text + at, ' ', end - at);
        size_t next = space ? (size_t)(space - text) + 1 : end;
        const struct word *word = find_word(spare, fonts, style, text + at, next - at);
        if (!word)
            return false;
        add_word(fonts->words, word, at);
        at = next;
        if (fonts->words->found.width >= most)
            return false;
    }
    return true;
}

/* Spans of one style are shaped as one text. */
static bool find_all_words(struct ho_arena *spare, struct ho_fonts *fonts,
                           const struct ho_paragraph *paragraph, const char *text)
{
    struct found *found = &fonts->words->found;
    struct style style = {0}; /* its bytes are a key */
    size_t start = 0, end = 0;
    found->count = 0;
    found->width = 0;
    found->is_latin = false;
    style.language = attributes_language(paragraph->language, G_UNICODE_SCRIPT_LATIN);
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ho_styled *span = &paragraph->spans[i];
        end += strlen(span->text);
        if (span->language && !ho_equal(span->language, paragraph->language))
            return false;
        if (i + 1 < paragraph->count && attributes_agree(span, span + 1))
            continue;
        style.face = first_face(fonts, span->is_bold);
        style.size = attributes_units(span->size);
        if (!style.face ||
            !find_words(spare, fonts, &style, text, start, end, most_width(paragraph)))
            return false;
        start = end;
    }
    return true;
}

/* ---- their runs ---- */

/* How many glyphs from `first` on stand for text before byte `end`. */
static size_t count_before(const struct found *found, size_t first, size_t end)
{
    size_t i = first;
    while (i < found->count && found->items[i].cluster < end)
        i++;
    return i - first;
}

/* Whether each span begins with a glyph of its own. */
static bool is_divided(const struct ho_paragraph *paragraph, const struct found *found)
{
    size_t start = 0, first = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        if (first == found->count || found->items[first].cluster != start)
            return false;
        start += strlen(paragraph->spans[i].text);
        first += count_before(found, first, start);
    }
    return true;
}

static struct ho_run make_run(struct ho_arena *arena, const struct ho_styled *span,
                              const struct shaped_glyph *from, size_t count,
                              size_t start)
{
    struct ho_glyph *glyphs = readings_glyphs(arena, count);
    int pen = 0;
    for (size_t i = 0; i < count; i++) {
        glyphs[i] = (struct ho_glyph){.id = from[i].id,
                                      .cluster = from[i].cluster - (uint32_t)start,
                                      .x = (double)(pen + from[i].x) / PANGO_SCALE,
                                      .y = (double)from[i].y / PANGO_SCALE};
        pen += from[i].advance;
    }
    return (struct ho_run){.glyphs = {.size = span->size,
                                      .width = (double)pen / PANGO_SCALE,
                                      .text = ho_strdup(arena, span->text),
                                      .glyphs = glyphs,
                                      .count = count}};
}

static struct ho_run *make_runs(struct ho_arena *arena, const struct ho_fonts *fonts,
                                const struct ho_paragraph *paragraph,
                                const struct found *found)
{
    struct ho_run *runs = ho_new_array(arena, struct ho_run, paragraph->count);
    size_t start = 0, first = 0;
    ho_pt x = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ho_styled *span = &paragraph->spans[i];
        size_t end = start + strlen(span->text),
               count = count_before(found, first, end);
        runs[i] = make_run(arena, span, found->items + first, count, start);
        runs[i].span = i;
        runs[i].glyphs.font = &first_face(fonts, span->is_bold)->font;
        runs[i].glyphs.x = x;
        x += runs[i].glyphs.width;
        start = end;
        first += count;
    }
    return runs;
}

struct ho_run *words_set(struct ho_arena *arena, struct ho_fonts *fonts,
                         const struct ho_paragraph *paragraph, const char *text,
                         ho_pt *width)
{
    const struct found *found = &fonts->words->found;
    size_t length = strlen(text);
    /* A space at the end of a line is special to Pango. */
    if (!length || text[length - 1] == ' ' || is_long(paragraph, text) ||
        paragraph->is_rtl || !paragraph->language ||
        !find_all_words(arena, fonts, paragraph, text) || !found->is_latin ||
        !is_divided(paragraph, found))
        return NULL;
    *width = (double)found->width / PANGO_SCALE;
    return make_runs(arena, fonts, paragraph, found);
}
