/* The lines of a figure: strands smoothed, split where their class changes, stroked; free ends taper like ink.
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "figure/art_priv.h"
#include "figure/chain_priv.h"

enum { CLASS = EDGE_KIND | EDGE_THING | EDGE_FAR };

struct pen {
    struct art *art;
    const struct view *view;
    enum ghost ghost;
    double pixel_point; /* pixels that a point of paper is */
};

/* A piece of a strand of one class. */
struct stroke {
    struct line line;
    int class;
    bool is_free[2];
};

static bool is_sign(const struct pen *pen)
{
    return pen->art->edition == HO_FIGURE_PICTOGRAM;
}

/* Furniture is paler than a body; but on a pictogram it would be lost on the first copy. */
static bool is_pale(const struct pen *pen, int class)
{
    return class & EDGE_THING && !is_sign(pen);
}

/* Points on a figure 70 mm wide (figures.md, "Style"). */
static double weight_of(const struct pen *pen, int class)
{
    static const double weights[] = {[EDGE_OUTLINE] = .95,
                                     [EDGE_OVERLAP] = .86,
                                     [EDGE_WEAK] = .86,
                                     [EDGE_CLOTH] = .66,
                                     [EDGE_FINE] = .50};
    double weight = weights[class & EDGE_KIND];
    if (pen->ghost)
        return pen->ghost == GHOST_BEHIND ? .6 : is_sign(pen) ? .8 : 1.1;
    if (is_pale(pen, class))
        weight *= .7;
    if (class & EDGE_FAR)
        weight *= .85;
    /* A thing alone has hardly any fill: on a copy its lines are what is left. */
    if (pen->view->mesh->is_things_alone)
        weight *= 1.7;
    return art_weight(pen->art, weight);
}

static enum ho_role role_of(const struct pen *pen, int class)
{
    if (pen->ghost)
        return pen->ghost == GHOST_IN_FRONT ? HO_PAINT_INK : HO_PAINT_GHOST_LINE;
    return is_pale(pen, class) ? HO_PAINT_FURNITURE_LINE : HO_PAINT_FIGURE_LINE;
}

static enum layer layer_of(const struct pen *pen)
{
    return pen->ghost == GHOST_IN_FRONT ? LAYER_MARKS
           : pen->ghost                 ? LAYER_BACK
                                        : LAYER_BODY;
}

static double length_of(const struct line *line)
{
    double length = 0;
    for (size_t i = 1; i < line->count; i++)
        length += p_length(p_sub(line->points[i], line->points[i - 1]));
    return length;
}

/* How wide the ink is at `at` of `length`: thin at a free end, full after 14 points. */
static double swell(const struct stroke *stroke, double at, double length, double taper)
{
    bool is_both = stroke->is_free[0] && stroke->is_free[1];
    double reach = fmin(taper, length * (is_both ? .5 : .7)), width = 1;
    if (stroke->is_free[0] && at < reach)
        width = fmin(width, .22 + .78 * sin(at / reach * PI / 2));
    if (stroke->is_free[1] && length - at < reach)
        width = fmin(width, .22 + .78 * sin((length - at) / reach * PI / 2));
    return width;
}

static void to_view(const struct view *view, struct ho_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        points[i] = view_point(view, points[i].x, points[i].y);
}

/* A line with a free end is filled, not stroked: along one side and back on the other. */
static void draw_ribbon(const struct pen *pen, const struct stroke *stroke)
{
    const struct line *line = &stroke->line;
    struct ho_arena *arena = pen->art->arena;
    size_t n = line->count;
    struct ho_point *left = ho_new_array(arena, struct ho_point, n),
                    *right = ho_new_array(arena, struct ho_point, n);
    double half = weight_of(pen, stroke->class) * pen->pixel_point / 2, at = 0,
           length = length_of(line), tolerance = .35 / pen->view->scale;
    for (size_t i = 0; i < n; i++) {
        if (i)
            at += p_length(p_sub(line->points[i], line->points[i - 1]));
        struct ho_point before = line->points[i > 1 ? i - 2 : 0],
                        after = line->points[i + 2 < n ? i + 2 : n - 1];
        struct ho_point along = p_unit(p_sub(after, before));
        double wide = half * swell(stroke, at, length, 14 * pen->pixel_point);
        struct ho_point aside = {-along.y * wide, along.x * wide};
        left[i] = p_add(line->points[i], aside);
        right[n - 1 - i] = p_sub(line->points[i], aside);
    }
    to_view(pen->view, left, n);
    to_view(pen->view, right, n);
    struct ho_path *path =
        art_fill(pen->art, layer_of(pen), role_of(pen, stroke->class));
    ho_path_move(arena, path, left[0].x, left[0].y);
    curve_fit(arena, path, left, n, tolerance);
    ho_path_line(arena, path, right[0].x, right[0].y);
    curve_fit(arena, path, right, n, tolerance);
    ho_path_close(arena, path);
    if (stroke->is_free[0] && stroke->is_free[1])
        return;
    /* The end that is not free meets another line: round, as a stroke's is. */
    struct ho_point end = line->points[stroke->is_free[0] ? n - 1 : 0];
    end = view_point(pen->view, end.x, end.y);
    ho_path_circle(arena, path, end.x, end.y, half / pen->view->scale);
}

static void draw_stroke(const struct pen *pen, const struct stroke *stroke)
{
    bool tapers = !pen->ghost && (stroke->is_free[0] || stroke->is_free[1]);
    double weight = weight_of(pen, stroke->class);
    if (stroke->line.count < 2)
        return;
    if (tapers) {
        draw_ribbon(pen, stroke);
        return;
    }
    double dash = is_sign(pen) ? .62 : 1; /* so short, or a foot has three */
    struct ho_path *path =
        pen->ghost == GHOST_IN_FRONT
            ? art_dash(pen->art, layer_of(pen), role_of(pen, stroke->class), weight,
                       2.6 * dash, 2 * dash)
            : art_stroke(pen->art, layer_of(pen), role_of(pen, stroke->class), weight);
    line_draw(pen->art->arena, path, pen->view, &stroke->line, .45 / pen->view->scale);
}

/* The thumbnail drops what would only be grain (figures.md, 0). */
static bool is_dropped(const struct pen *pen, int class)
{
    int kind = class & EDGE_KIND;
    return pen->art->edition != HO_FIGURE_FULL &&
           (kind == EDGE_FINE || (kind == EDGE_CLOTH && !(class & EDGE_THING)));
}

/* Runs of a class shorter than 3.2 points take that of a neighbour; but an outline none that is not drawn, or a chin
 * would be open where it passes an ear. */
static void merge_runs(const struct pen *pen, struct strand *strand, size_t least)
{
    size_t n = strand->count;
    for (int pass = 0; pass < 2; pass++)
        for (size_t start = 0, end; start < n; start = end) {
            int class = strand->classes[start] & CLASS;
            for (end = start; end < n && (strand->classes[end] & CLASS) == class;)
                end++;
            if (end - start >= least || (start == 0 && end == n))
                continue;
            uint8_t other = start ? strand->classes[start - 1] : strand->classes[end];
            if (is_dropped(pen, other) && end < n)
                other = strand->classes[end];
            if (is_dropped(pen, other) && !is_dropped(pen, class))
                continue;
            for (size_t i = start; i < end; i++)
                strand->classes[i] = other;
        }
}

static bool is_of_one_class(const struct strand *strand)
{
    for (size_t i = 1; i < strand->count; i++)
        if ((strand->classes[i] & CLASS) != (strand->classes[0] & CLASS))
            return false;
    return true;
}

/* A closed strand of several classes is opened where one begins, and ends there again. */
static void open_strand(struct ho_arena *arena, struct strand *strand,
                        struct line *line)
{
    size_t n = strand->count, start = 1;
    struct strand out = {.count = n + 1, .is_closed = false};
    out.points = ho_new_array(arena, struct ho_point, n + 1);
    out.classes = ho_new_array(arena, uint8_t, n + 1);
    uint8_t *corners = ho_new_array(arena, uint8_t, n + 1);
    while ((strand->classes[start] & CLASS) == (strand->classes[start - 1] & CLASS))
        start++;
    for (size_t i = 0; i <= n; i++) {
        out.points[i] = line->points[(start + i) % n];
        out.classes[i] = strand->classes[(start + i) % n];
        corners[i] = line->corners[(start + i) % n];
    }
    *strand = out;
    *line = (struct line){out.points, corners, n + 1, false};
}

static int majority(const struct strand *strand)
{
    size_t counts[CLASS + 1] = {0}, best = 0;
    for (size_t i = 0; i < strand->count; i++)
        if (++counts[strand->classes[i] & CLASS] > counts[best])
            best = strand->classes[i] & CLASS;
    return (int)best;
}

/* Small loops are where two surfaces graze each other. */
static bool is_noise(const struct pen *pen, const struct strand *strand)
{
    double length = (double)strand->count / pen->pixel_point;
    bool is_overlap = (majority(strand) & EDGE_KIND) == EDGE_OVERLAP;
    return strand->count < 4 || (strand->is_closed && length < (is_overlap ? 20 : 5));
}

static void draw_strand(const struct pen *pen, struct strand *strand)
{
    struct line line = {.points = strand->points,
                        .count = strand->count,
                        .is_closed = strand->is_closed};
    size_t least = (size_t)fmax(14, 3.2 * pen->pixel_point);
    if (is_noise(pen, strand))
        return;
    line_smooth(pen->art->arena, &line, pen->art->sigma);
    merge_runs(pen, strand, least);
    if (strand->is_closed && !is_of_one_class(strand))
        open_strand(pen->art->arena, strand, &line);
    for (size_t start = 0, end; start < line.count; start = end) {
        int class = strand->classes[start] & CLASS;
        for (end = start; end < line.count && (strand->classes[end] & CLASS) == class;)
            end++;
        bool is_whole = start == 0 && end == line.count;
        size_t stop = end < line.count ? end + 1 : end; /* meets the next */
        struct stroke stroke = {{line.points + start, line.corners + start,
                                 stop - start, line.is_closed && is_whole},
                                class,
                                {strand->is_free[0] && start == 0,
                                 strand->is_free[1] && end == line.count}};
        if (!is_dropped(pen, class))
            draw_stroke(pen, &stroke);
    }
}

void draw_lines(struct art *art, const struct view *view, enum ghost ghost)
{
    struct pen pen = {art, view, ghost, art->point * view->scale};
    const struct edges *edges = edges_find(art->arena, view, ghost != GHOST_NONE);
    struct strands strands = chain_edges(art->arena, edges, 3.2 * pen.pixel_point);
    for (size_t i = 0; i < strands.count; i++)
        draw_strand(&pen, &strands.items[i]);
}
