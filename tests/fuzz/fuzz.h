/* fuzz.h — what the fuzz targets share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_FUZZ_H
#define HO_TESTS_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was refused has a message, and each message points into its file. */
static inline void check_messages(const struct ho_ctx *ctx, bool is_accepted)
{
    if (!is_accepted && ctx->diags.count == 0)
        abort();
    for (size_t i = 0; i < ctx->diags.count; i++) {
        const struct ho_span *at = &ctx->diags.items[i].at;
        if (at->line < 0 || (at->line > 0 && at->column < 1))
            abort();
    }
}

/* A folder of this process below the folder it runs in: the run script gives it a temporary one. */
static inline const char *own_folder(struct ho_arena *arena)
{
    const char *path = ho_format(arena, "fuzz-%ld", (long)getpid());
    (void)mkdir(path, 0700);
    return path;
}

/* Writes the input into that folder, for loaders that read files; returns its path. */
static inline const char *write_input(struct ho_arena *arena, const char *name,
                                      const uint8_t *data, size_t size)
{
    const char *path = ho_format(arena, "%s/%s", own_folder(arena), name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        _exit(3);
    return path;
}

#endif
