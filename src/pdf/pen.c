/* SPDX-License-Identifier: MIT */
#include "pdf/pen_priv.h"

#include <string.h>

#include "pdf/syntax_priv.h"

enum { FILL, STROKE };

void ho_pen_start(struct ho_pen *pen, struct ho_text *out,
                  const struct ho_palette *palette, int decimals)
{
    *pen = (struct ho_pen){.out = out, .palette = palette, .decimals = decimals};
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
        set_line(pen, paint);
    }
    put_path(pen, path);
    if (!has_fill)
        ho_text_add(pen->out, "S\n");
    else
        ho_text_add(pen->out, has_stroke ? (paint->is_even_odd ? "B*\n" : "B\n")
                                         : (paint->is_even_odd ? "f*\n" : "f\n"));
}
