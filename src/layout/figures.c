/* Pictures side by side: at one scale and on one ground line, so that start and end can be compared.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

void put_picture(struct setting *s, struct ho_page *page,
                 const struct ho_picture *picture, double scale, ho_pt x, ho_pt y)
{
    const struct ho_rect *box = &picture->figure->box;
    struct ho_element *figure =
        new_element(s, picture->alt ? HO_TAG_FIGURE : HO_TAG_ARTIFACT);
    figure->alt = picture->alt;
    figure->box = (struct ho_rect){x, y, box->width * scale, box->height * scale};
    ho_page_begin(s->ctx->arena, page, figure);
    ho_figure_put(s->ctx->arena, page, picture->figure, scale, x, y);
    ho_page_end(s->ctx->arena, page, figure);
}

double picture_scale(const struct ho_figure *figure, ho_pt width, ho_pt height)
{
    return fmin(width / figure->box.width, height / figure->box.height);
}

struct pictures {
    HO_VEC(const struct ho_frame_picture *);
};

struct row {
    double scale;
    ho_pt cell, above, below; /* of the ground line */
    ho_pt captions;
    size_t in_row;
    bool is_series; /* more than start and end */
    ho_pt disc;     /* of call-outs */
};

static const double gutter_mm = 4;
static const double tallest = 34; /* mm; with call-outs it leads the text beside it */
static const double tallest_leading = 66;
static const double tallest_in_series = 46; /* rows of more than two */
static const ho_pt caption_gap = HO_STEP / 2;

/* Type that is larger needs larger pictures beside it. */
static double grow(const struct setting *s)
{
    return style_of(s, HO_TYPE_BODY, HO_PAINT_INK).size / 12;
}

ho_pt figures_least_width(const struct setting *s, const struct ho_block *block)
{
    ho_pt width = 0;
    for (size_t i = 0; i < block->pictures.count; i++) {
        const struct ho_frame_picture *picture = &block->pictures.items[i];
        if (!picture->picture.figure)
            continue;
        struct ho_rect box = picture->picture.figure->box;
        double least = picture->callouts.count ? 60 : 50; /* mm; upright ones less */
        width += ho_mm(fmin(least, tallest * box.width / box.height)) * grow(s);
    }
    return width;
}

/* The figure with its call-outs, whose discs may stand beside it; in the figure's own space. */
static struct ho_rect full_box(const struct ho_frame_picture *picture)
{
    struct ho_rect box = picture->picture.figure->box;
    for (size_t i = 0; i < picture->callouts.count; i++) {
        const struct ho_callout *c = &picture->callouts.items[i];
        ho_pt left = fmin(box.x, c->from_x), top = fmin(box.y, c->from_y);
        box.width = fmax(box.x + box.width, c->from_x) - left;
        box.height = fmax(box.y + box.height, c->from_y) - top;
        box.x = left;
        box.y = top;
    }
    return box;
}

/* How wide and tall a picture may be: 64 mm in two cells (comps.md, "Exercise card"), or two cards would not fit a
 * page. In larger type the pair fills the column. */
static double best_scale(const struct setting *s,
                         const struct ho_frame_picture *picture, const struct row *row)
{
    bool leads = picture->callouts.count > 0;
    struct ho_rect box = full_box(picture);
    ho_pt width = fmin(row->cell, ho_mm(leads ? 78 : 64) * grow(s));
    double most = leads            ? tallest_leading
                  : row->is_series ? tallest_in_series
                                   : tallest;
    ho_pt height = ho_mm(most) * fmin(grow(s), 1.5);
    return fmin((width - row->disc) / box.width, (height - row->disc) / box.height);
}

/* A pair stands side by side, in giant type one below the other. More are set in rows of three at most, in which a
 * caption has room for some nine letters a line. */
static size_t count_in_row(const struct setting *s, struct frame frame, size_t count,
                           struct style style)
{
    ho_pt gutter = ho_mm(gutter_mm);
    ho_pt cell = (frame.width - gutter * (double)(count - 1)) / (double)count;
    bool is_giant = s->geometry->edition == HO_EDITION_GIANT;
    if (count > 2)
        return (size_t)fmax(
            1, fmin(floor((frame.width + gutter) / (8.5 * style.size + gutter)), 3));
    return is_giant && cell < ho_mm(100) ? 1 : count;
}

/* All are of one scale. */
static struct row begin_rows(const struct setting *s, const struct pictures *pictures,
                             struct frame frame, struct style style)
{
    struct row row = {.scale = 1e9,
                      .in_row = count_in_row(s, frame, pictures->count, style),
                      .is_series = pictures->count > 2};
    row.cell = (frame.width - ho_mm(gutter_mm) * (double)(row.in_row - 1)) /
               (double)row.in_row;
    for (size_t i = 0; i < pictures->count; i++) {
        if (pictures->items[i]->callouts.count)
            row.disc = ho_mm(7) * grow(s);
        row.scale = fmin(row.scale, best_scale(s, pictures->items[i], &row));
    }
    if (s->picture_share > 0)
        row.scale *= s->picture_share;
    if (row.is_series) /* or their rows would not fit a page in giant type */
        row.scale /= grow(s) > 1.5 ? 1.5 : fmin(grow(s), 1.25);
    return row;
}

static void measure_row(struct setting *s, const struct pictures *pictures,
                        size_t first, size_t end, struct style style, struct row *row)
{
    row->above = row->below = row->captions = 0;
    for (size_t i = first; i < end; i++) {
        struct ho_rect box = full_box(pictures->items[i]);
        row->above = fmax(row->above, -box.y * row->scale + row->disc / 2);
        row->below =
            fmax(row->below, (box.y + box.height) * row->scale + row->disc / 2);
        row->captions =
            fmax(row->captions, height_of(set_text(s, &pictures->items[i]->caption,
                                                   style, row->cell, HO_ALIGN_CENTRE),
                                          style));
    }
}

/* A disc in clear space, a line from it, a dot on the body (comps.md, "Sitting figure"). They repeat the numbers of the
 * words beside them, so they are not read out. `x`, `y` is where the figure's own space has its origin. */
static void put_callout(struct setting *s, struct ho_page *page,
                        const struct ho_callout *callout, const struct row *row,
                        ho_pt x, ho_pt y)
{
    ho_pt from_x = x + callout->from_x * row->scale,
          from_y = y + callout->from_y * row->scale;
    ho_pt to_x = x + callout->x * row->scale, to_y = y + callout->y * row->scale;
    struct style style = style_of(s, HO_TYPE_BODY, on_solid(s));
    style.is_bold = true;
    const struct ho_lines *number =
        set_text(s, &callout->number, style, 0, HO_ALIGN_START);
    double length = hypot(to_x - from_x, to_y - from_y);
    double start = length > 0 ? row->disc / 2 / length : 0;
    struct ho_element *artifact = begin(s, page, HO_TAG_ARTIFACT);
    struct ho_path *leader = ho_path_new(s->ctx->arena);
    ho_path_move(s->ctx->arena, leader, from_x + (to_x - from_x) * start,
                 from_y + (to_y - from_y) * start);
    ho_path_line(s->ctx->arena, leader, to_x, to_y);
    ho_page_path(s->ctx->arena, page, leader,
                 (struct ho_paint){.stroke = HO_PAINT_PAPER, .width = 3});
    ho_page_path(s->ctx->arena, page, leader,
                 (struct ho_paint){.stroke = HO_PAINT_STRUCTURE, .width = 1});
    put_disc(s, page, to_x, to_y, 3, HO_PAINT_PAPER);
    put_disc(s, page, to_x, to_y, 2.25, HO_PAINT_STRUCTURE);
    put_number_disc(s, page, from_x, from_y, row->disc / 2);
    put_lines(s, page, number, style, from_x - number->widest / 2,
              from_y - style.leading / 2);
    end(s, page, artifact);
}

static void put_cell(struct setting *s, struct ho_page *page,
                     const struct ho_frame_picture *each, const struct row *row,
                     struct style style, ho_pt x)
{
    const struct ho_figure *figure = each->picture.figure;
    struct ho_rect box = full_box(each);
    ho_pt origin = x + (row->cell - box.width * row->scale) / 2 - box.x * row->scale;
    put_picture(s, page, &each->picture, row->scale,
                origin + figure->box.x * row->scale,
                row->above + figure->box.y * row->scale);
    for (size_t i = 0; i < each->callouts.count; i++)
        put_callout(s, page, &each->callouts.items[i], row, origin, row->above);
    put_tagged(s, page, HO_TAG_P,
               set_text(s, &each->caption, style, row->cell, HO_ALIGN_CENTRE), style, x,
               row->above + row->below + caption_gap);
}

static void cut_row(struct setting *s, const struct pictures *pictures, size_t first,
                    size_t end, struct frame frame, const struct row *row,
                    struct style style, struct piece *piece)
{
    for (size_t i = first; i < end; i++) {
        ho_pt offset = (double)(i - first) * (row->cell + ho_mm(gutter_mm));
        put_cell(s, &piece->items, pictures->items[i], row, style,
                 from_start(s, frame.x, frame.width, offset, row->cell));
    }
}

void cut_figures(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out)
{
    struct style style = style_of(s, HO_TYPE_BODY, HO_PAINT_INK);
    struct pictures pictures = {0};
    for (size_t i = 0; i < block->pictures.count; i++)
        if (block->pictures.items[i].picture.figure)
            ho_push(s->ctx->arena, &pictures, &block->pictures.items[i]);
    if (!pictures.count)
        return; /* no figure, no empty room for it */
    struct row row = begin_rows(s, &pictures, frame, style);
    for (size_t first = 0, end; first < pictures.count; first = end) {
        end = first + row.in_row < pictures.count ? first + row.in_row : pictures.count;
        measure_row(s, &pictures, first, end, style, &row);
        ho_pt height =
            row.above + row.below + (row.captions > 0 ? caption_gap + row.captions : 0);
        struct piece *piece =
            add_piece(s, out, frame, height, first ? 3 * HO_STEP : HO_STEP, block->at);
        /* What belongs to a pair stands below it; many rows are a page by themselves. */
        piece->keep_next = pictures.count <= 2;
        cut_row(s, &pictures, first, end, frame, &row, style, piece);
    }
}
