/* SPDX-License-Identifier: MIT */
#include "text/readings_priv.h"

/* Where the glyphs of a run with a number stand. */
struct shaped {
    struct readings readings; /* none: not found yet */
    bool lasts;
    struct ho_glyph glyphs[];
};

struct ho_glyph *readings_glyphs(struct ho_arena *arena, size_t count)
{
    struct shaped *shaped = ho_alloc(
        arena, sizeof *shaped + count * sizeof *shaped->glyphs, alignof(struct shaped));
    return shaped->glyphs;
}

static struct shaped *shaped_of(const struct ho_glyphs *run)
{
    return run->shape ? (struct shaped *)((char *)run->glyphs -
                                          offsetof(struct shaped, glyphs))
                      : NULL;
}

/* ---- one glyph ---- */

/* Where the text of glyph `i` ends: where that of the next cluster in logical order begins, or the run's. Glyphs stand
 * in visual order, so that is the next other one to the right, or to the left if the run is right to left. */
static size_t cluster_end(const struct ho_glyphs *run, size_t i, size_t length)
{
    uint32_t start = run->glyphs[i].cluster;
    if (run->is_rtl) {
        while (i > 0 && run->glyphs[i].cluster == start)
            i--;
    } else {
        while (i + 1 < run->count && run->glyphs[i].cluster == start)
            i++;
    }
    return run->glyphs[i].cluster > start ? run->glyphs[i].cluster : length;
}

/* The text of one glyph of a cluster: all of it if the glyph is alone, else the
 * character that the font maps to it, else all of it (the writer then says what the
 * cluster means as a whole). */
static struct ho_bytes find_text(const struct ho_glyphs *run, size_t i, size_t length)
{
    const struct face *face = (const struct face *)run->font;
    size_t start = run->glyphs[i].cluster, end = cluster_end(run, i, length);
    bool is_alone = (i == 0 || run->glyphs[i - 1].cluster != start) &&
                    (i + 1 == run->count || run->glyphs[i + 1].cluster != start);
    for (const char *s = run->text + start, *stop = run->text + end;
         !is_alone && s < stop;) {
        const char *from = s;
        hb_codepoint_t glyph, c = ho_utf8_next(&s, stop);
        if (hb_font_get_nominal_glyph(face->unscaled, c, &glyph) &&
            glyph == run->glyphs[i].id)
            return (struct ho_bytes){(const unsigned char *)from, (size_t)(s - from)};
    }
    return (struct ho_bytes){(const unsigned char *)run->text + start, end - start};
}

struct reading readings_of_glyph(const struct ho_glyphs *run, size_t i, size_t length)
{
    struct ho_bytes text = find_text(run, i, length);
    struct reading reading = {.glyph = (uint16_t)run->glyphs[i].id,
                              .length = (uint32_t)text.length,
                              .times = 1};
    for (size_t k = 0; k < text.length && k < sizeof reading.start; k++)
        reading.start[k] = (char)text.data[k];
    if (text.length >= sizeof reading.start)
        reading.longer = (const char *)text.data;
    return reading;
}

struct reading readings_copy(struct ho_arena *arena, const struct reading *reading)
{
    struct reading copy = *reading;
    if (copy.longer)
        copy.longer = ho_strndup(arena, copy.longer, copy.length);
    return copy;
}

/* ---- a run ---- */

/* The readings of the run at hand, whose room is used again. */
static void add_reading(struct ho_fonts *fonts, struct reading reading)
{
    struct reading *items = fonts->readings.items;
    size_t i = 0;
    while (i < fonts->readings.count && !readings_agree(&items[i], &reading))
        i++;
    if (i < fonts->readings.count)
        items[i].times++;
    else
        ho_push(fonts->arena, &fonts->readings, reading);
}

static struct readings copy_readings(struct ho_arena *arena,
                                     const struct reading *readings, size_t count)
{
    struct reading *copies = ho_new_array(arena, struct reading, count);
    for (size_t i = 0; i < count; i++)
        copies[i] = readings_copy(arena, &readings[i]);
    return (struct readings){copies, count};
}

static void keep_run(struct ho_arena *arena, struct ho_fonts *fonts,
                     const struct ho_glyphs *run, bool lasts)
{
    size_t length = strlen(run->text);
    fonts->readings.count = 0;
    for (size_t i = 0; i < run->count; i++)
        add_reading(fonts, readings_of_glyph(run, i, length));
    shaped_of(run)->readings =
        copy_readings(arena, fonts->readings.items, fonts->readings.count);
    shaped_of(run)->lasts = lasts && fonts->readings.count;
}

void readings_keep(struct ho_arena *arena, struct ho_fonts *fonts,
                   const struct ho_lines *lines, bool last)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->lines[i].count; k++)
            keep_run(arena, fonts, &lines->lines[i].runs[k].glyphs, last);
}

const struct readings *readings_find(const struct ho_glyphs *run)
{
    const struct shaped *shaped = shaped_of(run);
    return shaped && shaped->readings.count ? &shaped->readings : NULL;
}

bool readings_last(const struct ho_glyphs *run)
{
    const struct shaped *shaped = shaped_of(run);
    return shaped && shaped->lasts;
}

void ho_glyphs_own(struct ho_arena *arena, struct ho_glyphs *run)
{
    const struct readings *readings = readings_find(run);
    struct ho_glyph *glyphs = readings_glyphs(arena, run->count);
    memcpy(glyphs, run->glyphs, run->count * sizeof *glyphs);
    run->glyphs = glyphs;
    run->text = ho_strdup(arena, run->text);
    if (readings) {
        shaped_of(run)->readings =
            copy_readings(arena, readings->items, readings->count);
        shaped_of(run)->lasts = true;
    }
}
