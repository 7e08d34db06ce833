/* SPDX-License-Identifier: MIT */
#include "figure/art_priv.h"

static struct ho_path *add(struct art *art, enum layer layer, struct ho_paint paint)
{
    struct ho_path *path = ho_path_new(art->arena);
    paint.cap = paint.dash[0] > 0 ? HO_CAP_BUTT : HO_CAP_ROUND;
    paint.join = HO_JOIN_ROUND;
    ho_push(art->arena, &art->layers[layer], (struct ho_painted_path){path, paint});
    return path;
}

struct ho_path *art_fill(struct art *art, enum layer layer, enum ho_role role)
{
    return add(art, layer, (struct ho_paint){.fill = role});
}

struct ho_path *art_stroke(struct art *art, enum layer layer, enum ho_role role,
                           double width)
{
    return add(art, layer, (struct ho_paint){.stroke = role, .width = width});
}

struct ho_path *art_dash(struct art *art, enum layer layer, enum ho_role role,
                         double width, double on, double off)
{
    return add(art, layer,
               (struct ho_paint){.stroke = role, .width = width, .dash = {on, off}});
}

void art_paint(struct art *art, enum layer layer, const struct ho_path *path,
               enum ho_role role, double edge)
{
    struct ho_paint paint = {.fill = role, .join = HO_JOIN_ROUND};
    if (edge > 0) {
        paint.stroke = role;
        paint.width = edge;
    }
    if (path)
        ho_push(art->arena, &art->layers[layer], (struct ho_painted_path){path, paint});
}

void art_casing(struct art *art, enum layer layer, const struct ho_path *path,
                double width)
{
    ho_push(art->arena, &art->layers[layer],
            (struct ho_painted_path){path,
                                     {.stroke = HO_PAINT_PAPER,
                                      .width = width,
                                      .cap = HO_CAP_ROUND,
                                      .join = HO_JOIN_ROUND}});
}

double art_weight(const struct art *art, double width)
{
    static const double factors[] = {
        [HO_FIGURE_FULL] = 1, [HO_FIGURE_THUMBNAIL] = .74, [HO_FIGURE_PICTOGRAM] = .74};
    double least = width < .7 ? .35 : .5;
    return fmax(width * factors[art->edition], least);
}
