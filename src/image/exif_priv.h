/* exif_priv.h — which way up a photograph is, and the pixels turned so.
 * SPDX-License-Identifier: MIT */
#ifndef HO_IMAGE_EXIF_PRIV_H
#define HO_IMAGE_EXIF_PRIV_H

#include "page/page.h"

/* The orientation, 1 to 8, that an APP1 segment tells (Exif 2.3, 4.6.4, tag 274); 1 if it tells none. */
int exif_orientation(struct ho_bytes segment);
/* Turns and mirrors the pixels so that the picture stands upright. */
void turn_upright(struct ho_arena *arena, struct ho_image *image, int orientation);

#endif
