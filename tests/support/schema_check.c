/* schema_check FOLDER FILE… — holds each file against its schema in FOLDER, as the program does.
 * SPDX-License-Identifier: MIT */
#include "xml/schema.h"

static bool check_file(struct ho_ctx *ctx, const char *folder, const char *path)
{
    const struct ho_source *source;
    const struct ho_xml_node *root;
    return ho_source_load(ctx, path, &source) && ho_xml_parse(ctx, source, &root) &&
           ho_schema_check(ctx, folder, root);
}

int main(int count, char **arguments)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    bool ok = count > 2;
    for (int i = 2; i < count; i++)
        ok &= check_file(&ctx, arguments[1], arguments[i]);
    ho_diags_print(&ctx.diags, stderr);
    ho_arena_free(ctx.arena);
    return ok ? 0 : 1;
}
