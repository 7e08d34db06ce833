/* Any bytes as XML: parsed or refused with a message, and what is parsed can be held against a schema.
 * SPDX-License-Identifier: MIT */
#include "fuzz/fuzz.h"
#include "xml/schema.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_source source = {.name = "in.xml",
                               .text = ho_strndup(ctx.arena, (const char *)data, size),
                               .length = size};
    const struct ho_xml_node *root;
    bool is_parsed = ho_xml_parse(&ctx, &source, &root);
    if (is_parsed) {
        (void)ho_xml_dump(ctx.arena, root);
        bool fits = ho_schema_check(&ctx, HO_CONTENT "/schema", root);
        check_messages(&ctx, fits);
    }
    check_messages(&ctx, is_parsed);
    ho_arena_free(ctx.arena);
    return 0;
}
