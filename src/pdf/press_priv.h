/* press_priv.h — the writer's other way to paint: for a printing press, in CMYK, without tags.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_PRESS_PRIV_H
#define HO_PDF_PRESS_PRIV_H

#include <hpdf.h>

#include "pdf/pdf.h"

/* From sRGB to the inks of the print shop's own profile. */
struct ho_press_transform;

/* What the press variant of a document adds to the writer. */
struct ho_press_ink {
    float recipes[HO_PAINT_ALL][4]; /* by role, 0 to 1 */
    bool is_known
        [HO_PAINT_ALL]; /* false: a colour that only a profile could give a recipe */
    struct ho_press_transform *transform; /* NULL: a condition by name */
    HPDF_Dict overprint[2];               /* graphics states: off, on */
};

/* Ink on one spot, 1 a full tint of one: sheets that take more do not dry (comps: 300 %). */
#define HO_PRESS_MOST_INK 3.0
/* Thinner lines break up on the plate, points. */
#define HO_PRESS_LEAST_LINE 0.25

/* ---- colour (press_colour.c, which sees lcms2) ---- */

/* Opens the profile; NULL if it is none of a CMYK output device that PDF/X-1a can hold, with the reason in *why. */
struct ho_press_transform *ho_press_transform_open(struct ho_bytes profile,
                                                   const char **why);
void ho_press_transform_close(struct ho_press_transform *transform);
/* The profile's own name, in the arena. */
const char *ho_press_transform_name(struct ho_arena *arena,
                                    struct ho_press_transform *transform);
/* `count` pixels of sRGB to CMYK, relative colorimetric, never more ink than the limit. */
void ho_press_transform_pixels(struct ho_press_transform *transform,
                               const unsigned char *rgb, size_t count,
                               unsigned char *cmyk);
/* The inks of every role of the palette. */
void ho_press_mix(const struct ho_palette *palette, struct ho_press_ink *ink);
/* The recipes; NULL: none are used. */
const float (*ho_press_recipes(const struct ho_press_ink *ink))[4];
/* Whether the role is full black and nothing else: it prints over what is below it. */
bool ho_press_is_black(const struct ho_press_ink *ink, enum ho_role role);

/* ---- the check (press_check.c) ---- */

/* The first point of PDF/X-1a:2003 that the pages do not keep, in words; NULL if there is none. */
const char *ho_press_fault(struct ho_arena *arena, const struct ho_pages *pages,
                           const struct ho_press_ink *ink);

#endif
