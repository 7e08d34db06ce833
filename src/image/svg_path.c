/* Path data of SVG: lines, curves and arcs become lines and cubic Béziers.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "image/svg_priv.h"

struct pen {
    struct svg *svg;
    struct ho_path *path;
    struct ho_matrix matrix;
    struct ho_point at, start; /* in the element's own units */
    struct ho_point control;   /* the last one, of a curve of kind `last` */
    char last;
    bool is_open; /* a sub-path has begun */
};

static void move_pen(struct pen *pen, double x, double y)
{
    struct ho_point p = ho_apply(pen->matrix, (struct ho_point){x, y});
    ho_path_move(pen->svg->ctx->arena, pen->path, p.x, p.y);
    pen->at = pen->start = (struct ho_point){x, y};
    pen->is_open = true;
}

static void begin_drawing(struct pen *pen)
{
    if (!pen->is_open)
        move_pen(pen, pen->at.x, pen->at.y);
    pen->svg->points++;
}

static void draw_line(struct pen *pen, double x, double y)
{
    struct ho_point p = ho_apply(pen->matrix, (struct ho_point){x, y});
    begin_drawing(pen);
    ho_path_line(pen->svg->ctx->arena, pen->path, p.x, p.y);
    pen->at = (struct ho_point){x, y};
}

static void draw_curve(struct pen *pen, struct ho_point c1, struct ho_point c2,
                       struct ho_point to)
{
    struct ho_point a = ho_apply(pen->matrix, c1), b = ho_apply(pen->matrix, c2),
                    p = ho_apply(pen->matrix, to);
    begin_drawing(pen);
    ho_path_curve(pen->svg->ctx->arena, pen->path, a.x, a.y, b.x, b.y, p.x, p.y);
    pen->at = to;
}

/* A quadratic Bézier is a cubic one whose controls stand two thirds on the way to its own. */
static void draw_quadratic(struct pen *pen, struct ho_point c, struct ho_point to)
{
    struct ho_point from = pen->at;
    draw_curve(
        pen,
        (struct ho_point){from.x + (c.x - from.x) * 2 / 3,
                          from.y + (c.y - from.y) * 2 / 3},
        (struct ho_point){to.x + (c.x - to.x) * 2 / 3, to.y + (c.y - to.y) * 2 / 3},
        to);
}

/* An arc from its ends (SVG 1.1, F.6.5 and F.6.6), in pieces of a quarter at most. */
static void draw_arc(struct pen *pen, const double *n, struct ho_point to)
{
    const double pi = 3.14159265358979323846;
    double rx = fabs(n[0]), ry = fabs(n[1]), phi = n[2] * pi / 180;
    double c = cos(phi), s = sin(phi), dx = (pen->at.x - to.x) / 2,
           dy = (pen->at.y - to.y) / 2;
    double x = c * dx + s * dy, y = c * dy - s * dx;
    if (!(rx > 0 && ry > 0) || (x == 0 && y == 0)) {
        draw_line(pen, to.x, to.y);
        return;
    }
    double over = x * x / (rx * rx) + y * y / (ry * ry);
    if (over > 1) {
        rx *= sqrt(over);
        ry *= sqrt(over);
        over = 1;
    }
    double factor = sqrt(fmax(0, 1 / over - 1)) * (n[3] == n[4] ? -1 : 1);
    double cx = factor * rx * y / ry, cy = -factor * ry * x / rx;
    double mx = (pen->at.x + to.x) / 2 + c * cx - s * cy,
           my = (pen->at.y + to.y) / 2 + s * cx + c * cy;
    double from = atan2((y - cy) / ry, (x - cx) / rx),
           sweep = atan2((-y - cy) / ry, (-x - cx) / rx) - from;
    if (n[4] != 0 && sweep < 0)
        sweep += 2 * pi;
    if (n[4] == 0 && sweep > 0)
        sweep -= 2 * pi;
    int pieces = (int)ceil(fabs(sweep) / (pi / 2) - 1e-6);
    pieces = pieces < 1 ? 1 : pieces > 4 ? 4 : pieces;
    double step = sweep / pieces, k = 4.0 / 3 * tan(step / 4);
    struct ho_matrix unit = {rx * c, rx * s, -ry * s, ry * c, mx, my};
    for (int i = 0; i < pieces; i++) {
        double a = from + i * step, b = a + step;
        struct ho_point end = ho_apply(unit, (struct ho_point){cos(b), sin(b)});
        draw_curve(
            pen,
            ho_apply(unit, (struct ho_point){cos(a) - k * sin(a), sin(a) + k * cos(a)}),
            ho_apply(unit, (struct ho_point){cos(b) + k * sin(b), sin(b) - k * cos(b)}),
            i + 1 == pieces ? to : end);
    }
}

/* Flags may stand without anything between: "a1 1 0 01.5.5". */
static bool read_flag(const char **at, double *out)
{
    const char *c = *at + strspn(*at, " \t\r\n");
    if (*c != '0' && *c != '1')
        return false;
    *out = *c++ - '0';
    c += strspn(c, " \t\r\n");
    *at = c + (*c == ',');
    return true;
}

static int count_numbers(char command)
{
    static const char commands[] = "MLTHVCSQA";
    static const int counts[] = {2, 2, 2, 1, 1, 6, 4, 4, 7};
    const char *found = command ? strchr(commands, command) : NULL;
    return found ? counts[found - commands] : 0;
}

static bool read_numbers(const char **at, char command, double *n)
{
    const char *c = *at;
    for (int i = 0; i < count_numbers(command); i++) {
        bool is_flag = command == 'A' && (i == 3 || i == 4);
        if (!(is_flag ? read_flag(&c, &n[i]) : svg_number(&c, &n[i])))
            return false;
    }
    *at = c;
    return true;
}

/* Where the control point of a smooth curve is: the last one mirrored, if that curve was of the same kind. */
static struct ho_point mirror(const struct pen *pen, const char *kinds)
{
    if (!pen->last || !strchr(kinds, pen->last))
        return pen->at;
    return (struct ho_point){2 * pen->at.x - pen->control.x,
                             2 * pen->at.y - pen->control.y};
}

/* One command in capitals, with absolute coordinates. */
static void obey(struct pen *pen, char command, const double *n)
{
    struct ho_point one = {n[0], n[1]}, two = {n[2], n[3]}, three = {n[4], n[5]};
    switch (command) {
    case 'M': move_pen(pen, n[0], n[1]); break;
    case 'L': draw_line(pen, n[0], n[1]); break;
    case 'H': draw_line(pen, n[0], pen->at.y); break;
    case 'V': draw_line(pen, pen->at.x, n[0]); break;
    case 'C':
        draw_curve(pen, one, two, three);
        pen->control = two;
        break;
    case 'S':
        draw_curve(pen, mirror(pen, "CS"), one, two);
        pen->control = one;
        break;
    case 'Q':
        draw_quadratic(pen, one, two);
        pen->control = one;
        break;
    case 'T': {
        struct ho_point control = mirror(pen, "QT");
        draw_quadratic(pen, control, one);
        pen->control = control;
        break;
    }
    case 'A': draw_arc(pen, n, (struct ho_point){n[5], n[6]}); break;
    default: break;
    }
    pen->last = command;
}

static void make_absolute(const struct pen *pen, char command, double *n)
{
    int count = count_numbers(command);
    if (command == 'H' || command == 'V')
        n[0] += command == 'H' ? pen->at.x : pen->at.y;
    else if (command == 'A')
        n[5] += pen->at.x, n[6] += pen->at.y;
    else
        for (int i = 0; i < count; i++)
            n[i] += i % 2 ? pen->at.y : pen->at.x;
}

static void close_path(struct pen *pen)
{
    if (pen->is_open)
        ho_path_close(pen->svg->ctx->arena, pen->path);
    pen->is_open = false;
    pen->at = pen->start;
    pen->last = 'Z';
}

void svg_path_data(struct svg *svg, const char *data, struct ho_matrix matrix,
                   struct ho_path *path)
{
    enum { POINTS = 50000 }; /* of one drawing: beyond, pixels are smaller */
    struct pen pen = {.svg = svg, .path = path, .matrix = matrix};
    char command = 0;
    for (;;) {
        double n[7] = {0};
        data += strspn(data, " \t\r\n");
        if (*data && strchr("MmLlHhVvCcSsQqTtAaZz", *data))
            command = *data++;
        else if (!*data || !command || strchr("Zz", command))
            return;
        bool is_relative = command >= 'a';
        char capital = (char)(is_relative ? command - 'a' + 'A' : command);
        if (!path->ops.count && capital != 'M')
            return;
        if (capital == 'Z') {
            close_path(&pen);
            continue;
        }
        if (!read_numbers(&data, capital, n))
            return;
        if (is_relative)
            make_absolute(&pen, capital, n);
        obey(&pen, capital, n);
        if (capital == 'M') /* more pairs are lines */
            command = is_relative ? 'l' : 'L';
        if (svg->points > POINTS) {
            svg->beyond = "too many points";
            return;
        }
    }
}
