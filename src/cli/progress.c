/* SPDX-License-Identifier: MIT */
#include "cli/progress_priv.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BAR = 30 };
static const double redraw_s = 0.2, line_s = 10;

static double elapsed_s(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) +
           (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

struct progress progress_start(bool is_quiet)
{
    struct progress progress = {.is_quiet = is_quiet,
                                .is_terminal = isatty(STDERR_FILENO)};
    clock_gettime(CLOCK_MONOTONIC, &progress.start);
    progress.last = progress.start;
    return progress;
}

const char *progress_time(char text[32], double seconds)
{
    long whole = (long)(seconds + .5);
    if (whole >= 3600)
        snprintf(text, 32, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                 whole % 60);
    else
        snprintf(text, 32, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

static void draw(struct progress *progress, const struct ho_batch_count *count,
                 double seconds)
{
    size_t tried = count->made + count->failed, done = tried + count->kept;
    size_t filled = count->rows ? BAR * done / count->rows : 0;
    long rate = seconds > 0 ? (long)((double)tried / seconds + .5) : 0;
    char bar[BAR + 1], left[32] = "";
    memset(bar, '.', BAR);
    memset(bar, '#', filled < BAR ? filled : BAR);
    bar[BAR] = '\0';
    if (tried)
        progress_time(left, seconds * (double)(count->rows - done) / (double)tried);
    fprintf(stderr, "\r[%s] %zu of %zu, %zu failed", bar, done, count->rows,
            count->failed);
    if (tried)
        fprintf(stderr, ", %ld a second, %s left", rate, left);
    fputs("\033[K", stderr);
    fflush(stderr);
    progress->is_drawn = true;
}

void progress_tell(struct progress *progress, const struct ho_batch_count *count)
{
    struct timespec now;
    if (progress->is_quiet)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (elapsed_s(&progress->last, &now) < (progress->is_terminal ? redraw_s : line_s))
        return;
    progress->last = now;
    if (progress->is_terminal)
        draw(progress, count, elapsed_s(&progress->start, &now));
    else
        fprintf(stderr, "handout: %zu of %zu, %zu failed\n",
                count->made + count->kept + count->failed, count->rows, count->failed);
}

void progress_clear(struct progress *progress)
{
    if (progress->is_drawn)
        fputs("\r\033[K", stderr);
    progress->is_drawn = false;
}
