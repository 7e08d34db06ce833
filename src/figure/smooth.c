/* Smoothing along a line, with corners kept: noses, fingers and the corners of boxes stay crisp.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "figure/curve_priv.h"

enum { REACH = 5 }; /* points on each side, over which a corner is seen */
static const double corner_turn = 62; /* degrees */
static const double corner_blur = 1.6;

/* A point beside an end is reflected about it, so that ends stay where they are. */
static struct ho_point neighbour(const struct ho_point *p, size_t count, bool is_closed,
                                 long index)
{
    long n = (long)count;
    if (is_closed)
        return p[(index % n + n) % n];
    if (index < 0) {
        long back = -index > n - 1 ? n - 1 : -index;
        return p_sub(p_scale(p[0], 2), p[back]);
    }
    if (index > n - 1) {
        long back = 2 * (n - 1) - index < 0 ? 0 : 2 * (n - 1) - index;
        return p_sub(p_scale(p[n - 1], 2), p[back]);
    }
    return p[index];
}

static void blur(struct ho_arena *arena, struct ho_point *p, size_t count,
                 bool is_closed, double sigma)
{
    int radius = (int)ceil(sigma * 3);
    if (count < 3 || sigma <= 0)
        return;
    double *weights = ho_new_array(arena, double, (size_t)radius + 1), sum = 0;
    struct ho_point *out = ho_new_array(arena, struct ho_point, count);
    for (int i = 0; i <= radius; i++) {
        weights[i] = exp(-.5 * i * i / (sigma * sigma));
        sum += i ? 2 * weights[i] : weights[i];
    }
    for (long i = 0; i < (long)count; i++) {
        out[i] = p_scale(p[i], weights[0] / sum);
        for (int k = 1; k <= radius; k++)
            out[i] = p_add(out[i], p_scale(p_add(neighbour(p, count, is_closed, i - k),
                                                 neighbour(p, count, is_closed, i + k)),
                                           weights[k] / sum));
    }
    if (!is_closed) {
        out[0] = p[0];
        out[count - 1] = p[count - 1];
    }
    memcpy(p, out, count * sizeof *p);
}

static bool is_inside(const struct line *line, long index)
{
    return line->is_closed || (index >= 0 && index < (long)line->count);
}

/* How much the line turns at each point, in degrees. */
static double *find_turns(struct ho_arena *arena, const struct line *line)
{
    size_t n = line->count;
    double *turns = ho_new_array(arena, double, n);
    struct ho_point *p = ho_new_array(arena, struct ho_point, n);
    memcpy(p, line->points, n * sizeof *p);
    blur(arena, p, n, line->is_closed, corner_blur);
    for (long i = 0; i < (long)n; i++) {
        if (!is_inside(line, i - REACH) || !is_inside(line, i + REACH))
            continue;
        struct ho_point before = p[(i - REACH + (long)n) % (long)n],
                        after = p[(i + REACH) % (long)n];
        double cosine = p_dot(p_unit(p_sub(p[i], before)), p_unit(p_sub(after, p[i])));
        turns[i] = degrees(acos(clamp(cosine, -1, 1)));
    }
    return turns;
}

static bool is_sharpest(const struct line *line, const double *turns, long i)
{
    long n = (long)line->count;
    if (turns[i] <= corner_turn)
        return false;
    for (long k = -REACH; k <= REACH; k++) {
        long j = line->is_closed ? ((i + k) % n + n) % n : i + k;
        if (!is_inside(line, j))
            continue;
        if (turns[j] > turns[i] || (turns[j] >= turns[i] && j < i))
            return false;
    }
    return true;
}

/* Each piece between two corners by itself. */
static void blur_pieces(struct ho_arena *arena, struct line *line, double sigma)
{
    size_t n = line->count, first = 0, steps = line->is_closed ? n : n - 1;
    struct ho_point *piece = ho_new_array(arena, struct ho_point, n + 1);
    while (line->is_closed && !line->corners[first])
        first++;
    for (size_t at = 0, next; at < steps; at = next) {
        for (next = at + 1; next < steps && !line->corners[(first + next) % n];)
            next++;
        for (size_t k = at; k <= next; k++)
            piece[k - at] = line->points[(first + k) % n];
        blur(arena, piece, next - at + 1, false, sigma);
        for (size_t k = at + 1; k < next; k++)
            line->points[(first + k) % n] = piece[k - at];
    }
}

void line_smooth(struct ho_arena *arena, struct line *line, double sigma)
{
    bool has_corner = false;
    line->corners = ho_new_array(arena, uint8_t, line->count + 1);
    if (line->count < 5)
        return;
    const double *turns = find_turns(arena, line);
    for (size_t i = 0; i < line->count; i++) {
        line->corners[i] = is_sharpest(line, turns, (long)i);
        has_corner |= line->corners[i];
    }
    if (line->is_closed && !has_corner)
        blur(arena, line->points, line->count, true, sigma);
    else
        blur_pieces(arena, line, sigma);
}
