/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/template.h"

/* What stands on what: text at 7:1, what carries meaning in graphics at 3:1 (page.md, "Colour"). */
static const struct pair {
    enum ho_role top, under;
    double limit;
} pairs[] = {
    {HO_PAINT_INK, HO_PAINT_PAPER, 7},
    {HO_PAINT_INK, HO_PAINT_PANEL, 7},
    {HO_PAINT_INK, HO_PAINT_TINT, 7},
    {HO_PAINT_SOFT, HO_PAINT_PAPER, 7},
    {HO_PAINT_SOFT, HO_PAINT_PANEL, 7},
    {HO_PAINT_SOFT, HO_PAINT_TINT, 7},
    {HO_PAINT_DANGER, HO_PAINT_PAPER, 7},
    {HO_PAINT_PAPER, HO_PAINT_DANGER, 7},
    {HO_PAINT_STRUCTURE, HO_PAINT_PAPER, 7},
    {HO_PAINT_STRUCTURE, HO_PAINT_TINT, 7},
    {HO_PAINT_PAPER, HO_PAINT_STRUCTURE, 7},
    {HO_PAINT_EDGE, HO_PAINT_PAPER, 3},
    {HO_PAINT_EDGE, HO_PAINT_PANEL, 3},
    {HO_PAINT_MOVE, HO_PAINT_PAPER, 3},
    {HO_PAINT_FEEL_LINE, HO_PAINT_PAPER, 3},
    {HO_PAINT_FEEL_LINE, HO_PAINT_FEEL, 3},
    {HO_PAINT_INK, HO_PAINT_CARE, 3},
    {HO_PAINT_EDGE, HO_PAINT_TINT, 3},
    {HO_PAINT_MOVE, HO_PAINT_PANEL, 3},
    {HO_PAINT_FEEL_LINE, HO_PAINT_PANEL, 3},
    /* figures: outlines against what they enclose and what is around them; fills, and the shading of things, are
       decoration */
    {HO_PAINT_FIGURE_LINE, HO_PAINT_PAPER, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_PANEL, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_SKIN, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_SKIN_FAR, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_SHIRT, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_SHIRT_FAR, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_TROUSERS, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_TROUSERS_FAR, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_SHOE, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_SHOE_FAR, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_MAT, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_PILLOW, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_CHAIR, 3},
    {HO_PAINT_FIGURE_LINE, HO_PAINT_WATER, 3},
    {HO_PAINT_FURNITURE_LINE, HO_PAINT_PAPER, 3},
    {HO_PAINT_FURNITURE_LINE, HO_PAINT_PANEL, 3},
    {HO_PAINT_FACE_LINE, HO_PAINT_SKIN, 3},
    {HO_PAINT_MAT_LINE, HO_PAINT_PAPER, 3},
    {HO_PAINT_WATER_LINE, HO_PAINT_PAPER, 3},
    {HO_PAINT_GHOST_LINE, HO_PAINT_PAPER, 3},
};

static int hex_digit(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found =
        c ? strchr(digits, c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* "#1A2128" as three components. */
static bool parse_hex(const char *text, float out[3])
{
    if (strlen(text) != 7 || text[0] != '#')
        return false;
    for (int i = 0; i < 3; i++) {
        int high = hex_digit(text[1 + 2 * i]), low = hex_digit(text[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        out[i] = (float)(high * 16 + low) / 255.0f;
    }
    return true;
}

static bool read_hex(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, float out[3])
{
    const char *text;
    if (!ho_xml_need(ctx, node, name, &text))
        return false;
    if (!parse_hex(text, out)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), NULL, name,
                  "a colour such as #1A2128");
        return false;
    }
    return true;
}

static bool read_grey(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char *name, float *out)
{
    float rgb[3];
    if (!read_hex(ctx, node, name, rgb))
        return false;
    if (rgb[0] < rgb[1] || rgb[0] > rgb[1] || rgb[1] < rgb[2] || rgb[1] > rgb[2]) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  "write the same figure three times", name, "a grey such as #404040");
        return false;
    }
    *out = rgb[0];
    return true;
}

/* Four percentages, "0 65 100 25": together 300 at most, or the sheet comes wet from the press. */
static bool parse_press(struct ho_arena *arena, const char *text, float out[4])
{
    int sum = 0;
    for (int i = 0; i < 4; i++) {
        size_t length = strcspn(text, " ");
        int percent;
        if (!length || !ho_parse_int(ho_strndup(arena, text, length), &percent) ||
            percent > 100)
            return false;
        sum += percent;
        out[i] = (float)percent / 100.0f;
        text += length;
        text += strspn(text, " ");
    }
    return !*text && sum <= 300;
}

static bool read_press(struct ho_ctx *ctx, const struct ho_xml_node *node, float out[4])
{
    const char *text;
    if (!ho_xml_need(ctx, node, "press", &text))
        return false;
    if (!parse_press(ctx->arena, text, out)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "press"),
                  "write cyan, magenta, yellow and black, such as \"0 65 100 25\"",
                  "press", "four percentages of 300 together at most");
        return false;
    }
    return true;
}

static const char *hint_role(struct ho_arena *arena, const char *word)
{
    const char *names[HO_PAINT_COUNT] = {0};
    for (int i = 1; i < HO_PAINT_COUNT; i++)
        names[i - 1] = ho_role_name((enum ho_role)i);
    return ho_read_hint(arena, word, names);
}

static bool read_colour(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_palette *palette, bool has_role[HO_PAINT_COUNT])
{
    static const char *const attributes[] = {"role", "screen", "grey",
                                             "low",  "press",  NULL};
    struct ho_colour colour = {0};
    const char *name;
    enum ho_role role;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= read_hex(ctx, node, "screen", colour.rgb);
    ok &= read_grey(ctx, node, "grey", &colour.grey);
    colour.low = colour.grey;
    if (ho_xml_find(node, "low"))
        ok &= read_grey(ctx, node, "low", &colour.low);
    ok &= read_press(ctx, node, colour.cmyk);
    if (!ho_xml_need(ctx, node, "role", &name))
        return false;
    if (!ho_role_find(name, &role) || role == HO_PAINT_NONE) {
        ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "role"),
                  hint_role(ctx->arena, name), "colour role", name);
        return false;
    }
    if (has_role[role])
        ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "role"), NULL,
                  "colour role", name);
    ok &= !has_role[role];
    has_role[role] = true;
    palette->roles[role] = colour;
    return ok;
}

static bool read_points(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, ho_pt *out)
{
    const char *text;
    if (!ho_xml_need(ctx, node, name, &text))
        return false;
    if (!ho_parse_number(text, out) || *out < 4 || *out > 200) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), NULL, name,
                  "a number of points from 4 to 200");
        return false;
    }
    return true;
}

static bool check_leading(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          enum ho_type type, const struct ho_type_style *style)
{
    bool is_whole =
        (int)style->leading % 4 == 0 && !(style->leading > (int)style->leading);
    if (style->leading >= style->size && (is_whole || type == HO_TYPE_SMALL))
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "leading"), NULL, "leading",
              "at least the size, in steps of 4 points");
    return false;
}

static bool read_style(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_type_scale *scale, bool has_type[HO_TYPE_COUNT])
{
    static const char *const attributes[] = {"role", "size", "leading", "weight", NULL};
    static const char *const weights[] = {"regular", "bold", NULL};
    struct ho_type_style style = {0};
    const char *name;
    enum ho_type type;
    int weight = 0;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    bool has_size = read_points(ctx, node, "size", &style.size);
    has_size &= read_points(ctx, node, "leading", &style.leading);
    ok &= ho_xml_need_word(ctx, node, "weight", weights, &weight);
    style.is_bold = weight == 1;
    if (!ho_xml_need(ctx, node, "role", &name))
        return false;
    if (!ho_type_find(name, &type)) {
        ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "role"), NULL, "type role",
                  name);
        return false;
    }
    if (has_type[type])
        ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "role"), NULL,
                  "type role", name);
    ok &= !has_type[type] && has_size && check_leading(ctx, node, type, &style);
    has_type[type] = true;
    scale->styles[type] = style;
    return ok;
}

static bool read_scale(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_type_scale *scale)
{
    static const char *const attributes[] = {"edition", NULL};
    static const struct ho_child children[] = {{"type", HO_ANY}, {NULL, HO_ANY}};
    bool has_type[HO_TYPE_COUNT] = {false};
    bool ok = ho_read_shape(ctx, node, attributes, children);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "type", n));)
        ok &= read_style(ctx, n, scale, has_type);
    for (int i = 0; ok && i < HO_TYPE_COUNT; i++)
        if (!has_type[i]) {
            ho_report(ctx, HO_MSG_NO_ELEMENT, node->at, NULL, node->name,
                      ho_format(ctx->arena, "type role=\"%s\"",
                                ho_type_name((enum ho_type)i)));
            ok = false;
        }
    return ok;
}

/* Each edition has its own scale: larger type is another page, not the same page enlarged. */
static bool read_scales(struct ho_ctx *ctx, const struct ho_xml_node *root,
                        struct ho_type_scale scales[HO_EDITION_COUNT])
{
    bool has_edition[HO_EDITION_COUNT] = {false}, ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "scale", n));) {
        struct ho_type_scale scale = {0};
        int edition;
        ok &= read_scale(ctx, n, &scale);
        if (!ho_xml_need_word(ctx, n, "edition", ho_edition_names, &edition)) {
            ok = false;
            continue;
        }
        if (has_edition[edition]) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "edition"), NULL,
                      "scale of the edition", ho_edition_names[edition]);
            ok = false;
        }
        has_edition[edition] = true;
        scales[edition] = scale;
    }
    for (int i = 0; ok && i < HO_EDITION_COUNT; i++)
        if (!has_edition[i]) {
            ho_report(
                ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name,
                ho_format(ctx->arena, "scale edition=\"%s\"", ho_edition_names[i]));
            ok = false;
        }
    return ok;
}

static const char *format_ratio(struct ho_arena *arena, double ratio)
{
    struct ho_text text = {.arena = arena};
    ho_text_add_number(&text, ratio, 2);
    return ho_text_end(&text);
}

/* All inks: a theme must hold on the office's black printer, too. */
static bool check_contrast(struct ho_ctx *ctx, struct ho_span at,
                           const struct ho_palette *palette)
{
    static const char *const hints[] = {"of their screen colours", "of their greys",
                                        "of their greys in low ink"};
    bool ok = true;
    for (int ink = HO_INK_COLOUR; ink <= HO_INK_LOW; ink++)
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
            struct ho_palette seen = *palette;
            seen.ink = (enum ho_ink)ink;
            double ratio = ho_palette_contrast(&seen, pairs[i].top, pairs[i].under);
            if (ratio >= pairs[i].limit)
                continue;
            ho_report(ctx, HO_MSG_CONTRAST, at, hints[ink], ho_role_name(pairs[i].top),
                      ho_role_name(pairs[i].under), format_ratio(ctx->arena, ratio),
                      format_ratio(ctx->arena, pairs[i].limit));
            ok = false;
        }
    return ok;
}

static bool read_theme(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_theme *theme)
{
    bool has_role[HO_PAINT_COUNT] = {true}, ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "colour", n));)
        ok &= read_colour(ctx, n, &theme->palette, has_role);
    ok &= read_scales(ctx, root, theme->scales);
    for (int i = 0; i < HO_PAINT_COUNT; i++)
        if (!has_role[i]) {
            ho_report(ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name,
                      ho_format(ctx->arena, "colour role=\"%s\"",
                                ho_role_name((enum ho_role)i)));
            ok = false;
        }
    /* Colours that are not there would be black on black. */
    return ok && check_contrast(ctx, root->at, &theme->palette);
}

/* Heavier lines for who sees little; lighter ones would be lost on a copy. */
static bool read_line_weight(struct ho_ctx *ctx, const struct ho_xml_node *root,
                             double *out)
{
    const char *text = ho_xml_find(root, "line-weight");
    *out = 1;
    if (!text || (ho_parse_number(text, out) && *out >= 1 && *out <= 3))
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(root, "line-weight"), NULL,
              "line-weight", "a number from 1 to 3");
    return false;
}

bool ho_theme_load(struct ho_ctx *ctx, const char *folder, const char *id,
                   const struct ho_theme **out)
{
    static const char *const attributes[] = {"id", "line-weight", NULL};
    static const struct ho_child children[] = {
        {"colour", HO_ONE_OR_MORE}, {"scale", HO_ANY}, {NULL, HO_ANY}};
    const char *path = ho_read_path(ctx->arena, folder, "themes", id);
    const struct ho_xml_node *root;
    if (!ho_is_id(id) || !ho_read_exists(path)) {
        const char *const *known = ho_read_ids(ctx->arena, folder, "themes");
        ho_report(ctx, HO_MSG_UNKNOWN_ID, (struct ho_span){0},
                  ho_read_hint(ctx->arena, id, known), "theme", id);
        return false;
    }
    if (!ho_xml_load(ctx, path, "theme", &root))
        return false;
    struct ho_theme *theme = ho_new(ctx->arena, struct ho_theme);
    theme->id = ho_strdup(ctx->arena, id);
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "id", id);
    ok &= read_line_weight(ctx, root, &theme->palette.line_weight);
    if (!read_theme(ctx, root, theme) || !ok)
        return false;
    *out = theme;
    return true;
}
