/* SPDX-License-Identifier: MIT */
#include "text/shown_priv.h"

#include <assert.h>

static struct shown *shown_of(const struct ho_fonts *fonts, struct face *face)
{
    if (!face->shown) {
        struct shown *shown = ho_new(fonts->arena, struct shown);
        shown->glyph_count = hb_face_get_glyph_count(face->hb);
        shown->bits = ho_new_array(fonts->arena, uint64_t, shown->glyph_count / 64 + 1);
        shown->counts = ho_new_array(fonts->arena, struct count *, shown->glyph_count);
        face->shown = shown;
    }
    return face->shown;
}

/* ---- runs ---- */

/* Another reading of the glyph than its first. */
static void count_other(struct ho_ctx *ctx, struct shown *shown,
                        const struct reading *reading)
{
    uint32_t id = reading->glyph;
    struct count **link = &shown->counts[id];
    if (!*link) {
        shown->bits[id / 64] |= UINT64_C(1) << id % 64;
        shown->used++;
    }
    for (; *link; link = &(*link)->next)
        if (readings_agree(&(*link)->reading, reading)) {
            (*link)->reading.times += reading->times;
            return;
        }
    struct count *count = ho_new(ctx->arena, struct count);
    count->reading = readings_copy(ctx->arena, reading);
    *link = count;
}

static void count_readings(struct ho_ctx *ctx, struct shown *shown,
                           const struct reading *readings, size_t many)
{
    for (size_t i = 0; i < many; i++) {
        assert(readings[i].glyph < shown->glyph_count);
        struct count *first = shown->counts[readings[i].glyph];
        if (first && readings_agree(&first->reading, &readings[i]))
            first->reading.times += readings[i].times;
        else
            count_other(ctx, shown, &readings[i]);
    }
}

static void read_run(struct ho_ctx *ctx, const struct ho_fonts *fonts,
                     const struct ho_glyphs *run)
{
    struct shown *shown = shown_of(fonts, (struct face *)run->font);
    const struct readings *readings = readings_find(run);
    if (readings) {
        count_readings(ctx, shown, readings->items, readings->count);
        return;
    }
    size_t length = strlen(run->text);
    for (size_t i = 0; i < run->count; i++) {
        struct reading reading = readings_of_glyph(run, i, length);
        count_other(ctx, shown, &reading);
    }
}

/* ---- pages ----
 * Many runs of a page last: they are those of other documents, too. What they stand for together is found by their numbers. */

/* What the lasting runs of a page stand for in one face. */
struct sum {
    struct face *face;
    HO_VEC(struct reading);
};

struct sums {
    HO_VEC(struct sum);
};

static struct sum *find_sum(struct ho_arena *arena, struct sums *sums,
                            struct face *face)
{
    for (size_t i = 0; i < sums->count; i++)
        if (sums->items[i].face == face)
            return &sums->items[i];
    ho_push(arena, sums, (struct sum){.face = face});
    return &sums->items[sums->count - 1];
}

static void add_reading(struct ho_arena *arena, struct sum *sum,
                        const struct reading *reading)
{
    for (size_t i = 0; i < sum->count; i++)
        if (readings_agree(&sum->items[i], reading)) {
            sum->items[i].times += reading->times;
            return;
        }
    ho_push(arena, sum, readings_copy(arena, reading));
}

static const struct sums *add_up(struct ho_arena *arena, const struct ho_fonts *fonts)
{
    struct sums *sums = ho_new(arena, struct sums);
    for (size_t i = 0; i < fonts->runs.count; i++) {
        const struct ho_glyphs *run = fonts->runs.items[i];
        const struct readings *readings = readings_find(run);
        if (!readings_last(run))
            continue;
        struct sum *sum = find_sum(arena, sums, (struct face *)run->font);
        for (size_t k = 0; k < readings->count; k++)
            add_reading(arena, sum, &readings->items[k]);
    }
    return sums;
}

/* The sums of the lasting runs, if these were together before; else NULL. */
static const struct sums *find_sums(struct ho_fonts *fonts)
{
    struct ho_text *key = &fonts->key;
    key->count = 0;
    for (size_t i = 0; i < fonts->runs.count; i++)
        if (readings_last(fonts->runs.items[i]))
            ho_text_add_bytes(key, &fonts->runs.items[i]->shape,
                              sizeof fonts->runs.items[i]->shape);
    struct ho_bytes numbers = {(const unsigned char *)key->items, key->count};
    const struct sums *sums = ho_memo_find(fonts->pages, numbers);
    if (sums || !ho_memo_expects(fonts->pages, numbers))
        return sums;
    struct ho_arena *room = ho_memo_room(fonts->pages);
    if (!room)
        return NULL;
    sums = add_up(room, fonts);
    ho_memo_keep(fonts->pages, numbers, sums);
    return sums;
}

static void collect_runs(struct ho_fonts *fonts, const struct ho_page *page)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind == HO_ITEM_GLYPHS)
            ho_push(fonts->arena, &fonts->runs, &item->as.glyphs);
        else if (item->kind == HO_ITEM_PLACED)
            collect_runs(fonts, item->as.placed.page);
    }
}

void shown_read(struct ho_ctx *ctx, struct ho_fonts *fonts, const struct ho_page *page)
{
    fonts->runs.count = 0;
    collect_runs(fonts, page);
    const struct sums *sums = find_sums(fonts);
    for (size_t i = 0; sums && i < sums->count; i++) {
        const struct sum *sum = &sums->items[i];
        count_readings(ctx, shown_of(fonts, sum->face), sum->items, sum->count);
    }
    for (size_t i = 0; i < fonts->runs.count; i++)
        if (!sums || !readings_last(fonts->runs.items[i]))
            read_run(ctx, fonts, fonts->runs.items[i]);
}
