/* The font map that Pango asks: a bold or a regular chain of our faces, in the order of
 * fonts.xml. GObject needs one registered type a class; g_once keeps it in a static
 * variable, the only ones of ours.
 * SPDX-License-Identifier: MIT */
#include "text/fonts_priv.h"

/* ---- a face at a size ---- */

struct sized_font {
    PangoFont parent;
    struct face *face;
    bool is_trimmed;
    int size;
};

/* G_DEFINE_TYPE wants type names in camel case. */
typedef struct sized_font HoFace;
typedef PangoFontClass HoFaceClass;

static GType ho_face_get_type(void);
G_DEFINE_TYPE(HoFace, ho_face, PANGO_TYPE_FONT)

static struct sized_font *as_sized(PangoFont *font)
{
    return (struct sized_font *)font;
}

struct face *font_face(PangoFont *font)
{
    return as_sized(font)->face;
}

int font_size(PangoFont *font)
{
    return as_sized(font)->size;
}

static PangoFontDescription *describe(PangoFont *font)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family_static(description, "handout");
    pango_font_description_set_absolute_size(description, font_size(font));
    pango_font_description_set_weight(description, font_face(font)->font.is_bold
                                                       ? PANGO_WEIGHT_BOLD
                                                       : PANGO_WEIGHT_NORMAL);
    return description;
}

static PangoCoverage *find_coverage(PangoFont *font, PangoLanguage *language)
{
    struct face *face = font_face(font);
    (void)language;
    if (!face->coverage) {
        hb_set_t *characters = hb_set_create();
        hb_face_collect_unicodes(face->hb, characters);
        face->coverage = pango_coverage_new();
        for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);)
            pango_coverage_set(face->coverage, (int)c, PANGO_COVERAGE_EXACT);
        hb_set_destroy(characters);
    }
    return g_object_ref(face->coverage);
}

static int scaled(PangoFont *font, double thousandths)
{
    return (int)(thousandths * font_size(font) / 1000);
}

static void measure_glyph(PangoFont *font, PangoGlyph glyph, PangoRectangle *ink,
                          PangoRectangle *logical)
{
    const struct ho_font *metrics = &font_face(font)->font;
    hb_font_t *hb = pango_font_get_hb_font(font);
    hb_glyph_extents_t box = {0};
    bool is_real = !(glyph & PANGO_GLYPH_UNKNOWN_FLAG) && glyph != PANGO_GLYPH_EMPTY;

    if (is_real)
        hb_font_get_glyph_extents(hb, glyph, &box);
    if (ink)
        *ink = (PangoRectangle){box.x_bearing, -box.y_bearing, box.width, -box.height};
    if (logical)
        *logical =
            (PangoRectangle){0, -scaled(font, metrics->ascent),
                             is_real ? hb_font_get_glyph_h_advance(hb, glyph) : 0,
                             scaled(font, metrics->ascent - metrics->descent)};
}

static PangoFontMetrics *find_metrics(PangoFont *font, PangoLanguage *language)
{
    const struct ho_font *data = &font_face(font)->font;
    PangoFontMetrics *metrics = g_slice_new0(PangoFontMetrics); /* as Pango frees it */
    (void)language;
    metrics->ref_count = 1;
    metrics->ascent = scaled(font, data->ascent);
    metrics->descent = scaled(font, -data->descent);
    metrics->height = metrics->ascent + metrics->descent;
    metrics->approximate_char_width = metrics->approximate_digit_width =
        scaled(font, 572);
    metrics->underline_position = scaled(font, -100);
    metrics->underline_thickness = metrics->strikethrough_thickness = scaled(font, 50);
    metrics->strikethrough_position = scaled(font, 320);
    return metrics;
}

static PangoFontMap *no_font_map(PangoFont *font)
{
    (void)font;
    return NULL; /* asked for only by code that turns a font into a description and back
                  */
}

static hb_font_t *make_hb_font(PangoFont *font)
{
    const struct face *face = font_face(font);
    hb_font_t *hb =
        hb_font_create(as_sized(font)->is_trimmed ? face->trimmed : face->hb);
    hb_font_set_scale(hb, font_size(font), font_size(font));
    return hb;
}

static void ho_face_init(HoFace *font)
{
    (void)font;
}

static void ho_face_class_init(HoFaceClass *class)
{
    class->describe = describe;
    class->describe_absolute = describe;
    class->get_coverage = find_coverage;
    class->get_glyph_extents = measure_glyph;
    class->get_metrics = find_metrics;
    class->get_font_map = no_font_map;
    class->create_hb_font = make_hb_font;
}

PangoFont *font_sized(struct ho_fonts *fonts, struct face *face, int size)
{
    bool is_trimmed = fonts->is_trimmed && face->trimmed;
    for (size_t i = 0; i < fonts->sized.count; i++) {
        const struct sized *sized = &fonts->sized.items[i];
        if (sized->face == face && sized->size == size &&
            sized->is_trimmed == is_trimmed)
            return sized->pango;
    }
    PangoFont *font = g_object_new(ho_face_get_type(), NULL);
    as_sized(font)->face = face;
    as_sized(font)->is_trimmed = is_trimmed;
    as_sized(font)->size = size;
    ho_push(fonts->arena, &fonts->sized, (struct sized){face, is_trimmed, size, font});
    return font;
}

/* ---- the map ---- */

struct font_map {
    PangoFontMap parent;
    struct ho_fonts *fonts;
};

typedef struct font_map HoMap;
typedef PangoFontMapClass HoMapClass;

static GType ho_map_get_type(void);
G_DEFINE_TYPE(HoMap, ho_map, PANGO_TYPE_FONT_MAP)

static bool wants_bold(const PangoFontDescription *description)
{
    return pango_font_description_get_weight(description) >= PANGO_WEIGHT_SEMIBOLD;
}

/* The faces of the weight, then the others: a bold word in a script without a bold face
 * is better regular than missing. Faces are loaded by ho_text_lines before shaping; one
 * that is not needed is not mapped. */
static PangoFontset *make_chain(struct ho_fonts *fonts, bool is_bold, int size,
                                PangoLanguage *language)
{
    PangoFontsetSimple *chain = pango_fontset_simple_new(language);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < fonts->faces.count; i++) {
            struct face *face = fonts->faces.items[i];
            if (face->is_loaded && (face->font.is_bold == is_bold) == (pass == 0))
                pango_fontset_simple_append(
                    chain, g_object_ref(font_sized(fonts, face, size)));
        }
    return PANGO_FONTSET(chain);
}

static PangoFontset *load_chain(PangoFontMap *map, PangoContext *context,
                                const PangoFontDescription *description,
                                PangoLanguage *language)
{
    struct ho_fonts *fonts = ((struct font_map *)map)->fonts;
    bool is_bold = wants_bold(description);
    int size = pango_font_description_get_size(description);
    (void)context;
    for (size_t i = 0; i < fonts->chains.count; i++) {
        const struct chain *chain = &fonts->chains.items[i];
        if (chain->is_bold == is_bold && chain->size == size &&
            chain->is_trimmed == fonts->is_trimmed)
            return g_object_ref(chain->set);
    }
    PangoFontset *set = make_chain(fonts, is_bold, size, language);
    ho_push(fonts->arena, &fonts->chains,
            (struct chain){is_bold, fonts->is_trimmed, size, set});
    return g_object_ref(set);
}

static PangoFont *load_first(PangoFontMap *map, PangoContext *context,
                             const PangoFontDescription *description)
{
    struct ho_fonts *fonts = ((struct font_map *)map)->fonts;
    bool is_bold = wants_bold(description);
    (void)context;
    for (size_t i = 0; i < fonts->faces.count; i++) {
        struct face *face = fonts->faces.items[i];
        if (face->is_loaded && face->font.is_bold == is_bold)
            return g_object_ref(
                font_sized(fonts, face, pango_font_description_get_size(description)));
    }
    return NULL;
}

static void list_no_families(PangoFontMap *map, PangoFontFamily ***families, int *count)
{
    (void)map;
    if (families)
        *families = NULL;
    *count = 0;
}

/* Pango drops what it cached when this number changes: a chain grows as faces are
 * loaded. */
static guint count_loaded(PangoFontMap *map)
{
    const struct ho_fonts *fonts = ((struct font_map *)map)->fonts;
    guint loaded = 1; /* 0 is not a serial */
    for (size_t i = 0; i < fonts->faces.count; i++)
        loaded += fonts->faces.items[i]->is_loaded;
    return loaded;
}

static void ho_map_init(HoMap *map)
{
    (void)map;
}

static void ho_map_class_init(HoMapClass *class)
{
    class->load_font = load_first;
    class->load_fontset = load_chain;
    class->list_families = list_no_families;
    class->get_serial = count_loaded;
}

PangoFontMap *font_map_new(struct ho_fonts *fonts)
{
    PangoFontMap *map = g_object_new(ho_map_get_type(), NULL);
    ((struct font_map *)map)->fonts = fonts;
    return map;
}
