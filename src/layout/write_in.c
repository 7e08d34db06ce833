/* Words, and lines to write on after them: the first in the rest of their line, the others below.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

void cut_write_in(struct setting *s, const struct ho_block *block, struct frame frame,
                  struct pieces *out)
{
    struct style style = style_of(s, block->type, HO_PAINT_INK);
    const struct ho_lines *words =
        set_text(s, &block->text, style, frame.width, HO_ALIGN_START);
    /* Handwriting needs more room than print. */
    ho_pt line = fmax(style.leading + 2 * HO_STEP, ho_mm(9));
    ho_pt gap = style.size * .35, after = words->widest + gap;
    /* Too little would be left: then all lines stand below. */
    bool is_beside = words->count == 1 && frame.width - after > ho_mm(30);
    ho_pt top = is_beside ? line - style.leading - HO_STEP : 0;
    ho_pt above = is_beside ? 0 : height_of(words, style);
    struct piece *piece =
        add_piece(s, out, frame, above + line * block->lines, HO_STEP, block->at);
    put_tagged(s, &piece->items, HO_TAG_P, words, style,
               from_start(s, frame.x, frame.width, 0, frame.width), top);
    for (int i = 0; i < block->lines; i++) {
        ho_pt offset = i == 0 && is_beside ? after : 0, width = frame.width - offset;
        put_rule(s, &piece->items, from_start(s, frame.x, frame.width, offset, width),
                 above + line * (i + 1) - HO_STEP - style.leading * .2, width,
                 HO_PAINT_INK, 1.25);
    }
}
