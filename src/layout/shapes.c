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
    const char *language = lines->lines[0].runs[0].language;
    if (language && !ho_equal(language, s->blocks->language))
        element->language = language;
    put_lines(s, page, lines, style, x, y);
    end(s, page, element);
}

ho_pt weigh(const struct setting *s, ho_pt width)
{
    double weight = s->geometry->palette->line_weight;
    return weight > 0 ? width * weight : width;
}

void put_box(struct setting *s, struct ho_page *page, struct ho_rect rect, ho_pt radius,
             struct ho_paint paint)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_rounded(s->ctx->arena, path, rect, radius);
    paint.width = weigh(s, paint.width);
    ho_page_path(s->ctx->arena, page, path, paint);
}

void put_rule(struct setting *s, struct ho_page *page, ho_pt x, ho_pt y, ho_pt width,
              enum ho_role role, ho_pt weight)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_move(s->ctx->arena, path, x, y);
    ho_path_line(s->ctx->arena, path, x + width, y);
    ho_page_path(s->ctx->arena, page, path,
                 (struct ho_paint){.stroke = role, .width = weigh(s, weight)});
}

void put_disc(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy, ho_pt radius,
              enum ho_role role)
{
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_circle(s->ctx->arena, path, cx, cy, radius);
    ho_page_path(s->ctx->arena, page, path, (struct ho_paint){.fill = role});
}

bool is_low_ink(const struct setting *s)
{
    return s->geometry->palette->ink == HO_INK_LOW;
}

struct ho_paint solid(const struct setting *s, enum ho_role role, ho_pt weight)
{
    if (is_low_ink(s))
        return (struct ho_paint){.stroke = role, .width = weight};
    return (struct ho_paint){.fill = role};
}

enum ho_role on_solid(const struct setting *s)
{
    return is_low_ink(s) ? HO_PAINT_INK : HO_PAINT_PAPER;
}

void put_number_disc(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                     ho_pt radius)
{
    const ho_pt weight = 1.25;
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_circle(s->ctx->arena, path, cx, cy,
                   is_low_ink(s) ? radius - weight / 2 : radius);
    ho_page_path(s->ctx->arena, page, path, solid(s, HO_PAINT_STRUCTURE, weight));
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

static void put_stop_sign(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                          ho_pt width)
{
    put_octagon(s, page, cx, cy, width, (struct ho_paint){.fill = HO_PAINT_INK});
    put_box(
        s, page,
        (struct ho_rect){cx - width * .28, cy - width * .075, width * .56, width * .15},
        0, (struct ho_paint){.fill = HO_PAINT_PAPER});
}

static void put_care_sign(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                          ho_pt width)
{
    ho_pt half = width * .47, top = cy - width * .45, bottom = cy + width * .38;
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_move(s->ctx->arena, path, cx, top);
    ho_path_line(s->ctx->arena, path, cx + half, bottom);
    ho_path_line(s->ctx->arena, path, cx - half, bottom);
    ho_path_close(s->ctx->arena, path);
    ho_page_path(s->ctx->arena, page, path,
                 (struct ho_paint){.fill = HO_PAINT_CARE,
                                   .stroke = HO_PAINT_INK,
                                   .width = width * .07,
                                   .join = HO_JOIN_ROUND});
    put_box(
        s, page,
        (struct ho_rect){cx - width * .05, cy - width * .14, width * .1, width * .28},
        width * .05, (struct ho_paint){.fill = HO_PAINT_INK});
    put_disc(s, page, cx, cy + width * .25, width * .06, HO_PAINT_INK);
}

static void put_go_sign(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                        ho_pt width)
{
    struct ho_path *tick = ho_path_new(s->ctx->arena);
    put_number_disc(s, page, cx, cy, width / 2);
    ho_path_move(s->ctx->arena, tick, cx - width * .22, cy + width * .01);
    ho_path_line(s->ctx->arena, tick, cx - width * .06, cy + width * .17);
    ho_path_line(s->ctx->arena, tick, cx + width * .22, cy - width * .17);
    ho_page_path(s->ctx->arena, page, tick,
                 (struct ho_paint){.stroke = on_solid(s),
                                   .width = width * .12,
                                   .cap = HO_CAP_ROUND,
                                   .join = HO_JOIN_ROUND});
}

/* Held to the right ear of who looks out of the page: a bow with an end for the ear and one for the mouth. */
void put_receiver(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                  ho_pt width, enum ho_role role)
{
    ho_pt half = width / 2, end = width * .3, deep = width * .36, in = width * .14;
    struct ho_path *bow = ho_path_new(s->ctx->arena);
    ho_path_move(s->ctx->arena, bow, cx - half + in, cy - half + in);
    ho_path_curve(s->ctx->arena, bow, cx - half + in, cy + width * .12,
                  cx - width * .12, cy + half - in, cx + half - in, cy + half - in);
    ho_page_path(s->ctx->arena, page, bow,
                 (struct ho_paint){.stroke = role, .width = width * .2});
    put_box(s, page, (struct ho_rect){cx - half, cy - half, deep, end}, width * .08,
            (struct ho_paint){.fill = role});
    put_box(s, page, (struct ho_rect){cx + half - end, cy + half - deep, end, deep},
            width * .08, (struct ho_paint){.fill = role});
}

static void put_call_sign(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                          ho_pt width)
{
    put_number_disc(s, page, cx, cy, width / 2);
    put_receiver(s, page, cx, cy, width * .52, on_solid(s));
}

void put_icon(struct setting *s, struct ho_page *page, enum ho_icon icon, ho_pt cx,
              ho_pt cy, ho_pt width)
{
    switch (icon) {
    case HO_ICON_NONE: break;
    case HO_ICON_STOP: put_stop_sign(s, page, cx, cy, width); break;
    case HO_ICON_CARE: put_care_sign(s, page, cx, cy, width); break;
    case HO_ICON_GO: put_go_sign(s, page, cx, cy, width); break;
    case HO_ICON_CALL: put_call_sign(s, page, cx, cy, width); break;
    }
}

ho_pt from_start(const struct setting *s, ho_pt x, ho_pt width, ho_pt offset,
                 ho_pt inner)
{
    return s->blocks->is_rtl ? x + width - offset - inner : x + offset;
}
