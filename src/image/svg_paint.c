/* Properties of SVG, as attributes or in style="…": solid paint, strokes; and those that are beyond this reader.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "image/svg_priv.h"

static const char *trim(struct ho_arena *arena, const char *text, size_t length)
{
    while (length && strchr(" \t\r\n", text[0]))
        text++, length--;
    while (length && strchr(" \t\r\n", text[length - 1]))
        length--;
    return ho_strndup(arena, text, length);
}

/* The property in style="…", which is stronger, or as an attribute; NULL. */
static const char *find_property(struct svg *svg, const struct ho_xml_node *node,
                                 const char *name)
{
    const char *style = ho_xml_find(node, "style"), *found = ho_xml_find(node, name);
    while (style && *style) {
        style += strspn(style, " \t\r\n;");
        size_t all = strcspn(style, ";"), own = strcspn(style, ":");
        const char *key = trim(svg->ctx->arena, style, own < all ? own : 0);
        if (ho_equal(key, name))
            found = trim(svg->ctx->arena, style + own + 1, all - own - 1);
        style += all;
    }
    return found && !ho_equal(found, "inherit") ? found : NULL;
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    long at = found ? found - digits : -1;
    return (int)(at > 15 ? at - 6 : at);
}

static bool read_hex(const char *text, float rgb[3])
{
    size_t length = strlen(text), each = length == 3 ? 1 : 2;
    if (length != 3 && length != 6)
        return false;
    for (size_t i = 0; i < 3; i++) {
        int high = hex(text[i * each]), low = hex(text[i * each + each - 1]);
        if (high < 0 || low < 0)
            return false;
        rgb[i] = (float)(high * 16 + low) / 255;
    }
    return true;
}

/* "rgb(0, 128, 255)" or "rgb(0%, 50%, 100%)" */
static bool read_rgb(const char *text, float rgb[3])
{
    for (int i = 0; i < 3; i++) {
        double value;
        if (!svg_number(&text, &value))
            return false;
        bool is_share = *text == '%';
        text += is_share;
        text += strspn(text, " \t\r\n,");
        rgb[i] = (float)fmin(1, fmax(0, value / (is_share ? 100 : 255)));
    }
    return *text == ')';
}

/* The sixteen colours of HTML 4, and orange. */
static bool read_name(const char *text, float rgb[3])
{
    static const struct {
        const char *name, *hex;
    } names[] = {{"black", "000"},     {"white", "fff"},     {"red", "f00"},
                 {"lime", "0f0"},      {"blue", "00f"},      {"yellow", "ff0"},
                 {"aqua", "0ff"},      {"fuchsia", "f0f"},   {"gray", "808080"},
                 {"grey", "808080"},   {"silver", "c0c0c0"}, {"maroon", "800000"},
                 {"green", "008000"},  {"navy", "000080"},   {"olive", "808000"},
                 {"purple", "800080"}, {"teal", "008080"},   {"orange", "ffa500"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ho_equal(text, names[i].name))
            return read_hex(names[i].hex, rgb);
    return false;
}

static bool is_same(const float a[3], const float b[3])
{
    return a[0] == b[0] && a[1] == b[1] && a[2] == b[2];
}

/* The paint of the palette for that colour; a new one if the drawing has not had it. */
static enum ho_role find_paint(struct svg *svg, struct ho_span at, const float rgb[3])
{
    size_t count = svg->art->colours.count;
    for (size_t i = 0; i < count; i++)
        if (is_same(svg->art->colours.items[i].rgb, rgb))
            return (enum ho_role)(HO_PAINT_OWN + i);
    if (count == HO_PAINT_OWN_COUNT) {
        svg_beyond(svg, at, "more than 16 colours");
        return HO_PAINT_NONE;
    }
    ho_push(svg->ctx->arena, &svg->art->colours,
            ho_colour_from(rgb[0], rgb[1], rgb[2]));
    return (enum ho_role)(HO_PAINT_OWN + count);
}

static bool read_colour(const char *text, const float current[3], float rgb[3])
{
    if (ho_equal(text, "currentColor")) {
        memcpy(rgb, current, 3 * sizeof *rgb);
        return true;
    }
    if (text[0] == '#')
        return read_hex(text + 1, rgb);
    if (strncmp(text, "rgb(", 4) == 0)
        return read_rgb(text + 4, rgb);
    return read_name(text, rgb);
}

static void take_paint(struct svg *svg, const struct ho_xml_node *node,
                       const char *name, const struct svg_state *state,
                       enum ho_role *out)
{
    const char *text = find_property(svg, node, name);
    float rgb[3];
    if (!text)
        return;
    if (ho_equal(text, "none") || ho_equal(text, "transparent"))
        *out = HO_PAINT_NONE;
    else if (read_colour(text, state->colour, rgb))
        *out = find_paint(svg, node->at, rgb);
    else
        svg_beyond(svg, node->at, "a paint other than a plain colour");
}

static int find_word(const char *text, const char *const *words)
{
    for (int i = 0; text && words[i]; i++)
        if (ho_equal(text, words[i]))
            return i;
    return -1;
}

static void take_dash(struct svg *svg, const struct ho_xml_node *node, double dash[2])
{
    const char *text = find_property(svg, node, "stroke-dasharray");
    double lengths[3] = {0};
    int count = 0;
    if (!text)
        return;
    while (count < 3 && svg_number(&text, &lengths[count]))
        count++;
    if (count == 3 || (*text && count))
        svg_beyond(svg, node->at, "a dash of several lengths");
    dash[0] = lengths[0];
    dash[1] = count == 2 ? lengths[1] : lengths[0];
}

static void take_stroke(struct svg *svg, const struct ho_xml_node *node,
                        struct ho_paint *paint)
{
    static const char *const caps[] = {"butt", "round", "square", NULL},
                             *const joins[] = {"miter", "round", "bevel", NULL};
    const char *width = find_property(svg, node, "stroke-width");
    int cap = find_word(find_property(svg, node, "stroke-linecap"), caps),
        join = find_word(find_property(svg, node, "stroke-linejoin"), joins);
    if (width && (!svg_length(width, &paint->width) || paint->width < 0))
        svg_beyond(svg, node->at, "a stroke of that width");
    paint->cap = cap < 0 ? paint->cap : (enum ho_cap)cap;
    paint->join = join < 0 ? paint->join : (enum ho_join)join;
    take_dash(svg, node, paint->dash);
}

/* What would change the picture, and its value that does not. */
static void refuse_effects(struct svg *svg, const struct ho_xml_node *node)
{
    static const struct {
        const char *name, *harmless[3];
    } effects[] = {
        {"clip-path", {"none"}},
        {"mask", {"none"}},
        {"filter", {"none"}},
        {"marker", {"none"}},
        {"marker-start", {"none"}},
        {"marker-mid", {"none"}},
        {"marker-end", {"none"}},
        {"opacity", {"1", "1.0", "100%"}},
        {"fill-opacity", {"1", "1.0", "100%"}},
        {"stroke-opacity", {"1", "1.0", "100%"}},
        {"stroke-dashoffset", {"0", "0px"}},
        {"vector-effect", {"none"}},
        {"mix-blend-mode", {"normal"}},
        {"paint-order", {"normal", "fill", "fill stroke"}},
        {"visibility", {"visible"}},
    };
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
        const char *value = find_property(svg, node, effects[i].name);
        bool is_harmless = !value;
        for (int k = 0; k < 3 && value && effects[i].harmless[k]; k++)
            is_harmless |= ho_equal(value, effects[i].harmless[k]);
        if (!is_harmless)
            svg_beyond(svg, node->at, effects[i].name);
    }
}

bool svg_properties(struct svg *svg, const struct ho_xml_node *node,
                    struct svg_state *state)
{
    const char *rule = find_property(svg, node, "fill-rule"),
               *colour = find_property(svg, node, "color"),
               *display = find_property(svg, node, "display"),
               *transform = find_property(svg, node, "transform");
    if (display && ho_equal(display, "none"))
        return false;
    refuse_effects(svg, node);
    if (colour && !read_colour(colour, state->colour, state->colour))
        svg_beyond(svg, node->at, "a paint other than a plain colour");
    take_paint(svg, node, "fill", state, &state->paint.fill);
    take_paint(svg, node, "stroke", state, &state->paint.stroke);
    take_stroke(svg, node, &state->paint);
    if (rule)
        state->paint.is_even_odd = ho_equal(rule, "evenodd");
    if (transform && !svg_transform(transform, &state->matrix))
        svg_beyond(svg, node->at, "a transform");
    return true;
}
