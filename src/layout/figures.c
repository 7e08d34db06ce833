/* Pictures side by side: at one scale and on one ground line, so that start and end can be compared.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

void put_picture(struct setting *s, struct ho_page *page,
                 const struct ho_picture *picture, double scale, ho_pt x, ho_pt y)
{
    const struct ho_drawing *drawing =
        ho_figure_draw(s->ctx->arena, picture->figure, scale);
    struct ho_element *figure =
        new_element(s, picture->alt ? HO_TAG_FIGURE : HO_TAG_ARTIFACT);
    figure->alt = picture->alt;
    figure->box = (struct ho_rect){x, y, drawing->box.width, drawing->box.height};
    ho_page_begin(s->ctx->arena, page, figure);
    ho_page_drawing(s->ctx->arena, page, drawing, (struct ho_matrix){1, 0, 0, 1, x, y});
    ho_page_end(s->ctx->arena, page, figure);
}

double picture_scale(const struct ho_figure *figure, ho_pt width, ho_pt height)
{
    return fmin(width / figure->box.width, height / figure->box.height);
}

struct row {
    double scale;
    ho_pt cell, above, below; /* of the ground line */
    ho_pt captions;
};

/* About 64 mm wide in two cells of 82 mm (comps.md, "Exercise card"): two cards are to fit a page. */
static struct row measure(struct setting *s, const struct ho_block *block,
                          struct frame frame, struct style style, size_t count)
{
    struct row row = {.scale = 1e9};
    row.cell = (frame.width - ho_mm(4) * (double)(count - 1)) / (double)count;
    for (size_t i = 0; i < block->pictures.count; i++) {
        const struct ho_frame_picture *frame_picture = &block->pictures.items[i];
        const struct ho_figure *figure = frame_picture->picture.figure;
        if (!figure)
            continue;
        row.scale = fmin(row.scale,
                         picture_scale(figure, fmin(row.cell, ho_mm(64)), ho_mm(46)));
        row.captions =
            fmax(row.captions, height_of(set_text(s, &frame_picture->caption, style,
                                                  row.cell, HO_ALIGN_CENTRE),
                                         style));
    }
    for (size_t i = 0; i < block->pictures.count; i++) {
        const struct ho_figure *figure = block->pictures.items[i].picture.figure;
        if (!figure)
            continue;
        row.above = fmax(row.above, -figure->box.y * row.scale);
        row.below = fmax(row.below, (figure->box.y + figure->box.height) * row.scale);
    }
    return row;
}

void cut_figures(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out)
{
    struct style style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK);
    size_t count = 0;
    for (size_t i = 0; i < block->pictures.count; i++)
        count += block->pictures.items[i].picture.figure != NULL;
    if (!count)
        return; /* no figure, no empty room for it */
    struct row row = measure(s, block, frame, style, count);
    ho_pt art = row.above + row.below, caption_gap = row.captions > 0 ? HO_STEP : 0;
    struct piece *piece = add_piece(s, out, frame, art + caption_gap + row.captions,
                                    2 * HO_STEP, block->at);
    ho_pt offset = 0;
    for (size_t i = 0; i < block->pictures.count; i++) {
        const struct ho_frame_picture *each = &block->pictures.items[i];
        const struct ho_figure *figure = each->picture.figure;
        if (!figure)
            continue;
        ho_pt x = from_start(s, frame.x, frame.width, offset, row.cell);
        put_picture(s, &piece->items, &each->picture, row.scale,
                    x + (row.cell - figure->box.width * row.scale) / 2,
                    row.above + figure->box.y * row.scale);
        put_tagged(s, &piece->items, HO_TAG_P,
                   set_text(s, &each->caption, style, row.cell, HO_ALIGN_CENTRE), style,
                   x, art + caption_gap);
        offset += row.cell + ho_mm(4);
    }
    piece->keep_next = true;
}
