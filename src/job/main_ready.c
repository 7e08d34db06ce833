/* ready-figures FOLDER FILE... — host tool of the build: readies compiled figures for the PDF writer, and puts what
 * comes out into the folder, under the name of each.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/file.h"
#include "figure/figure.h"
#include "pdf/ready.h"

static bool make_ready(struct ho_ctx *ctx, const char *folder, const char *path)
{
    const struct ho_source *file;
    const struct ho_figure *drawn;
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (!ho_source_load(ctx, path, &file))
        return false;
    if (!ho_figure_unpack(
            ctx->arena,
            (struct ho_bytes){(const unsigned char *)file->text, file->length},
            &drawn)) {
        ho_report(ctx, HO_MSG_NO_FIGURE, (struct ho_span){0}, NULL, name, path);
        return false;
    }
    struct ho_figure figure = *drawn;
    figure.ready = ho_ready_figure(ctx->arena, drawn, HO_READY_SMALL);
    return ho_file_write(ctx, ho_format(ctx->arena, "%s/%s", folder, name),
                         ho_ready_pack(ctx->arena, &figure));
}

int main(int argc, char **argv)
{
    ho_process_guard();
    if (argc < 3) {
        fputs("usage: ready-figures FOLDER FILE...\n", stderr);
        return 2;
    }
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    bool ok = true;
    for (int i = 2; i < argc; i++)
        ok &= make_ready(&ctx, argv[1], argv[i]);
    ho_diags_print(&ctx.diags, stderr);
    int status = ok ? 0 : ho_diags_status(&ctx.diags);
    ho_arena_free(ctx.arena);
    return status;
}
