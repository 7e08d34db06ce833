/* file.h — an output file that is whole or absent.
 * In: bytes.  Out: a file of mode 0600, synced, that appears under its name only when complete.
 * For job/ and cli/, and the host tools of the build.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_FILE_H
#define HO_BASE_FILE_H

#include <stdbool.h>

#include "base/str.h"

struct ho_ctx;

/* Writes `bytes` to `path`, or to standard output for "-". On failure a message says why, false is returned,
 * and neither a part of the file nor a temporary one is left; an older file of that name is kept.
 * Devices and pipes are written to directly. */
bool ho_file_write(struct ho_ctx *ctx, const char *path, struct ho_bytes bytes)
    __attribute__((__warn_unused_result__));
/* Writes all of it, however often the system interrupts. Returns 0 or an errno. */
int ho_write_all(int fd, struct ho_bytes bytes);
/* Catches SIGINT, SIGTERM, SIGHUP, SIGQUIT so that an unfinished file is unlinked and a silenced terminal
 * restored before the process ends by that signal; ignores SIGPIPE, so that a closed pipe is an ordinary error. Forbids core dumps, which would hold
 * patient data. Call once, first thing in main. */
void ho_process_guard(void);
/* Unlinks an unfinished file, if there is one; async-signal-safe. */
void ho_file_abandon(void);

#endif
