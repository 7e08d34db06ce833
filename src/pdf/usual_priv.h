/* usual_priv.h — what the glyphs of a font usually read as, document after document. As long as no glyph reads otherwise
 * than it did before, what was written with the font still reads as it did, and need not be looked through.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_USUAL_PRIV_H
#define HO_PDF_USUAL_PRIV_H

#include "page/font.h"

/* One font of a run; zero it and set `font`. */
struct ho_usual {
    const struct ho_font *font;
    HO_VEC(struct ho_usual_glyph) glyphs; /* by id */
    uint64_t number;
};

/* Notes how the glyphs that the document shows read; a number that is another one as soon as any reads otherwise than it
 * did when it was last shown. Never 0. The arena is that of the run. */
uint64_t ho_usual_note(struct ho_arena *arena, struct ho_usual *usual);

#endif
