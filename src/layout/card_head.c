/* The head of a card: which exercise, what for, which side. The number stands in a disc before the title, the side at
 * the end of its line; where the title would be left too little room, the side stands below.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/badge_priv.h"
#include "layout/piece_priv.h"

struct card_head {
    const struct ho_block *block;
    struct style style, number_style, below_style, aside_style;
    struct set_badge badge;
    const struct ho_lines *number, *title, *below, *aside;
    ho_pt disc, indent, room, side_width, side_height;
    bool is_side_below;
};

static void measure_side(struct setting *s, struct card_head *h)
{
    struct ho_inlines aside = {0};
    h->badge = set_badge(s, &h->block->badge, style_of(s, HO_TYPE_H3, HO_PAINT_INK));
    h->aside_style = style_of(s, HO_TYPE_H3, HO_PAINT_INK);
    h->aside_style.is_bold = false;
    h->aside_style.leading = h->style.leading; /* on the same baseline */
    for (size_t i = 0; i < h->block->aside.count; i++)
        ho_push(s->ctx->arena, &aside, h->block->aside.items[i]);
    h->aside = set_text(s, &aside, h->aside_style, 0, HO_ALIGN_START);
    h->side_width = h->badge.width > 0 ? h->badge.width : h->aside->widest;
    h->side_height = h->badge.width > 0    ? h->badge.height
                     : h->aside->count > 0 ? h->aside_style.leading
                                           : 0;
}

static void measure(struct setting *s, struct card_head *h, ho_pt width)
{
    const struct ho_block *block = h->block;
    h->style = style_of(s, HO_TYPE_H2, HO_PAINT_INK);
    h->number_style = h->style;
    h->number_style.size *= 16.0 / 18;
    h->number_style.paint = on_solid(s);
    h->below_style = style_of(s, HO_TYPE_BODY, HO_PAINT_SOFT);
    h->disc = ho_mm(10) * h->style.size / 18;
    h->indent = block->number.count ? h->disc + ho_mm(3) : 0;
    h->number = set_text(s, &block->number, h->number_style, 0, HO_ALIGN_START);
    measure_side(s, h);
    ho_pt room = width - h->indent, gap = h->side_width > 0 ? ho_mm(4) : 0;
    h->is_side_below = room - h->side_width - gap < 8 * h->style.size;
    if (!h->is_side_below)
        room -= h->side_width + gap;
    h->room = room;
    h->title = set_text(s, &block->text, h->style, room, HO_ALIGN_START);
    h->below = set_text(s, &block->below, h->below_style, room, HO_ALIGN_START);
}

static void put_number(struct setting *s, const struct card_head *h, struct frame frame,
                       struct piece *piece, ho_pt middle)
{
    ho_pt x = from_start(s, frame.x, frame.width, 0, h->disc);
    if (!h->number->count)
        return;
    put_number_disc(s, &piece->items, x + h->disc / 2, middle, h->disc / 2);
    put_tagged(s, &piece->items, HO_TAG_SPAN, h->number, h->number_style,
               x + (h->disc - h->number->widest) / 2,
               middle - h->number_style.leading / 2);
}

static void put_side(struct setting *s, const struct card_head *h, struct frame frame,
                     struct piece *piece, ho_pt y)
{
    ho_pt offset = h->is_side_below ? h->indent : frame.width - h->side_width;
    ho_pt x = from_start(s, frame.x, frame.width, offset, h->side_width);
    if (h->badge.width > 0)
        put_badge(s, &piece->items, &h->badge, x, y);
    else
        put_tagged(s, &piece->items, HO_TAG_SPAN, h->aside, h->aside_style, x, y);
}

void cut_card_head(struct setting *s, const struct ho_block *block, struct frame frame,
                   struct pieces *out)
{
    struct card_head h = {.block = block};
    measure(s, &h, frame.width);
    ho_pt title = height_of(h.title, h.style),
          below = height_of(h.below, h.below_style);
    ho_pt text = title + below, side = h.is_side_below ? h.side_height + HO_STEP : 0;
    ho_pt height = fmax(text, h.number->count ? h.disc : 0) + side;
    ho_pt x = from_start(s, frame.x, frame.width, h.indent, h.room);
    struct piece *piece = add_piece(s, out, frame, height, 2 * HO_STEP, block->at);
    ho_pt top = fmax(0, (height - side - text) / 2);
    ho_pt middle = top + fmax(h.style.leading, fmin(text, h.disc)) / 2;
    struct ho_element *heading =
        begin(s, &piece->items, block->level == 3 ? HO_TAG_H3 : HO_TAG_H2);
    put_heading_anchor(s, block, frame, piece);
    put_number(s, &h, frame, piece, middle);
    put_lines(s, &piece->items, h.title, h.style, x, top);
    if (h.side_width > 0)
        put_side(s, &h, frame, piece,
                 h.is_side_below     ? height - h.side_height
                 : h.badge.width > 0 ? fmax(0, middle - h.side_height / 2)
                                     : top);
    end(s, &piece->items, heading);
    put_tagged(s, &piece->items, HO_TAG_P, h.below, h.below_style, x, top + title);
    piece->keep_next = true;
}
