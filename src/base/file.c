/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/terminal.h"

/* The one unfinished file that has a name, for the signal handler, which can be given
 * nothing else. Most files are made unnamed (O_TMPFILE) and never stand here but for
 * the moment of an exchange. */
static char unfinished[PATH_MAX];
static volatile sig_atomic_t has_unfinished;

void ho_file_abandon(void)
{
    if (has_unfinished)
        unlink(unfinished);
    has_unfinished = 0;
}

static void end_by_signal(int number)
{
    ho_file_abandon();
    ho_terminal_restore();
    raise(number); /* reset on entry to the default: the shell sees the true cause */
}

void ho_process_guard(void)
{
    static const int fatal[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGXFSZ};
    struct sigaction action = {.sa_handler = end_by_signal,
                               .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
        struct sigaction old;
        if (sigaction(fatal[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(fatal[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
    /* One byte, not zero: Linux ignores zero when core_pattern is a pipe, but takes one
     * as "never" there, and no format fits into one byte (core(5); fs/coredump.c). */
    setrlimit(RLIMIT_CORE, &(struct rlimit){1, 1});
}

int ho_write_all(int fd, struct ho_bytes bytes)
{
    while (bytes.length) {
        ssize_t put = write(fd, bytes.data, bytes.length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes.data += put;
        bytes.length -= (size_t)put;
    }
    return 0;
}

/* Devices and pipes: nothing to exchange, nothing to sync. */
static int write_through(const char *path, struct ho_bytes bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return errno;
    int error = ho_write_all(fd, bytes);
    if (close(fd) && !error)
        error = errno;
    return error;
}

static void sync_directory(const char *directory)
{
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd); /* some file systems cannot: the data themselves are synced already */
    close(fd);
}

/* No signal may fall between a name's coming into the world and has_unfinished. */
static void hold_signals(sigset_t *old)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, old);
}

static void release_signals(const sigset_t *old)
{
    sigprocmask(SIG_SETMASK, old, NULL);
}

/* A free name beside the target, kept where the signal handler finds it. */
static bool name_unfinished(const char *directory, unsigned attempt)
{
    int length = snprintf(unfinished, sizeof unfinished, "%s/.handout-%ld-%u.part",
                          directory, (long)getpid(), attempt);
    return length > 0 && (size_t)length < sizeof unfinished;
}

/* An unnamed file, where the file system has such and /proc is there to name it later.
 * Returns -1 with errno; EOPNOTSUPP asks for a named one. */
static int open_unnamed(const char *directory)
{
    if (access("/proc/self/fd", X_OK))
        return errno = EOPNOTSUPP, -1;
    int fd = open(directory, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0 && (errno == EISDIR || errno == EINVAL || errno == ENOENT))
        errno = EOPNOTSUPP; /* older kernels and file systems say so */
    return fd;
}

/* Opens an unnamed or else a named file. Returns -1 with errno. */
static int open_unfinished(const char *directory)
{
    int fd = open_unnamed(directory);
    if (fd >= 0 || errno != EOPNOTSUPP)
        return fd;
    for (unsigned attempt = 0; attempt < 100; attempt++) {
        if (!name_unfinished(directory, attempt))
            return errno = ENAMETOOLONG, -1;
        fd = open(unfinished, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (fd >= 0)
            has_unfinished = 1;
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* Names the unnamed file for a moment: rename replaces an older file, link cannot. */
static int link_unfinished(int fd, const char *directory)
{
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    for (unsigned attempt = 0; attempt < 100; attempt++) {
        if (!name_unfinished(directory, attempt))
            return ENAMETOOLONG;
        if (linkat(AT_FDCWD, self, AT_FDCWD, unfinished, AT_SYMLINK_FOLLOW) == 0) {
            has_unfinished = 1;
            return 0;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

static int exchange(int fd, const char *directory, const char *path)
{
    if (!has_unfinished) {
        int error = link_unfinished(fd, directory);
        if (error)
            return error;
    }
    if (rename(unfinished, path))
        return errno;
    has_unfinished = 0;
    return 0;
}

static int publish(int fd, const char *directory, const char *path)
{
    sigset_t old;
    if (fsync(fd))
        return errno;
    hold_signals(&old);
    int error = exchange(fd, directory, path);
    release_signals(&old);
    if (!error)
        sync_directory(directory);
    return error;
}

static int write_whole(struct ho_arena *arena, const char *path, struct ho_bytes bytes)
{
    const char *slash = strrchr(path, '/');
    const char *directory = ".";
    if (slash)
        directory =
            slash == path ? "/" : ho_strndup(arena, path, (size_t)(slash - path));
    sigset_t old;
    hold_signals(&old);
    int fd = open_unfinished(directory);
    int error = fd < 0 ? errno : 0;
    release_signals(&old);
    if (error)
        return error;
    error = ho_write_all(fd, bytes);
    if (!error)
        error = publish(fd, directory, path);
    close(fd);
    ho_file_abandon();
    return error;
}

/* The file that a symbolic link leads to: the link itself must stay, above all
 * /dev/stdout. Returns an errno. */
static int follow_link(struct ho_arena *arena, const char **path)
{
    struct stat about;
    if (lstat(*path, &about) || !S_ISLNK(about.st_mode))
        return 0;
    char *real = realpath(*path, NULL);
    if (!real)
        return errno;
    *path = ho_strdup(arena, real);
    free(real);
    return 0;
}

static int write_file(struct ho_arena *arena, const char *path, struct ho_bytes bytes)
{
    struct stat about;
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode))
        return S_ISDIR(about.st_mode) ? EISDIR : write_through(path, bytes);
    int error = follow_link(arena, &path);
    return error ? error : write_whole(arena, path, bytes);
}

static const char *hint_for(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT: return "free some space, or choose another disk with -o";
    case EACCES:
    case EPERM:
    case EROFS: return "choose a folder that you may write to with -o";
    case ENOENT:
    case ENOTDIR: return "make the folder first, or choose another with -o";
    case EISDIR: return "give a file name, not a folder";
    case EBADF:
    case EPIPE: return "the program that reads standard output has gone";
    default: return NULL;
    }
}

bool ho_file_write(struct ho_ctx *ctx, const char *path, struct ho_bytes bytes)
{
    bool is_stdout = ho_equal(path, "-");
    int error = is_stdout ? ho_write_all(STDOUT_FILENO, bytes)
                          : write_file(ctx->arena, path, bytes);
    if (!error)
        return true;
    struct ho_source target = {
        .name = ho_strdup(ctx->arena, is_stdout ? "standard output" : path)};
    struct ho_source *kept = ho_new(ctx->arena, struct ho_source);
    *kept = target;
    ho_report(ctx, HO_MSG_WRITE_FAILED, ho_source_whole(kept), hint_for(error),
              strerror(error));
    return false;
}
