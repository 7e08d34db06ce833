/* The compiled form of a figure: numbers as varints, points as steps from the one before. Little endian by nature.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "figure/figure.h"

static const char magic[] = "HOF2";

enum { MAGIC = 4, SUM = 8 };

enum { MOST_PATHS = 5000, MOST_OPS = 100000 };

const char *ho_figure_file(struct ho_arena *arena, const char *folder,
                           const struct ho_figure_key *key)
{
    static const char *const sides[] = {"right", "left"},
                             *const editions[] = {"full", "thumbnail", "pictogram"},
                             *const bodies[] = {"a", "b"};
    return ho_format(arena, "%s/%s.%s.%s.%s.figure", folder, key->pose,
                     sides[key->side], editions[key->edition], bodies[key->body]);
}

/* ---- writing ---- */

static void put_number(struct ho_text *out, uint64_t value)
{
    do {
        unsigned char byte = value & 0x7F;
        value >>= 7;
        if (value)
            byte |= 0x80;
        ho_text_add_bytes(out, &byte, 1);
    } while (value);
}

/* Small numbers of either sign become small ones: 0, -1, 1, -2 … are 0, 1, 2, 3 … */
static void put_signed(struct ho_text *out, int64_t value)
{
    put_number(out,
               value < 0 ? ((uint64_t) - (value + 1) << 1) | 1 : (uint64_t)value << 1);
}

/* To a millionth. */
static void put_real(struct ho_text *out, double value)
{
    put_signed(out, llround(value * 1e6));
}

static void put_path(struct ho_text *out, const struct ho_painted_path *painted,
                     double step)
{
    const struct ho_paint *paint = &painted->paint;
    const struct ho_path *path = painted->path;
    int64_t x = 0, y = 0;
    put_number(out, paint->fill);
    put_number(out, paint->stroke);
    put_number(out, (unsigned)paint->cap * 4 + paint->join);
    put_real(out, paint->width);
    put_real(out, paint->dash[0]);
    put_real(out, paint->dash[1]);
    put_number(out, path->ops.count);
    ho_text_add_bytes(out, path->ops.items, path->ops.count);
    for (size_t i = 0; i < path->points.count; i++) {
        int64_t to_x = llround(path->points.items[i].x / step),
                to_y = llround(path->points.items[i].y / step);
        put_signed(out, to_x - x);
        put_signed(out, to_y - y);
        x = to_x;
        y = to_y;
    }
}

/* FNV-1a, 64 bits: it guards against accidents on the disk, not against anybody. */
static uint64_t sum_of(const unsigned char *bytes, size_t length)
{
    uint64_t sum = 0xCBF29CE484222325u;
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ bytes[i]) * 0x100000001B3u;
    return sum;
}

static void put_sum(unsigned char *bytes, size_t length)
{
    uint64_t sum = sum_of(bytes + MAGIC + SUM, length - MAGIC - SUM);
    for (int i = 0; i < SUM; i++)
        bytes[MAGIC + i] = (unsigned char)(sum >> 8 * i);
}

struct ho_bytes ho_figure_pack(struct ho_arena *arena, const struct ho_figure *figure)
{
    static const char no_sum[SUM] = {0};
    struct ho_text out = {.arena = arena};
    ho_text_add_bytes(&out, magic, MAGIC);
    ho_text_add_bytes(&out, no_sum, SUM);
    put_number(&out, HO_FIGURE_ENGINE);
    put_number(&out, strlen(figure->id));
    ho_text_add(&out, figure->id);
    put_real(&out, figure->scale);
    put_real(&out, figure->step);
    put_real(&out, figure->box.x);
    put_real(&out, figure->box.y);
    put_real(&out, figure->box.width);
    put_real(&out, figure->box.height);
    put_number(&out, figure->paths.count);
    for (size_t i = 0; i < figure->paths.count; i++)
        put_path(&out, &figure->paths.items[i], figure->step);
    size_t count = out.count;
    ho_text_end(&out);
    put_sum((unsigned char *)out.items, count);
    return (struct ho_bytes){(const unsigned char *)out.items, count};
}

/* ---- reading ---- */

struct reader {
    struct ho_arena *arena;
    const unsigned char *at, *end;
    bool ok;
};

static uint64_t get_number(struct reader *r)
{
    uint64_t value = 0;
    for (int shift = 0; shift < 63 && r->at < r->end; shift += 7) {
        unsigned char byte = *r->at++;
        value |= (uint64_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return value;
    }
    r->ok = false;
    return 0;
}

static int64_t get_signed(struct reader *r)
{
    uint64_t value = get_number(r);
    int64_t half = (int64_t)(value >> 1);
    return value & 1 ? -half - 1 : half;
}

static double get_real(struct reader *r)
{
    return (double)get_signed(r) / 1e6;
}

static size_t get_count(struct reader *r, size_t most)
{
    uint64_t count = get_number(r);
    if (count > most)
        r->ok = false;
    return r->ok ? (size_t)count : 0;
}

static const unsigned char *get_bytes(struct reader *r, size_t count)
{
    const unsigned char *bytes = r->at;
    if ((size_t)(r->end - r->at) < count) {
        r->ok = false;
        return NULL;
    }
    r->at += count;
    return bytes;
}

/* How many points the operators take; false if one is none. */
static bool count_points(const unsigned char *ops, size_t count, size_t *points)
{
    *points = 0;
    for (size_t i = 0; i < count; i++) {
        if (ops[i] > HO_CLOSE || (i == 0 && ops[i] != HO_MOVE))
            return false;
        *points += ops[i] == HO_CURVE ? 3 : ops[i] == HO_CLOSE ? 0 : 1;
    }
    return count > 0;
}

static void get_points(struct reader *r, struct ho_path *path, size_t points,
                       double step)
{
    static const int64_t far = 10000000;
    int64_t x = 0, y = 0;
    path->points.items = ho_new_array(r->arena, struct ho_point, points);
    path->points.count = path->points.capacity = points;
    for (size_t i = 0; i < points && r->ok; i++) {
        int64_t dx = get_signed(r), dy = get_signed(r);
        if (dx > far || dx < -far || dy > far || dy < -far) {
            r->ok = false;
            return;
        }
        x += dx;
        y += dy;
        path->points.items[i] = (struct ho_point){(double)x * step, (double)y * step};
    }
}

static bool is_paint(const struct ho_paint *paint)
{
    bool has_stroke = paint->stroke != HO_PAINT_NONE;
    return paint->cap <= HO_CAP_SQUARE && paint->join <= HO_JOIN_BEVEL &&
           (paint->fill || has_stroke) &&
           (has_stroke ? paint->width > 0 && paint->width < 100 : paint->width >= 0) &&
           paint->dash[0] >= 0 && paint->dash[0] < 100 && paint->dash[1] >= 0 &&
           paint->dash[1] < 100;
}

static void get_path(struct reader *r, struct ho_figure *figure)
{
    struct ho_painted_path painted = {0};
    struct ho_path *path = ho_path_new(r->arena);
    size_t points = 0;
    painted.paint.fill = (enum ho_role)get_count(r, HO_PAINT_COUNT - 1);
    painted.paint.stroke = (enum ho_role)get_count(r, HO_PAINT_COUNT - 1);
    size_t ends = get_count(r, 15);
    painted.paint.cap = (enum ho_cap)(ends / 4);
    painted.paint.join = (enum ho_join)(ends % 4);
    painted.paint.width = get_real(r);
    painted.paint.dash[0] = get_real(r);
    painted.paint.dash[1] = get_real(r);
    size_t count = get_count(r, MOST_OPS);
    const unsigned char *ops = get_bytes(r, count);
    if (!r->ok || !is_paint(&painted.paint) || !count_points(ops, count, &points)) {
        r->ok = false;
        return;
    }
    path->ops.items = ho_new_array(r->arena, uint8_t, count);
    memcpy(path->ops.items, ops, count);
    path->ops.count = path->ops.capacity = count;
    get_points(r, path, points, figure->step);
    painted.path = path;
    ho_push(r->arena, &figure->paths, painted);
}

/* Whether the bytes are ours, and those that were written. */
static bool is_whole(struct ho_bytes bytes)
{
    uint64_t sum = 0;
    if (bytes.length < MAGIC + SUM || memcmp(bytes.data, magic, MAGIC) != 0)
        return false;
    for (int i = 0; i < SUM; i++)
        sum |= (uint64_t)bytes.data[MAGIC + i] << 8 * i;
    return sum == sum_of(bytes.data + MAGIC + SUM, bytes.length - MAGIC - SUM);
}

bool ho_figure_unpack(struct ho_arena *arena, struct ho_bytes bytes,
                      const struct ho_figure **out)
{
    if (!is_whole(bytes))
        return false;
    struct reader r = {arena, bytes.data + MAGIC + SUM, bytes.data + bytes.length,
                       true};
    struct ho_figure *figure = ho_new(arena, struct ho_figure);
    if (get_number(&r) != HO_FIGURE_ENGINE)
        return false;
    size_t length = get_count(&r, 200);
    const unsigned char *id = get_bytes(&r, length);
    if (!r.ok)
        return false;
    figure->id = ho_strndup(arena, (const char *)id, length);
    figure->scale = get_real(&r);
    figure->step = get_real(&r);
    figure->box.x = get_real(&r);
    figure->box.y = get_real(&r);
    figure->box.width = get_real(&r);
    figure->box.height = get_real(&r);
    size_t count = get_count(&r, MOST_PATHS);
    for (size_t i = 0; i < count && r.ok; i++)
        get_path(&r, figure);
    bool is_sound = r.ok && r.at == r.end && figure->scale > 0 && figure->step > 0 &&
                    figure->box.width > 0 && figure->box.height > 0;
    if (is_sound)
        *out = figure;
    return is_sound;
}
