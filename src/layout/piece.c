/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <math.h>

#include "layout/kept_priv.h"

struct frame inside(struct frame frame, const struct ho_element *element)
{
    assert(frame.place.depth < DEEPEST);
    frame.place.elements[frame.place.depth++] = element;
    return frame;
}

struct piece *add_piece(struct setting *s, struct pieces *out, struct frame frame,
                        ho_pt height, ho_pt before, struct ho_span at)
{
    struct piece *piece = ho_new(s->ctx->arena, struct piece);
    piece->place = frame.place;
    piece->height = height;
    piece->before = before;
    piece->at = at;
    ho_push(s->ctx->arena, out, piece);
    return piece;
}

ho_pt stack_height(const struct pieces *pieces)
{
    ho_pt height = 0;
    for (size_t i = 0; i < pieces->count; i++)
        height += pieces->items[i]->height + (i ? pieces->items[i]->before : 0);
    return height;
}

void move_to(struct setting *s, struct ho_page *page, struct place *open,
             const struct place *to)
{
    int same = 0;
    while (same < open->depth && same < to->depth &&
           open->elements[same] == to->elements[same])
        same++;
    while (open->depth > same)
        ho_page_end(s->ctx->arena, page, open->elements[--open->depth]);
    while (open->depth < to->depth) {
        ho_page_begin(s->ctx->arena, page, to->elements[open->depth]);
        open->elements[open->depth] = to->elements[open->depth];
        open->depth++;
    }
}

static const struct ho_path *moved_path(struct setting *s, const struct ho_path *path,
                                        ho_pt dy)
{
    struct ho_path *copy = ho_new(s->ctx->arena, struct ho_path);
    *copy = *path;
    copy->points.items =
        ho_new_array(s->ctx->arena, struct ho_point, path->points.count + 1);
    for (size_t i = 0; i < path->points.count; i++)
        copy->points.items[i] =
            (struct ho_point){path->points.items[i].x, path->points.items[i].y + dy};
    return copy;
}

/* A figure tells where it stands: the same as an element further down. */
static const struct ho_element *moved_figure(struct setting *s,
                                             const struct ho_element *element, ho_pt dy)
{
    struct ho_element *copy = ho_new(s->ctx->arena, struct ho_element);
    *copy = *element;
    copy->box.y += dy;
    return copy;
}

/* An element and what stands for it further down the page. */
struct move {
    const struct ho_element *from, *to;
};

static const struct ho_element *moved_tag(struct setting *s, const struct ho_item *item,
                                          ho_pt dy, struct move *figure)
{
    const struct ho_element *element = item->as.element;
    if (item->kind == HO_ITEM_TAG_BEGIN && element->tag == HO_TAG_FIGURE)
        *figure = (struct move){element, moved_figure(s, element, dy)};
    return element == figure->from ? figure->to : element;
}

/* Puts the item `dy` further down the page; no figure stands in another. */
static void move(struct setting *s, struct ho_item *item, ho_pt dy, struct move *figure)
{
    switch (item->kind) {
    case HO_ITEM_GLYPHS: item->as.glyphs.y += dy; break;
    case HO_ITEM_PATH:
        item->as.path.path = moved_path(s, item->as.path.path, dy);
        break;
    case HO_ITEM_IMAGE: item->as.image.box.y += dy; break;
    case HO_ITEM_DRAWING: item->as.drawing.matrix.f += dy; break;
    case HO_ITEM_PLACED: item->as.placed.matrix.f += dy; break;
    case HO_ITEM_LINK: item->as.link.box.y += dy; break;
    case HO_ITEM_ANCHOR: item->as.anchor.y += dy; break;
    case HO_ITEM_TAG_BEGIN:
    case HO_ITEM_TAG_END: item->as.element = moved_tag(s, item, dy, figure); break;
    }
}

void put_piece(struct setting *s, struct ho_page *page, const struct piece *piece,
               ho_pt y, struct place *open)
{
    struct ho_arena *arena = s->ctx->arena;
    struct move figure = {0};
    size_t count = piece->items.items.count;
    move_to(s, page, open, &piece->place);
    ho_push(arena, &page->stretches,
            (struct ho_stretch){page->items.count, count, piece->number, y});
    for (size_t i = 0; i < piece->items.cuts.count; i++)
        ho_push(arena, &page->cuts, page->items.count + piece->items.cuts.items[i]);
    struct ho_item *items =
        ho_page_append(arena, page, piece->items.items.items, count);
    if (y < 0 || y > 0)
        for (size_t i = 0; i < count; i++)
            move(s, &items[i], y, &figure);
}

void put_pieces(struct setting *s, struct ho_page *page, const struct pieces *pieces,
                ho_pt y, const struct place *open)
{
    struct place now = *open;
    for (size_t i = 0; i < pieces->count; i++) {
        y += i ? pieces->items[i]->before : 0;
        put_piece(s, page, pieces->items[i], y, &now);
        y += pieces->items[i]->height;
    }
    move_to(s, page, &now, open);
}

static void cut_rule(struct setting *s, const struct ho_block *block,
                     struct frame frame, struct pieces *out)
{
    struct piece *piece = add_piece(s, out, frame, 0, HO_STEP, block->at);
    put_rule(s, &piece->items, frame.x, 0, frame.width, HO_PAINT_HAIRLINE, .75);
    piece->keep_next = true;
}

/* One line of a text alone on top of a page would look lost: its last two lines stay together. */
static void cut_group(struct setting *s, const struct ho_block *block,
                      struct frame frame, struct pieces *out)
{
    size_t first = out->count;
    cut_blocks(s, &block->children, frame, out);
    if (out->count > first + 1)
        out->items[out->count - 2]->keep_next = true;
}

void cut_block(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    size_t before = out->count;
    switch (block->kind) {
    case HO_BLOCK_HEADING:
    case HO_BLOCK_PARAGRAPH: cut_text(s, block, frame, out); break;
    case HO_BLOCK_STEPS:
    case HO_BLOCK_POINTS:
    case HO_BLOCK_BULLETS: cut_list(s, block, frame, out); break;
    case HO_BLOCK_TABLE: cut_table(s, block, frame, out); break;
    case HO_BLOCK_PANEL: cut_panel(s, block, frame, out); break;
    case HO_BLOCK_COLUMNS: cut_columns(s, block, frame, out); break;
    case HO_BLOCK_BALANCE: cut_balance(s, block, frame, out); break;
    case HO_BLOCK_GROUP: cut_group(s, block, frame, out); break;
    case HO_BLOCK_CARD_HEAD: cut_card_head(s, block, frame, out); break;
    case HO_BLOCK_DOSES: cut_doses(s, block, frame, out); break;
    case HO_BLOCK_FIGURES: cut_figures(s, block, frame, out); break;
    case HO_BLOCK_WRITE_IN: cut_write_in(s, block, frame, out); break;
    case HO_BLOCK_DIARY: cut_diary(s, block, frame, out); break;
    case HO_BLOCK_CODE: cut_code(s, block, frame, out); break;
    case HO_BLOCK_LOGO: cut_logo(s, block, frame, out); break;
    case HO_BLOCK_RULE: cut_rule(s, block, frame, out); break;
    }
    for (size_t i = before; i < out->count; i++)
        if (!out->items[i]->block)
            out->items[i]->block = block;
    for (size_t i = before; block->floats && i < out->count; i++)
        out->items[i]->floats = true;
    if (out->count > before && block->starts_page)
        out->items[before]->starts_page = true;
}

/* The height of the pieces from `first` on. */
static ho_pt height_from(const struct pieces *pieces, size_t first)
{
    ho_pt height = 0;
    for (size_t i = first; i < pieces->count; i++)
        height += pieces->items[i]->height;
    return height;
}

typedef void cutter(struct setting *s, const struct ho_block *block, struct frame frame,
                    struct pieces *out);

static void cut_each(struct setting *s, const struct ho_blocks_list *list,
                     struct frame frame, cutter *cut, struct pieces *out)
{
    ho_pt head = 0;
    for (size_t i = 0; i < list->count; i++) {
        size_t first = out->count;
        frame.head = head;
        cut(s, list->items[i], frame, out);
        head = list->items[i]->kind == HO_BLOCK_HEADING
                   ? height_from(out, first) + 2 * HO_STEP
                   : 0;
        enum ho_block_kind above = i ? list->items[i - 1]->kind : HO_BLOCK_PARAGRAPH;
        /* Below a box the white is as wide as above it; below points, as between them. */
        ho_pt least = above == HO_BLOCK_PANEL    ? 2 * HO_STEP
                      : above == HO_BLOCK_POINTS ? 3 * HO_STEP
                                                 : 0;
        if (out->count > first)
            out->items[first]->before = fmax(out->items[first]->before, least);
    }
}

void cut_blocks(struct setting *s, const struct ho_blocks_list *list,
                struct frame frame, struct pieces *out)
{
    cut_each(s, list, frame, cut_block, out);
}

void cut_body(struct setting *s, struct frame frame, struct pieces *out)
{
    cut_each(s, &s->blocks->body, frame, cut_or_recall, out);
}
