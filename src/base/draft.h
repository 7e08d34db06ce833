/* draft.h — files that are made without a name, and get one when a whole group of them is safe on the disk.
 * In: a folder and bytes.  Out: files of mode 0600 that are whole or absent, whatever ends the process.
 * For job/. A single file is made by file.h.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_DRAFT_H
#define HO_BASE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* A draft belongs to the process that publishes it: `owner` (a process id) and `number` name it where the file system
 * has no unnamed files. */
struct ho_draft {
    int fd;
    long owner;
    size_t number;
    bool is_named;
};

/* Opens a draft in the folder that `folder` is a descriptor of, and writes it. Returns 0 or an errno; then there is
 * nothing to close. */
int ho_draft_write(int folder, long owner, size_t number, struct ho_bytes bytes,
                   struct ho_draft *out);
/* Has the disk hold all drafts of that folder: one call for a whole group. Returns 0 or an errno. */
int ho_drafts_sync(int folder);
/* Gives the draft its name and closes it. An older file of that name is replaced or, unless `replaces`, kept: EEXIST.
 * Returns 0 or an errno; the draft is gone in any case. */
int ho_draft_publish(int folder, struct ho_draft *draft, const char *name,
                     bool replaces);
/* Closes the draft and forgets it. */
void ho_draft_drop(int folder, struct ho_draft *draft);
/* Unlinks drafts that a process which was killed has left. */
void ho_drafts_clear(int folder);

#endif
