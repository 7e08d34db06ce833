/* Numbered steps, points of a picture, and bullets: L, LI, Lbl, LBody (ISO 32000-1 14.8.4.3.3).
 * SPDX-License-Identifier: MIT */
#include "layout/piece_priv.h"

/* comps.md, "Number disc": 7 mm as a call-out. */
static ho_pt point_disc(struct style style)
{
    return ho_mm(7) * style.size / 12;
}

static ho_pt indent_of(const struct ho_block *block, struct style style)
{
    switch (block->kind) {
    case HO_BLOCK_STEPS: return ho_mm(8) * style.size / 12.5;
    case HO_BLOCK_POINTS: return point_disc(style) + ho_mm(4);
    default: return ho_mm(4) * style.size / 12;
    }
}

static ho_pt gap_between(const struct ho_block *block, struct style style)
{
    if (block->kind == HO_BLOCK_POINTS)
        return 3 * HO_STEP;
    return style.leading > 12 ? HO_STEP : 0;
}

static ho_pt gap_above(const struct ho_block *block)
{
    return block->kind == HO_BLOCK_BULLETS ? HO_STEP : 2 * HO_STEP;
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
    ho_pt disc = point_disc(style);
    style.is_bold = true;
    style.paint = HO_PAINT_STRUCTURE;
    if (block->kind == HO_BLOCK_POINTS) {
        struct style lead = style_of(s, HO_TYPE_H3, HO_PAINT_INK);
        ho_pt x = from_start(s, frame.x, frame.width, 0, disc) + disc / 2;
        style.paint = on_solid(s);
        put_number_disc(s, &piece->items, x, lead.leading / 2, disc / 2);
        const struct ho_lines *lines = set_text(s, &label, style, 0, HO_ALIGN_START);
        put_tagged(s, &piece->items, HO_TAG_LBL, lines, style, x - lines->widest / 2,
                   (lead.leading - style.leading) / 2);
        return;
    }
    const struct ho_lines *lines = set_text(s, &label, style, 0, HO_ALIGN_START);
    put_tagged(s, &piece->items, HO_TAG_LBL, lines, style,
               from_start(s, frame.x, frame.width, 0, lines->widest), 0);
}

/* Where an item is being cut. */
struct item {
    const struct ho_block *block;
    struct frame list, item, body;
    size_t index;
    ho_pt indent, width;
    bool has_begun; /* its first line is there, with the label */
};

/* The lines of one text of the item. The first line of all holds the label too, so it stands in LI; the body is opened
 * inside it. */
static void cut_lines(struct setting *s, struct item *item,
                      const struct ho_lines *lines, struct style style,
                      struct style label, bool goes_on, struct pieces *out)
{
    for (size_t i = 0; i < lines->count; i++) {
        bool is_first = !item->has_begun;
        ho_pt before = !is_first     ? 0
                       : item->index ? gap_between(item->block, label)
                                     : gap_above(item->block);
        struct piece *piece = add_piece(s, out, is_first ? item->item : item->body,
                                        style.leading, before, item->block->at);
        const struct ho_element *inner =
            item->body.place.elements[item->body.place.depth - 1];
        if (is_first) {
            put_label(s, item->block, item->list, piece, label, item->index + 1);
            ho_page_begin(s->ctx->arena, &piece->items, inner);
        }
        put_line(
            s, &piece->items, &lines->lines[i], style,
            from_start(s, item->list.x, item->list.width, item->indent, item->width),
            0);
        if (is_first)
            ho_page_end(s->ctx->arena, &piece->items, inner);
        item->has_begun = true;
        piece->keep_next = goes_on || i + 1 < lines->count;
    }
}

static void cut_item(struct setting *s, const struct ho_block *block, struct frame list,
                     size_t index, struct style style, struct pieces *out)
{
    struct item item = {.block = block, .list = list, .index = index};
    item.item = inside(list, new_element(s, HO_TAG_LI));
    item.body = inside(item.item, new_element(s, HO_TAG_LBODY));
    item.indent = indent_of(block, style);
    item.width = list.width - item.indent;
    const struct ho_lines *lines =
        set_reading(s, &block->items.items[index], style, &item.width);
    if (index < block->leads.count) {
        struct style lead = style_of(s, HO_TYPE_H3, HO_PAINT_INK);
        cut_lines(
            s, &item,
            set_text(s, &block->leads.items[index], lead, item.width, HO_ALIGN_START),
            lead, style, lines->count > 0, out);
    }
    cut_lines(s, &item, lines, style, style, false, out);
}

/* A short list is one thing, such as the signs of one kind; of a long one no item stands alone on either page. `ends` is
 * where the items' pieces end. */
static void keep_items(const struct setting *s, struct pieces *out, size_t first,
                       const size_t *ends, size_t count)
{
    ho_pt third = (s->area.bottom - s->area.top) / 3, height = 0;
    for (size_t i = first; i < out->count; i++)
        height += out->items[i]->before + out->items[i]->height;
    for (size_t i = 0; i + 1 < count; i++)
        if (height <= third || i == 0 || i + 2 == count)
            out->items[ends[i] - 1]->keep_next = true;
}

void cut_list(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out)
{
    struct ho_element *element = new_element(s, HO_TAG_L);
    element->numbering =
        block->kind == HO_BLOCK_BULLETS ? HO_NUMBERING_DISC : HO_NUMBERING_DECIMAL;
    struct frame list = inside(frame, element);
    size_t *ends = ho_new_array(s->ctx->arena, size_t, block->items.count + 1);
    size_t first = out->count;
    for (size_t i = 0; i < block->items.count; i++) {
        cut_item(s, block, list, i, style_of(s, block->type, block->paint), out);
        ends[i] = out->count;
    }
    keep_items(s, out, first, ends, block->items.count);
}
