/* readings_priv.h — what the glyphs of a run stand for. Most runs of a batch are those of the documents before, so what
 * these read as is found once and kept with them.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_READINGS_PRIV_H
#define HO_TEXT_READINGS_PRIV_H

#include <string.h>

#include "text/fonts_priv.h"

/* A text that a glyph stands for. Small, since there are thousands. */
struct reading {
    uint16_t glyph;     /* as TrueType counts them */
    char start[6];      /* of the text, filled up with NULs: nearly always all of it */
    uint32_t length;    /* of the text */
    uint32_t times;     /* that the glyph does so in the run */
    const char *longer; /* the text, if it is; NUL-terminated in a copy */
};

/* In the order of the run. */
struct readings {
    const struct reading *items;
    size_t count;
};

/* UTF-8, NUL-terminated, as long as the reading, which is a copy. */
static inline const char *readings_text(const struct reading *reading)
{
    return reading->longer ? reading->longer : reading->start;
}

/* Whether both are of one glyph and one text. Here, since it is asked for each reading of each run. */
static inline bool readings_agree(const struct reading *a, const struct reading *b)
{
    return memcmp(a, b, offsetof(struct reading, length)) == 0 &&
           a->length == b->length &&
           (!a->longer || (b->longer && memcmp(a->longer, b->longer, a->length) == 0));
}

/* What glyph `i` stands for in the run, whose text has `length` bytes: a part of that text. */
struct reading readings_of_glyph(const struct ho_glyphs *run, size_t i, size_t length);
/* A copy that lives as long as the arena. */
struct reading readings_copy(struct ho_arena *arena, const struct reading *reading);

/* Room for the glyphs of a run that is shaped, and for its readings. */
struct ho_glyph *readings_glyphs(struct ho_arena *arena, size_t count);
/* Finds what the runs of the lines read as, and keeps it beside their glyphs, in the arena where these live. Those that
 * last are of more than one document. */
void readings_keep(struct ho_arena *arena, struct ho_fonts *fonts,
                   const struct ho_lines *lines, bool last);
/* What was kept; NULL if nothing was. */
const struct readings *readings_find(const struct ho_glyphs *run);
/* Whether it was, of a run that lasts. */
bool readings_last(const struct ho_glyphs *run);

#endif
