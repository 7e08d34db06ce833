/* source.h — the text of one input file, and places in it.
 * In: a path or bytes.  Out: struct ho_source, which every message can point into.
 * Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_SOURCE_H
#define HO_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

struct ho_ctx;

/* An input as read: `name` as the user gave it, `text` with `length` bytes and a NUL after them. A piece of a larger
 * file has places of its own; what stands before it in the file is added where a place is told. */
struct ho_source {
    const char *name, *text;
    size_t length;
    int lines_before,
        columns_before; /* 0 for a whole file; columns: of its first line */
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
/* The place as the user counts: in the file, also if the source is a piece of one. */
int ho_span_line(struct ho_span at);
int ho_span_column(struct ho_span at);
/* Takes a picture of a file of any size, or of standard input for "-": an unlinked file of mode 0600 in `folder`, of
 * which only what is read comes into memory; what happens to the file later does not matter. It lives until the
 * process ends. Failures are reported. */
bool ho_source_spool(struct ho_ctx *ctx, const char *path, const char *folder,
                     const struct ho_source **out)
    __attribute__((__warn_unused_result__));

#endif
