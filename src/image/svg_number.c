/* Numbers, lengths and transforms of SVG.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "image/svg_priv.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_space(const char **at)
{
    *at += strspn(*at, " \t\r\n");
}

static const char *read_exponent(const char *c, double *value)
{
    int exponent = 0;
    if (*c != 'e' && *c != 'E')
        return c;
    const char *digits = c + 1 + (c[1] == '+' || c[1] == '-');
    if (!is_digit(*digits))
        return c;
    for (; is_digit(*digits); digits++)
        if (exponent < 400)
            exponent = exponent * 10 + (*digits - '0');
    *value *= pow(10, c[1] == '-' ? -exponent : exponent);
    return digits;
}

bool svg_number(const char **at, double *out)
{
    const char *c = *at + strspn(*at, " \t\r\n");
    bool is_negative = *c == '-';
    double value = 0, scale = 1;
    if (*c == '-' || *c == '+')
        c++;
    if (!is_digit(*c) && !(*c == '.' && is_digit(c[1])))
        return false;
    for (; is_digit(*c); c++)
        value = value * 10 + (*c - '0');
    if (*c == '.')
        for (c++; is_digit(*c); c++)
            value += (*c - '0') * (scale /= 10);
    c = read_exponent(c, &value);
    if (!(value < 1e9))
        return false; /* no drawing is as large, and infinity must not pass */
    *out = is_negative ? -value : value;
    skip_space(&c);
    if (*c == ',')
        c++;
    *at = c;
    return true;
}

bool svg_length(const char *text, double *out)
{
    static const struct {
        const char *unit;
        double pixels;
    } units[] = {{"", 1},           {"px", 1},  {"pt", 96 / 72.}, {"mm", 96 / 25.4},
                 {"cm", 96 / 2.54}, {"in", 96}, {"pc", 16}};
    double value;
    if (!text || !svg_number(&text, &value))
        return false;
    size_t length = strcspn(text, " \t\r\n");
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].unit) == length &&
            memcmp(text, units[i].unit, length) == 0) {
            *out = value * units[i].pixels;
            return true;
        }
    return false;
}

struct ho_matrix svg_concat(struct ho_matrix o, struct ho_matrix i)
{
    return (struct ho_matrix){o.a * i.a + o.c * i.b,       o.b * i.a + o.d * i.b,
                              o.a * i.c + o.c * i.d,       o.b * i.c + o.d * i.d,
                              o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

static struct ho_matrix rotation(const double *n, int count)
{
    double angle = n[0] * 3.14159265358979323846 / 180, c = cos(angle), s = sin(angle);
    struct ho_matrix turn = {c, s, -s, c, 0, 0};
    if (count < 3)
        return turn;
    turn = svg_concat((struct ho_matrix){1, 0, 0, 1, n[1], n[2]}, turn);
    return svg_concat(turn, (struct ho_matrix){1, 0, 0, 1, -n[1], -n[2]});
}

static double skew(double degrees)
{
    return tan(degrees * 3.14159265358979323846 / 180);
}

/* One function with its numbers; false if there is none of that name and count. */
static bool make_matrix(const char *name, size_t length, const double *n, int count,
                        struct ho_matrix *out)
{
    static const struct {
        const char *name;
        int least, most;
    } known[] = {{"matrix", 6, 6}, {"translate", 1, 2}, {"scale", 1, 2},
                 {"rotate", 1, 3}, {"skewX", 1, 1},     {"skewY", 1, 1}};
    size_t i = 0, all = sizeof known / sizeof *known;
    while (i < all && (strlen(known[i].name) != length ||
                       memcmp(known[i].name, name, length) != 0))
        i++;
    if (i == all || count < known[i].least || count > known[i].most)
        return false;
    switch (i) {
    case 0: *out = (struct ho_matrix){n[0], n[1], n[2], n[3], n[4], n[5]}; break;
    case 1: *out = (struct ho_matrix){1, 0, 0, 1, n[0], count > 1 ? n[1] : 0}; break;
    case 2: *out = (struct ho_matrix){n[0], 0, 0, count > 1 ? n[1] : n[0], 0, 0}; break;
    case 3: *out = rotation(n, count); break;
    case 4: *out = (struct ho_matrix){1, 0, skew(n[0]), 1, 0, 0}; break;
    default: *out = (struct ho_matrix){1, skew(n[0]), 0, 1, 0, 0}; break;
    }
    return true;
}

bool svg_transform(const char *text, struct ho_matrix *matrix)
{
    for (;;) {
        double numbers[6];
        int count = 0;
        struct ho_matrix one;
        text += strspn(text, " \t\r\n,");
        if (!*text)
            return true;
        const char *name = text;
        size_t length = strcspn(text, " \t\r\n(");
        text += length;
        skip_space(&text);
        if (*text++ != '(')
            return false;
        while (count < 6 && svg_number(&text, &numbers[count]))
            count++;
        skip_space(&text);
        if (*text++ != ')' || !make_matrix(name, length, numbers, count, &one))
            return false;
        *matrix = svg_concat(*matrix, one);
    }
}
