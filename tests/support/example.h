/* example.h — the shipped content with the example's record, as an order and as blocks; and changed copies.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_EXAMPLE_H
#define HO_TESTS_EXAMPLE_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "doc/doc.h"

struct example {
    struct ho_ctx ctx;
    struct ho_order order;
    const struct ho_theme *theme;
};

static inline const char *example_file(struct ho_arena *arena, const char *path)
{
    struct ho_text text = {.arena = arena};
    FILE *file = fopen(path, "rb");
    cr_assert(file, "there is no %s", path);
    char buffer[4096];
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
        ho_text_add_bytes(&text, buffer, got);
    fclose(file);
    return ho_text_end(&text);
}

/* The text with the first `old` in it replaced. */
static inline const char *with(struct ho_arena *arena, const char *text,
                               const char *old, const char *new)
{
    const char *at = strstr(text, old);
    cr_assert(at, "\"%s\" is not there", old);
    return ho_format(arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

/* Writes the text to a new file; the caller unlinks it. */
static inline const char *write_temporary(struct ho_arena *arena, const char *text)
{
    char *path = ho_strdup(arena, "/tmp/handout-test-XXXXXX");
    int descriptor = mkstemp(path);
    cr_assert_geq(descriptor, 0);
    FILE *file = fdopen(descriptor, "wb");
    cr_assert(file);
    fputs(text, file);
    fclose(file);
    return path;
}

static inline const char *example_record(struct ho_arena *arena)
{
    return example_file(arena, HO_CONTENT "/examples/sam-taylor.xml");
}

/* Takes the record of this XML. */
static inline void take_record(struct example *example, const char *xml)
{
    const char *path = write_temporary(example->ctx.arena, xml);
    bool ok = ho_record_load(&example->ctx, path, &example->order.record);
    unlink(path);
    cr_assert(ok);
    cr_assert(
        ho_record_check(&example->ctx, example->order.library, example->order.record));
    cr_assert(ho_plan_build(&example->ctx, example->order.library,
                            example->order.record, &example->order.plan));
}

static inline void take_clinic(struct example *example, const char *xml)
{
    const char *path = write_temporary(example->ctx.arena, xml);
    bool ok = ho_clinic_load(&example->ctx, path, &example->order.clinic);
    unlink(path);
    cr_assert(ok);
}

static inline struct example open_example(void)
{
    struct example example = {.ctx = {.arena = ho_arena_new()}};
    struct ho_ctx *ctx = &example.ctx;
    struct ho_order *order = &example.order;
    cr_assert(ho_library_load(ctx, HO_CONTENT, "sciatica", "en-GB", &order->library));
    cr_assert(ho_country_load(ctx, HO_CONTENT, "GB", "en-GB", (struct ho_span){0},
                              &order->country));
    cr_assert(ho_clinic_load(ctx, HO_CONTENT "/examples/clinic.xml", &order->clinic));
    cr_assert(
        ho_record_load(ctx, HO_CONTENT "/examples/sam-taylor.xml", &order->record));
    cr_assert(ho_plan_build(ctx, order->library, order->record, &order->plan));
    cr_assert(ho_template_load(ctx, HO_TEMPLATES, "handout", &order->template));
    cr_assert(ho_theme_load(ctx, HO_TEMPLATES, "default", &example.theme));
    return example;
}

static inline void close_example(struct example *example)
{
    ho_arena_free(example->ctx.arena);
}

static inline const struct ho_blocks *build_blocks(struct example *example)
{
    const struct ho_blocks *blocks = NULL;
    cr_assert(ho_doc_build(&example->ctx, &example->order, &blocks));
    cr_assert_not_null(blocks);
    return blocks;
}

static inline size_t count_words(const char *text, const char *words)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, words)); at += strlen(words))
        count++;
    return count;
}

#endif
