/* A cell of a table: a number in a disc, a small picture, then a text with a line below it, or the side badge.
 * SPDX-License-Identifier: MIT */
#include "layout/cell_priv.h"

#include <math.h>

static const ho_pt gap = 6;

/* Tall ones do not make the row taller than a row should be. */
static void measure_picture(struct set_cell *out, ho_pt width)
{
    const struct ho_figure *figure = out->cell->picture.figure;
    if (!figure)
        return;
    double scale = picture_scale(figure, width, width * .575);
    out->scale = scale;
    out->slot = width;
    out->height = fmax(out->height, figure->box.height * scale);
}

/* The text's size is that of its role; a disc before it grows with it. */
static void measure_number(struct setting *s, struct set_cell *out)
{
    if (!out->cell->number.count)
        return;
    out->number_style = out->style;
    out->number_style.is_bold = true;
    out->number_style.paint = on_solid(s);
    out->number = set_text(s, &out->cell->number, out->number_style, 0, HO_ALIGN_START);
    out->disc = ho_mm(8) * out->style.size / 14;
    out->height = fmax(out->height, out->disc);
}

/* One line in place of two. */
static void put_unit_beside(struct set_cell *out)
{
    out->beside = out->text->widest + gap;
    out->natural = out->start + out->beside + out->below->widest;
    out->text_height = height_of(out->text, out->style);
    out->height = fmax(out->disc, out->text_height);
}

struct set_cell set_cell(struct setting *s, const struct ho_cell *cell,
                         struct style style, ho_pt width, enum ho_align align,
                         ho_pt picture)
{
    struct set_cell out = {
        .cell = cell, .style = style, .width = width, .is_free = !(width > 0)};
    if (cell->has_type)
        out.style = style_of(s, cell->type, style.paint);
    out.below_style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK);
    measure_number(s, &out);
    if (picture > 0)
        measure_picture(&out, picture);
    out.start =
        (out.disc > 0 ? out.disc + gap : 0) + (out.slot > 0 ? out.slot + gap : 0);
    ho_pt room = width > 0 ? width - out.start : 0;
    out.badge = set_badge(s, &cell->badge, style_of(s, HO_TYPE_BODY, HO_PAINT_INK));
    if (width > 0 && out.badge.width > room)
        s->is_wide = true;
    out.text = set_text(s, &cell->text, out.style, room, align);
    out.below = set_text(s, &cell->below, out.below_style, room, align);
    out.text_height = height_of(out.text, out.style) +
                      height_of(out.below, out.below_style) + out.badge.height;
    out.height = fmax(out.height, out.text_height);
    out.natural =
        out.start + fmax(fmax(out.text->widest, out.below->widest), out.badge.width);
    if (out.is_free && cell->below_is_unit)
        put_unit_beside(&out);
    return out;
}

static void put_number(struct setting *s, struct ho_page *page,
                       const struct set_cell *cell, ho_pt x, ho_pt middle)
{
    ho_pt at = from_start(s, x, cell->width, 0, cell->disc);
    if (cell->disc <= 0)
        return;
    put_number_disc(s, page, at + cell->disc / 2, middle, cell->disc / 2);
    put_tagged(s, page, HO_TAG_SPAN, cell->number, cell->number_style,
               at + (cell->disc - cell->number->widest) / 2,
               middle - cell->number_style.leading / 2);
}

static void put_slot(struct setting *s, struct ho_page *page,
                     const struct set_cell *cell, ho_pt x, ho_pt middle)
{
    const struct ho_figure *figure = cell->cell->picture.figure;
    if (cell->slot <= 0)
        return;
    ho_pt before = cell->disc > 0 ? cell->disc + gap : 0;
    ho_pt at = from_start(s, x, cell->width, before, cell->slot);
    put_picture(s, page, &cell->cell->picture, cell->scale,
                at + (cell->slot - figure->box.width * cell->scale) / 2,
                middle - figure->box.height * cell->scale / 2);
}

/* Lines that were set without a width begin where the cell's text does. */
static void put_text(struct setting *s, struct ho_page *page,
                     const struct set_cell *cell, const struct ho_lines *lines,
                     struct style style, struct ho_rect box)
{
    ho_pt x = cell->is_free ? from_start(s, box.x, box.width, 0, lines->widest) : box.x;
    put_lines(s, page, lines, style, x, box.y);
}

void put_cell_parts(struct setting *s, struct ho_page *page,
                    const struct set_cell *cell, ho_pt x, ho_pt y, ho_pt height)
{
    ho_pt middle = y + height / 2, top = middle - cell->text_height / 2;
    ho_pt room = cell->width - cell->start;
    struct ho_rect box = {from_start(s, x, cell->width, cell->start, room), top, room,
                          cell->text_height};
    put_number(s, page, cell, x, middle);
    put_slot(s, page, cell, x, middle);
    put_text(s, page, cell, cell->text, cell->style, box);
    if (cell->badge.width > 0)
        put_badge(s, page, &cell->badge,
                  from_start(s, box.x, room, 0, cell->badge.width), top);
    if (cell->beside > 0) { /* on the same baseline */
        box.x = from_start(s, box.x, room, cell->beside, cell->below->widest);
        box.width = cell->below->widest;
        box.y += baseline_in(cell->style) - baseline_in(cell->below_style);
    } else {
        box.y += height_of(cell->text, cell->style) + cell->badge.height;
    }
    put_text(s, page, cell, cell->below, cell->below_style, box);
}
