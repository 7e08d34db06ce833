/* A table to write in: one piece, so that no week is torn. Its labels are row heads, its other cells are empty.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

/* Of the width, the labels: comps.md: 57 mm, then seven days of 17 mm; larger type needs more for its names. */
static double label_share(const struct setting *s)
{
    return (s->geometry->edition == HO_EDITION_STANDARD ? 57.0 : 75.0) / 176;
}

struct diary {
    const struct ho_block *block;
    struct frame frame;
    struct style style, head_style, number_style;
    ho_pt label, number, day, row, head; /* number: how far names stand after it */
    size_t days;
};

static const ho_pt gap = 2 * HO_STEP; /* between weeks */

/* Rows are as low as they must be for all weeks to stand on one page, or half of them, or one; no lower than a tick
 * needs (comps.md, "Diary"). */
static ho_pt row_height(const struct setting *s, const struct diary *d)
{
    bool is_standard = s->geometry->edition == HO_EDITION_STANDARD;
    ho_pt most = d->style.leading + (is_standard ? HO_STEP : 2 * HO_STEP),
          least = d->style.leading + (is_standard ? 1.5 : HO_STEP);
    /* A title and a line stand above the first week. */
    ho_pt room = s->area.bottom - s->area.top - 4.75 * d->style.size;
    for (int weeks = d->block->weeks; weeks > 0; weeks = (weeks + 1) / 2) {
        double rows = (double)weeks * (double)(d->block->rows.count + 1);
        ho_pt row = floor((room - gap * (weeks - 1)) / rows * 2) / 2;
        if (row >= least)
            return fmin(row, most);
        if (weeks == 1)
            break;
    }
    return most;
}

/* How wide a column must be for the names of the days. */
static ho_pt widest_day(struct setting *s, const struct diary *d)
{
    ho_pt widest = 0;
    for (size_t i = 1; i < d->block->head.cells.count; i++)
        widest = fmax(widest, set_text(s, &d->block->head.cells.items[i].text,
                                       d->head_style, 0, HO_ALIGN_START)
                                  ->widest);
    return widest + 2;
}

/* Names of days that are too wide are set small; if that does not do, the labels give them room. */
static void fit_days(struct setting *s, struct diary *d)
{
    ho_pt needed = widest_day(s, d), least = d->frame.width / 4;
    if (needed <= d->day)
        return;
    d->head_style = style_of(s, HO_TYPE_SMALL, HO_PAINT_INK);
    d->head_style.is_bold = true;
    needed = widest_day(s, d);
    if (needed <= d->day)
        return;
    d->label = fmax(least, d->frame.width - needed * (double)d->days);
    d->day = (d->frame.width - d->label) / (double)d->days;
}

static struct diary measure(struct setting *s, const struct ho_block *block,
                            struct frame frame)
{
    struct diary d = {.block = block, .frame = frame};
    d.style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK);
    d.head_style = d.style;
    d.head_style.is_bold = true;
    d.days = block->head.cells.count - 1;
    d.label = frame.width * label_share(s);
    d.day = (frame.width - d.label) / (double)d.days;
    d.number_style = d.head_style;
    fit_days(s, &d);
    d.number_style.paint = HO_PAINT_STRUCTURE;
    d.number = ho_mm(6) * d.style.size / 12;
    d.row = d.head = row_height(s, &d);
    d.head =
        fmax(d.head, height_of(set_text(s, &block->head.cells.items[0].text, d.style,
                                        d.label - 2 * HO_STEP, HO_ALIGN_START),
                               d.style) +
                         HO_STEP);
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

/* How far the row's name stands from the start of its cell. */
static ho_pt indent_of(const struct diary *d, const struct ho_row *row)
{
    return HO_STEP + (row->cells.items[0].number.count ? d->number : 0);
}

static const struct ho_lines *set_label(struct setting *s, const struct diary *d,
                                        const struct ho_row *row)
{
    return set_text(s, &row->cells.items[0].text, d->style,
                    d->label - indent_of(d, row) - HO_STEP, HO_ALIGN_START);
}

static void put_label(struct setting *s, struct piece *piece, const struct diary *d,
                      const struct ho_row *row, ho_pt y)
{
    ho_pt width, x = x_of(s, d, 0, &width), indent = indent_of(d, row);
    const struct ho_inlines *number = &row->cells.items[0].number;
    const struct ho_lines *lines =
        set_text(s, number, d->number_style, 0, HO_ALIGN_START);
    put_lines(s, &piece->items, lines, d->number_style,
              from_start(s, x, width, HO_STEP, lines->widest), y);
    put_lines(s, &piece->items, set_label(s, d, row), d->style,
              from_start(s, x, width, indent, width - indent - HO_STEP), y);
}

static ho_pt height_of_row(struct setting *s, const struct diary *d,
                           const struct ho_row *row)
{
    const struct ho_lines *label = set_label(s, d, row);
    return d->row + fmax(0, height_of(label, d->style) - d->style.leading);
}

static void put_head(struct setting *s, struct piece *piece, const struct diary *d)
{
    const struct ho_row *head = &d->block->head;
    struct ho_element *group = begin(s, &piece->items, HO_TAG_THEAD);
    struct ho_element *row = begin(s, &piece->items, HO_TAG_TR);
    for (size_t i = 0; i < head->cells.count; i++) {
        struct ho_element *cell = begin(s, &piece->items, HO_TAG_TH);
        cell->scope = HO_SCOPE_COLUMN;
        struct style style = i ? d->head_style : d->style;
        ho_pt width;
        x_of(s, d, i, &width);
        ho_pt text = i ? style.leading
                       : height_of(set_text(s, &head->cells.items[i].text, style,
                                            width - 2 * HO_STEP, HO_ALIGN_START),
                                   style);
        put_text(s, piece, d, &head->cells.items[i].text, style, i,
                 (d->head - text) / 2);
        end(s, &piece->items, cell);
    }
    end(s, &piece->items, row);
    end(s, &piece->items, group);
}

static void put_row(struct setting *s, struct piece *piece, const struct diary *d,
                    const struct ho_row *row, ho_pt y, ho_pt height)
{
    ho_pt text = height_of(set_label(s, d, row), d->style);
    struct ho_element *line = begin(s, &piece->items, HO_TAG_TR);
    struct ho_element *label = begin(s, &piece->items, HO_TAG_TH);
    label->scope = HO_SCOPE_ROW;
    put_label(s, piece, d, row, y + (height - text) / 2);
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
        if (d->block->rows.items[i].is_tinted)
            put_box(s, &piece->items,
                    (struct ho_rect){frame.x, y, frame.width, heights[i]}, 0,
                    (struct ho_paint){.fill = HO_PAINT_PANEL});
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
                                    height, gap, block->at);
    put_grid(s, piece, &d, heights);
    put_head(s, piece, &d);
    struct ho_element *body = begin(s, &piece->items, HO_TAG_TBODY);
    ho_pt y = d.head;
    for (size_t i = 0; i < block->rows.count; i++) {
        put_row(s, piece, &d, &block->rows.items[i], y, heights[i]);
        y += heights[i];
    }
    end(s, &piece->items, body);
}
