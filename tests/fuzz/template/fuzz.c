/* Any bytes as a template: one that loads is what its schema says.
 * SPDX-License-Identifier: MIT */
#include "fuzz/fuzz.h"
#include "model/template.h"
#include "xml/schema.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const char *path = write_input(ctx.arena, "handout.xml", data, size);
    const struct ho_template *template;
    const struct ho_xml_node *root;
    bool is_loaded =
        ho_template_load(&ctx, own_folder(ctx.arena), "handout", &template);
    check_messages(&ctx, is_loaded);
    if (is_loaded && (!ho_xml_load(&ctx, path, "template", &root) ||
                      !ho_schema_check(&ctx, HO_CONTENT "/schema", root))) {
        ho_diags_print(&ctx.diags, stderr);
        abort();
    }
    ho_arena_free(ctx.arena);
    return 0;
}
