/* SPDX-License-Identifier: MIT */
#include "pdf/pen_priv.h"

#include <string.h>

#include "pdf/syntax_priv.h"

enum { FILL, STROKE };

void ho_pen_start(struct ho_pen *pen, struct ho_text *out,
                  const struct ho_palette *palette, int decimals)
{
    *pen = (struct ho_pen){
        .out = out, .palette = palette, .decimals = decimals, .line = SIZE_MAX};
}

static void put_inks(struct ho_pen *pen, int which, enum ho_role role)
{
    for (int i = 0; i < 4; i++)
        ho_put_number(pen->out, (double)pen->recipes[role][i], 3);
    ho_text_add(pen->out, which == FILL ? "k\n" : "K\n");
}

static void set_colour(struct ho_pen *pen, int which, enum ho_role role)
{
    float rgb[3];
    if (pen->roles[which] == role)
        return;
    pen->roles[which] = role;
    if (pen->recipes) {
        put_inks(pen, which, role);
        return;
    }
    if (pen->ready) {
        ho_put_int(pen->out, role);
        ho_text_add(pen->out, which == FILL ? "sc\n" : "SC\n");
        return;
    }
    ho_palette_rgb(pen->palette, role, rgb);
    for (int i = 0; i < 3; i++)
        ho_put_number(pen->out, (double)rgb[i], 3);
    ho_text_add(pen->out, which == FILL ? "rg\n" : "RG\n");
}

void ho_pen_fill(struct ho_pen *pen, enum ho_role role)
{
    set_colour(pen, FILL, role);
}

static bool differ(double a, double b)
{
    return a < b || a > b;
}

static void put_dash(struct ho_pen *pen, const double dash[2])
{
    ho_text_add(pen->out, "[");
    if (dash[0] > 0 && dash[1] > 0) {
        ho_put_number(pen->out, dash[0], pen->decimals);
        ho_text_add_number(pen->out, dash[1], pen->decimals);
    }
    ho_text_add(pen->out, "] 0 d\n");
}

/* Finds the line among those of the drawing, or adds it. */
static size_t number_line(struct ho_pen *pen, const struct ho_paint *paint)
{
    struct ho_ready *ready = pen->ready;
    for (size_t i = 0; i < ready->lines.count; i++) {
        const struct ho_line_style *line = &ready->lines.items[i];
        if (line->cap == paint->cap && line->join == paint->join &&
            !differ(line->width, paint->width) &&
            !differ(line->dash[0], paint->dash[0]) &&
            !differ(line->dash[1], paint->dash[1]))
            return i;
    }
    ho_push(
        pen->out->arena, &ready->lines,
        (struct ho_line_style){
            paint->width, {paint->dash[0], paint->dash[1]}, paint->cap, paint->join});
    return ready->lines.count - 1;
}

static void set_numbered_line(struct ho_pen *pen, const struct ho_paint *paint)
{
    size_t line = number_line(pen, paint);
    if (line != pen->line)
        ho_text_add_format(pen->out, "/L%zu gs\n", line);
    pen->line = line;
}

/* The four parts of a line's state; the enums have the numbers of PDF (ISO
 * 32000-1 8.4.3.3). */
static void set_line(struct ho_pen *pen, const struct ho_paint *paint)
{
    bool is_new = !pen->is_line_known;
    if (is_new || differ(pen->width, paint->width)) {
        ho_put_number(pen->out, paint->width, pen->decimals);
        ho_text_add(pen->out, "w\n");
    }
    if (is_new || pen->cap != paint->cap)
        ho_text_add_format(pen->out, "%d J\n", (int)paint->cap);
    if (is_new || pen->join != paint->join)
        ho_text_add_format(pen->out, "%d j\n", (int)paint->join);
    if (is_new || differ(pen->dash[0], paint->dash[0]) ||
        differ(pen->dash[1], paint->dash[1]))
        put_dash(pen, paint->dash);
    pen->is_line_known = true;
    pen->width = paint->width;
    pen->cap = paint->cap;
    pen->join = paint->join;
    memcpy(pen->dash, paint->dash, sizeof pen->dash);
}

static void put_point(const struct ho_pen *pen, struct ho_point point)
{
    if (pen->flip.height > 0)
        point = ho_flip(pen->flip, point.x, point.y);
    if (pen->ready)
        point =
            (struct ho_point){point.x / pen->ready->step, point.y / pen->ready->step};
    ho_put_number(pen->out, point.x, pen->decimals);
    ho_put_number(pen->out, point.y, pen->decimals);
}

static void put_path(const struct ho_pen *pen, const struct ho_path *path)
{
    static const char *const operators[] = {
        [HO_MOVE] = "m\n", [HO_LINE] = "l\n", [HO_CURVE] = "c\n", [HO_CLOSE] = "h\n"};
    static const int needs[] = {
        [HO_MOVE] = 1, [HO_LINE] = 1, [HO_CURVE] = 3, [HO_CLOSE] = 0};
    const struct ho_point *point = path->points.items;
    for (size_t i = 0; i < path->ops.count; i++) {
        for (int n = needs[path->ops.items[i]]; n > 0; n--)
            put_point(pen, *point++);
        ho_text_add(pen->out, operators[path->ops.items[i]]);
    }
}

void ho_pen_path(struct ho_pen *pen, const struct ho_path *path,
                 const struct ho_paint *paint)
{
    bool has_fill = paint->fill != HO_PAINT_NONE;
    bool has_stroke = paint->stroke != HO_PAINT_NONE;
    if (!path->ops.count || (!has_fill && !has_stroke))
        return;
    if (has_fill)
        set_colour(pen, FILL, paint->fill);
    if (has_stroke) {
        set_colour(pen, STROKE, paint->stroke);
        if (pen->ready)
            set_numbered_line(pen, paint);
        else
            set_line(pen, paint);
    }
    put_path(pen, path);
    if (!has_fill)
        ho_text_add(pen->out, "S\n");
    else
        ho_text_add(pen->out, has_stroke ? (paint->is_even_odd ? "B*\n" : "B\n")
                                         : (paint->is_even_odd ? "f*\n" : "f\n"));
}
