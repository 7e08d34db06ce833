/* A code to scan, with its address beside it: who cannot scan can type.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "image/image.h"
#include "layout/piece_priv.h"

/* A phone finds a module of half a millimetre at arm's length, and all of it stays legible on a bad copy. */
static ho_pt find_size(const struct ho_art *code)
{
    return fmax(ho_mm(24), ho_mm(.5) * code->width);
}

/* An address breaks at its slashes only; one that is too wide in body type may fit in small print. */
static const struct ho_lines *set_address(struct setting *s,
                                          const struct ho_block *block, ho_pt width,
                                          struct style *style)
{
    bool was_trying = s->is_trying, was_wide = s->is_wide;
    *style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK);
    s->is_trying = true;
    s->is_wide = false;
    set_text(s, &block->below, *style, width, HO_ALIGN_START);
    if (s->is_wide)
        *style = style_of(s, HO_TYPE_SMALL, HO_PAINT_INK);
    s->is_trying = was_trying;
    s->is_wide = was_wide;
    return set_text(s, &block->below, *style, width, HO_ALIGN_START);
}

void cut_code(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out)
{
    struct style style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK), address_style;
    const struct ho_art *code;
    if (!ho_code_make(s->ctx, block->uri, &code)) {
        s->ok = false;
        return;
    }
    ho_pt size = find_size(code), room = frame.width - size - ho_mm(2);
    const struct ho_lines *text =
        set_text(s, &block->text, style, room, HO_ALIGN_START);
    const struct ho_lines *address = set_address(s, block, room, &address_style);
    ho_pt words = height_of(text, style) + height_of(address, address_style),
          height = fmax(size, words), y = (height - words) / 2;
    ho_pt x = from_start(s, frame.x, frame.width, frame.width - room, room);
    struct piece *piece = add_piece(s, out, frame, height, 2 * HO_STEP, block->at);
    put_tagged(s, &piece->items, HO_TAG_P, text, style, x, y);
    put_tagged(s, &piece->items, HO_TAG_P, address, address_style, x,
               y + height_of(text, style));
    put_art(s, &piece->items, code, block->alt,
            (struct ho_rect){from_start(s, frame.x, frame.width, 0, size),
                             (height - size) / 2, size, size});
}
