/* Bleed: the knife is never exact, so what ends at the trim is drawn beyond it.
 * SPDX-License-Identifier: MIT */
#include "press/press_priv.h"

/* Nearer to the edge than this is on it; points. */
static const double touch = .01;

static double stretch(double at, double length, ho_pt bleed)
{
    if (at <= touch)
        return at - bleed;
    return at >= length - touch ? at + bleed : at;
}

/* The outline with the points on the trim moved out; the path itself if none is there. */
static const struct ho_path *stretch_path(struct job *job, const struct ho_path *path,
                                          struct ho_rect trim)
{
    struct ho_arena *arena = job->ctx->arena;
    struct ho_path *grown = ho_path_new(arena);
    bool touches = false;
    for (size_t i = 0; i < path->ops.count; i++)
        ho_push(arena, &grown->ops, path->ops.items[i]);
    for (size_t i = 0; i < path->points.count; i++) {
        struct ho_point p = path->points.items[i];
        struct ho_point moved = {stretch(p.x, trim.width, job->plan->bleed),
                                 stretch(p.y, trim.height, job->plan->bleed)};
        touches =
            touches || moved.x < p.x || moved.x > p.x || moved.y < p.y || moved.y > p.y;
        ho_push(arena, &grown->points, moved);
    }
    return touches ? grown : path;
}

struct ho_page *bleed_page(struct job *job, const struct ho_page *page)
{
    ho_pt by = job->plan->bleed;
    struct ho_page *grown = ho_new(job->ctx->arena, struct ho_page);
    grown->trim = page->trim;
    grown->bleed = grown->media =
        (struct ho_rect){page->trim.x - by, page->trim.y - by,
                         page->trim.width + 2 * by, page->trim.height + 2 * by};
    for (size_t i = 0; i < page->items.count; i++) {
        struct ho_item item = page->items.items[i];
        if (by > 0 && item.kind == HO_ITEM_PATH && item.as.path.paint.fill)
            item.as.path.path = stretch_path(job, item.as.path.path, page->trim);
        ho_push(job->ctx->arena, &grown->items, item);
    }
    return grown;
}
