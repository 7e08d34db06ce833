/* SPDX-License-Identifier: MIT */
#include "text/known_priv.h"

#include <string.h>

#include "base/hash.h"

/* A handout of ten pages takes some 2 MB and 400 places. */
enum { PLACES = 4096, MOST = PLACES / 2, FULL = 8 * 1024 * 1024 };

struct place {
    uint64_t hash;
    struct ho_bytes key;
    const struct ho_lines *lines; /* NULL: the place is free */
};

struct known {
    struct ho_arena *own;   /* of this and the places */
    struct ho_arena *arena; /* of keys and lines */
    struct place *places;
    size_t count;
    bool has_ended; /* no page stands on the lines any more */
};

struct known *known_new(void)
{
    struct ho_arena *own = ho_arena_new();
    struct known *known = ho_new(own, struct known);
    known->own = own;
    known->arena = ho_arena_new();
    known->places = ho_new_array(own, struct place, PLACES);
    return known;
}

void known_free(struct known *known)
{
    if (!known)
        return;
    ho_arena_free(known->arena);
    ho_arena_free(known->own);
}

/* ---- keys ---- */

static void add_text(struct ho_text *key, const char *text)
{
    ho_text_add_bytes(key, text ? text : "", text ? strlen(text) + 1 : 1);
}

struct ho_bytes known_key(struct ho_arena *arena, const struct ho_paragraph *paragraph)
{
    struct ho_text key = {.arena = arena};
    const unsigned char flags[] = {paragraph->is_rtl, paragraph->keeps_end,
                                   (unsigned char)paragraph->align};
    ho_text_add_bytes(&key, &paragraph->width, sizeof paragraph->width);
    ho_text_add_bytes(&key, flags, sizeof flags);
    add_text(&key, paragraph->language);
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ho_styled *span = &paragraph->spans[i];
        const unsigned char is_bold = span->is_bold;
        ho_text_add_bytes(&key, &span->size, sizeof span->size);
        ho_text_add_bytes(&key, &is_bold, 1);
        add_text(&key, span->language);
        add_text(&key, span->text);
    }
    return (struct ho_bytes){(const unsigned char *)key.items, key.count};
}

/* ---- the places ---- */

/* The place of the key, or the free one where it would be: half of them always are. */
static struct place *find_place(const struct known *known, struct ho_bytes key,
                                uint64_t hash)
{
    size_t at = hash % PLACES;
    for (;; at = (at + 1) % PLACES) {
        struct place *place = &known->places[at];
        if (!place->lines || (place->hash == hash && place->key.length == key.length &&
                              memcmp(place->key.data, key.data, key.length) == 0))
            return place;
    }
}

static uint64_t hash_of(struct ho_bytes key)
{
    return ho_hash(HO_HASH_START, key.data, key.length);
}

const struct ho_lines *known_find(const struct known *known, struct ho_bytes key)
{
    return find_place(known, key, hash_of(key))->lines;
}

static bool is_full(const struct known *known)
{
    return known->count >= MOST || ho_arena_used(known->arena) >= FULL;
}

struct ho_arena *known_room(struct known *known)
{
    if (is_full(known) && known->has_ended) {
        memset(known->places, 0, PLACES * sizeof *known->places);
        known->count = 0;
        ho_arena_reset(known->arena);
    }
    known->has_ended = false;
    return is_full(known) ? NULL : known->arena;
}

void known_keep(struct known *known, struct ho_bytes key, const struct ho_lines *lines)
{
    uint64_t hash = hash_of(key);
    struct place *place = find_place(known, key, hash);
    key.data = (const unsigned char *)ho_strndup(known->arena, (const char *)key.data,
                                                 key.length);
    *place = (struct place){hash, key, lines};
    known->count++;
}

void known_end_pages(struct known *known)
{
    known->has_ended = true;
}

/* ---- dressing ---- */

const struct ho_lines *known_dress(struct ho_arena *arena,
                                   const struct ho_paragraph *paragraph,
                                   const struct ho_lines *lines)
{
    struct ho_lines *dressed = ho_new(arena, struct ho_lines);
    struct ho_line *copies = ho_new_array(arena, struct ho_line, lines->count);
    *dressed = *lines;
    dressed->lines = copies;
    for (size_t i = 0; i < lines->count; i++) {
        struct ho_run *runs = ho_new_array(arena, struct ho_run, lines->lines[i].count);
        copies[i] = lines->lines[i];
        copies[i].runs = runs;
        for (size_t k = 0; k < copies[i].count; k++) {
            runs[k] = lines->lines[i].runs[k];
            const struct ho_styled *span = &paragraph->spans[runs[k].span];
            runs[k].glyphs.paint = span->paint;
            runs[k].mark = span->mark;
            runs[k].language = span->language ? span->language : paragraph->language;
        }
    }
    return dressed;
}
