/* Tables: a piece a row, a hairline above each; the head stays with the first row.
 * SPDX-License-Identifier: MIT */
#include "layout/piece_priv.h"

enum { PAD = 8 };              /* pt above and below the text of a row */
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

static void put_cell(struct setting *s, struct piece *piece, enum ho_tag tag,
                     const struct ho_lines *lines, struct style style, ho_pt x, ho_pt y)
{
    struct ho_element *cell = begin(s, &piece->items, tag);
    if (tag == HO_TAG_TH)
        cell->scope = HO_SCOPE_COLUMN;
    put_lines(s, &piece->items, lines, style, x, y);
    end(s, &piece->items, cell);
}

static struct piece *cut_row(struct setting *s, const struct ho_block *block,
                             const struct ho_row *row, bool is_head, struct frame frame,
                             struct pieces *out)
{
    struct style style =
        style_of(s, block->type, is_head ? HO_PAINT_SOFT : HO_PAINT_INK);
    const struct ho_lines **cells =
        ho_new_array(s->ctx->arena, const struct ho_lines *, row->cells.count);
    struct frame own = inside(frame, new_element(s, HO_TAG_TR));
    ho_pt height = 0, width;

    for (size_t i = 0; i < row->cells.count; i++) {
        bool is_last = i + 1 == row->cells.count;
        column(block, frame, i, &width);
        cells[i] =
            set_text(s, &row->cells.items[i], style, width,
                     is_last && block->last_is_numeric ? HO_ALIGN_END : HO_ALIGN_START);
        height =
            height_of(cells[i], style) > height ? height_of(cells[i], style) : height;
    }
    ho_pt pad = is_head ? PAD / 2 : PAD;
    struct piece *piece =
        add_piece(s, out, own, height + 2 * pad, is_head ? 2 * HO_STEP : 0, row->at);
    if (!is_head)
        put_rule(s, &piece->items, frame.x, 0, frame.width, HO_PAINT_HAIRLINE, .75);
    for (size_t i = 0; i < row->cells.count; i++) {
        ho_pt offset = column(block, frame, i, &width);
        put_cell(s, piece, is_head ? HO_TAG_TH : HO_TAG_TD, cells[i], style,
                 from_start(s, frame.x, frame.width, offset, width),
                 pad + (height - height_of(cells[i], style)) / 2);
    }
    return piece;
}

void cut_table(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    struct frame table = inside(frame, new_element(s, HO_TAG_TABLE));
    struct frame head = inside(table, new_element(s, HO_TAG_THEAD));
    struct frame body = inside(table, new_element(s, HO_TAG_TBODY));
    struct piece *head_row = NULL;
    if (block->head.cells.count) {
        head_row = cut_row(s, block, &block->head, true, head, out);
        head_row->keep_next = true;
    }
    for (size_t i = 0; i < block->rows.count; i++) {
        struct piece *piece =
            cut_row(s, block, &block->rows.items[i], false, body, out);
        piece->head = i > 0 ? head_row : NULL;
        if (i + 1 == block->rows.count)
            put_rule(s, &piece->items, frame.x, piece->height, frame.width,
                     HO_PAINT_HAIRLINE, .75);
    }
}
