/* progress_priv.h — how far a batch is: a bar on a terminal, now and then a line elsewhere.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_PROGRESS_PRIV_H
#define HO_CLI_PROGRESS_PRIV_H

#include <time.h>

#include "job/batch.h"

struct progress {
    bool is_quiet, is_terminal, is_drawn;
    struct timespec start, last; /* last: when it was told */
};

struct progress progress_start(bool is_quiet);
/* Tells it, if it is time to. */
void progress_tell(struct progress *progress, const struct ho_batch_count *count);
/* Takes the bar away, before something else is printed and at the end. */
void progress_clear(struct progress *progress);
/* "2:05", or "1:02:03" from an hour on. */
const char *progress_time(char text[32], double seconds);

#endif
