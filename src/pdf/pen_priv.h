/* pen_priv.h — paths and colours as operators, each state written only when it changes.
 * In: painted paths, in page space or in a drawing's own.  Out: operators in a text.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_PEN_PRIV_H
#define HO_PDF_PEN_PRIV_H

#include "base/str.h"
#include "page/drawing.h"

/* The graphics state that the operators written so far have set. Start it with
 * ho_pen_start. */
struct ho_pen {
    struct ho_text *out;
    const struct ho_palette *palette;
    const float (
        *recipes)[4];    /* by role: CMYK instead of the palette's sRGB; or NULL */
    struct ho_rect flip; /* height 0: points are written as they are; else turned into
                            this media box */
    int decimals;
    struct ho_ready *ready; /* NULL: colours and lines are spelled out; else they are
                               numbers, points are in its steps, and lines are added to
                               it */
    size_t line;            /* of ready->lines, that is set; SIZE_MAX: none */
    enum ho_role roles[2];  /* fill, stroke; HO_PAINT_NONE: none is set yet */
    bool is_line_known;
    double width, dash[2];
    enum ho_cap cap;
    enum ho_join join;
};

void ho_pen_start(struct ho_pen *pen, struct ho_text *out,
                  const struct ho_palette *palette, int decimals);
/* Sets the fill colour. */
void ho_pen_fill(struct ho_pen *pen, enum ho_role role);
/* Fills and strokes the path as `paint` says. */
void ho_pen_path(struct ho_pen *pen, const struct ho_path *path,
                 const struct ho_paint *paint);

#endif
