/* SPDX-License-Identifier: MIT */
#include "page/figure.h"

#include "base/str.h"

static const struct ho_path *scale_path(struct ho_arena *arena,
                                        const struct ho_path *path, double scale,
                                        struct ho_rect box)
{
    struct ho_path *out = ho_path_new(arena);
    out->ops.items = path->ops.items;
    out->ops.count = path->ops.count;
    out->ops.capacity = path->ops.count;
    for (size_t i = 0; i < path->points.count; i++) {
        struct ho_point p = path->points.items[i];
        ho_push(arena, &out->points,
                (struct ho_point){(p.x - box.x) * scale, (p.y - box.y) * scale});
    }
    return out;
}

const struct ho_drawing *ho_figure_draw(struct ho_arena *arena,
                                        const struct ho_figure *figure, double scale)
{
    struct ho_drawing *drawing = ho_new(arena, struct ho_drawing);
    drawing->id = figure->id;
    drawing->box =
        (struct ho_rect){0, 0, figure->box.width * scale, figure->box.height * scale};
    for (size_t i = 0; i < figure->paths.count; i++) {
        struct ho_painted_path painted = figure->paths.items[i];
        painted.path = scale_path(arena, painted.path, scale, figure->box);
        ho_push(arena, &drawing->paths, painted);
    }
    return drawing;
}

const struct ho_figure *ho_figure_find(const struct ho_figure_set *set,
                                       const char *pose, enum ho_figure_side side,
                                       enum ho_figure_edition edition)
{
    for (size_t i = 0; set && i < set->count; i++) {
        const struct ho_figure_entry *entry = &set->items[i];
        if (entry->side == side && entry->edition == edition &&
            ho_equal(entry->pose, pose))
            return entry->figure;
    }
    return NULL;
}
