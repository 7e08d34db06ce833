/* font.h — a font as plain data, ready to embed or to draw; no font library is needed to use it.
 * In: text/ fills it (ho_fonts_finish).  Out: what pdf/ embeds and picture/ fills.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_FONT_H
#define HO_PAGE_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "page/drawing.h"

/* A TrueType subset that keeps the glyph ids of the whole font (so CIDToGIDMap is Identity). */
struct ho_font_subset {
    const char *tag; /* six capitals, by content (ISO 32000-1 9.6.4) */
    struct ho_bytes
        deflated;       /* zlib stream of the font file: goes into the PDF as it is */
    size_t length;      /* bytes of the font file before deflation: Length1 */
    const uint8_t *has; /* a bit a glyph id; ids from glyph_count on are absent */
    uint32_t glyph_count;
};

/* What a used glyph needs: indexed by ho_font.used[i].id's position, sorted by id. */
struct ho_font_glyph {
    uint32_t id;
    uint8_t subset; /* which of the font's subsets holds it */
    double advance; /* 1/1000 em, before rounding */
    const char *
        to_unicode; /* UTF-8, the text that it most often stands for; never NULL or empty */
    const struct ho_path
        *outline; /* em space of 1000 units, y UP; NULL if not asked for or blank */
};

/* One face. Until ho_fonts_finish has run only the names and metrics are set. */
struct ho_font {
    const char *id;              /* of fonts.xml, such as "sans-bold" */
    const char *postscript_name; /* such as "NotoSans-Bold" */
    uint32_t units_per_em;
    /* FontDescriptor, 1/1000 em, y up (ISO 32000-1 9.8) */
    double ascent, descent, cap_height, x_height, italic_angle, stem_v, bbox[4];
    bool is_fixed_pitch, is_bold;
    /* Set by ho_fonts_finish: */
    const struct ho_font_subset
        *subsets; /* [0] the base of the language, [1] the record's own, if any */
    size_t subset_count;
    const struct ho_font_glyph *used; /* the glyphs that the pages show, sorted by id */
    size_t used_count;
};

/* Finds a used glyph by id, NULL if the pages do not show it. */
const struct ho_font_glyph *ho_font_glyph_find(const struct ho_font *font, uint32_t id);

#endif
