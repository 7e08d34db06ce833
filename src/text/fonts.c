/* Opening the fonts of fonts.xml. There is no fontconfig here: the list is fixed, so
 * Pango gets a font map of our own (fontmap.c), and a cold start neither scans folders
 * nor starts a thread.
 * SPDX-License-Identifier: MIT */
#include <hb-ot.h>
#include <math.h>
#include <string.h>

#include "text/words_priv.h"
#include "xml/xml.h"

/* Bytes of known paragraphs, of which a handout of ten pages takes some 2 MB; of recent ones; of pages, 4 KB each. */
enum { KNOWN = 4 * 1024 * 1024, RECENT = 512 * 1024, PAGES = 512 * 1024 };

static double metric(hb_font_t *font, hb_ot_metrics_tag_t tag, double scale,
                     double otherwise)
{
    hb_position_t value;
    return hb_ot_metrics_get_position(font, tag, &value) ? value * scale : otherwise;
}

static int read_s16(const char *data, unsigned at)
{
    const unsigned char *bytes = (const unsigned char *)data + at;
    int value = bytes[0] << 8 | bytes[1];
    return value >= 0x8000 ? value - 0x10000 : value;
}

/* The box of all glyphs: head table, xMin at byte 36 (OpenType 1.9, "head"). */
static void read_box(hb_face_t *face, double scale, double out[4])
{
    hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const char *data = hb_blob_get_data(head, &length);
    for (unsigned i = 0; length >= 44 && i < 4; i++)
        out[i] = read_s16(data, 36 + 2 * i) * scale;
    hb_blob_destroy(head);
}

static void describe(struct face *face)
{
    struct ho_font *font = &face->font;
    hb_font_t *hb = face->unscaled;
    double scale = 1000.0 / hb_face_get_upem(face->hb);

    font->units_per_em = hb_face_get_upem(face->hb);
    font->ascent = metric(hb, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, scale, 1000);
    font->descent = metric(hb, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, scale, -300);
    font->cap_height = metric(hb, HB_OT_METRICS_TAG_CAP_HEIGHT, scale, 700);
    font->x_height = metric(hb, HB_OT_METRICS_TAG_X_HEIGHT, scale, 500);
    /* No table tells the stem; this line runs through the usual 95 at weight 400 and
     * 169 at 700. */
    font->stem_v = font->is_bold ? 169 : 95;
    read_box(face->hb, scale, font->bbox);
}

static bool refuse_font(struct ho_ctx *ctx, const struct face *face, const char *why)
{
    ho_report(
        ctx, HO_MSG_NO_FONT, (struct ho_span){0},
        "install the program again, or set HANDOUT_DATA to the folder with its data",
        face->path, why);
    return false;
}

/* It only saves time, so one that is missing is not missed. */
static void load_trimmed(struct face *face)
{
    hb_blob_t *file = hb_blob_create_from_file_or_fail(face->trimmed_path);
    if (!file)
        return;
    face->trimmed = hb_face_create(file, 0);
    hb_blob_destroy(file);
    hb_face_make_immutable(face->trimmed);
    face->trimmed_unscaled = hb_font_create(face->trimmed);
}

bool face_load(struct ho_ctx *ctx, struct face *face)
{
    if (face->is_loaded)
        return true;
    hb_blob_t *file = hb_blob_create_from_file_or_fail(face->path);
    if (!file)
        return refuse_font(ctx, face, "the file cannot be read");
    face->hb = hb_face_create(file, 0);
    hb_blob_destroy(file);
    if (hb_face_get_glyph_count(face->hb) == 0) {
        hb_face_destroy(face->hb);
        face->hb = NULL;
        return refuse_font(ctx, face, "it is not a font file");
    }
    hb_face_make_immutable(face->hb);
    face->unscaled = hb_font_create(face->hb);
    load_trimmed(face);
    face->is_loaded = true;
    describe(face);
    return true;
}

static bool read_font(struct ho_ctx *ctx, struct ho_fonts *fonts,
                      const struct ho_xml_node *node)
{
    static const char *const attributes[] = {"id",      "weight",  "file",   "scripts",
                                             "package", "licence", "sha256", NULL};
    static const char *const weights[] = {"regular", "bold", NULL};
    /* For the build, which takes the file from the package and checks it: asked for here so that no entry is half. */
    static const char *const of_the_build[] = {"scripts", "package", "licence",
                                               "sha256", NULL};
    const char *id, *file, *ignored;
    int weight;
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= ho_xml_no_text(ctx, node);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n)); ok = false)
        ho_xml_unknown(ctx, n, NULL);
    for (size_t i = 0; of_the_build[i]; i++)
        ok &= ho_xml_need(ctx, node, of_the_build[i], &ignored);
    ok &= ho_xml_need(ctx, node, "id", &id);
    ok &= ho_xml_need(ctx, node, "file", &file);
    ok &= ho_xml_need_word(ctx, node, "weight", weights, &weight);
    for (size_t i = 0; ok && i < fonts->faces.count; i++)
        if (ho_equal(fonts->faces.items[i]->font.id, id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "id"), NULL, "font",
                      id);
            ok = false;
        }
    if (!ok)
        return false;
    struct face *face = ho_new(fonts->arena, struct face);
    face->path = ho_format(fonts->arena, "%s/%s", fonts->folder, file);
    face->font.id = ho_strdup(fonts->arena, id);
    face->trimmed_path =
        base_path(fonts->arena, fonts->folder, fonts->language, id, "trimmed");
    face->font.is_bold = weight == 1;
    /* The file is named for its PostScript name: fonts.xml is checked by hash, so this
     * holds. */
    face->font.postscript_name = ho_strndup(fonts->arena, file, strcspn(file, "."));
    ho_push(fonts->arena, &fonts->faces, face);
    return true;
}

static bool read_list(struct ho_ctx *ctx, struct ho_fonts *fonts)
{
    static const char *const known[] = {"font", NULL};
    const struct ho_xml_node *root;
    const char *path = ho_format(ctx->arena, "%s/fonts.xml", fonts->folder);
    if (!ho_xml_load(ctx, path, "fonts", &root))
        return false;
    bool ok = ho_xml_only_attributes(ctx, root, NULL);
    ok &= ho_xml_no_text(ctx, root);
    for (const struct ho_xml_node *node = NULL; (node = ho_xml_next(root, node));) {
        if (ho_xml_is(node, "font"))
            ok &= read_font(ctx, fonts, node);
        else
            ho_xml_unknown(ctx, node, known), ok = false;
    }
    if (ok && fonts->faces.count == 0) {
        ho_report(ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name, "font");
        ok = false;
    }
    return ok;
}

bool ho_fonts_open(struct ho_ctx *ctx, const char *folder, const char *language,
                   struct ho_fonts **out)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_fonts *fonts = ho_new(arena, struct ho_fonts);
    fonts->arena = arena;
    fonts->folder = ho_strdup(arena, folder);
    fonts->language = ho_strdup(arena, language);
    if (!read_list(ctx, fonts)) {
        ho_fonts_close(fonts);
        return false;
    }
    fonts->known = ho_memo_new(KNOWN);
    fonts->recent = ho_memo_new(RECENT);
    fonts->pages = ho_memo_new(PAGES);
    fonts->words = words_new(arena);
    fonts->key.arena = fonts->text.arena = arena;
    fonts->map = font_map_new(fonts);
    fonts->context = pango_font_map_create_context(fonts->map);
    pango_context_set_round_glyph_positions(fonts->context, FALSE);
    fonts->layout = pango_layout_new(fonts->context);
    *out = fonts;
    return true;
}

void ho_fonts_close(struct ho_fonts *fonts)
{
    if (!fonts)
        return;
    ho_memo_free(fonts->known);
    ho_memo_free(fonts->recent);
    ho_memo_free(fonts->pages);
    words_free(fonts->words);
    g_clear_object(&fonts->layout);
    g_clear_object(&fonts->context);
    for (size_t i = 0; i < fonts->chains.count; i++)
        g_object_unref(fonts->chains.items[i].set);
    for (size_t i = 0; i < fonts->sized.count; i++)
        g_object_unref(fonts->sized.items[i].pango);
    g_clear_object(&fonts->map);
    for (size_t i = 0; i < fonts->faces.count; i++) {
        struct face *face = fonts->faces.items[i];
        g_clear_object(&face->coverage);
        hb_font_destroy(face->trimmed_unscaled);
        hb_face_destroy(face->trimmed);
        hb_font_destroy(face->unscaled);
        hb_face_destroy(face->hb);
    }
    ho_arena_free(fonts->arena);
}

const char *ho_text_libraries(struct ho_arena *arena)
{
    return ho_format(arena, "Pango %s, HarfBuzz %s, GLib %u.%u.%u",
                     pango_version_string(), hb_version_string(), glib_major_version,
                     glib_minor_version, glib_micro_version);
}
