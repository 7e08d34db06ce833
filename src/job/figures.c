/* Which figures a handout needs.
 * SPDX-License-Identifier: MIT */
#include "job/shop_priv.h"

struct search {
    struct ho_ctx *ctx;
    struct ho_shop *shop;
    const struct ho_request *request;
    struct ho_figure_set *set;
    enum ho_figure_body body;
    bool ok;
};

static void need(struct search *s, const char *pose, enum ho_figure_side side,
                 enum ho_figure_edition edition)
{
    struct ho_figure_key key = {pose, side, edition, s->body};
    if (ho_figure_find(s->set, pose, side, edition))
        return;
    const struct ho_figure *figure;
    if (!shop_figure(s->ctx, s->shop, s->request, &key, &figure)) {
        s->ok = false;
        return;
    }
    ho_push(s->ctx->arena, s->set,
            (struct ho_figure_entry){pose, side, edition, figure});
}

/* Each frame large; the last one small in the plan. */
static void need_exercise(struct search *s, const struct ho_order *order,
                          const struct ho_exercise *exercise)
{
    enum ho_figure_side side =
        ho_is_drawn_left(order->record, exercise) ? HO_FIGURE_LEFT : HO_FIGURE_RIGHT;
    const struct ho_frames *frames = &exercise->frames;
    for (size_t i = 0; i < frames->count; i++)
        need(s, frames->items[i].figure, side, HO_FIGURE_FULL);
    if (frames->count)
        need(s, frames->items[frames->count - 1].figure, side, HO_FIGURE_THUMBNAIL);
}

/* How to get down to the floor is for who exercises there. */
static void need_advice(struct search *s, const struct ho_order *order,
                        const struct ho_advice *advice)
{
    const struct ho_frames *frames = &advice->frames;
    if (advice->kind == HO_ADVICE_FLOOR &&
        !ho_plan_floor_count(order->library, order->plan))
        return;
    for (size_t i = 0; i < frames->count; i++)
        need(s, frames->items[i].figure, HO_FIGURE_RIGHT, HO_FIGURE_FULL);
}

/* A group of signs has a pose if there is one of its name. */
static void need_sign(struct search *s, const struct ho_sign_group *group)
{
    if (shop_has_pose(s->shop, s->request, group->figure))
        need(s, group->figure, HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM);
}

bool shop_figures(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_order *order,
                  const struct ho_figure_set **out)
{
    const char *body = order->record && order->record->body ? order->record->body
                                                            : order->clinic->body;
    bool signs_alone =
        !order->record || ho_record_is_emergency(order->library, order->record);
    struct search s = {ctx,
                       shop,
                       request,
                       ho_new(ctx->arena, struct ho_figure_set),
                       body && ho_equal(body, "b") ? HO_FIGURE_BODY_B
                                                   : HO_FIGURE_BODY_A,
                       true};
    for (size_t i = 0; i < order->library->red_flags.groups.count; i++)
        need_sign(&s, &order->library->red_flags.groups.items[i]);
    for (size_t i = 0; !signs_alone && i < order->plan->exercises.count; i++)
        need_exercise(
            &s, order,
            ho_exercise_find(order->library, order->plan->exercises.items[i].exercise));
    for (size_t i = 0; !signs_alone && i < order->library->advice.count; i++)
        need_advice(&s, order, &order->library->advice.items[i]);
    *out = s.set;
    return s.ok;
}
