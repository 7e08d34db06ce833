/* One figure, from wherever it is: compiled with the program, kept by an earlier run, or drawn now.
 * SPDX-License-Identifier: MIT */
#include <unistd.h>

#include "job/figure_store_priv.h"
#include "job/job_priv.h"
#include "job/shop_priv.h"
#include "pdf/ready.h"

/* The PDF writer needs no paths, the others nothing else; a press asks what each line and colour is. */
static bool wants_ready(const struct ho_request *request)
{
    return request->as == HO_AS_PDF && !job_is_press(request);
}

static bool load_shipped(struct ho_ctx *ctx, struct ho_shop *shop,
                         const struct ho_request *request,
                         const struct ho_figure_key *key, const char *file,
                         const struct ho_figure **out)
{
    /* Read into the shop's arena: what is ready is used where it lies. */
    struct ho_arena *arena = shop->ctx.arena;
    struct ho_ctx quiet = {.arena = arena};
    const struct ho_source *source;
    if (ho_source_load(&quiet, file, &source)) {
        struct ho_bytes bytes = {(const unsigned char *)source->text, source->length};
        if (wants_ready(request) ? ho_ready_unpack(arena, bytes, out)
                                 : ho_figure_unpack(arena, bytes, out))
            return true;
    }
    ho_report(ctx, HO_MSG_NO_FIGURE, (struct ho_span){0},
              "build the program again, or install it again", key->pose, file);
    return false;
}

/* A compiled figure stands for the shipped pose; another content folder may have changed it. */
static bool is_shipped(struct ho_ctx *ctx, const struct ho_request *request,
                       const struct ho_pose *pose)
{
    struct ho_ctx quiet = {.arena = ctx->arena};
    const struct ho_pose *shipped;
    return ho_pose_load(&quiet, ho_format(ctx->arena, "%s/content", request->data),
                        pose->id, &shipped) &&
           ho_equal(shipped->sha256, pose->sha256);
}

/* Drawing takes much memory for a moment, so it gets an arena of its own. */
static bool draw(struct ho_shop *shop, const struct ho_figure_key *key,
                 const struct ho_pose *pose, const struct ho_figure **out)
{
    struct ho_arena *own = ho_arena_new();
    struct ho_bytes bytes = ho_figure_pack(
        own, ho_figure_build(own, pose, key->side, key->edition, key->body));
    figure_cache_keep(own, key, pose, bytes);
    bool ok = ho_figure_unpack(shop->ctx.arena, bytes, out);
    ho_arena_free(own);
    return ok;
}

static const struct ho_figure *make_ready(struct ho_arena *arena,
                                          const struct ho_figure *drawn)
{
    struct ho_figure *figure = ho_new(arena, struct ho_figure);
    *figure = *drawn;
    figure->ready = ho_ready_figure(arena, drawn, HO_READY_FAST);
    return figure;
}

static bool find_own(struct ho_ctx *ctx, struct ho_shop *shop,
                     const struct ho_request *request, const struct ho_figure_key *key,
                     const char *file, const struct ho_figure **out)
{
    const struct ho_pose *pose;
    if (!ho_pose_load(ctx, request->content, key->pose, &pose))
        return false;
    if (is_shipped(ctx, request, pose))
        return load_shipped(ctx, shop, request, key, file, out);
    if (!figure_cache_find(ctx->arena, shop->ctx.arena, key, pose, out) &&
        !draw(shop, key, pose, out))
        return false;
    if (wants_ready(request))
        *out = make_ready(shop->ctx.arena, *out);
    return true;
}

static const struct ho_figure *
find_drawn(const struct ho_shop *shop, const struct ho_figure_key *key, bool is_ready)
{
    for (size_t i = 0; i < shop->figures.count; i++) {
        const struct drawn *drawn = &shop->figures.items[i];
        if (drawn->key.side == key->side && drawn->key.edition == key->edition &&
            drawn->key.body == key->body && drawn->is_ready == is_ready &&
            ho_equal(drawn->key.pose, key->pose))
            return drawn->figure;
    }
    return NULL;
}

bool shop_figure(struct ho_ctx *ctx, struct ho_shop *shop,
                 const struct ho_request *request, const struct ho_figure_key *key,
                 const struct ho_figure **out)
{
    struct drawn drawn = {*key, wants_ready(request), NULL};
    drawn.figure = find_drawn(shop, key, drawn.is_ready);
    if (!drawn.figure) {
        const char *folder = ho_format(ctx->arena, "%s/%s", request->data,
                                       drawn.is_ready ? "figures/ready" : "figures");
        const char *file = ho_figure_file(ctx->arena, folder, key);
        if (!(request->content
                  ? find_own(ctx, shop, request, key, file, &drawn.figure)
                  : load_shipped(ctx, shop, request, key, file, &drawn.figure)))
            return false;
        drawn.key.pose = ho_strdup(shop->ctx.arena, key->pose);
        ho_push(shop->ctx.arena, &shop->figures, drawn);
    }
    *out = drawn.figure;
    return true;
}

bool shop_has_pose(struct ho_shop *shop, const struct ho_request *request,
                   const char *pose)
{
    struct ho_arena *arena = shop->ctx.arena;
    for (size_t i = 0; i < shop->poses.count; i++)
        if (ho_equal(shop->poses.items[i].pose, pose))
            return shop->poses.items[i].is_there;
    const char *file =
        ho_format(arena, "%s/figures/%s.xml", shop_content(shop, request), pose);
    const struct sought sought = {ho_strdup(arena, pose), access(file, R_OK) == 0};
    ho_push(arena, &shop->poses, sought);
    return sought.is_there;
}
