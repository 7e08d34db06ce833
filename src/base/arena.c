/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* MADV_HUGEPAGE */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"

#if defined(__SANITIZE_ADDRESS__)
#define HO_POISONING 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HO_POISONING 1
#endif
#endif
#ifdef HO_POISONING
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

/* What outgrows its first blocks takes huge pages, where the kernel has such: in single pages, their faults were a tenth
 * of a cold run. A dozen of a worker's arenas never do. */
enum {
    FIRST_BLOCK = 64 * 1024,
    SECOND_BLOCK = 512 * 1024,
    HUGE_PAGE = 2 * 1024 * 1024
};

struct block {
    struct block *next;
    size_t size;
    max_align_t data[];
};

struct ho_arena {
    char *at, *end; /* what is free in the current block */
    struct block *first, *current;
    size_t past; /* bytes used of the blocks before it */
};

void ho_out_of_memory(void)
{
    static const char text[] =
        "handout: error: out of memory [HO-900]\n"
        "  hint: close other programs, or make fewer records at once\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    ho_file_abandon();
    _exit(3);
}

static void *take_memory(size_t size)
{
    if (size % HUGE_PAGE)
        return malloc(size);
    void *memory = aligned_alloc(HUGE_PAGE, size);
#ifdef MADV_HUGEPAGE
    if (memory)
        madvise(memory, size, MADV_HUGEPAGE); /* only faster, so it may fail */
#endif
    return memory;
}

static struct block *make_block(size_t size)
{
    struct block *block =
        size > SIZE_MAX - sizeof *block ? NULL : take_memory(sizeof *block + size);
    if (!block)
        ho_out_of_memory();
    *block = (struct block){.size = size};
    ASAN_POISON_MEMORY_REGION(block->data, size);
    return block;
}

static void enter_block(struct ho_arena *arena, struct block *block)
{
    arena->current = block;
    arena->at = (char *)block->data;
    arena->end = arena->at + block->size;
}

struct ho_arena *ho_arena_new(void)
{
    struct ho_arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        ho_out_of_memory();
    arena->first = make_block(FIRST_BLOCK);
    enter_block(arena, arena->first);
    return arena;
}

void ho_arena_free(struct ho_arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->first, *next; block; block = next) {
        next = block->next;
        ASAN_UNPOISON_MEMORY_REGION(block->data, block->size);
        free(block);
    }
    free(arena);
}

void ho_arena_reset(struct ho_arena *arena)
{
    struct block *block = arena->first; /* there is one, always */
    do
        ASAN_POISON_MEMORY_REGION(block->data, block->size);
    while ((block = block->next));
    enter_block(arena, arena->first);
    arena->past = 0;
}

/* A block that is large enough; the ones before it are full, or nearly so. */
static void find_block(struct ho_arena *arena, size_t size)
{
    do {
        struct block *block = arena->current;
        if (!block->next) {
            size_t want = (block == arena->first ? SECOND_BLOCK : HUGE_PAGE) -
                          sizeof(struct block);
            block->next = make_block(want < size ? size : want);
        }
        arena->past += (size_t)(arena->at - (char *)block->data);
        enter_block(arena, block->next);
    } while (arena->current->size < size);
}

static inline void *take(struct ho_arena *arena, size_t size, size_t align)
{
    size_t gap = (size_t)(-(uintptr_t)arena->at & (align - 1));
    if (size > SIZE_MAX / 2)
        ho_out_of_memory();
    if (gap + size > (size_t)(arena->end - arena->at)) {
        find_block(arena, size + align);
        gap = (size_t)(-(uintptr_t)arena->at & (align - 1));
    }
    char *memory = arena->at + gap;
    ASAN_UNPOISON_MEMORY_REGION(memory, size);
    arena->at = memory + size;
    return memory;
}

void *ho_alloc(struct ho_arena *arena, size_t size, size_t align)
{
    return memset(take(arena, size, align), 0, size);
}

void *ho_alloc_unset(struct ho_arena *arena, size_t size, size_t align)
{
    return take(arena, size, align);
}

void *ho_alloc_array(struct ho_arena *arena, size_t count, size_t size, size_t align)
{
    if (size && count > SIZE_MAX / size)
        ho_out_of_memory();
    return ho_alloc(arena, count * size, align);
}

size_t ho_arena_used(const struct ho_arena *arena)
{
    return arena->past + (size_t)(arena->at - (char *)arena->current->data);
}
