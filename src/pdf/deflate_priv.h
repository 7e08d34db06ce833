/* deflate_priv.h — what compresses at run time: pages and what is told of fonts. Figures come compressed (ready.h).
 * In: bytes.  Out: a zlib stream (RFC 1950).  For pdf/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_DEFLATE_PRIV_H
#define HO_PDF_DEFLATE_PRIV_H

#include "base/str.h"

struct libdeflate_compressor;

/* A patient's name takes longer to compress than a page to find again, and saves 200 bytes of a file: what is shorter is
 * stored as it is. */
enum { HO_DEFLATE_SHORT = 640 };

/* Zero it before the first document, and close it after the last: their memory is more than all else that a document
 * takes of the system. */
struct ho_deflaters {
    struct libdeflate_compressor *compressor, *storer;
};
void ho_deflaters_close(struct ho_deflaters *deflaters);

/* The stream, in the arena; the same bytes always give the same. */
struct ho_bytes ho_deflate(struct ho_deflaters *deflaters, struct ho_arena *arena,
                           struct ho_bytes bytes);

#endif
