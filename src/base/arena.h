/* arena.h — memory that is freed all at once.
 * Two lifetimes: the shop arena (library, templates, fonts) lives for the run; the job arena (record,
 * blocks, pages, messages) is reset after each record. A job may point into the shop, never back.
 * In: nothing.  Out: struct ho_arena.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_ARENA_H
#define HO_BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

struct ho_arena;

/* Makes an empty arena; the caller owns it and ends it with ho_arena_free. Never returns NULL. */
struct ho_arena *ho_arena_new(void);
/* Frees the arena and all that was allocated in it. NULL is accepted. */
void ho_arena_free(struct ho_arena *arena);
/* Forgets all allocations but keeps the memory for the next job. Under AddressSanitizer the memory
 * is poisoned, so that a pointer which outlives its job is reported at its first use. */
void ho_arena_reset(struct ho_arena *arena);
/* Returns `size` zeroed bytes aligned to `align` (a power of two), owned by the arena. Never returns
 * NULL: without memory the process prints a message and exits 3, leaving no file behind. */
void *ho_alloc(struct ho_arena *arena, size_t size, size_t align)
    __attribute__((__malloc__, __returns_nonnull__));
/* The same for what the caller fills: it is not zeroed. */
void *ho_alloc_unset(struct ho_arena *arena, size_t size, size_t align)
    __attribute__((__malloc__, __returns_nonnull__));
/* Zeroed, for `count` elements; a product that overflows counts as out of memory. */
void *ho_alloc_array(struct ho_arena *arena, size_t count, size_t size, size_t align)
    __attribute__((__malloc__, __returns_nonnull__));
/* Bytes handed out since the last reset: what a job needed. */
size_t ho_arena_used(const struct ho_arena *arena);
/* Prints "out of memory", unlinks unfinished files and leaves by _exit(3). */
_Noreturn void ho_out_of_memory(void);

#define ho_new(arena, type) ((type *)ho_alloc((arena), sizeof(type), alignof(type)))
#define ho_new_array(arena, type, count)                                               \
    ((type *)ho_alloc_array((arena), (count), sizeof(type), alignof(type)))

/* Frees a third-party handle when its variable leaves scope; `free_fn` takes a `type *`. */
#define HO_AUTO(type, free_fn) __attribute__((__cleanup__(free_fn))) type

#endif
