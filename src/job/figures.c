/* The figures of a handout: compiled ones from the data; one that is the content's own is drawn now.
 * SPDX-License-Identifier: MIT */
#include "figure/figure.h"

#include <string.h>
#include <unistd.h>

#include "job/shop_priv.h"

struct search {
    struct ho_ctx *ctx;
    struct ho_shop *shop;
    const struct ho_request *request;
    struct ho_figure_set *set;
    enum ho_figure_body body;
    bool ok;
};

static const char *pose_file(struct ho_arena *arena, const char *content,
                             const char *id)
{
    return ho_format(arena, "%s/figures/%s.xml", content, id);
}

static bool is_same_text(struct ho_arena *arena, const char *a, const char *b)
{
    struct ho_ctx quiet = {.arena = arena};
    const struct ho_source *one, *other;
    return ho_source_load(&quiet, a, &one) && ho_source_load(&quiet, b, &other) &&
           one->length == other->length &&
           memcmp(one->text, other->text, one->length) == 0 &&
           !strstr(one->text, "<ghost "); /* that one would have to be the same, too */
}

/* A compiled figure stands for the shipped pose; another content folder may have changed it. */
static bool is_shipped(struct search *s, const char *pose)
{
    struct ho_arena *arena = s->ctx->arena;
    const char *shipped = ho_format(arena, "%s/content", s->request->data);
    if (!s->request->content)
        return true;
    return is_same_text(arena, pose_file(arena, s->request->content, pose),
                        pose_file(arena, shipped, pose));
}

static bool load(struct search *s, const struct ho_figure_key *key, const char *file,
                 const struct ho_figure **out)
{
    struct ho_ctx quiet = {.arena = s->ctx->arena};
    const struct ho_source *source;
    if (ho_source_load(&quiet, file, &source) &&
        ho_figure_unpack(
            s->shop->ctx.arena,
            (struct ho_bytes){(const unsigned char *)source->text, source->length},
            out))
        return true;
    ho_report(s->ctx, HO_MSG_NO_FIGURE, (struct ho_span){0},
              "build the program again, or install it again", key->pose, file);
    return false;
}

/* Drawing takes much memory for a moment, so it gets an arena of its own. */
static bool draw(struct search *s, const struct ho_figure_key *key,
                 const struct ho_figure **out)
{
    const struct ho_pose *pose;
    if (!ho_pose_load(s->ctx, s->request->content, key->pose, &pose))
        return false;
    struct ho_arena *own = ho_arena_new();
    struct ho_bytes bytes = ho_figure_pack(
        own, ho_figure_build(own, pose, key->side, key->edition, key->body));
    bool ok = ho_figure_unpack(s->shop->ctx.arena, bytes, out);
    ho_arena_free(own);
    return ok;
}

static const struct ho_figure *find_drawn(const struct ho_shop *shop, const char *file)
{
    for (size_t i = 0; i < shop->figures.count; i++)
        if (ho_equal(shop->figures.items[i].file, file))
            return shop->figures.items[i].figure;
    return NULL;
}

static void need(struct search *s, const char *pose, enum ho_figure_side side,
                 enum ho_figure_edition edition)
{
    struct ho_figure_key key = {pose, side, edition, s->body};
    if (ho_figure_find(s->set, pose, side, edition))
        return;
    const char *file = ho_figure_file(
        s->ctx->arena, ho_format(s->ctx->arena, "%s/figures", s->request->data), &key);
    const struct ho_figure *figure = find_drawn(s->shop, file);
    if (!figure) {
        bool ok =
            is_shipped(s, pose) ? load(s, &key, file, &figure) : draw(s, &key, &figure);
        s->ok &= ok;
        if (!ok)
            return;
        ho_push(s->shop->ctx.arena, &s->shop->figures,
                (struct drawn){ho_strdup(s->shop->ctx.arena, file), figure});
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

/* A group of signs has a pose if there is one of its name. */
static void need_sign(struct search *s, const char *group)
{
    const char *id = ho_format(s->ctx->arena, "flag-%s", group);
    const char *content =
        s->request->content ? s->request->content
                            : ho_format(s->ctx->arena, "%s/content", s->request->data);
    if (access(pose_file(s->ctx->arena, content, id), R_OK) == 0)
        need(s, id, HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM);
}

bool shop_figures(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_order *order,
                  const struct ho_figure_set **out)
{
    const char *body = order->record->body;
    bool is_emergency = ho_record_is_emergency(order->library, order->record);
    struct search s = {ctx,
                       shop,
                       request,
                       ho_new(ctx->arena, struct ho_figure_set),
                       body && ho_equal(body, "b") ? HO_FIGURE_BODY_B
                                                   : HO_FIGURE_BODY_A,
                       true};
    for (size_t i = 0; i < order->library->red_flags.groups.count; i++)
        need_sign(&s, order->library->red_flags.groups.items[i].id);
    for (size_t i = 0; !is_emergency && i < order->plan->exercises.count; i++)
        need_exercise(
            &s, order,
            ho_exercise_find(order->library, order->plan->exercises.items[i].exercise));
    for (size_t i = 0; !is_emergency && i < order->library->advice.count; i++) {
        const struct ho_frames *frames = &order->library->advice.items[i].frames;
        for (size_t k = 0; k < frames->count; k++)
            need(&s, frames->items[k].figure, HO_FIGURE_RIGHT, HO_FIGURE_FULL);
    }
    *out = s.set;
    return s.ok;
}
