/* A simple SVG becomes paths; what is beyond is drawn by librsvg.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "image/svg_priv.h"

void svg_beyond(struct svg *svg, struct ho_span at, const char *what)
{
    if (svg->beyond)
        return;
    svg->beyond = what;
    svg->beyond_at = at;
}

/* Without the prefix that some programs write. */
static const char *local_name(const struct ho_xml_node *node)
{
    return strncmp(node->name, "svg:", 4) == 0 ? node->name + 4 : node->name;
}

static bool is_among(const char *name, const char *const *words)
{
    for (; *words; words++)
        if (ho_equal(name, *words))
            return true;
    return false;
}

static double number_of(struct svg *svg, const struct ho_xml_node *node,
                        const char *name)
{
    const char *text = ho_xml_find(node, name);
    double value = 0;
    if (text && !svg_length(text, &value))
        svg_beyond(svg, node->at, "a length in another unit");
    return value;
}

/* ---- shapes, each as path data would draw it ---- */

static const char *circle_data(struct ho_arena *arena, double cx, double cy, double rx,
                               double ry)
{
    struct ho_text text = {.arena = arena};
    const double numbers[] = {cx - rx, cy, rx, ry, cx + rx, cy, rx, ry, cx - rx, cy};
    static const char *const parts[] = {"M", " ", "A", " ",       " 0 1 0 ",
                                        " ", "A", " ", " 0 1 0 ", " "};
    for (int i = 0; i < 10; i++) {
        ho_text_add(&text, parts[i]);
        ho_text_add_number(&text, numbers[i], 6);
    }
    ho_text_add(&text, "Z");
    return ho_text_end(&text);
}

static const char *ellipse_data(struct svg *svg, const struct ho_xml_node *node)
{
    bool is_circle = ho_equal(local_name(node), "circle");
    double rx = number_of(svg, node, is_circle ? "r" : "rx"),
           ry = is_circle ? rx : number_of(svg, node, "ry");
    if (!(rx > 0 && ry > 0))
        return NULL;
    return circle_data(svg->ctx->arena, number_of(svg, node, "cx"),
                       number_of(svg, node, "cy"), rx, ry);
}

static const char *rect_data(struct svg *svg, const struct ho_xml_node *node)
{
    double x = number_of(svg, node, "x"), y = number_of(svg, node, "y"),
           width = number_of(svg, node, "width"),
           height = number_of(svg, node, "height");
    bool has_rx = ho_xml_find(node, "rx"), has_ry = ho_xml_find(node, "ry");
    double rx = number_of(svg, node, has_rx ? "rx" : "ry"),
           ry = number_of(svg, node, has_ry ? "ry" : "rx");
    struct ho_text text = {.arena = svg->ctx->arena};
    if (!(width > 0 && height > 0))
        return NULL;
    rx = fmin(fmax(rx, 0), width / 2);
    ry = fmin(fmax(ry, 0), height / 2);
    const double numbers[] = {
        x + rx, y,  width - 2 * rx, rx, ry, rx,  ry,  height - 2 * ry, rx, ry,
        -rx,    ry, 2 * rx - width, rx, ry, -rx, -ry, 2 * ry - height, rx, ry,
        rx,     -ry};
    static const char *const parts[] = {
        "M", " ", "h", "a", " ",       " 0 0 1 ", " ", "v", "a", " ",       " 0 0 1 ",
        " ", "h", "a", " ", " 0 0 1 ", " ",       "v", "a", " ", " 0 0 1 ", " "};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ho_text_add(&text, parts[i]);
        ho_text_add_number(&text, numbers[i], 6);
    }
    ho_text_add(&text, "Z");
    return ho_text_end(&text);
}

static const char *line_data(struct svg *svg, const struct ho_xml_node *node)
{
    static const char *const names[] = {"x1", "y1", "x2", "y2"}, *const parts[] = {
                                                                     "M", " ", "L",
                                                                     " "};
    struct ho_text text = {.arena = svg->ctx->arena};
    for (int i = 0; i < 4; i++) {
        ho_text_add(&text, parts[i]);
        ho_text_add_number(&text, number_of(svg, node, names[i]), 6);
    }
    return ho_text_end(&text);
}

static const char *points_data(struct svg *svg, const struct ho_xml_node *node)
{
    const char *points = ho_xml_find(node, "points");
    bool is_closed = ho_equal(local_name(node), "polygon");
    return points ? ho_format(svg->ctx->arena, "M%s%s", points, is_closed ? "Z" : "")
                  : NULL;
}

static const char *shape_data(struct svg *svg, const struct ho_xml_node *node)
{
    const char *name = local_name(node);
    if (ho_equal(name, "path"))
        return ho_xml_find(node, "d");
    if (ho_equal(name, "rect"))
        return rect_data(svg, node);
    if (ho_equal(name, "circle") || ho_equal(name, "ellipse"))
        return ellipse_data(svg, node);
    if (ho_equal(name, "line"))
        return line_data(svg, node);
    return points_data(svg, node);
}

/* ---- painting ---- */

/* A stroke is as wide everywhere only if the matrix turns, mirrors and scales both ways alike. */
static bool scale_stroke(struct ho_matrix m, struct ho_paint *paint)
{
    double one = m.a * m.a + m.b * m.b, other = m.c * m.c + m.d * m.d,
           across = m.a * m.c + m.b * m.d, scale = sqrt(one);
    paint->width *= scale;
    paint->dash[0] *= scale;
    paint->dash[1] *= scale;
    return fabs(one - other) < 1e-3 * one && fabs(across) < 1e-3 * one;
}

static bool is_inside(const struct svg *svg, const struct ho_path *path)
{
    struct ho_rect box = ho_path_box(path), all = svg->drawing->box;
    double slack = .01 * (all.width + all.height);
    return box.x > -slack && box.y > -slack && box.x + box.width < all.width + slack &&
           box.y + box.height < all.height + slack;
}

static void draw_shape(struct svg *svg, const struct ho_xml_node *node,
                       const struct svg_state *state)
{
    struct ho_path *path = ho_path_new(svg->ctx->arena);
    struct ho_paint paint = state->paint;
    const char *data = shape_data(svg, node);
    if (!(paint.stroke && paint.width > 0)) {
        paint = (struct ho_paint){.fill = paint.fill, .is_even_odd = paint.is_even_odd};
    } else if (!scale_stroke(state->matrix, &paint)) {
        svg_beyond(svg, node->at, "a stroke under an uneven transform");
    }
    if (!data || (!paint.fill && !paint.stroke))
        return;
    svg_path_data(svg, data, state->matrix, path);
    if (path->ops.count < 2)
        return;
    if (!is_inside(svg, path))
        svg_beyond(svg, node->at, "parts outside of its viewBox");
    ho_push(svg->ctx->arena, &svg->drawing->paths,
            (struct ho_painted_path){path, paint});
}

static void draw_node(struct svg *svg, const struct ho_xml_node *node,
                      struct svg_state state)
{
    static const char *const silent[] = {
        "title",          "desc",    "metadata", "defs", "linearGradient",
        "radialGradient", "pattern", "clipPath", "mask", "filter",
        "marker",         "symbol",  "script",   NULL};
    static const char *const shapes[] = {"path", "rect",     "circle",  "ellipse",
                                         "line", "polyline", "polygon", NULL};
    const char *name = local_name(node);
    if (svg->beyond || is_among(name, silent) || strchr(name, ':'))
        return; /* names with another prefix are notes of a drawing program */
    bool is_group = ho_equal(name, "g") || !node->parent;
    if (!is_group && !is_among(name, shapes)) {
        svg_beyond(svg, node->at, ho_format(svg->ctx->arena, "<%s>", name));
        return;
    }
    if (!svg_properties(svg, node, &state))
        return;
    if (!is_group)
        draw_shape(svg, node, &state);
    for (const struct ho_xml_node *n = NULL; is_group && (n = ho_xml_next(node, n));)
        draw_node(svg, n, state);
}

/* The part of its plane that is seen. */
static bool read_view(const struct ho_xml_node *root, struct ho_rect *out)
{
    const char *box = ho_xml_find(root, "viewBox");
    struct ho_rect view = {0};
    bool ok = box ? svg_number(&box, &view.x) && svg_number(&box, &view.y) &&
                        svg_number(&box, &view.width) && svg_number(&box, &view.height)
                  : svg_length(ho_xml_find(root, "width"), &view.width) &&
                        svg_length(ho_xml_find(root, "height"), &view.height);
    *out = view;
    return ok && view.width > 0 && view.height > 0;
}

/* Its longer side is 1,000 units: exact enough in the file, whatever the drawing's own units. */
static void draw_root(struct svg *svg, const struct ho_xml_node *root,
                      struct ho_rect view)
{
    double scale = 1000 / fmax(view.width, view.height);
    struct svg_state state = {
        .matrix = {scale, 0, 0, scale, -view.x * scale, -view.y * scale},
        .paint = {.width = 1}};
    svg->art->width = view.width * scale;
    svg->art->height = view.height * scale;
    svg->drawing->box = (struct ho_rect){0, 0, svg->art->width, svg->art->height};
    svg->drawing->id = "logo";
    ho_push(svg->ctx->arena, &svg->art->colours, ho_colour_from(0, 0, 0));
    state.paint.fill = (enum ho_role)HO_PAINT_OWN; /* black, if nothing says else */
    draw_node(svg, root, state);
}

/* Letters would be set in whatever font this computer has. */
static const struct ho_xml_node *find_text(const struct ho_xml_node *node)
{
    if (ho_equal(local_name(node), "text"))
        return node;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(node, n));) {
        const struct ho_xml_node *found = find_text(n);
        if (found)
            return found;
    }
    return NULL;
}

static bool refuse_text(struct ho_ctx *ctx, struct ho_span at)
{
    ho_report(ctx, HO_MSG_SVG_TEXT, at,
              "turn the text into paths: in Inkscape, Path > Object to Path");
    return false;
}

/* Parses the source; `*root` is NULL if only librsvg can read it. */
static bool parse(struct ho_ctx *ctx, const struct ho_source *source,
                  const struct ho_xml_node **root)
{
    struct ho_ctx own = {.arena = ctx->arena};
    *root = NULL;
    if (ho_xml_parse(&own, source, root))
        return true;
    for (size_t i = 0; i < own.diags.count; i++)
        if (own.diags.items[i].code == HO_MSG_XML_DOCTYPE)
            return !strstr(source->text, "<text") ||
                   refuse_text(ctx, own.diags.items[i].at);
    for (size_t i = 0; i < own.diags.count; i++)
        ho_push(ctx->arena, &ctx->diags, own.diags.items[i]);
    return false;
}

static bool render(struct ho_ctx *ctx, const struct ho_source *source,
                   struct ho_span at, const char *beyond, struct ho_image *out)
{
    const double inch = 25.4, dpi = 600; /* of 60 by 16 mm */
    if (!render_svg(ctx, source, 60 / inch * dpi, 16 / inch * dpi, out))
        return false;
    ho_report(
        ctx, HO_MSG_SVG_RENDERED, at,
        "simple shapes with plain colours stay sharp at any size: save as \"plain "
        "SVG\", effects and styles resolved",
        beyond);
    return true;
}

bool read_svg(struct ho_ctx *ctx, const struct ho_source *source, struct ho_art *art,
              struct ho_image *image)
{
    struct svg svg = {
        .ctx = ctx, .art = art, .drawing = ho_new(ctx->arena, struct ho_drawing)};
    const struct ho_xml_node *root, *text;
    struct ho_rect view;
    if (!parse(ctx, source, &root))
        return false;
    if (!root)
        return render(ctx, source, ho_source_whole(source), "a DOCTYPE", image);
    if (!ho_equal(local_name(root), "svg")) {
        ho_report(ctx, HO_MSG_WRONG_ROOT, root->at, NULL, root->name, "svg");
        return false;
    }
    if ((text = find_text(root)))
        return refuse_text(ctx, text->at);
    if (read_view(root, &view))
        draw_root(&svg, root, view);
    else
        svg_beyond(&svg, root->at, "no viewBox");
    if (svg.beyond)
        return render(ctx, source, svg.beyond_at.source ? svg.beyond_at : root->at,
                      svg.beyond, image);
    if (!svg.drawing->paths.count)
        return refuse(ctx, source, "it draws nothing");
    art->drawing = svg.drawing;
    return true;
}
