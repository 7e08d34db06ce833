/* fonts.xml: every small mistake in it has its message, at its place; what is let pass fits the schema.
 * SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/judge.h"
#include "text/text.h"
#include "xml/schema.h"

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert(file);
    fputs(text, file);
    fclose(file);
}

static bool fits_schema(struct ho_ctx *ctx, const char *path)
{
    const struct ho_xml_node *root;
    return ho_xml_load(ctx, path, "fonts", &root) &&
           ho_schema_check(ctx, HO_CONTENT "/schema", root);
}

static void try_mutation(const char *folder, const struct mutation *m)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const char *path = ho_format(ctx.arena, "%s/fonts.xml", folder);
    const struct ho_source source = {
        .name = path, .text = m->text, .length = strlen(m->text)};
    struct ho_span at = ho_source_span(&source, m->from);
    struct ho_fonts *fonts = NULL;
    put(path, m->text);
    bool is_open = ho_fonts_open(&ctx, folder, "en-GB", &fonts);
    if (ctx.diags.count)
        cr_expect(is_explained(m, &source, &ctx.diags), "%s at %d:%d: %zu: %s",
                  expectations[m->kind].name, at.line, at.column, ctx.diags.count,
                  ctx.diags.items[0].text);
    else
        cr_expect(is_open && fits_schema(&ctx, path), "%s at %d:%d",
                  expectations[m->kind].name, at.line, at.column);
    ho_fonts_close(fonts);
    ho_arena_free(ctx.arena);
}

Test(list, of_no_font_is_refused)
{
    char folder[] = "/tmp/handout-test-XXXXXX";
    struct mutation nothing = {.kind = DROP_ELEMENT, .text = "<fonts/>"};
    cr_assert(mkdtemp(folder));
    try_mutation(folder, &nothing);
    char path[64];
    snprintf(path, sizeof path, "%s/fonts.xml", folder);
    unlink(path);
    rmdir(folder);
}

Test(list, explains_each_mutation)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    char folder[] = "/tmp/handout-test-XXXXXX";
    const struct ho_source *source;
    cr_assert(mkdtemp(folder));
    cr_assert(ho_source_load(&ctx, HO_FONTS_DIR "/fonts.xml", &source));
    struct mutations all = mutate(ctx.arena, source->text);
    cr_expect_gt(all.count, 15);
    for (size_t i = 0; i < all.count; i++)
        try_mutation(folder, &all.items[i]);
    unlink(ho_format(ctx.arena, "%s/fonts.xml", folder));
    rmdir(folder);
    ho_arena_free(ctx.arena);
}
