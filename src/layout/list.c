/* Numbered steps and bullets: L, LI, Lbl, LBody (ISO 32000-1 14.8.4.3.3).
 * SPDX-License-Identifier: MIT */
#include "layout/piece_priv.h"

static ho_pt indent_of(const struct ho_block *block, struct style style)
{
    return block->kind == HO_BLOCK_STEPS ? ho_mm(8) * style.size / 12.5
                                         : ho_mm(4) * style.size / 12;
}

static void put_label(struct setting *s, const struct ho_block *block,
                      struct frame frame, struct piece *piece, struct style style,
                      size_t number)
{
    if (block->kind == HO_BLOCK_BULLETS) {
        ho_pt radius = style.size * .2;
        put_disc(s, &piece->items,
                 from_start(s, frame.x, frame.width, 0, 2 * radius) + radius,
                 style.leading / 2, radius, HO_PAINT_STRUCTURE);
        return;
    }
    struct ho_inlines label = {0};
    ho_push(s->ctx->arena, &label,
            (struct ho_inline){.text = ho_format(s->ctx->arena, "%zu", number),
                               .at = block->at});
    style.is_bold = true;
    style.paint = HO_PAINT_STRUCTURE;
    const struct ho_lines *lines = set_text(s, &label, style, 0, HO_ALIGN_START);
    put_tagged(s, &piece->items, HO_TAG_LBL, lines, style,
               from_start(s, frame.x, frame.width, 0, lines->widest), 0);
}

static void cut_item(struct setting *s, const struct ho_block *block, struct frame list,
                     size_t index, struct style style, struct pieces *out)
{
    struct frame item = inside(list, new_element(s, HO_TAG_LI));
    struct frame body = inside(item, new_element(s, HO_TAG_LBODY));
    ho_pt indent = indent_of(block, style), width = list.width - indent;
    const struct ho_lines *lines =
        set_text(s, &block->items.items[index], style, width, HO_ALIGN_START);
    ho_pt gap = style.leading > 12 ? HO_STEP : 0;

    for (size_t i = 0; i < lines->count; i++) {
        /* The first line holds the label too, so it stands in LI; the body is opened
         * inside it. */
        struct piece *piece = add_piece(s, out, i ? body : item, style.leading,
                                        i       ? 0
                                        : index ? gap
                                                : 2 * HO_STEP,
                                        block->at);
        const struct ho_element *inner = body.place.elements[body.place.depth - 1];
        if (i == 0) {
            put_label(s, block, list, piece, style, index + 1);
            ho_page_begin(s->ctx->arena, &piece->items, inner);
        }
        put_line(s, &piece->items, &lines->lines[i], style,
                 from_start(s, list.x, list.width, indent, width), 0);
        if (i == 0)
            ho_page_end(s->ctx->arena, &piece->items, inner);
        piece->keep_next = i + 1 < lines->count;
    }
}

void cut_list(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out)
{
    struct ho_element *element = new_element(s, HO_TAG_L);
    element->numbering =
        block->kind == HO_BLOCK_STEPS ? HO_NUMBERING_DECIMAL : HO_NUMBERING_DISC;
    struct frame list = inside(frame, element);
    for (size_t i = 0; i < block->items.count; i++)
        cut_item(s, block, list, i, style_of(s, block->type, block->paint), out);
}
