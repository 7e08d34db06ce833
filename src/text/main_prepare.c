/* prepare-fonts FOLDER LANGUAGE FILE... — host tool of the build: makes the base
 * subsets of one language.
 * SPDX-License-Identifier: MIT */
#include "base/file.h"
#include "text/text.h"

int main(int argc, char **argv)
{
    ho_process_guard();
    if (argc < 3) {
        fputs("usage: prepare-fonts FOLDER LANGUAGE FILE...\n", stderr);
        return 2;
    }
    struct ho_arena *arena = ho_arena_new();
    struct ho_ctx ctx = {.arena = arena};
    size_t count = (size_t)argc - 3;
    const char **texts = ho_new_array(arena, const char *, count + 1);
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        const struct ho_source *source = NULL;
        ok &= ho_source_load(&ctx, argv[i + 3], &source);
        texts[i] = source ? source->text : "";
    }
    ok = ok && ho_fonts_prepare(&ctx, argv[1], argv[2], texts, count);
    ho_diags_print(&ctx.diags, stderr);
    int status = ok ? 0 : ho_diags_status(&ctx.diags);
    ho_arena_free(arena);
    return status;
}
