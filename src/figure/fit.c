/* Schneider's curve fitting: a Bézier by least squares, parameters improved by Newton's method, split where it misses.
 * SPDX-License-Identifier: MIT */
#include "figure/curve_priv.h"

enum { DEEPEST = 14, TRIES = 5 };

struct fit {
    struct ho_arena *arena;
    struct ho_path *path;
    double tolerance;
};

struct bezier {
    struct ho_point p[4];
};

static struct ho_point bezier_at(const struct bezier *b, double t)
{
    double u = 1 - t;
    return p_add(p_add(p_scale(b->p[0], u * u * u), p_scale(b->p[1], 3 * u * u * t)),
                 p_add(p_scale(b->p[2], 3 * u * t * t), p_scale(b->p[3], t * t * t)));
}

/* The lengths of both handles by least squares; a third of the chord where that gives nonsense. */
static struct bezier solve(const struct ho_point *d, size_t n, const double *u,
                           struct ho_point start, struct ho_point end)
{
    struct ho_point first = d[0], last = d[n - 1];
    double c00 = 0, c01 = 0, c11 = 0, x0 = 0, x1 = 0,
           chord = p_length(p_sub(last, first));
    for (size_t i = 0; i < n; i++) {
        double t = u[i], v = 1 - t;
        struct ho_point a = p_scale(start, 3 * t * v * v),
                        b = p_scale(end, 3 * t * t * v);
        struct ho_point rest = p_sub(d[i], p_add(p_scale(first, v * v * (v + 3 * t)),
                                                 p_scale(last, t * t * (t + 3 * v))));
        c00 += p_dot(a, a);
        c01 += p_dot(a, b);
        c11 += p_dot(b, b);
        x0 += p_dot(a, rest);
        x1 += p_dot(b, rest);
    }
    double det = c00 * c11 - c01 * c01, left = 0, right = 0, least = 1e-6 * chord;
    if (fabs(det) > 1e-12) {
        left = (x0 * c11 - x1 * c01) / det;
        right = (c00 * x1 - c01 * x0) / det;
    }
    if (left < least || right < least || left > 3 * chord || right > 3 * chord)
        left = right = chord / 3;
    return (struct bezier){{first, p_add(first, p_scale(start, left)),
                            p_add(last, p_scale(end, right)), last}};
}

/* One step of Newton's method towards the nearest point of the curve. */
static double nearer(const struct bezier *b, struct ho_point target, double t)
{
    double v = 1 - t;
    const struct ho_point *p = b->p;
    struct ho_point first = p_scale(p_add(p_add(p_scale(p_sub(p[1], p[0]), v * v),
                                                p_scale(p_sub(p[2], p[1]), 2 * v * t)),
                                          p_scale(p_sub(p[3], p[2]), t * t)),
                                    3);
    struct ho_point second =
        p_scale(p_add(p_scale(p_add(p_sub(p[2], p_scale(p[1], 2)), p[0]), v),
                      p_scale(p_add(p_sub(p[3], p_scale(p[2], 2)), p[1]), t)),
                6);
    struct ho_point miss = p_sub(bezier_at(b, t), target);
    double slope = p_dot(first, first) + p_dot(miss, second);
    return fabs(slope) > 1e-12 ? clamp(t - p_dot(miss, first) / slope, 0, 1) : t;
}

/* The greatest miss, squared, and where it is. */
static double worst(const struct bezier *b, const struct ho_point *d, size_t n,
                    const double *u, size_t *at)
{
    double most = 0;
    *at = n / 2;
    for (size_t i = 1; i + 1 < n; i++) {
        struct ho_point miss = p_sub(bezier_at(b, u[i]), d[i]);
        if (p_dot(miss, miss) > most) {
            most = p_dot(miss, miss);
            *at = i;
        }
    }
    return most;
}

static void by_length(const struct ho_point *d, size_t n, double *u)
{
    u[0] = 0;
    for (size_t i = 1; i < n; i++)
        u[i] = u[i - 1] + p_length(p_sub(d[i], d[i - 1]));
    double all = u[n - 1] > 0 ? u[n - 1] : 1;
    for (size_t i = 1; i < n; i++)
        u[i] /= all;
}

static void put(struct fit *f, const struct bezier *b)
{
    ho_path_curve(f->arena, f->path, b->p[1].x, b->p[1].y, b->p[2].x, b->p[2].y,
                  b->p[3].x, b->p[3].y);
}

/* `start` and `end` are the directions in which the curve leaves its two ends. */
static void fit_part(struct fit *f, const struct ho_point *d, size_t n,
                     struct ho_point start, struct ho_point end, int depth)
{
    double limit = f->tolerance * f->tolerance, miss = 0;
    size_t split = n / 2;
    struct bezier b;
    if (n == 2) {
        double third = p_length(p_sub(d[1], d[0])) / 3;
        b = (struct bezier){{d[0], p_add(d[0], p_scale(start, third)),
                             p_add(d[1], p_scale(end, third)), d[1]}};
        put(f, &b);
        return;
    }
    double *u = ho_new_array(f->arena, double, n);
    by_length(d, n, u);
    for (int i = 0; i < TRIES; i++) {
        b = solve(d, n, u, start, end);
        miss = worst(&b, d, n, u, &split);
        if (miss < limit || miss > 20 * limit)
            break;
        for (size_t k = 1; k + 1 < n; k++)
            u[k] = nearer(&b, d[k], u[k]);
    }
    if (miss < limit || depth > DEEPEST) {
        put(f, &b);
        return;
    }
    size_t before = split < 4 ? 0 : split - 4,
           after = split + 4 > n - 1 ? n - 1 : split + 4;
    struct ho_point across = p_unit(p_sub(d[before], d[after]));
    fit_part(f, d, split + 1, start, across, depth + 1);
    fit_part(f, d + split, n - split, p_scale(across, -1), end, depth + 1);
}

void curve_fit(struct ho_arena *arena, struct ho_path *path,
               const struct ho_point *points, size_t count, double tolerance)
{
    struct fit fit = {arena, path, tolerance};
    if (count < 2)
        return;
    size_t k = count > 8 ? 4 : 1;
    fit_part(&fit, points, count, p_unit(p_sub(points[k], points[0])),
             p_unit(p_sub(points[count - 1 - k], points[count - 1])), 0);
}

/* A loop without a corner, in two halves that meet smoothly; points[count] is points[0] again. */
static void fit_loop(struct fit *fit, const struct ho_point *points, size_t count)
{
    size_t half = count / 2;
    struct ho_point at_start = p_unit(p_sub(points[2 % count], points[count - 2])),
                    at_half = p_unit(p_sub(points[half + 2], points[half - 2]));
    fit_part(fit, points, half + 1, at_start, p_scale(at_half, -1), 0);
    fit_part(fit, points + half, count - half + 1, at_half, p_scale(at_start, -1), 0);
}

void line_draw(struct ho_arena *arena, struct ho_path *path, const struct view *view,
               const struct line *line, double tolerance)
{
    if (!line->count)
        return;
    size_t n = line->count, first = 0, steps = line->is_closed ? n : n - 1;
    struct ho_point *s = ho_new_array(arena, struct ho_point, n + 1);
    struct fit fit = {arena, path, tolerance};
    while (line->is_closed && first < n && !line->corners[first])
        first++;
    bool is_round = line->is_closed && first == n;
    first %= n;
    for (size_t i = 0; i <= n; i++) {
        struct ho_point p = line->points[(first + i) % n];
        s[i] = view_point(view, p.x, p.y);
    }
    ho_path_move(arena, path, s[0].x, s[0].y);
    if (is_round && n >= 8) {
        fit_loop(&fit, s, n);
    } else {
        for (size_t at = 0, next; at < steps; at = next) {
            for (next = at + 1; next < steps && !line->corners[(first + next) % n];)
                next++;
            curve_fit(arena, path, s + at, next - at + 1, tolerance);
        }
    }
    if (line->is_closed)
        ho_path_close(arena, path);
}
