/* Any bytes as a record: a record that loads is what its schema says.
 * SPDX-License-Identifier: MIT */
#include "fuzz/fuzz.h"
#include "model/record.h"
#include "xml/schema.h"

/* "A schema failure that no loader explained is itself a bug." */
static void check_schema(struct ho_ctx *ctx, const char *path)
{
    const struct ho_xml_node *root;
    if (!ho_xml_load(ctx, path, "record", &root) ||
        !ho_schema_check(ctx, HO_CONTENT "/schema", root)) {
        ho_diags_print(&ctx->diags, stderr);
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const char *path = write_input(ctx.arena, "record.xml", data, size);
    const struct ho_record *record;
    const struct ho_library *library;
    bool is_loaded = ho_record_load(&ctx, path, &record);
    check_messages(&ctx, is_loaded);
    if (is_loaded) {
        check_schema(&ctx, path);
        (void)ho_record_dump(ctx.arena, record);
        if (ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library))
            check_messages(&ctx, ho_record_check(&ctx, library, record));
    }
    ho_arena_free(ctx.arena);
    return 0;
}
