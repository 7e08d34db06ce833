/* A picture of an input that is too large for memory, or comes from a pipe.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE, MAP_ANONYMOUS */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/source_priv.h"
#include "base/str.h"

/* Where unnamed files are not known, a named one is unlinked at once. */
static int open_spool(struct ho_arena *arena, const char *folder)
{
    int fd = open(folder, O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0 ||
        (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT))
        return fd;
    char *name = ho_format(arena, "%s/.handout-XXXXXX.part", folder);
    fd = mkostemps(name, 5, O_CLOEXEC); /* mode 0600 */
    if (fd >= 0)
        unlink(name);
    return fd;
}

/* Returns 0 or an errno; `*length` bytes have been copied. */
static int copy(int from, int to, size_t *length)
{
    static const size_t size = (size_t)256 * 1024;
    char *buffer = malloc(size);
    if (!buffer)
        ho_out_of_memory();
    int error = 0;
    for (ssize_t got = 1; got != 0 && !error;) {
        got = read(from, buffer, size);
        if (got < 0 && errno != EINTR)
            error = errno;
        if (got <= 0)
            continue;
        error = ho_write_all(
            to, (struct ho_bytes){(const unsigned char *)buffer, (size_t)got});
        *length += (size_t)got;
    }
    free(buffer);
    return error;
}

/* One page more than the file needs: the byte after its last one is there, and zero. */
static const char *map(int fd, size_t length)
{
    char *whole = mmap(NULL, length + 1, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (whole == MAP_FAILED ||
        (length &&
         mmap(whole, length, PROT_READ, MAP_PRIVATE | MAP_FIXED, fd, 0) == MAP_FAILED))
        ho_out_of_memory();
    return whole;
}

static int open_input(const char *path, bool is_stdin)
{
    struct stat about;
    int fd = is_stdin ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd >= 0 && fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        close(fd);
        errno = EISDIR;
        return -1;
    }
    return fd;
}

bool ho_source_spool(struct ho_ctx *ctx, const char *path, const char *folder,
                     const struct ho_source **out)
{
    bool is_stdin = ho_equal(path, "-");
    struct ho_source *source = ho_new(ctx->arena, struct ho_source);
    source->name = is_stdin ? "standard input" : ho_strdup(ctx->arena, path);
    int from = open_input(path, is_stdin);
    int error = from < 0 ? errno : 0;
    int to = error ? -1 : open_spool(ctx->arena, folder);
    if (!error)
        error = to < 0 ? errno : copy(from, to, &source->length);
    if (!error)
        source->text = map(to, source->length);
    if (from >= 0)
        close(from);
    if (to >= 0)
        close(to);
    if (error) {
        ho_source_refuse(ctx, source, error);
        return false;
    }
    *out = source;
    return true;
}
