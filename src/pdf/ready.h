/* ready.h — drawings as operators that are compressed before they are needed: a figure is the same in every document.
 * In: a figure (page/figure.h).  Out: struct ho_ready (page/drawing.h), and a file of it.  For the host tool that
 * readies the compiled figures, and for job/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_READY_H
#define HO_PDF_READY_H

#include "base/str.h"
#include "page/figure.h"

/* How hard to compress: for a figure that is drawn now, or once for all. */
enum ho_ready_level { HO_READY_FAST = 6, HO_READY_SMALL = 12 };

/* The drawing's operators; all lives in the arena. */
const struct ho_ready *ho_ready_figure(struct ho_arena *arena,
                                       const struct ho_figure *figure,
                                       enum ho_ready_level level);
/* A figure that is ready, but for its paths, as the bytes of a file. */
struct ho_bytes ho_ready_pack(struct ho_arena *arena, const struct ho_figure *figure);
/* Back again; what is compressed is borrowed from the bytes. False, and `*out` untouched, if they are not whole or not
 * ours. */
bool ho_ready_unpack(struct ho_arena *arena, struct ho_bytes bytes,
                     const struct ho_figure **out)
    __attribute__((__warn_unused_result__));

#endif
