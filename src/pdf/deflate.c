/* SPDX-License-Identifier: MIT */
#include "pdf/deflate_priv.h"

#include <assert.h>
#include <libdeflate.h>

/* Measured on pages of text, which are most of what is compressed at run time: level 6 takes 2.2 times as long and saves
 * 12 %, which is 1 % of the file. */
enum { STORED = 0, LEVEL = 1 };

static struct libdeflate_compressor *open_at(struct libdeflate_compressor **place,
                                             int level)
{
    if (!*place)
        *place = libdeflate_alloc_compressor(level);
    if (!*place)
        ho_out_of_memory();
    return *place;
}

void ho_deflaters_close(struct ho_deflaters *deflaters)
{
    libdeflate_free_compressor(deflaters->compressor);
    libdeflate_free_compressor(deflaters->storer);
    *deflaters = (struct ho_deflaters){0};
}

struct ho_bytes ho_deflate(struct ho_deflaters *deflaters, struct ho_arena *arena,
                           struct ho_bytes bytes)
{
    struct libdeflate_compressor *compressor =
        bytes.length < HO_DEFLATE_SHORT ? open_at(&deflaters->storer, STORED)
                                        : open_at(&deflaters->compressor, LEVEL);
    size_t room = libdeflate_zlib_compress_bound(compressor, bytes.length);
    unsigned char *out = ho_alloc_unset(arena, room, 1);
    size_t length =
        libdeflate_zlib_compress(compressor, bytes.data, bytes.length, out, room);
    assert(length);
    return (struct ho_bytes){out, length};
}
