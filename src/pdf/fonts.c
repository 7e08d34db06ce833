/* Type0 fonts shown by glyph id (ISO 32000-1 9.7): the subset's file as it is, widths,
 * and ToUnicode. A glyph may have to read differently from place to place (glyphs.c
 * tells why). A code of a font has one reading, so there are as many fonts as the glyph
 * with the most readings has: "layers" that share one CIDFont and differ in ToUnicode
 * only. Latin text needs one.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "pdf/kept_priv.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* FontDescriptor flags (ISO 32000-1 table 123). */
enum { FLAG_FIXED_PITCH = 1, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

/* A bfchar block holds no more (Adobe Technical Note 5014). */
enum { BLOCK = 100 };

int ho_font_advance(const struct ho_font_glyph *glyph)
{
    return (int)lround(glyph->advance);
}

/* The texts that a glyph reads as beside the one that it most often stands for: that of layer 1, 2, … */
struct readings {
    HO_VEC(struct ho_bytes);
    size_t part; /* the last one that asked for the usual one */
};

struct layer {
    size_t subset, index;
    HPDF_Dict object;
};

struct ho_embedded {
    const struct ho_font *font;
    HPDF_Dict *files;          /* one for each of font->subsets, or NULL */
    struct readings *readings; /* one for each of font->used */
    uint16_t *places;          /* by glyph id: 1 + its place in font->used, or 0 */
    uint32_t place_count;
    uint64_t number; /* of usual_priv.h; 0: there is none */
    HO_VEC(struct layer) layers;
};

/* ---- the CIDFont ---- */

static void put_ref(struct ho_text *out, const char *key, HPDF_Dict object)
{
    ho_text_add(out, key);
    ho_put_ref(out, ho_haru_id(object));
    ho_text_add(out, "\n");
}

static void put_key(struct ho_text *out, const char *key, double value)
{
    ho_text_add(out, key);
    ho_put_number(out, value, 0);
}

static HPDF_Dict find_file(struct ho_writer *writer, const struct ho_embedded *embedded,
                           size_t subset)
{
    const struct ho_font_subset *from = &embedded->font->subsets[subset];
    struct ho_text body = {.arena = writer->arena};
    if (embedded->files[subset])
        return embedded->files[subset];
    ho_text_add(&body, "/Length1 ");
    ho_put_int(&body, from->length);
    ho_text_add(&body, "\n");
    embedded->files[subset] = ho_writer_stream(writer, &body, "FlateDecode",
                                               from->deflated, &writer->sizes.fonts);
    return embedded->files[subset];
}

void ho_font_expect(struct ho_writer *writer, const struct ho_glyphs *run)
{
    if (!run->count || !run->font->subset_count)
        return;
    for (size_t i = 0; i < writer->fonts.count; i++)
        if (writer->fonts.items[i]->font == run->font &&
            writer->fonts.items[i]->files[0])
            return;
    const struct ho_embedded *embedded = ho_font_embed(writer, run->font);
    const struct ho_font_glyph *glyph = ho_font_find(embedded, run->glyphs[0].id);
    if (glyph && glyph->subset == 0)
        find_file(writer, embedded, 0);
}

static HPDF_Dict make_descriptor(struct ho_writer *writer,
                                 const struct ho_embedded *embedded, size_t subset,
                                 const char *name)
{
    const struct ho_font *font = embedded->font;
    HPDF_Dict descriptor = ho_haru_object(&writer->haru);
    struct ho_text out = {.arena = writer->arena};
    /* Symbolic: the glyphs are those of the file, not of a standard character set. */
    int flags = FLAG_SYMBOLIC | (font->is_fixed_pitch ? FLAG_FIXED_PITCH : 0) |
                (fabs(font->italic_angle) > 0 ? FLAG_ITALIC : 0);
    ho_text_add(&out, "/Type /FontDescriptor /FontName ");
    ho_put_name(&out, name);
    ho_text_add_format(&out, "\n/Flags %d /FontBBox [", flags);
    for (int i = 0; i < 4; i++)
        ho_put_number(&out, font->bbox[i], 0);
    put_key(&out, "]\n/Ascent ", font->ascent);
    put_key(&out, "/Descent ", font->descent);
    put_key(&out, "/CapHeight ", font->cap_height);
    put_key(&out, "/XHeight ", font->x_height);
    put_key(&out, "/ItalicAngle ", font->italic_angle);
    put_key(&out, "/StemV ", font->stem_v);
    put_ref(&out, "/FontFile2 ", find_file(writer, embedded, subset));
    ho_writer_body(descriptor, &out, &writer->sizes.fonts);
    return descriptor;
}

/* "/W [36 [639 650] 68 [561]]": a list for each row of neighbours. */
static void put_widths(struct ho_text *out, const struct ho_font *font, size_t subset)
{
    bool is_open = false;
    uint32_t next = 0;
    ho_text_add(out, "/W [");
    for (size_t i = 0; i < font->used_count; i++) {
        const struct ho_font_glyph *glyph = &font->used[i];
        if (glyph->subset != subset)
            continue;
        if (!is_open || glyph->id != next)
            ho_text_add_format(out, "%s%u [", is_open ? "] " : "", (unsigned)glyph->id);
        ho_put_number(out, ho_font_advance(glyph), 0);
        is_open = true;
        next = glyph->id + 1;
    }
    ho_text_add(out, is_open ? "]]\n" : "]\n");
}

static HPDF_Dict make_cid_font(struct ho_writer *writer,
                               const struct ho_embedded *embedded, size_t subset,
                               const char *name, struct ho_bytes widths)
{
    HPDF_Dict cid_font = ho_haru_object(&writer->haru);
    HPDF_Dict descriptor = make_descriptor(writer, embedded, subset, name);
    struct ho_text out = {.arena = writer->arena};
    ho_text_add(&out, "/Type /Font /Subtype /CIDFontType2 /BaseFont ");
    ho_put_name(&out, name);
    ho_text_add(&out, "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
                      "/Supplement 0>>\n/CIDToGIDMap /Identity\n");
    ho_text_add_bytes(&out, widths.data, widths.length);
    put_ref(&out, "/FontDescriptor ", descriptor);
    ho_writer_body(cid_font, &out, &writer->sizes.fonts);
    return cid_font;
}

/* ---- readings ---- */

/* Each glyph of a document is looked up, so they are found without a search. */
static void list_places(struct ho_writer *writer, struct ho_embedded *embedded)
{
    const struct ho_font *font = embedded->font;
    size_t count = font->used_count;
    while (count && font->used[count - 1].id > UINT16_MAX)
        count--;
    embedded->place_count = count ? font->used[count - 1].id + 1 : 0;
    embedded->places = ho_new_array(writer->arena, uint16_t, embedded->place_count);
    for (size_t i = 0; i < count; i++)
        embedded->places[font->used[i].id] = (uint16_t)(i + 1);
}

static uint64_t find_number(struct ho_pdf_kept *kept, const struct ho_font *font)
{
    if (!kept)
        return 0;
    for (size_t i = 0; i < kept->usual.count; i++)
        if (kept->usual.items[i].font == font)
            return ho_usual_note(kept->arena, &kept->usual.items[i]);
    ho_push(kept->arena, &kept->usual, (struct ho_usual){.font = font});
    return ho_usual_note(kept->arena, &kept->usual.items[kept->usual.count - 1]);
}

struct ho_embedded *ho_font_embed(struct ho_writer *writer, const struct ho_font *font)
{
    for (size_t i = 0; i < writer->fonts.count; i++)
        if (writer->fonts.items[i]->font == font)
            return writer->fonts.items[i];
    struct ho_embedded *embedded = ho_new(writer->arena, struct ho_embedded);
    embedded->font = font;
    embedded->files = ho_new_array(writer->arena, HPDF_Dict, font->subset_count);
    embedded->readings = ho_new_array(writer->arena, struct readings, font->used_count);
    embedded->number = find_number(writer->kept, font);
    list_places(writer, embedded);
    ho_push(writer->arena, &writer->fonts, embedded);
    return embedded;
}

uint64_t ho_font_number(const struct ho_embedded *embedded)
{
    return embedded->number;
}

const struct ho_font_glyph *ho_font_find(const struct ho_embedded *embedded,
                                         uint32_t id)
{
    size_t place = id < embedded->place_count ? embedded->places[id] : 0;
    return place ? &embedded->font->used[place - 1] : NULL;
}

bool ho_font_is_usual(const struct ho_font_glyph *glyph, struct ho_bytes text)
{
    const char *usual = glyph->to_unicode;
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)usual[i] != text.data[i])
            return false;
    return !usual[text.length];
}

/* The layer in which the glyph reads as the text. */
static size_t find_reading(struct ho_writer *writer, struct readings *readings,
                           const struct ho_font_glyph *glyph, struct ho_bytes text)
{
    if (ho_font_is_usual(glyph, text))
        return 0;
    for (size_t i = 0; i < readings->count; i++)
        if (ho_is_same(readings->items[i], text))
            return i + 1;
    ho_push(writer->arena, readings, text);
    return readings->count;
}

HPDF_Dict ho_font_object(struct ho_writer *writer, struct ho_embedded *embedded,
                         const struct ho_font_glyph *glyph, struct ho_bytes text,
                         bool *is_new)
{
    struct readings *readings = &embedded->readings[glyph - embedded->font->used];
    size_t index = find_reading(writer, readings, glyph, text);
    /* Only the first reading is noted: another is rare, and may be new twice. */
    *is_new = index || readings->part != writer->part;
    if (!index)
        readings->part = writer->part;
    for (size_t i = 0; i < embedded->layers.count; i++)
        if (embedded->layers.items[i].subset == glyph->subset &&
            embedded->layers.items[i].index == index)
            return embedded->layers.items[i].object;
    HPDF_Dict object = ho_haru_object(&writer->haru);
    ho_push(writer->arena, &embedded->layers,
            (struct layer){glyph->subset, index, object});
    return object;
}

/* ---- ToUnicode ---- */

/* What the glyph reads as in the layer; nothing if it is not shown there. */
static struct ho_bytes reading_in(const struct ho_embedded *embedded,
                                  const struct layer *layer, size_t place)
{
    const struct ho_font_glyph *glyph = &embedded->font->used[place];
    const struct readings *readings = &embedded->readings[place];
    if (glyph->subset != layer->subset || readings->count < layer->index)
        return (struct ho_bytes){0};
    return layer->index ? readings->items[layer->index - 1]
                        : (struct ho_bytes){(const unsigned char *)glyph->to_unicode,
                                            strlen(glyph->to_unicode)};
}

static void put_mappings(struct ho_text *out, const struct ho_embedded *embedded,
                         const struct layer *layer)
{
    size_t left = 0, in_block = 0;
    for (size_t i = 0; i < embedded->font->used_count; i++)
        left += reading_in(embedded, layer, i).length > 0;
    for (size_t i = 0; i < embedded->font->used_count; i++) {
        struct ho_bytes text = reading_in(embedded, layer, i);
        if (!text.length)
            continue;
        if (!in_block) {
            in_block = left < BLOCK ? left : BLOCK;
            ho_put_int(out, in_block);
            ho_text_add(out, "beginbfchar\n");
        }
        ho_text_add(out, "<");
        ho_put_unit(out, embedded->font->used[i].id);
        ho_text_add(out, "> <");
        ho_put_utf16_digits(out, (const char *)text.data, text.length);
        ho_text_add(out, ">\n");
        left--;
        if (!--in_block)
            ho_text_add(out, "endbfchar\n");
    }
}

/* Deflated. */
static struct ho_bytes make_to_unicode(struct ho_writer *writer,
                                       const struct ho_embedded *embedded,
                                       const struct layer *layer)
{
    struct ho_text out = {.arena = writer->arena};
    ho_text_add(&out,
                "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> "
                "def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    put_mappings(&out, embedded, layer);
    ho_text_add(&out,
                "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return ho_haru_deflate(
        &writer->haru, (struct ho_bytes){(const unsigned char *)out.items, out.count});
}

/* ---- what is told of a subset, which is the same where the same glyphs are shown ---- */

struct ho_told {
    struct ho_bytes widths;     /* "/W [...]" */
    struct ho_bytes to_unicode; /* of layer 0, deflated */
};

static const struct ho_told *make_told(struct ho_writer *writer,
                                       const struct ho_embedded *embedded,
                                       size_t subset, struct ho_arena *arena)
{
    const struct layer usual = {.subset = subset};
    struct ho_told *told = ho_new(arena, struct ho_told);
    struct ho_text widths = {.arena = writer->arena};
    put_widths(&widths, embedded->font, subset);
    told->widths = ho_copy_bytes(
        arena, (struct ho_bytes){(const unsigned char *)widths.items, widths.count});
    told->to_unicode = ho_copy_bytes(arena, make_to_unicode(writer, embedded, &usual));
    return told;
}

/* The number stands for what the glyphs read as, and for the subset that has them. */
static struct ho_bytes make_key(struct ho_writer *writer,
                                const struct ho_embedded *embedded, size_t subset)
{
    const struct ho_font *font = embedded->font;
    struct ho_text *key = &writer->key;
    key->arena = writer->arena;
    key->count = 0;
    ho_text_add_bytes(key, &font, sizeof font);
    ho_text_add_bytes(key, &embedded->number, sizeof embedded->number);
    ho_text_add_bytes(key, &subset, sizeof subset);
    for (size_t i = 0; i < font->used_count; i++)
        ho_text_add_bytes(key, &font->used[i].id, sizeof font->used[i].id);
    return (struct ho_bytes){(const unsigned char *)key->items, key->count};
}

static const struct ho_told *
find_told(struct ho_writer *writer, const struct ho_embedded *embedded, size_t subset)
{
    if (!writer->kept)
        return make_told(writer, embedded, subset, writer->arena);
    struct ho_memo *memo = writer->kept->told;
    struct ho_bytes key = make_key(writer, embedded, subset);
    const struct ho_told *told = ho_memo_find(memo, key);
    if (told)
        return told;
    struct ho_arena *room = ho_memo_expects(memo, key) ? ho_memo_room(memo) : NULL;
    told = make_told(writer, embedded, subset, room ? room : writer->arena);
    if (room)
        ho_memo_keep(memo, key, told);
    return told;
}

/* ---- all fonts ---- */

static void write_layer(struct ho_writer *writer, const struct layer *layer,
                        HPDF_Dict cid_font, const char *name,
                        struct ho_bytes to_unicode)
{
    struct ho_text out = {.arena = writer->arena}, body = out;
    ho_text_add(&out, "/Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont ");
    ho_put_name(&out, name);
    ho_text_add(&out, "\n/DescendantFonts [");
    HPDF_Dict stream = ho_writer_stream(writer, &body, "FlateDecode", to_unicode,
                                        &writer->sizes.fonts);
    ho_haru_reads_as(layer->object, stream);
    ho_put_ref(&out, ho_haru_id(cid_font));
    put_ref(&out, "]\n/ToUnicode ", stream);
    ho_writer_body(layer->object, &out, &writer->sizes.fonts);
}

static void write_subset(struct ho_writer *writer, const struct ho_embedded *embedded,
                         size_t subset)
{
    const struct ho_font *font = embedded->font;
    const char *name = ho_format(writer->arena, "%s+%s", font->subsets[subset].tag,
                                 font->postscript_name);
    const struct ho_told *told = NULL;
    HPDF_Dict cid_font = NULL;
    for (size_t i = 0; i < embedded->layers.count; i++) {
        const struct layer *layer = &embedded->layers.items[i];
        if (layer->subset != subset)
            continue;
        if (!told) {
            told = find_told(writer, embedded, subset);
            cid_font = make_cid_font(writer, embedded, subset, name, told->widths);
        }
        write_layer(writer, layer, cid_font, name,
                    layer->index ? make_to_unicode(writer, embedded, layer)
                                 : told->to_unicode);
    }
    /* The tag is made of the subset's content, so the name stands for it. */
    if (cid_font)
        ho_haru_digest(&writer->haru,
                       (struct ho_bytes){(const unsigned char *)name, strlen(name)});
}

void ho_fonts_write(struct ho_writer *writer)
{
    for (size_t i = 0; i < writer->fonts.count; i++)
        for (size_t s = 0; s < writer->fonts.items[i]->font->subset_count; s++)
            write_subset(writer, writer->fonts.items[i], s);
}
