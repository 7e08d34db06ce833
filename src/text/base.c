/* Base subsets: made by the build for each language and font, embedded as they are in
 * every handout of that language, so that a file never depends on the other records of
 * its batch. The file: "HOBS1\n", the tag (6), then little-endian 32-bit numbers: bytes
 * before deflation, glyph count, bytes deflated; then the glyph bits and the zlib
 * stream.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "text/fonts_priv.h"

#define MAGIC "HOBS1\n"
enum { HEAD = 6 + 6 + 3 * 4, TOP_LEVEL = 12 };

static void add_u32(struct ho_text *out, uint32_t value)
{
    unsigned char bytes[4] = {(unsigned char)value, (unsigned char)(value >> 8),
                              (unsigned char)(value >> 16),
                              (unsigned char)(value >> 24)};
    ho_text_add_bytes(out, bytes, 4);
}

static uint32_t read_u32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
           (uint32_t)at[3] << 24;
}

struct ho_bytes subset_pack(struct ho_arena *arena, const struct ho_font_subset *subset)
{
    struct ho_text out = {.arena = arena};
    ho_text_add(&out, MAGIC);
    ho_text_add_bytes(&out, subset->tag, 6);
    add_u32(&out, (uint32_t)subset->length);
    add_u32(&out, subset->glyph_count);
    add_u32(&out, (uint32_t)subset->deflated.length);
    ho_text_add_bytes(&out, subset->has, subset->glyph_count / 8 + 1);
    ho_text_add_bytes(&out, subset->deflated.data, subset->deflated.length);
    return (struct ho_bytes){(const unsigned char *)out.items, out.count};
}

bool subset_unpack(struct ho_arena *arena, struct ho_bytes bytes,
                   struct ho_font_subset *out)
{
    if (bytes.length < HEAD || memcmp(bytes.data, MAGIC, 6) != 0)
        return false;
    uint32_t length = read_u32(bytes.data + 12), glyphs = read_u32(bytes.data + 16);
    uint32_t deflated = read_u32(bytes.data + 20);
    if (length > HO_SOURCE_LIMIT || glyphs > 65536 ||
        (size_t)HEAD + glyphs / 8 + 1 + deflated != bytes.length)
        return false;
    *out = (struct ho_font_subset){
        .tag = ho_strndup(arena, (const char *)bytes.data + 6, 6),
        .length = length,
        .glyph_count = glyphs,
        .has = bytes.data + HEAD,
        .deflated = {bytes.data + HEAD + glyphs / 8 + 1, deflated}};
    return subset_is_whole(out);
}

const char *base_path(struct ho_arena *arena, const char *folder, const char *language,
                      const char *id, const char *ending)
{
    return ho_format(arena, "%s/base/%s/%s.%s", folder, language, id, ending);
}

bool base_load(struct ho_ctx *ctx, struct ho_fonts *fonts, struct face *face)
{
    if (face->base_is_loaded)
        return true;
    const char *path =
        base_path(ctx->arena, fonts->folder, fonts->language, face->font.id, "subset");
    if (access(path, F_OK) == 0) {
        /* The bytes outlive the record, so they are read into the fonts' arena. */
        struct ho_ctx keep = {.arena = fonts->arena};
        const struct ho_source *file;
        if (!ho_source_load(&keep, path, &file) ||
            !subset_unpack(
                fonts->arena,
                (struct ho_bytes){(const unsigned char *)file->text, file->length},
                &face->base)) {
            ho_report(ctx, HO_MSG_NO_FONT, (struct ho_span){0},
                      "install the program again", path, "it is not a base subset");
            return false;
        }
        face->has_base = true;
    }
    face->base_is_loaded = true;
    return true;
}

static bool prepare_face(struct ho_ctx *ctx, const struct ho_fonts *fonts,
                         struct face *face, const hb_set_t *characters)
{
    if (!face_load(ctx, face))
        return false;
    hb_set_t *own = hb_set_create(); /* the characters that this font is asked for */
    hb_face_collect_unicodes(face->hb, own);
    hb_set_intersect(own, characters);
    hb_set_t *glyphs = subset_closure(face, own);
    struct ho_font_subset subset;
    bool ok = glyphs && subset_cut(ctx->arena, face, glyphs, TOP_LEVEL, &subset);
    struct ho_bytes trimmed = subset_trim(ctx->arena, face, own);
    hb_set_destroy(glyphs);
    hb_set_destroy(own);
    if (!ok || !trimmed.length) {
        ho_report(ctx, HO_MSG_NO_FONT, (struct ho_span){0}, NULL, face->path,
                  "it cannot be cut");
        return false;
    }
    const char *folder = fonts->folder, *language = fonts->language,
               *id = face->font.id;
    return ho_file_write(ctx, base_path(ctx->arena, folder, language, id, "subset"),
                         subset_pack(ctx->arena, &subset)) &&
           ho_file_write(ctx, base_path(ctx->arena, folder, language, id, "trimmed"),
                         trimmed);
}

/* Whether the font has a character of the language's own texts that no font before it
 * has. */
static bool is_needed(struct ho_ctx *ctx, struct ho_fonts *fonts, size_t index,
                      const hb_set_t *characters)
{
    struct face *face = fonts->faces.items[index];
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);) {
        hb_codepoint_t glyph;
        bool has_earlier = false;
        if (!face_load(ctx, face) ||
            !hb_font_get_nominal_glyph(face->unscaled, c, &glyph))
            continue;
        for (size_t i = 0; i < index; i++)
            has_earlier |=
                fonts->faces.items[i]->font.is_bold == face->font.is_bold &&
                hb_font_get_nominal_glyph(fonts->faces.items[i]->unscaled, c, &glyph);
        if (!has_earlier)
            return true;
    }
    return false;
}

bool ho_fonts_prepare(struct ho_ctx *ctx, const char *folder, const char *language,
                      const char *const *texts, size_t count)
{
    struct ho_fonts *fonts;
    if (!ho_fonts_open(ctx, folder, language, &fonts))
        return false;
    hb_set_t *characters = base_characters(texts, count);
    bool ok = true;
    for (size_t i = 0; ok && i < fonts->faces.count; i++)
        ok = face_load(ctx, fonts->faces.items[i]);
    for (size_t i = 0; ok && i < fonts->faces.count; i++)
        if (is_needed(ctx, fonts, i, characters))
            ok = prepare_face(ctx, fonts, fonts->faces.items[i], characters);
    hb_set_destroy(characters);
    ho_fonts_close(fonts);
    return ok;
}
