/* compile-figures CONTENT FOLDER ID — host tool of the build: draws one figure of the content in every way that a
 * handout may need it: both sides, both bodies, large and small.
 * SPDX-License-Identifier: MIT */
#include "base/file.h"
#include "figure/figure.h"

static bool compile(struct ho_ctx *ctx, const char *folder, const struct ho_pose *pose,
                    struct ho_figure_key key)
{
    struct ho_arena *own = ho_arena_new(); /* a drawing takes a lot of it */
    struct ho_bytes bytes = ho_figure_pack(
        own, ho_figure_build(own, pose, key.side, key.edition, key.body));
    bool ok = ho_file_write(ctx, ho_figure_file(ctx->arena, folder, &key), bytes);
    ho_arena_free(own);
    return ok;
}

/* A pose in a ring is a sign of danger: it is needed small only, and it has no side. */
static bool is_needed(const struct ho_pose *pose, const struct ho_figure_key *key)
{
    bool is_pictogram = key->edition == HO_FIGURE_PICTOGRAM;
    return is_pictogram == pose->has_roundel &&
           (!is_pictogram || key->side == HO_FIGURE_RIGHT);
}

static bool compile_all(struct ho_ctx *ctx, const char *content, const char *folder,
                        const char *id)
{
    const struct ho_pose *pose;
    bool ok = true;
    if (!ho_pose_load(ctx, content, id, &pose))
        return false;
    for (int body = 0; body < HO_FIGURE_BODY_COUNT; body++)
        for (int side = HO_FIGURE_RIGHT; side <= HO_FIGURE_LEFT; side++)
            for (int edition = 0; edition <= HO_FIGURE_PICTOGRAM; edition++) {
                struct ho_figure_key key = {id, (enum ho_figure_side)side,
                                            (enum ho_figure_edition)edition,
                                            (enum ho_figure_body)body};
                ok = ok && (!is_needed(pose, &key) || compile(ctx, folder, pose, key));
            }
    return ok;
}

int main(int argc, char **argv)
{
    ho_process_guard();
    if (argc != 4) {
        fputs("usage: compile-figures CONTENT FOLDER ID\n", stderr);
        return 2;
    }
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    bool ok = compile_all(&ctx, argv[1], argv[2], argv[3]);
    ho_diags_print(&ctx.diags, stderr);
    int status = ok ? 0 : ho_diags_status(&ctx.diags);
    ho_arena_free(ctx.arena);
    return status;
}
