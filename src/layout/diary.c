/* A table to write in: one piece, so that no week is torn. Its labels are row heads, its other cells are empty.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

static const double label_share =
    57.0 / 176; /* comps.md: 57 mm, then seven days of 17 mm */

struct diary {
    const struct ho_block *block;
    struct frame frame;
    struct style style, head_style;
    ho_pt label, day, row, head;
    size_t days;
};

/* Whether the names of the days fit above their columns. */
static bool days_fit(struct setting *s, const struct diary *d)
{
    for (size_t i = 1; i < d->block->head.cells.count; i++)
        if (set_text(s, &d->block->head.cells.items[i].text, d->head_style, 0,
                     HO_ALIGN_START)
                ->widest > d->day - 2)
            return false;
    return true;
}

static struct diary measure(struct setting *s, const struct ho_block *block,
                            struct frame frame)
{
    struct diary d = {.block = block, .frame = frame};
    d.style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK);
    d.head_style = d.style;
    d.head_style.is_bold = true;
    d.days = block->head.cells.count - 1;
    d.label = frame.width * label_share;
    d.day = (frame.width - d.label) / (double)d.days;
    d.row = d.head = d.style.leading + HO_STEP;
    if (!days_fit(s, &d)) {
        d.head_style = style_of(s, HO_TYPE_SMALL, HO_PAINT_INK);
        d.head_style.is_bold = true;
    }
    return d;
}

static ho_pt x_of(const struct setting *s, const struct diary *d, size_t column,
                  ho_pt *width)
{
    ho_pt offset = column ? d->label + (double)(column - 1) * d->day : 0;
    *width = column ? d->day : d->label;
    return from_start(s, d->frame.x, d->frame.width, offset, *width);
}

static void put_text(struct setting *s, struct piece *piece, const struct diary *d,
                     const struct ho_inlines *text, struct style style, size_t column,
                     ho_pt y)
{
    ho_pt width, x = x_of(s, d, column, &width), pad = column ? 0 : HO_STEP;
    const struct ho_lines *lines = set_text(s, text, style, width - 2 * pad,
                                            column ? HO_ALIGN_CENTRE : HO_ALIGN_START);
    put_lines(s, &piece->items, lines, style, x + pad, y);
}

static ho_pt height_of_row(struct setting *s, const struct diary *d,
                           const struct ho_row *row)
{
    const struct ho_lines *lines = set_text(s, &row->cells.items[0].text, d->style,
                                            d->label - 2 * HO_STEP, HO_ALIGN_START);
    return fmax(d->row, height_of(lines, d->style) + HO_STEP);
}

static void put_head(struct setting *s, struct piece *piece, const struct diary *d)
{
    const struct ho_row *head = &d->block->head;
    struct ho_element *group = begin(s, &piece->items, HO_TAG_THEAD);
    struct ho_element *row = begin(s, &piece->items, HO_TAG_TR);
    for (size_t i = 0; i < head->cells.count; i++) {
        struct ho_element *cell = begin(s, &piece->items, HO_TAG_TH);
        cell->scope = HO_SCOPE_COLUMN;
        put_text(s, piece, d, &head->cells.items[i].text, d->head_style, i,
                 (d->head - d->head_style.leading) / 2);
        end(s, &piece->items, cell);
    }
    end(s, &piece->items, row);
    end(s, &piece->items, group);
}

static void put_row(struct setting *s, struct piece *piece, const struct diary *d,
                    const struct ho_row *row, ho_pt y)
{
    struct ho_element *line = begin(s, &piece->items, HO_TAG_TR);
    struct ho_element *label = begin(s, &piece->items, HO_TAG_TH);
    label->scope = HO_SCOPE_ROW;
    put_text(s, piece, d, &row->cells.items[0].text, d->style, 0, y + HO_STEP / 2);
    end(s, &piece->items, label);
    for (size_t i = 0; i < d->days; i++)
        end(s, &piece->items, begin(s, &piece->items, HO_TAG_TD));
    end(s, &piece->items, line);
}

/* The lines and tints lie under the words. */
static void put_grid(struct setting *s, struct piece *piece, const struct diary *d,
                     const ho_pt *heights)
{
    struct frame frame = d->frame;
    ho_pt y = d->head, all = piece->height;
    put_box(s, &piece->items, (struct ho_rect){frame.x, 0, frame.width, d->head}, 0,
            (struct ho_paint){.fill = HO_PAINT_TINT});
    for (size_t i = 0; i < d->block->rows.count; i++) {
        bool is_set_off = d->block->rows.items[i].is_set_off;
        put_rule(s, &piece->items, frame.x, y, frame.width,
                 i ? HO_PAINT_EDGE : HO_PAINT_INK, !i || is_set_off ? 1.25 : .5);
        y += heights[i];
    }
    for (size_t i = 1; i <= d->days; i++) {
        ho_pt width, x = x_of(s, d, i, &width);
        put_box(s, &piece->items, (struct ho_rect){x, 0, width, all}, 0,
                (struct ho_paint){.stroke = HO_PAINT_EDGE, .width = .5});
    }
    put_box(s, &piece->items, (struct ho_rect){frame.x, 0, frame.width, all}, 0,
            (struct ho_paint){.stroke = HO_PAINT_EDGE, .width = .75});
}

void cut_diary(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    struct diary d = measure(s, block, frame);
    ho_pt *heights = ho_new_array(s->ctx->arena, ho_pt, block->rows.count + 1);
    ho_pt height = d.head;
    for (size_t i = 0; i < block->rows.count; i++)
        height += heights[i] = height_of_row(s, &d, &block->rows.items[i]);
    struct piece *piece = add_piece(s, out, inside(frame, new_element(s, HO_TAG_TABLE)),
                                    height, 3 * HO_STEP, block->at);
    put_grid(s, piece, &d, heights);
    put_head(s, piece, &d);
    struct ho_element *body = begin(s, &piece->items, HO_TAG_TBODY);
    ho_pt y = d.head;
    for (size_t i = 0; i < block->rows.count; i++) {
        put_row(s, piece, &d, &block->rows.items[i], y);
        y += heights[i];
    }
    end(s, &piece->items, body);
}
