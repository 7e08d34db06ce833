/* xmp_priv.h — the properties that pdf/metadata.c wrote, found again.
 * SPDX-License-Identifier: MIT */
#ifndef HO_SEAL_XMP_PRIV_H
#define HO_SEAL_XMP_PRIV_H

#include "base/str.h"

/* The text of <name>…</name> in the form that we write ourselves, with its five entities as characters; in the arena.
 * NULL if it is not there, is longer than 64 KiB, or holds what cannot be printed: XMP that another program wrote anew is
 * not ours any more. */
const char *xmp_find(struct ho_arena *arena, struct ho_bytes xmp, const char *name);

#endif
