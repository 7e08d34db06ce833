/* The operators of a drawing name colours by role, as places in an Indexed colour space that the writer makes of the
 * palette, and lines by number, as graphics state dictionaries that it makes for the size on the page (ISO 32000-1
 * 8.6.6.3, 8.4.5). So one stream serves every theme, ink and size.
 * SPDX-License-Identifier: MIT */
#include "pdf/ready_priv.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "pdf/pen_priv.h"

/* ---- making ---- */

static struct ho_rect find_box(const struct ho_drawing *drawing)
{
    struct ho_rect box = drawing->box;
    for (size_t i = 0; i < drawing->paths.count; i++)
        box = ho_rect_union(box, ho_path_box(drawing->paths.items[i].path));
    return box;
}

static struct ho_bytes deflate(struct ho_arena *arena, const struct ho_text *plain,
                               enum ho_ready_level level)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor((int)level);
    if (!compressor)
        ho_out_of_memory();
    size_t room = libdeflate_zlib_compress_bound(compressor, plain->count);
    unsigned char *out = ho_alloc(arena, room, 1);
    size_t length =
        libdeflate_zlib_compress(compressor, plain->items, plain->count, out, room);
    libdeflate_free_compressor(compressor);
    return (struct ho_bytes){out, length};
}

const struct ho_ready *ho_ready_make(struct ho_arena *arena,
                                     const struct ho_drawing *drawing, double step,
                                     int decimals, const float (*recipes)[4],
                                     enum ho_ready_level level)
{
    struct ho_ready *ready = ho_new(arena, struct ho_ready);
    struct ho_text out = {.arena = arena};
    struct ho_pen pen;
    ready->step = step;
    ready->box = find_box(drawing);
    ho_pen_start(&pen, &out, NULL, decimals);
    pen.ready = ready;
    pen.recipes = recipes;
    if (!recipes)
        ho_text_add(&out, "/P cs /P CS\n");
    for (size_t i = 0; i < drawing->paths.count; i++)
        ho_pen_path(&pen, drawing->paths.items[i].path, &drawing->paths.items[i].paint);
    ready->deflated = deflate(arena, &out, level);
    ready->hash = ho_hash(HO_HASH_START, ready->deflated.data, ready->deflated.length);
    return ready;
}

const struct ho_ready *ho_ready_figure(struct ho_arena *arena,
                                       const struct ho_figure *figure,
                                       enum ho_ready_level level)
{
    struct ho_drawing drawing = {.id = figure->id, .box = figure->box};
    drawing.paths.items = figure->paths.items;
    drawing.paths.count = figure->paths.count;
    return ho_ready_make(arena, &drawing, figure->step, 0, NULL, level);
}

/* ---- the file ----
 * "HORD1\n", then the hash of all after it, then numbers of eight bytes, little endian (lengths in millionths, texts
 * with their length before them), then what is compressed. */

static const char magic[] = "HORD1\n";
enum { MAGIC = sizeof magic - 1, MOST_LINES = 1000 };

static void put_number(struct ho_text *out, int64_t value)
{
    ho_text_add_bytes(out, &value, sizeof value);
}

static void put_real(struct ho_text *out, double value)
{
    put_number(out, llround(value * 1e6));
}

static void put_box(struct ho_text *out, struct ho_rect box)
{
    put_real(out, box.x);
    put_real(out, box.y);
    put_real(out, box.width);
    put_real(out, box.height);
}

static void put_line(struct ho_text *out, const struct ho_line_style *line)
{
    put_real(out, line->width);
    put_real(out, line->dash[0]);
    put_real(out, line->dash[1]);
    put_number(out, line->cap);
    put_number(out, line->join);
}

struct ho_bytes ho_ready_pack(struct ho_arena *arena, const struct ho_figure *figure)
{
    const struct ho_ready *ready = figure->ready;
    struct ho_text body = {.arena = arena}, out = body;
    put_number(&body, (int64_t)strlen(figure->id));
    ho_text_add(&body, figure->id);
    put_real(&body, figure->scale);
    put_real(&body, figure->step);
    put_box(&body, figure->box);
    put_box(&body, ready->box);
    put_number(&body, (int64_t)ready->lines.count);
    for (size_t i = 0; i < ready->lines.count; i++)
        put_line(&body, &ready->lines.items[i]);
    ho_text_add_bytes(&body, ready->deflated.data, ready->deflated.length);
    ho_text_add(&out, magic);
    put_number(&out, (int64_t)ho_hash(HO_HASH_START, body.items, body.count));
    ho_text_add_bytes(&out, body.items, body.count);
    return (struct ho_bytes){(const unsigned char *)out.items, out.count};
}

struct reader {
    const unsigned char *at, *end;
    bool ok;
};

static const unsigned char *get_bytes(struct reader *r, size_t count)
{
    const unsigned char *bytes = r->at;
    if (!r->ok || (size_t)(r->end - r->at) < count) {
        r->ok = false;
        return NULL;
    }
    r->at += count;
    return bytes;
}

static int64_t get_number(struct reader *r)
{
    int64_t value = 0;
    const unsigned char *bytes = get_bytes(r, sizeof value);
    if (bytes)
        memcpy(&value, bytes, sizeof value);
    return value;
}

static size_t get_count(struct reader *r, size_t most)
{
    int64_t count = get_number(r);
    r->ok = r->ok && count >= 0 && (size_t)count <= most;
    return r->ok ? (size_t)count : 0;
}

static double get_real(struct reader *r)
{
    return (double)get_number(r) / 1e6;
}

static struct ho_rect get_box(struct reader *r)
{
    struct ho_rect box;
    box.x = get_real(r);
    box.y = get_real(r);
    box.width = get_real(r);
    box.height = get_real(r);
    return box;
}

static struct ho_line_style get_line(struct reader *r)
{
    struct ho_line_style line = {.width = get_real(r)};
    line.dash[0] = get_real(r);
    line.dash[1] = get_real(r);
    line.cap = (enum ho_cap)get_count(r, HO_CAP_SQUARE);
    line.join = (enum ho_join)get_count(r, HO_JOIN_BEVEL);
    return line;
}

static void get_figure(struct reader *r, struct ho_arena *arena,
                       struct ho_figure *figure, struct ho_ready *ready)
{
    size_t length = get_count(r, 200);
    const unsigned char *id = get_bytes(r, length);
    if (id)
        figure->id = ho_strndup(arena, (const char *)id, length);
    figure->scale = get_real(r);
    figure->step = ready->step = get_real(r);
    figure->box = get_box(r);
    ready->box = get_box(r);
    size_t lines = get_count(r, MOST_LINES);
    for (size_t i = 0; i < lines && r->ok; i++)
        ho_push(arena, &ready->lines, get_line(r));
    ready->deflated = (struct ho_bytes){r->at, (size_t)(r->end - r->at)};
    figure->ready = ready;
}

bool ho_ready_unpack(struct ho_arena *arena, struct ho_bytes bytes,
                     const struct ho_figure **out)
{
    struct reader r = {bytes.data, bytes.data + bytes.length, true};
    struct ho_figure *figure = ho_new(arena, struct ho_figure);
    struct ho_ready *ready = ho_new(arena, struct ho_ready);
    const unsigned char *start = get_bytes(&r, MAGIC);
    if (!start || memcmp(start, magic, MAGIC) != 0)
        return false;
    ready->hash = (uint64_t)get_number(&r);
    if (!r.ok || ho_hash(HO_HASH_START, r.at, (size_t)(r.end - r.at)) != ready->hash)
        return false;
    get_figure(&r, arena, figure, ready);
    bool is_whole = r.ok && figure->scale > 0 && figure->step > 0 &&
                    figure->box.width > 0 && figure->box.height > 0;
    if (is_whole)
        *out = figure;
    return is_whole;
}
