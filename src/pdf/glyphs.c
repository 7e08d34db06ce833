/* Runs of glyphs become text operators that read back as the run's text.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "pdf/part_priv.h"
#include "pdf/syntax_priv.h"

/* Readers differ. Some follow the order of the content stream (screen readers by the
 * structure tree, MuPDF, pdfinfo -struct-text), others sort glyphs by place and turn
 * what runs right to left themselves (pdftotext); some do not know ActualText (MuPDF
 * before 1.24), others lose text after it (poppler's structure reader, if it is
 * nested). What all of them read right, as tried on each, is one thing only: codes in
 * logical order, each read by ToUnicode as the next piece of the text. So:
 * - a cluster's text is shared out among its glyphs from left to right, whatever each
 * of them depicts (a Devanagari vowel sign that stands before its consonant reads as
 * the consonant, and the consonant as the sign);
 * - a right-to-left run goes back after each cluster, so that the stream is in logical
 * order (ISO 32000-1 14.8.2.3.3);
 * - a right-to-left ligature reads as its first letter, and as each further one by the
 * same glyph once more, unpainted: readers that sort would put the letters of one code
 * in the wrong order;
 * - only a cluster with more glyphs than characters needs ActualText, in a sequence of
 * its own. */

/* The text operators of a run while they are written. */
struct shower {
    struct ho_content *content;
    const struct ho_glyphs *run;
    struct ho_embedded *font; /* the run's */
    double pen, y; /* where the next glyph would stand, relative to the run's origin */
    bool is_begun, is_placed, is_open;
    bool is_artifact;
};

/* Some glyphs of a run, neighbours, and the text they stand for together. */
struct cluster {
    size_t first, count;
    struct ho_bytes text;
};

/* ---- operators ---- */

static void close_array(struct shower *shower)
{
    if (shower->is_open)
        ho_text_add(&shower->content->out, ">]TJ\n");
    shower->is_open = false;
}

static void begin_text(struct shower *shower)
{
    if (!shower->is_begun)
        ho_text_add(&shower->content->out, "BT\n");
    shower->is_begun = true;
}

static void end_text(struct shower *shower)
{
    close_array(shower);
    if (shower->is_begun)
        ho_text_add(&shower->content->out, "ET\n");
    shower->is_begun = shower->is_placed = false;
}

static void set_font(struct shower *shower, const struct ho_font_glyph *glyph,
                     struct ho_bytes text)
{
    struct ho_content *content = shower->content;
    const struct ho_glyphs *run = shower->run;
    bool is_new;
    HPDF_Dict font =
        ho_font_object(content->writer, shower->font, glyph, text, &is_new);
    if (is_new)
        ho_push(content->writer->arena, &content->part->uses,
                (struct ho_use){run->font, glyph->id, text,
                                ho_content_font_name(content, font)});
    if (content->font == font && fabs(content->size - run->size) < 0.0005)
        return;
    close_array(shower);
    ho_text_add(&content->out, "/");
    ho_text_add(&content->out, ho_content_font_name(content, font));
    ho_text_add(&content->out, " ");
    ho_put_number(&content->out, run->size, 3);
    ho_text_add(&content->out, "Tf\n");
    content->font = font;
    content->size = run->size;
}

static void place(struct shower *shower, double x, double y)
{
    struct ho_content *content = shower->content;
    struct ho_point at =
        ho_flip(content->page->media, shower->run->x + x, shower->run->y + y);
    close_array(shower);
    ho_text_add(&content->out, "1 0 0 1 ");
    ho_put_number(&content->out, at.x, 2);
    ho_put_number(&content->out, at.y, 2);
    ho_text_add(&content->out, "Tm\n");
    shower->pen = x;
    shower->y = y;
    shower->is_placed = true;
}

/* The adjustment is rounded, so the pen follows what was written, not what was meant:
 * no drift. */
static void show(struct shower *shower, const struct ho_font_glyph *glyph,
                 struct ho_bytes text, double x, double y)
{
    struct ho_text *out = &shower->content->out;
    double size = shower->run->size;
    begin_text(shower);
    set_font(shower, glyph, text);
    if (!shower->is_placed || fabs(y - shower->y) > 0.0005)
        place(shower, x, y);
    long adjust = lround((shower->pen - x) * 1000 / size);
    if (!shower->is_open)
        ho_text_add(out, adjust ? "[" : "[<");
    else if (adjust)
        ho_text_add(out, ">");
    if (adjust) {
        ho_text_add_number(out, (double)adjust, 0);
        ho_text_add(out, "<");
    }
    ho_put_unit(out, glyph->id);
    shower->is_open = true;
    shower->pen += ((double)ho_font_advance(glyph) - (double)adjust) * size / 1000;
}

/* ---- texts ---- */

/* The first character of the text. */
static struct ho_bytes first_character(struct ho_bytes text)
{
    const char *s = (const char *)text.data;
    if (text.length)
        ho_utf8_next(&s, s + text.length);
    text.length = (size_t)(s - (const char *)text.data);
    return text;
}

static struct ho_bytes skip(struct ho_bytes text, size_t length)
{
    return (struct ho_bytes){text.data + length, text.length - length};
}

static size_t count_characters(struct ho_bytes text)
{
    size_t count = 0;
    for (; text.length; text = skip(text, first_character(text).length))
        count++;
    return count;
}

/* Letters of scripts that run right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and
 * the Arabic forms, without the marks that stand on letters. */
static bool is_rtl_letter(uint32_t c)
{
    return (c >= 0x5D0 && c <= 0x7FF && !(c >= 0x64B && c <= 0x65F) && c != 0x670) ||
           (c >= 0xFB1D && c <= 0xFEFC);
}

static bool is_rtl_ligature(struct ho_bytes text)
{
    const char *s = (const char *)text.data, *end = s + text.length;
    size_t letters = 0;
    for (; s < end; letters++)
        if (!is_rtl_letter(ho_utf8_next(&s, end)))
            return false;
    return letters > 1;
}

/* ---- glyphs ---- */

/* The letters of a right-to-left ligature after its first: its glyph again, not painted
 * (Tr 3), a hair further left each time, so that sorting readers keep their order, and
 * narrow (Tz): poppler makes a line of its own of what overlaps its neighbour too far.
 * Each is placed by itself, since Tz would scale adjustments too. */
static void show_letters(struct shower *shower, const struct ho_font_glyph *glyph,
                         struct ho_bytes letters, double x, double y)
{
    close_array(shower);
    ho_text_add(&shower->content->out, "3 Tr 25 Tz\n");
    while (letters.length) {
        struct ho_bytes letter = first_character(letters);
        letters = skip(letters, letter.length);
        shower->is_placed = false;
        x -= 0.1;
        show(shower, glyph, letter, x, y);
    }
    close_array(shower);
    ho_text_add(&shower->content->out, "0 Tr 100 Tz\n");
    shower->is_placed = false;
}

static const struct ho_font_glyph *find_glyph(struct shower *shower, size_t at)
{
    const struct ho_font_glyph *glyph =
        ho_font_find(shower->font, shower->run->glyphs[at].id);
    if (glyph && glyph->subset < shower->run->font->subset_count)
        return glyph;
    ho_writer_fail(shower->content->writer, "a glyph is in no subset of its font");
    return NULL;
}

static void show_glyph(struct shower *shower, size_t at, struct ho_bytes text)
{
    const struct ho_glyph *glyph = &shower->run->glyphs[at];
    const struct ho_font_glyph *used = find_glyph(shower, at);
    if (!used)
        return;
    if (shower->is_artifact || !is_rtl_ligature(text)) {
        show(shower, used, text, glyph->x, glyph->y);
        return;
    }
    struct ho_bytes first = first_character(text);
    show(shower, used, first, glyph->x, glyph->y);
    show_letters(shower, used, skip(text, first.length), glyph->x, glyph->y);
}

/* ---- clusters ---- */

/* The cluster that begins at glyph `first`; in a right-to-left run its text ends where
 * that of the glyph before it begins, else where that of the next one begins, or that of
 * the run, which is `end` bytes long. */
static struct cluster find_cluster(const struct ho_glyphs *run, size_t first,
                                   size_t end)
{
    size_t count = 1, start = run->glyphs[first].cluster;
    while (first + count < run->count && run->glyphs[first + count].cluster == start)
        count++;
    if (run->is_rtl && first > 0)
        end = run->glyphs[first - 1].cluster;
    else if (!run->is_rtl && first + count < run->count)
        end = run->glyphs[first + count].cluster;
    return (struct cluster){
        first,
        count,
        {(const unsigned char *)run->text + start, end > start ? end - start : 0}};
}

/* The usual case, all that Latin text needs: one glyph for one character. */
static bool is_plain(const struct cluster *cluster)
{
    return cluster->count == 1 && cluster->text.length &&
           first_character(cluster->text).length == cluster->text.length;
}

/* What the glyph most often stands for. */
static struct ho_bytes usual_reading(const struct ho_font_glyph *glyph)
{
    return (struct ho_bytes){(const unsigned char *)glyph->to_unicode,
                             strlen(glyph->to_unicode)};
}

/* The piece of `text` for a glyph that `others` more are to follow: its usual reading
 * if the text begins so and enough is left, else one character, or all for the last. */
static struct ho_bytes take_piece(const struct ho_font_glyph *glyph,
                                  struct ho_bytes text, size_t others)
{
    struct ho_bytes usual = usual_reading(glyph);
    if (!others)
        return text;
    if (usual.length < text.length &&
        memcmp(usual.data, text.data, usual.length) == 0 &&
        count_characters(skip(text, usual.length)) >= others)
        return usual;
    return first_character(text);
}

/* The glyph of a cluster that comes `i`th in logical order. */
static size_t glyph_at(const struct shower *shower, const struct cluster *cluster,
                       size_t i)
{
    return cluster->first + (shower->run->is_rtl ? cluster->count - 1 - i : i);
}

/* Takes from the end of the text what the last glyphs usually read as: marks most of
 * all. Returns how many glyphs are left for the rest of it. */
static size_t split_end(struct shower *shower, const struct cluster *cluster,
                        struct ho_bytes *rest)
{
    size_t left = cluster->count;
    for (; left > 1; left--) {
        const struct ho_font_glyph *glyph =
            find_glyph(shower, glyph_at(shower, cluster, left - 1));
        struct ho_bytes usual = {0};
        if (glyph)
            usual = usual_reading(glyph);
        struct ho_bytes before = {rest->data, rest->length - usual.length};
        if (!usual.length || usual.length >= rest->length ||
            memcmp(rest->data + before.length, usual.data, usual.length) != 0 ||
            count_characters(before) < left - 1)
            break;
        *rest = before;
    }
    return left;
}

static void show_shared(struct shower *shower, const struct cluster *cluster)
{
    struct ho_bytes text = cluster->text;
    if (is_plain(cluster)) {
        show_glyph(shower, cluster->first, text);
        return;
    }
    size_t left = split_end(shower, cluster, &text);
    for (size_t i = 0; i < cluster->count; i++) {
        size_t at = glyph_at(shower, cluster, i);
        const struct ho_font_glyph *glyph = find_glyph(shower, at);
        if (!glyph)
            return;
        struct ho_bytes piece = usual_reading(glyph);
        if (i < left) {
            piece = take_piece(glyph, text, left - 1 - i);
            text = skip(text, piece.length);
        }
        show_glyph(shower, at, piece);
    }
}

/* More glyphs than characters. */
static void show_as_whole(struct shower *shower, const struct cluster *cluster)
{
    for (size_t i = 0; i < cluster->count; i++) {
        size_t at = glyph_at(shower, cluster, i);
        const struct ho_font_glyph *glyph = find_glyph(shower, at);
        if (glyph)
            show_glyph(shower, at, usual_reading(glyph));
    }
}

static void show_cluster(struct shower *shower, const struct cluster *cluster)
{
    bool is_shared =
        is_plain(cluster) || count_characters(cluster->text) >= cluster->count;
    if (!shower->is_artifact && !is_shared) {
        end_text(shower);
        ho_content_mark_actual(shower->content, (const char *)cluster->text.data,
                               cluster->text.length);
    } else if (ho_content_needs_mark(shower->content)) {
        end_text(shower);
        ho_content_mark(shower->content, true);
    }
    if (is_shared)
        show_shared(shower, cluster);
    else
        show_as_whole(shower, cluster);
}

void ho_glyphs_write(struct ho_content *content, const struct ho_glyphs *run)
{
    struct shower shower = {.content = content, .run = run};
    if (!run->count || run->paint == HO_PAINT_NONE)
        return;
    shower.font = ho_font_embed(content->writer, run->font);
    shower.is_artifact = ho_content_mark(content, true);
    ho_pen_fill(&content->pen, run->paint);
    struct cluster *clusters =
        ho_new_array(content->writer->arena, struct cluster, run->count);
    size_t count = 0, length = strlen(run->text);
    for (size_t at = 0; at < run->count; at += clusters[count++].count)
        clusters[count] = find_cluster(run, at, length);
    for (size_t i = 0; i < count; i++)
        show_cluster(&shower, &clusters[run->is_rtl ? count - 1 - i : i]);
    end_text(&shower);
}
