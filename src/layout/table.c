/* Tables: a piece a row, a hairline above each; the head stays with the first row. Where the columns are too narrow
 * for their words, each row stands one below the other instead: its first cell, then the others in lines below it.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/cell_priv.h"

static const ho_pt gutter = 8; /* pt between columns */

/* Offset and width of a column. */
static ho_pt column(const struct ho_block *block, struct frame frame, size_t index,
                    ho_pt *width)
{
    double all = 0, before = 0;
    for (size_t i = 0; i < block->shares.count; i++) {
        all += block->shares.items[i];
        before += i < index ? block->shares.items[i] : 0;
    }
    ho_pt whole = frame.width + gutter;
    *width = whole * block->shares.items[index] / all - gutter;
    return whole * before / all;
}

static struct style style_of_row(const struct setting *s, const struct ho_block *block,
                                 bool is_head)
{
    return style_of(s, block->type, is_head ? HO_PAINT_SOFT : HO_PAINT_INK);
}

/* A short table has room for larger pictures and more white; a long one, or larger type, would go on on the next page. */
static bool is_airy(const struct setting *s, const struct ho_block *block)
{
    return block->rows.count <= 3 && s->geometry->edition == HO_EDITION_STANDARD;
}

static ho_pt pad_of(const struct setting *s, const struct ho_block *block)
{
    return is_airy(s, block) ? 8 : 5;
}

/* A picture needs its width and as much again for the words beside it. */
static ho_pt picture_width(const struct setting *s, const struct ho_block *block,
                           struct frame frame)
{
    return frame.width < ho_mm(150) ? 0 : ho_mm(is_airy(s, block) ? 38 : 34);
}

static struct set_cell set_column(struct setting *s, const struct ho_block *block,
                                  const struct ho_row *row, bool is_head,
                                  struct frame frame, size_t index)
{
    bool is_last = index + 1 == row->cells.count;
    ho_pt width;
    column(block, frame, index, &width);
    return set_cell(s, &row->cells.items[index], style_of_row(s, block, is_head), width,
                    is_last && block->last_is_numeric ? HO_ALIGN_END : HO_ALIGN_START,
                    picture_width(s, block, frame));
}

static struct piece *cut_row(struct setting *s, const struct ho_block *block,
                             const struct ho_row *row, bool is_head, struct frame frame,
                             struct pieces *out)
{
    struct set_cell *cells =
        ho_new_array(s->ctx->arena, struct set_cell, row->cells.count);
    struct frame own = inside(frame, new_element(s, HO_TAG_TR));
    ho_pt height = 0, width, pad = is_head ? 2.5 : pad_of(s, block);
    for (size_t i = 0; i < row->cells.count; i++) {
        cells[i] = set_column(s, block, row, is_head, frame, i);
        height = fmax(height, cells[i].height);
    }
    struct piece *piece =
        add_piece(s, out, own, height + 2 * pad, is_head ? 2 * HO_STEP : 0, row->at);
    if (!is_head)
        put_rule(s, &piece->items, frame.x, 0, frame.width, HO_PAINT_HAIRLINE, .75);
    for (size_t i = 0; i < row->cells.count; i++) {
        ho_pt offset = column(block, frame, i, &width);
        struct ho_element *cell =
            begin(s, &piece->items, is_head ? HO_TAG_TH : HO_TAG_TD);
        cell->scope = is_head ? HO_SCOPE_COLUMN : HO_SCOPE_NONE;
        put_cell_parts(s, &piece->items, &cells[i],
                       from_start(s, frame.x, frame.width, offset, width), pad, height);
        end(s, &piece->items, cell);
    }
    return piece;
}

/* ---- rows one below the other ---- */

/* Where a cell stands in the lines below the first one. */
struct spot {
    ho_pt x, y;
};

/* A row, all of its cells in one line each but the first, whose text has the width. */
static struct set_cell *set_free_cells(struct setting *s, const struct ho_block *block,
                                       const struct ho_row *row, struct frame frame)
{
    struct set_cell *cells =
        ho_new_array(s->ctx->arena, struct set_cell, row->cells.count);
    struct style style = style_of_row(s, block, false);
    for (size_t i = 0; i < row->cells.count; i++)
        cells[i] = set_cell(s, &row->cells.items[i], style, i ? 0 : frame.width,
                            HO_ALIGN_START, picture_width(s, block, frame));
    return cells;
}

/* The widest cell of each column after the first, if so a line takes one of each; else NULL: every row then has its own
 * places. */
static const ho_pt *common_widths(struct setting *s, const struct ho_block *block,
                                  struct frame frame)
{
    ho_pt *widths = ho_new_array(s->ctx->arena, ho_pt, block->shares.count), sum = 0;
    ho_pt room = frame.width;
    for (size_t r = 0; r < block->rows.count; r++) {
        const struct ho_row *row = &block->rows.items[r];
        const struct set_cell *cells = set_free_cells(s, block, row, frame);
        room = fmin(room, frame.width - cells[0].start);
        for (size_t i = 1; i < row->cells.count; i++)
            widths[i] = fmax(widths[i], cells[i].natural);
    }
    for (size_t i = 1; i < block->shares.count; i++)
        sum += widths[i] + (i > 1 ? 2 * gutter : 0);
    return sum <= room ? widths : NULL;
}

/* The cells after the first, in lines that fill `width`; returns their height. */
static ho_pt arrange(const struct set_cell *cells, size_t count, ho_pt width,
                     const ho_pt *widths, struct spot *spots)
{
    ho_pt x = 0, y = 0, line = 0;
    for (size_t i = 1; i < count; i++) {
        if (!widths && x > 0 && x + cells[i].natural > width) {
            x = 0;
            y += line + HO_STEP;
            line = 0;
        }
        spots[i] = (struct spot){x, y};
        x += (widths ? widths[i] : cells[i].natural) + 2 * gutter;
        line = fmax(line, cells[i].height);
    }
    return count > 1 ? y + line : 0;
}

static void cut_stacked_row(struct setting *s, const struct ho_block *block,
                            const struct ho_row *row, struct frame frame,
                            const ho_pt *widths, struct pieces *out)
{
    size_t count = row->cells.count;
    struct set_cell *cells = set_free_cells(s, block, row, frame);
    struct spot *spots = ho_new_array(s->ctx->arena, struct spot, count);
    struct frame own = inside(frame, new_element(s, HO_TAG_TR));
    ho_pt start = cells[0].start, room = frame.width - start;
    ho_pt rest = arrange(cells, count, room, widths, spots), first = cells[0].height;
    ho_pt between = rest > 0 ? 2 * HO_STEP : 0, pad = pad_of(s, block);
    struct piece *piece =
        add_piece(s, out, own, first + between + rest + 2 * pad,
                  row == block->rows.items ? 2 * HO_STEP : 0, row->at);
    put_rule(s, &piece->items, frame.x, 0, frame.width, HO_PAINT_HAIRLINE, .75);
    for (size_t i = 0; i < count; i++) {
        struct ho_element *cell = begin(s, &piece->items, i ? HO_TAG_TD : HO_TAG_TH);
        ho_pt width = i ? cells[i].natural : frame.width;
        cell->scope = i ? HO_SCOPE_NONE : HO_SCOPE_ROW;
        cells[i].width = width;
        put_cell_parts(
            s, &piece->items, &cells[i],
            from_start(s, frame.x, frame.width, i ? start + spots[i].x : 0, width),
            pad + (i ? first + between + spots[i].y : 0), cells[i].height);
        end(s, &piece->items, cell);
    }
}

/* Whether a word does not fit its column: nothing is reported, there is another way to set it. */
static bool is_too_narrow(struct setting *s, const struct ho_block *block,
                          struct frame frame)
{
    bool was_trying = s->is_trying, was_wide = s->is_wide;
    s->is_trying = true;
    s->is_wide = false;
    for (size_t i = 0; i < block->head.cells.count; i++)
        set_column(s, block, &block->head, true, frame, i);
    for (size_t r = 0; r < block->rows.count && !s->is_wide; r++)
        for (size_t i = 0; i < block->rows.items[r].cells.count; i++)
            set_column(s, block, &block->rows.items[r], false, frame, i);
    bool is_wide = s->is_wide;
    s->is_trying = was_trying;
    s->is_wide = was_wide;
    return is_wide;
}

void cut_table(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    struct frame table = inside(frame, new_element(s, HO_TAG_TABLE));
    struct frame head = inside(table, new_element(s, HO_TAG_THEAD));
    struct frame body = inside(table, new_element(s, HO_TAG_TBODY));
    struct piece *head_row = NULL;
    bool is_stacked = is_too_narrow(s, block, frame);
    if (block->head.cells.count && !is_stacked) {
        head_row = cut_row(s, block, &block->head, true, head, out);
        head_row->keep_next = true;
    }
    size_t first = out->count;
    const ho_pt *widths = is_stacked ? common_widths(s, block, body) : NULL;
    for (size_t i = 0; i < block->rows.count; i++)
        if (is_stacked)
            cut_stacked_row(s, block, &block->rows.items[i], body, widths, out);
        else
            cut_row(s, block, &block->rows.items[i], false, body, out)->head =
                i > 0 ? head_row : NULL;
    if (out->count > first) {
        struct piece *last = out->items[out->count - 1];
        put_rule(s, &last->items, frame.x, last->height, frame.width, HO_PAINT_HAIRLINE,
                 .75);
    }
}
