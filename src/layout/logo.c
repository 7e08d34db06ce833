/* The clinic's logo: large enough to be known, never so large that it is the first thing on the page.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

void put_art(struct setting *s, struct ho_page *page, const struct ho_art *art,
             const char *alt, struct ho_rect box)
{
    struct ho_element *figure = new_element(s, HO_TAG_FIGURE);
    figure->alt = alt;
    figure->box = box;
    ho_page_begin(s->ctx->arena, page, figure);
    if (art->image)
        ho_page_image(s->ctx->arena, page, art->image, box);
    else
        ho_page_drawing(s->ctx->arena, page, art->drawing,
                        (struct ho_matrix){box.width / art->width, 0, 0,
                                           box.height / art->height, box.x, box.y});
    ho_page_end(s->ctx->arena, page, figure);
}

/* At most 60 by 16 mm on A4, in proportion on smaller paper: as high as a heading and the line below it. */
static struct ho_rect measure(const struct setting *s, const struct ho_art *art,
                              ho_pt room)
{
    double paper = fmin(1, s->geometry->paper->width / ho_mm(210));
    ho_pt width = fmin(room, ho_mm(60) * paper), height = ho_mm(16) * paper;
    double scale = fmin(width / art->width, height / art->height);
    return (struct ho_rect){0, 0, art->width * scale, art->height * scale};
}

void cut_logo(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out)
{
    struct ho_rect box = measure(s, block->art, frame.width);
    struct piece *piece = add_piece(s, out, frame, box.height, 2 * HO_STEP, block->at);
    box.x = from_start(s, frame.x, frame.width,
                       block->is_at_end ? frame.width - box.width : 0, box.width);
    put_art(s, &piece->items, block->art, block->alt, box);
    piece->keep_next = true;
}
