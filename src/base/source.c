/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L /* O_CLOEXEC */
#include "base/source_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"

void ho_source_refuse(struct ho_ctx *ctx, const struct ho_source *source, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        ho_report(ctx, HO_MSG_NO_FILE, ho_source_whole(source),
                  "check the spelling and the folder");
    else
        ho_report(ctx, HO_MSG_READ_FAILED, ho_source_whole(source), NULL,
                  strerror(error));
}

/* Reads all of `fd`, at most one byte more than the limit. Returns 0 or an errno. */
static int read_all(int fd, struct ho_text *text)
{
    char buffer[65536];
    while (text->count <= HO_SOURCE_LIMIT) {
        ssize_t got = read(fd, buffer, sizeof buffer);
        if (got == 0)
            return 0;
        if (got < 0 && errno != EINTR)
            return errno;
        if (got > 0)
            ho_text_add_bytes(text, buffer, (size_t)got);
    }
    return 0;
}

/* A file whose size is known is read in one piece, without a growing copy. */
static int read_sized(struct ho_arena *arena, int fd, size_t size, struct ho_text *text)
{
    *text = (struct ho_text){.arena = arena};
    if (size > 0 && size <= HO_SOURCE_LIMIT) {
        text->items = ho_alloc_unset(arena, size + 1, 1);
        text->capacity = size + 1;
        while (text->count < size) {
            ssize_t got = read(fd, text->items + text->count, size - text->count);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return errno;
            if (got == 0)
                return 0;
            text->count += (size_t)got;
        }
        return 0;
    }
    return read_all(fd, text);
}

bool ho_source_load(struct ho_ctx *ctx, const char *path, const struct ho_source **out)
{
    bool is_stdin = ho_equal(path, "-");
    struct ho_source *source = ho_new(ctx->arena, struct ho_source);
    source->name = is_stdin ? "standard input" : ho_strdup(ctx->arena, path);
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        ho_source_refuse(ctx, source, errno);
        return false;
    }
    struct stat about;
    struct ho_text text;
    int error = fstat(fd, &about) ? errno : S_ISDIR(about.st_mode) ? EISDIR : 0;
    if (!error)
        error = read_sized(ctx->arena, fd,
                           S_ISREG(about.st_mode) ? (size_t)about.st_size : 0, &text);
    if (!is_stdin)
        close(fd);
    if (error) {
        ho_source_refuse(ctx, source, error);
        return false;
    }
    if (text.count > HO_SOURCE_LIMIT) {
        ho_report(ctx, HO_MSG_FILE_TOO_LARGE, ho_source_whole(source),
                  "is this the right file?");
        return false;
    }
    source->text = ho_text_end(&text);
    source->length = text.count;
    *out = source;
    return true;
}

struct ho_span ho_source_span(const struct ho_source *source, size_t offset)
{
    struct ho_span span = {source, 1, 1};
    if (offset > source->length)
        offset = source->length;
    for (size_t i = 0; i < offset; i++) {
        span.column++;
        if (source->text[i] == '\n') {
            span.line++;
            span.column = 1;
        }
    }
    return span;
}

struct ho_span ho_source_whole(const struct ho_source *source)
{
    return (struct ho_span){source, 0, 0};
}

int ho_span_line(struct ho_span at)
{
    return at.line > 0 ? at.line + at.source->lines_before : at.line;
}

int ho_span_column(struct ho_span at)
{
    return at.line == 1 ? at.column + at.source->columns_before : at.column;
}
