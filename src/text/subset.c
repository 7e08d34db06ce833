/* Cutting a font down to the glyphs in use. Ids are kept (CIDToGIDMap Identity), layout
 * tables and names are dropped: shaping is done, and the PDF names glyphs by id.
 * SPDX-License-Identifier: MIT */
#include <hb-ot.h>
#include <hb-subset.h>
#include <libdeflate.h>
#include <string.h>

#include "text/fonts_priv.h"

static void free_compressor(struct libdeflate_compressor **compressor)
{
    libdeflate_free_compressor(*compressor);
}

static void destroy_input(hb_subset_input_t **input)
{
    hb_subset_input_destroy(*input);
}

static void destroy_face(hb_face_t **face)
{
    hb_face_destroy(*face);
}

static void destroy_blob(hb_blob_t **blob)
{
    hb_blob_destroy(*blob);
}

bool subset_has(const struct ho_font_subset *subset, uint32_t glyph)
{
    return glyph < subset->glyph_count && (subset->has[glyph / 8] >> glyph % 8 & 1);
}

/* Six capitals from the content (FNV-1a), so that the same subset has the same name in
 * every file. */
static const char *make_tag(struct ho_arena *arena, struct ho_bytes bytes)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < bytes.length; i++)
        hash = (hash ^ bytes.data[i]) * 1099511628211u;
    char *tag = ho_alloc(arena, 7, 1);
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return tag;
}

static struct ho_bytes deflate(struct ho_arena *arena, struct ho_bytes bytes, int level)
{
    HO_AUTO(struct libdeflate_compressor *, free_compressor)
    compressor = libdeflate_alloc_compressor(level);
    if (!compressor)
        ho_out_of_memory();
    size_t room = libdeflate_zlib_compress_bound(compressor, bytes.length);
    unsigned char *out = ho_alloc(arena, room, 1);
    size_t length =
        libdeflate_zlib_compress(compressor, bytes.data, bytes.length, out, room);
    return (struct ho_bytes){out, length};
}

bool subset_is_whole(const struct ho_font_subset *subset)
{
    struct ho_arena *scratch = ho_arena_new();
    unsigned char *file = ho_alloc(scratch, subset->length, 1);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    if (!inflater)
        ho_out_of_memory();
    /* Without a place for the length, any other length than this one is a failure. */
    bool is_whole = libdeflate_zlib_decompress(
                        inflater, subset->deflated.data, subset->deflated.length, file,
                        subset->length, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(inflater);
    ho_arena_free(scratch);
    return is_whole;
}

static void choose_tables(hb_subset_input_t *input)
{
    static const hb_tag_t dropped[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('n', 'a', 'm', 'e'),
        HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
        HB_TAG('c', 'm', 'a', 'p'), HB_TAG('S', 'T', 'A', 'T'),
        HB_TAG('g', 'a', 's', 'p'), HB_TAG('D', 'S', 'I', 'G'),
        HB_TAG('m', 'e', 't', 'a'), HB_TAG('p', 'r', 'e', 'p'),
        HB_TAG('f', 'p', 'g', 'm'), HB_TAG('c', 'v', 't', ' ')};
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(tables, dropped[i]);
}

static struct ho_bytes cut(const struct face *face, const hb_set_t *glyphs,
                           hb_blob_t **blob)
{
    HO_AUTO(hb_subset_input_t *, destroy_input) input =
        hb_subset_input_create_or_fail();
    if (!input)
        return (struct ho_bytes){0};
    hb_set_union(hb_subset_input_glyph_set(input), glyphs);
    hb_subset_input_set_flags(input,
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    choose_tables(input);
    HO_AUTO(hb_face_t *, destroy_face) small = hb_subset_or_fail(face->hb, input);
    if (!small)
        return (struct ho_bytes){0};
    *blob = hb_face_reference_blob(small);
    unsigned length;
    const char *data = hb_blob_get_data(*blob, &length);
    return (struct ho_bytes){(const unsigned char *)data, length};
}

bool subset_cut(struct ho_arena *arena, const struct face *face, const hb_set_t *glyphs,
                int level, struct ho_font_subset *out)
{
    HO_AUTO(hb_blob_t *, destroy_blob) blob = NULL;
    struct ho_bytes file = cut(face, glyphs, &blob);
    if (!file.length)
        return false;
    uint32_t count = hb_face_get_glyph_count(face->hb);
    uint8_t *has = ho_alloc(arena, count / 8 + 1, 1);
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);)
        if (glyph < count)
            has[glyph / 8] |= (uint8_t)(1u << glyph % 8);
    *out = (struct ho_font_subset){.tag = make_tag(arena, file),
                                   .deflated = deflate(arena, file, level),
                                   .length = file.length,
                                   .has = has,
                                   .glyph_count = count};
    return true;
}

/* With its layout tables, unlike what is embedded. */
struct ho_bytes subset_trim(struct ho_arena *arena, const struct face *face,
                            const hb_set_t *characters)
{
    HO_AUTO(hb_subset_input_t *, destroy_input) input =
        hb_subset_input_create_or_fail();
    if (!input)
        return (struct ho_bytes){0};
    hb_set_union(hb_subset_input_unicode_set(input), characters);
    hb_subset_input_set_flags(input,
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    HO_AUTO(hb_face_t *, destroy_face) trimmed = hb_subset_or_fail(face->hb, input);
    if (!trimmed)
        return (struct ho_bytes){0};
    HO_AUTO(hb_blob_t *, destroy_blob) blob = hb_face_reference_blob(trimmed);
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    return (struct ho_bytes){(const unsigned char *)ho_strndup(arena, data, length),
                             length};
}

/* ---- the base subset ---- */

hb_set_t *base_characters(const char *const *texts, size_t count)
{
    hb_set_t *set = hb_set_create();
    hb_set_add_range(set, 0x20, 0x7E);
    hb_set_add_range(
        set, 0xA0,
        0x17F); /* Latin-1 and Latin Extended-A: the names of most patients */
    hb_set_add_range(set, 0x2010, 0x2015);
    hb_set_add_range(set, 0x2018, 0x201E);
    for (size_t i = 0; i < count; i++)
        for (const char *s = texts[i], *end = s + strlen(s); s < end;) {
            uint32_t c = ho_utf8_next(&s, end);
            if (c != UINT32_MAX && c >= 0x20)
                hb_set_add(set, c);
        }
    return set;
}

/* The features that our shaping may use: a closure over all of a font's features would
 * drag in fractions, small capitals and the like. */
static void choose_features(hb_subset_input_t *input)
{
    static const char *const features[] = {
        "ccmp", "locl", "calt", "clig", "liga", "rlig", "rclt", "tnum", "init", "medi",
        "fina", "isol", "mset", "nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "half",
        "abvf", "pstf", "cfar", "vatu", "cjct", "pres", "abvs", "blws", "psts", "haln"};
    hb_set_t *set = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(set);
    for (size_t i = 0; i < sizeof features / sizeof *features; i++)
        hb_set_add(set, hb_tag_from_string(features[i], 4));
}

hb_set_t *subset_closure(const struct face *face, const hb_set_t *characters)
{
    HO_AUTO(hb_subset_input_t *, destroy_input) input =
        hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_union(hb_subset_input_unicode_set(input), characters);
    hb_subset_input_set_flags(input,
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    choose_features(input);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face->hb, input);
    if (!plan)
        return NULL;
    hb_set_t *glyphs = hb_set_create();
    const hb_map_t *kept = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (hb_codepoint_t glyph = 0; glyph < hb_face_get_glyph_count(face->hb); glyph++)
        if (hb_map_has(kept, glyph))
            hb_set_add(glyphs, glyph);
    hb_subset_plan_destroy(plan);
    return glyphs;
}
