/* vec.h — an array that grows inside an arena, by copy; never freed on its own.
 * Use: struct { HO_VEC(struct ho_item); } or  HO_VEC(int) as members; then ho_push(arena, &v, value).
 * In: an arena.  Out: items, count.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_VEC_H
#define HO_BASE_VEC_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* The members of a growable array; zeroed memory is an empty one. */
#define HO_VEC(type)                                                                   \
    struct {                                                                           \
        type *items;                                                                   \
        size_t count, capacity;                                                        \
    }

/* Makes room for one more element, and appends `value`. */
#define ho_push(arena, vec, ...)                                                       \
    do {                                                                               \
        if ((vec)->count == (vec)->capacity)                                           \
            (vec)->items = ho_grow((arena), (vec)->items, sizeof *(vec)->items,        \
                                   (vec)->count, &(vec)->capacity);                    \
        (vec)->items[(vec)->count] = (__VA_ARGS__);                                    \
        (vec)->count++;                                                                \
    } while (0)

/* Returns a copy of `items` with at least twice the room. For ho_push. */
static inline void *ho_grow(struct ho_arena *arena, const void *items, size_t size,
                            size_t count, size_t *capacity)
{
    size_t first = size > 64 ? 4 : 8, room = *capacity ? *capacity * 2 : first;
    if (room > SIZE_MAX / 2 / size)
        ho_out_of_memory();
    char *copy = ho_alloc_unset(arena, room * size, alignof(max_align_t));
    if (count)
        memcpy(copy, items, count * size);
    *capacity = room;
    return copy;
}

#endif
