/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/setting_priv.h"

struct ho_element *new_element(struct setting *s, enum ho_tag tag)
{
    struct ho_element *element = ho_new(s->ctx->arena, struct ho_element);
    element->tag = tag;
    return element;
}

struct ho_element *begin(struct setting *s, struct ho_page *page, enum ho_tag tag)
{
    struct ho_element *element = new_element(s, tag);
    ho_page_begin(s->ctx->arena, page, element);
    return element;
}

void end(struct setting *s, struct ho_page *page, const struct ho_element *element)
{
    ho_page_end(s->ctx->arena, page, element);
}

void put_tagged(struct setting *s, struct ho_page *page, enum ho_tag tag,
                const struct ho_lines *lines, struct style style, ho_pt x, ho_pt y)
{
    if (!lines->count)
        return; /* an empty element is a fault for a screen reader */
    struct ho_element *element = begin(s, page, tag);
    put_lines(s, page, lines, style, x, y);
    end(s, page, element);
}

void put_box(struct setting *s, struct ho_page *page, struct ho_rect rect, ho_pt radius,
             struct ho_paint paint)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_rounded(s->ctx->arena, path, rect, radius);
    ho_page_path(s->ctx->arena, page, path, paint);
}

void put_rule(struct setting *s, struct ho_page *page, ho_pt x, ho_pt y, ho_pt width,
              enum ho_role role, ho_pt weight)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_move(s->ctx->arena, path, x, y);
    ho_path_line(s->ctx->arena, path, x + width, y);
    ho_page_path(s->ctx->arena, page, path,
                 (struct ho_paint){.stroke = role, .width = weight});
}

void put_disc(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy, ho_pt radius,
              enum ho_role role)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_circle(s->ctx->arena, path, cx, cy, radius);
    ho_page_path(s->ctx->arena, page, path, (struct ho_paint){.fill = role});
}

void put_octagon(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                 ho_pt width, struct ho_paint paint)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    /* `width` is across the flats; the path wants the radius to a corner. */
    ho_path_polygon(s->ctx->arena, path, cx, cy, width / 2 / cos(3.14159265358979 / 8),
                    8);
    ho_page_path(s->ctx->arena, page, path, paint);
}

void put_stop_sign(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                   ho_pt width)
{
    put_octagon(s, page, cx, cy, width, (struct ho_paint){.fill = HO_PAINT_INK});
    put_box(
        s, page,
        (struct ho_rect){cx - width * .28, cy - width * .075, width * .56, width * .15},
        0, (struct ho_paint){.fill = HO_PAINT_PAPER});
}

ho_pt from_start(const struct setting *s, ho_pt x, ho_pt width, ho_pt offset,
                 ho_pt inner)
{
    return s->blocks->is_rtl ? x + width - offset - inner : x + offset;
}
