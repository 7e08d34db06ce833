/* SPDX-License-Identifier: MIT */
#include "base/beginnings.h"

#include <string.h>

#include "base/digest.h"

/* A step is some 64 blocks of SHA-256. A handout is 80 of them. */
enum { STEP = 4096, MOST = 600 };

/* Sums that were come to, as many as 50 handouts have. Those of one file must not push each other out. */
enum { ROWS = 1024, ROW = 4 };

/* A piece of a file after all the pieces that lead to it. */
struct step {
    struct ho_digest *sum; /* up to its end */
    struct step *after;    /* what came after it, in one file or the other */
    struct step *beside;   /* another that came after the same */
    unsigned char bytes[STEP];
};

struct ho_beginnings {
    struct ho_arena *own;   /* of this and `seen` */
    struct ho_arena *arena; /* of the steps */
    struct step *first;
    size_t count;
    uint64_t (*seen)[ROW]; /* each sum in the one row for it, the newest first */
};

struct ho_beginnings *ho_beginnings_new(void)
{
    struct ho_arena *own = ho_arena_new();
    struct ho_beginnings *beginnings = ho_new(own, struct ho_beginnings);
    beginnings->own = own;
    beginnings->arena = ho_arena_new();
    beginnings->seen =
        ho_alloc_array(own, ROWS, sizeof *beginnings->seen, alignof(uint64_t));
    return beginnings;
}

void ho_beginnings_free(struct ho_beginnings *beginnings)
{
    if (!beginnings)
        return;
    ho_arena_free(beginnings->arena);
    ho_arena_free(beginnings->own);
}

static struct step *find_step(struct step *first, const unsigned char *bytes)
{
    while (first && memcmp(first->bytes, bytes, STEP) != 0)
        first = first->beside;
    return first;
}

/* Whether a file came to this sum before, as far as is recalled: what stands in one file only is not worth its room. */
static bool expects(struct ho_beginnings *beginnings, const struct ho_digest *sum)
{
    uint64_t state = ho_digest_state(sum), *row = beginnings->seen[state % ROWS];
    for (size_t i = 0; i < ROW; i++)
        if (row[i] == state)
            return true;
    memmove(row + 1, row, (ROW - 1) * sizeof *row);
    row[0] = state;
    return false;
}

static struct step **keep_step(struct ho_beginnings *beginnings, struct step **place,
                               const unsigned char *bytes, const struct ho_digest *sum)
{
    struct step *step =
        ho_alloc_unset(beginnings->arena, sizeof *step, alignof(struct step));
    step->sum = ho_digest_copy(beginnings->arena, sum);
    step->after = NULL;
    step->beside = *place;
    memcpy(step->bytes, bytes, STEP);
    *place = step;
    beginnings->count++;
    return &step->after;
}

/* Goes on from `*at` in steps to where no whole one is left; they are kept from the first one on, as long as they were
 * expected. */
static void sum_steps(struct ho_beginnings *beginnings, struct step **place,
                      struct ho_bytes file, size_t *at, struct ho_digest *sum)
{
    for (bool is_expected = true; file.length - *at >= STEP; *at += STEP) {
        const unsigned char *bytes = file.data + *at;
        ho_digest_add(sum, (struct ho_bytes){bytes, STEP});
        is_expected = expects(beginnings, sum) && is_expected;
        if (is_expected && beginnings->count < MOST)
            place = keep_step(beginnings, place, bytes, sum);
        else
            is_expected = false;
    }
}

static struct ho_digest *begin_sum(struct ho_arena *arena,
                                   struct ho_beginnings *beginnings,
                                   struct ho_bytes file, size_t *at)
{
    struct step **place = &beginnings->first, *step, *last = NULL;
    while (file.length - *at >= STEP &&
           (step = find_step(*place, file.data + *at)) != NULL) {
        last = step;
        place = &step->after;
        *at += STEP;
    }
    struct ho_digest *sum =
        last ? ho_digest_copy(arena, last->sum) : ho_digest_new(arena);
    sum_steps(beginnings, place, file, at, sum);
    return sum;
}

const char *ho_beginnings_sum(struct ho_arena *arena, struct ho_beginnings *beginnings,
                              struct ho_bytes file)
{
    size_t at = 0;
    if (beginnings && beginnings->count >= MOST) {
        ho_arena_reset(beginnings->arena);
        beginnings->first = NULL;
        beginnings->count = 0;
    }
    struct ho_digest *sum =
        beginnings ? begin_sum(arena, beginnings, file, &at) : ho_digest_new(arena);
    if (at < file.length)
        ho_digest_add(sum, (struct ho_bytes){file.data + at, file.length - at});
    return ho_digest_end(arena, sum);
}
