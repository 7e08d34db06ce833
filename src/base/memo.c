/* SPDX-License-Identifier: MIT */
#include "base/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

/* A handout of ten pages takes some 400 places for its texts. */
enum { PLACES = 4096, MOST = PLACES / 2 };

struct place {
    uint64_t hash;
    struct ho_bytes key;
    const void *made; /* NULL: the place is free */
};

/* A key that was asked after, and in which document. */
struct seen {
    uint64_t hash, document;
};

/* From calloc, not from an arena: of the tables, a run of one document touches few pages. */
struct ho_memo {
    struct ho_arena *arena; /* of keys and what is kept */
    size_t count, most;
    uint64_t documents;
    bool has_ended;
    struct place places[PLACES];
    struct seen seen[PLACES]; /* each in the one place for its hash */
};

struct ho_memo *ho_memo_new(size_t most)
{
    struct ho_memo *memo = calloc(1, sizeof *memo);
    if (!memo)
        ho_out_of_memory();
    memo->most = most;
    memo->arena = ho_arena_new();
    return memo;
}

void ho_memo_free(struct ho_memo *memo)
{
    if (!memo)
        return;
    ho_arena_free(memo->arena);
    free(memo);
}

/* The place of the key, or the free one where it would be: half of them always are. */
static struct place *find_place(struct ho_memo *memo, struct ho_bytes key,
                                uint64_t hash)
{
    size_t at = hash % PLACES;
    for (;; at = (at + 1) % PLACES) {
        struct place *place = &memo->places[at];
        if (!place->made || (place->hash == hash && place->key.length == key.length &&
                             memcmp(place->key.data, key.data, key.length) == 0))
            return place;
    }
}

static uint64_t hash_of(struct ho_bytes key)
{
    return ho_hash_long(HO_HASH_START, key.data, key.length);
}

static bool is_full(const struct ho_memo *memo)
{
    return memo->count >= MOST || ho_arena_used(memo->arena) >= memo->most;
}

/* Here and not when something more is to be kept: by then the document has found things, and refers to them. */
const void *ho_memo_find(struct ho_memo *memo, struct ho_bytes key)
{
    if (memo->has_ended && is_full(memo))
        ho_memo_clear(memo);
    memo->has_ended = false;
    return find_place(memo, key, hash_of(key))->made;
}

bool ho_memo_expects(struct ho_memo *memo, struct ho_bytes key)
{
    uint64_t hash = hash_of(key);
    struct seen *seen = &memo->seen[hash % PLACES], now = {hash, memo->documents};
    bool is_known = seen->hash == hash;
    if (is_known && seen->document != memo->documents)
        return true;
    if (!is_known)
        *seen = now;
    return false;
}

void ho_memo_clear(struct ho_memo *memo)
{
    memset(memo->places, 0, PLACES * sizeof *memo->places);
    memo->count = 0;
    ho_arena_reset(memo->arena);
}

struct ho_arena *ho_memo_room(struct ho_memo *memo)
{
    return is_full(memo) ? NULL : memo->arena;
}

void ho_memo_keep(struct ho_memo *memo, struct ho_bytes key, const void *made)
{
    uint64_t hash = hash_of(key);
    struct place *place = find_place(memo, key, hash);
    key.data = (const unsigned char *)ho_strndup(memo->arena, (const char *)key.data,
                                                 key.length);
    *place = (struct place){hash, key, made};
    memo->count++;
}

void ho_memo_end(struct ho_memo *memo)
{
    memo->has_ended = true;
    memo->documents++;
}
