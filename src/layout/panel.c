/* Panels: children in a box that no page break divides.
 * SPDX-License-Identifier: MIT */
#include "layout/piece_priv.h"

static struct ho_paint paint_of(const struct setting *s, enum ho_panel panel)
{
    static const struct ho_paint paints[] = {
        [HO_PANEL_FILLED] = {.fill = HO_PAINT_PANEL,
                             .stroke = HO_PAINT_HAIRLINE,
                             .width = .75},
        [HO_PANEL_TINT] = {.fill = HO_PAINT_TINT,
                           .stroke = HO_PAINT_STRUCTURE,
                           .width = 1},
        [HO_PANEL_CARD] = {.stroke = HO_PAINT_EDGE, .width = .75},
        [HO_PANEL_STOP] = {.stroke = HO_PAINT_INK, .width = 1.25}};
    struct ho_paint paint = paints[panel];
    paint.width = weigh(s, paint.width);
    return paint;
}

static const struct ho_path *box_path(struct setting *s, struct ho_rect box)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_rounded(s->ctx->arena, path, box, ho_mm(3));
    return path;
}

void stretch_panel(struct setting *s, struct piece *piece, ho_pt height)
{
    piece->box.height = piece->height = height;
    /* The background is the piece's first item. */
    piece->items.items.items[0].as.path.path = box_path(s, piece->box);
}

/* The shape grows with the text that it stands for. */
static ho_pt icon_width(const struct setting *s, const struct ho_block *block)
{
    ho_pt size = style_of(s, HO_TYPE_BODY, HO_PAINT_INK).size;
    if (block->icon == HO_ICON_NONE)
        return 0;
    return ho_mm(block->panel == HO_PANEL_STOP ? 10 : 9) * size / 12;
}

/* What begins with a picture and one step at the foot of a page is hard to follow: half a page stays together. */
static void keep_together(const struct setting *s, const struct pieces *pieces,
                          size_t first)
{
    ho_pt half = (s->area.bottom - s->area.top) / 2, height = 0;
    for (size_t i = first; i + 1 < pieces->count; i++) {
        height += pieces->items[i]->before + pieces->items[i]->height;
        if (height > half)
            return;
        pieces->items[i]->keep_next = true;
    }
}

/* A box taller than a page is no box: its children flow, without an outline (comps.md, "Large print"). A card then begins
 * a page, so that what it looks like is on one page, and what to do on the next. */
static void cut_open(struct setting *s, const struct ho_block *block,
                     struct frame frame, struct pieces *out)
{
    size_t first = out->count;
    cut_blocks(s, &block->children, frame, out);
    if (out->count > first) {
        out->items[first]->before = 4 * HO_STEP;
        out->items[first]->starts_page =
            block->children.items[0]->kind == HO_BLOCK_CARD_HEAD;
        keep_together(s, out, first);
    }
}

/* Cuts the children to be no taller than `room`, if their pictures can give way for that and still be read; returns the
 * height of what was cut. */
static ho_pt cut_children(struct setting *s, const struct ho_block *block,
                          struct frame frame, ho_pt room, struct pieces *pieces)
{
    static const double shares[] = {1, .9, .8, .7};
    double was = s->picture_share;
    ho_pt height = 0;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        *pieces = (struct pieces){0};
        s->picture_share = shares[i];
        cut_blocks(s, &block->children, frame, pieces);
        height = stack_height(pieces);
        if (height <= room)
            break;
    }
    s->picture_share = was;
    return height;
}

void cut_panel(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    /* A line's box is taller than its words, so that this looks like the 4 mm beside them. */
    ho_pt side = ho_mm(4), pad = 1.5 * HO_STEP, icon = icon_width(s, block);
    struct frame own = inside(frame, new_element(s, HO_TAG_DIV));
    struct frame inner = own;
    struct pieces pieces = {0};
    ho_pt lead = side + (icon > 0 ? icon + ho_mm(3) : 0);

    inner.width = frame.width - lead - side;
    inner.x = from_start(s, frame.x, frame.width, lead, inner.width);
    ho_pt room = s->area.bottom - s->area.top - frame.head - 2 * pad;
    ho_pt content = cut_children(s, block, inner, room, &pieces);
    ho_pt height = content > icon ? content : icon;
    if (height > room) {
        cut_open(s, block, inside(frame, new_element(s, HO_TAG_DIV)), out);
        return;
    }
    struct piece *piece =
        add_piece(s, out, own, height + 2 * pad, 2 * HO_STEP, block->at);
    piece->panel = block;
    piece->keep_next = block->keeps_next;
    piece->box = (struct ho_rect){frame.x, 0, frame.width, piece->height};
    ho_page_path(s->ctx->arena, &piece->items, box_path(s, piece->box),
                 paint_of(s, block->panel));
    if (icon > 0)
        put_icon(s, &piece->items, block->icon,
                 from_start(s, frame.x, frame.width, side, icon) + icon / 2,
                 block->panel == HO_PANEL_STOP ? piece->height / 2 : pad + icon / 2,
                 icon);
    put_pieces(s, &piece->items, &pieces, pad + (height - content) / 2, &own.place);
}
