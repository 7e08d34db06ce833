/* SPDX-License-Identifier: MIT */
#include "page/figure.h"

#include "base/str.h"

void ho_figure_put(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_figure *figure, double scale, ho_pt x, ho_pt y)
{
    struct ho_drawing *drawing = ho_new(arena, struct ho_drawing);
    *drawing = (struct ho_drawing){.id = figure->id,
                                   .box = figure->box,
                                   .line = 1 / scale,
                                   .ready = figure->ready};
    drawing->paths.items = figure->paths.items;
    drawing->paths.count = drawing->paths.capacity = figure->paths.count;
    ho_page_drawing(arena, page, drawing,
                    (struct ho_matrix){scale, 0, 0, scale, x - figure->box.x * scale,
                                       y - figure->box.y * scale});
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
