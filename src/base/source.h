/* source.h — the text of one input file, and places in it.
 * In: a path or bytes.  Out: struct ho_source, which every message can point into.
 * Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_SOURCE_H
#define HO_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

struct ho_ctx;

/* An input as read: `name` as the user gave it, `text` with `length` bytes and a NUL after them. */
struct ho_source {
    const char *name, *text;
    size_t length;
};

/* A place; line and column are 1-based, the column counts bytes. Line 0 is the whole file. */
struct ho_span {
    const struct ho_source *source;
    int line, column;
};

/* No input file may be larger (bytes). */
#define HO_SOURCE_LIMIT ((size_t)16 * 1024 * 1024)

/* Reads a file, or standard input for "-", into the arena. A missing, unreadable or too large file is
 * reported and false returned; `*out` is then untouched. */
bool ho_source_load(struct ho_ctx *ctx, const char *path, const struct ho_source **out)
    __attribute__((__warn_unused_result__));
/* The place of byte `offset`, counted when it is asked for. */
struct ho_span ho_source_span(const struct ho_source *source, size_t offset);
/* The whole file as a place. */
struct ho_span ho_source_whole(const struct ho_source *source);

#endif
