/* Columns: blocks side by side; and a balance: blocks in two columns, as even as their order allows.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

struct column {
    const struct ho_block *block;
    double share;
    struct pieces pieces;
};

/* What a column needs for its words to stand in, or its pictures to be seen (page.md, "Grid and type": 30 characters a
 * line in large; comps.md, "Large print": halves and thirds stack). */
static ho_pt least_width(struct setting *s, const struct ho_block *block)
{
    static const double ems[] = {
        [HO_EDITION_STANDARD] = 12, [HO_EDITION_LARGE] = 15, [HO_EDITION_GIANT] = 12};
    ho_pt size = style_of(s, HO_TYPE_BODY, HO_PAINT_INK).size;
    if (block->kind == HO_BLOCK_DOSES)
        return doses_least_width(s, block);
    if (block->kind == HO_BLOCK_FIGURES)
        return figures_least_width(s, block);
    if (block->kind == HO_BLOCK_LOGO)
        return 0; /* it becomes as small as its room */
    return ems[s->geometry->edition] * size;
}

/* A figure that is missing gives its room to its neighbours. */
static bool is_empty(const struct ho_block *block)
{
    if (block->kind != HO_BLOCK_FIGURES)
        return false;
    for (size_t i = 0; i < block->pictures.count; i++)
        if (block->pictures.items[i].picture.figure)
            return false;
    return true;
}

/* A panel alone in its column is made as tall as the row; badges stand in its middle, beside their picture. */
static void put_column(struct setting *s, struct piece *row, struct column *column,
                       const struct place *place)
{
    struct pieces *pieces = &column->pieces;
    ho_pt y = 0;
    if (pieces->count == 1 && pieces->items[0]->panel)
        stretch_panel(s, pieces->items[0], row->height);
    if (column->block->kind == HO_BLOCK_DOSES)
        y = (row->height - stack_height(pieces)) / 2;
    put_pieces(s, &row->items, pieces, y, place);
}

static const ho_pt gutter_mm = 4;

void cut_columns(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out)
{
    struct column *columns =
        ho_new_array(s->ctx->arena, struct column, block->children.count);
    ho_pt gutter = ho_mm(gutter_mm), offset = 0, height = 0;
    bool is_too_narrow = false;
    bool is_look = true; /* pictures and badges: they stay with their words */
    size_t count = 0;
    double all = 0;

    for (size_t i = 0; i < block->children.count; i++) {
        const struct ho_block *child = block->children.items[i];
        if (is_empty(child))
            continue;
        columns[count++] =
            (struct column){.block = child, .share = block->shares.items[i]};
        all += block->shares.items[i];
    }
    ho_pt room = frame.width - gutter * (double)(count - 1);
    for (size_t i = 0; i < count; i++)
        is_too_narrow |=
            room * columns[i].share / all < least_width(s, columns[i].block);
    if (is_too_narrow) {
        cut_blocks(s, &block->children, frame, out);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct frame column = frame;
        column.width = room * columns[i].share / all;
        column.x = from_start(s, frame.x, frame.width, offset, column.width);
        offset += column.width + gutter;
        cut_block(s, columns[i].block, column, &columns[i].pieces);
        height = fmax(height, stack_height(&columns[i].pieces));
        is_look &= columns[i].block->kind == HO_BLOCK_FIGURES ||
                   columns[i].block->kind == HO_BLOCK_DOSES;
    }
    struct piece *piece =
        add_piece(s, out, frame, height, is_look ? HO_STEP : 2 * HO_STEP, block->at);
    piece->keep_next = is_look;
    for (size_t i = 0; i < count; i++)
        put_column(s, piece, &columns[i], &frame.place);
}

/* ---- two columns, balanced ---- */

/* Panels of the shorter column share what it lacks. */
static void stretch_panels(struct setting *s, struct pieces *pieces, ho_pt height)
{
    size_t panels = 0;
    ho_pt more = height - stack_height(pieces);
    for (size_t i = 0; i < pieces->count; i++)
        panels += pieces->items[i]->panel != NULL;
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->items[i]->panel)
            stretch_panel(s, pieces->items[i],
                          pieces->items[i]->height + more / (double)panels);
}

/* The children from `first` to `end` one below the other. */
static struct pieces cut_some(struct setting *s, const struct ho_block *block,
                              size_t first, size_t end, struct frame frame)
{
    struct pieces pieces = {0};
    struct ho_blocks_list some = {0};
    for (size_t i = first; i < end; i++)
        ho_push(s->ctx->arena, &some, block->children.items[i]);
    cut_blocks(s, &some, frame, &pieces);
    return pieces;
}

static ho_pt range_height(const struct pieces *pieces, size_t first, size_t end)
{
    struct pieces range = *pieces;
    range.items += first;
    range.count = end - first;
    return stack_height(&range);
}

/* How many children the first column takes, so that the taller of both is as low as can be. */
static size_t find_middle(struct setting *s, const struct ho_block *block,
                          struct frame frame)
{
    size_t count = block->children.count, best = 1;
    size_t *ends = ho_new_array(s->ctx->arena, size_t, count);
    struct pieces all = {0};
    bool was_trying = s->is_trying;
    ho_pt least = INFINITY;
    s->is_trying = true; /* it is cut again, and complains then */
    for (size_t i = 0; i < count; i++) {
        cut_block(s, block->children.items[i], frame, &all);
        ends[i] = all.count;
    }
    s->is_trying = was_trying;
    for (size_t middle = 1; middle < count; middle++) {
        ho_pt height = fmax(range_height(&all, 0, ends[middle - 1]),
                            range_height(&all, ends[middle - 1], all.count));
        if (height < least) {
            least = height;
            best = middle;
        }
    }
    return best;
}

void cut_balance(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out)
{
    enum { EMS = 20 }; /* a column of running text */
    ho_pt width = (frame.width - ho_mm(gutter_mm)) / 2, height = 0;
    struct frame columns[2] = {frame, frame};
    struct pieces pieces[2];
    if (block->children.count < 2 ||
        width < EMS * style_of(s, HO_TYPE_BODY, HO_PAINT_INK).size) {
        cut_blocks(s, &block->children, frame, out);
        return;
    }
    columns[0].width = columns[1].width = width;
    columns[0].x = from_start(s, frame.x, frame.width, 0, width);
    columns[1].x = from_start(s, frame.x, frame.width, frame.width - width, width);
    size_t middle = find_middle(s, block, columns[0]);
    pieces[0] = cut_some(s, block, 0, middle, columns[0]);
    pieces[1] = cut_some(s, block, middle, block->children.count, columns[1]);
    for (int i = 0; i < 2; i++)
        height = fmax(height, stack_height(&pieces[i]));
    bool is_boxed = pieces[0].items[0]->panel != NULL;
    struct piece *piece =
        add_piece(s, out, frame, height, is_boxed ? 2 * HO_STEP : HO_STEP, block->at);
    for (int i = 0; i < 2; i++) {
        stretch_panels(s, &pieces[i], height);
        put_pieces(s, &piece->items, &pieces[i], 0, &frame.place);
    }
}
