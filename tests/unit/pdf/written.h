/* written.h — a document under test: pages that a test fills, and the file as text, with its streams inflated.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEST_WRITTEN_H
#define HO_TEST_WRITTEN_H

#include <criterion/criterion.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf.h"

static struct ho_ctx ctx;
static struct ho_palette palette;
static struct ho_pages pages;
static struct ho_page *page;

static inline void set_up(void)
{
    ctx = (struct ho_ctx){.arena = ho_arena_new()};
    palette = (struct ho_palette){0};
    palette.roles[HO_PAINT_DANGER].rgb[0] = 0.5f;
    palette.roles[HO_PAINT_DANGER].grey = 0.25f;
    palette.roles[HO_PAINT_TINT].rgb[2] = 1;
    pages = (struct ho_pages){
        .palette = &palette,
        .info = {.title = "Title", .language = "en-GB", .generator = "handout 0"}};
    page = ho_page_add(ctx.arena, &pages, ho_paper_find("a4"));
}

static inline void tear_down(void)
{
    ho_arena_free(ctx.arena);
}

static inline struct ho_bytes write_file(void)
{
    struct ho_bytes file = {0};
    const char *fault = ho_pages_fault(ctx.arena, &pages);
    cr_assert_null(fault, "the test's own pages: %s", fault);
    cr_assert(ho_pdf_write(&ctx, &pages, &file));
    cr_assert_eq(ctx.diags.count, 0);
    return file;
}

static inline const char *find(const char *from, const char *end, const char *what)
{
    size_t length = strlen(what);
    for (; from + length <= end; from++)
        if (memcmp(from, what, length) == 0)
            return from;
    return NULL;
}

/* Appends what a zlib stream inflates to; what is none as it is. */
static inline void add_stream(struct ho_text *out, const char *data, size_t length)
{
    size_t room = 1 << 20, got = 0;
    unsigned char *plain = ho_alloc(ctx.arena, room, 1);
    struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
    cr_assert(inflate);
    if (libdeflate_zlib_decompress_ex(inflate, data, length, plain, room, NULL, &got) ==
        LIBDEFLATE_SUCCESS)
        ho_text_add_bytes(out, plain, got);
    else
        ho_text_add_bytes(out, data, length);
    libdeflate_free_decompressor(inflate);
}

/* The file with all streams inflated and NULs replaced: good for strstr. */
static inline const char *read_file(struct ho_bytes file)
{
    struct ho_text out = {.arena = ctx.arena};
    const char *at = (const char *)file.data, *end = at + file.length, *stream;
    while ((stream = find(at, end, "\nstream\r\n"))) {
        const char *data = stream + strlen("\nstream\r\n");
        const char *stop = find(data, end, "\nendstream");
        cr_assert(stop);
        ho_text_add_bytes(&out, at, (size_t)(data - at));
        add_stream(&out, data, (size_t)(stop - data));
        at = stop;
    }
    ho_text_add_bytes(&out, at, (size_t)(end - at));
    for (size_t i = 0; i < out.count; i++)
        if (!out.items[i])
            out.items[i] = ' ';
    return ho_text_end(&out);
}

static inline const char *write_text(void)
{
    return read_file(write_file());
}

static inline size_t count(const char *text, const char *what)
{
    size_t times = 0;
    for (; (text = strstr(text, what)); text += strlen(what))
        times++;
    return times;
}

static inline void expect(const char *text, const char *what)
{
    cr_assert(strstr(text, what), "not there: %s", what);
}

static inline void expect_not(const char *text, const char *what)
{
    cr_assert_not(strstr(text, what), "there: %s", what);
}

/* The number before " 0 obj" of the object that holds `what`. */
static inline const char *find_ref(const char *text, const char *what)
{
    const char *at = strstr(text, what), *object = NULL;
    cr_assert(at, "not there: %s", what);
    for (const char *s = text; (s = strstr(s, " 0 obj")) && s < at; s++)
        object = s;
    cr_assert(object);
    const char *digit = object;
    while (digit > text && digit[-1] >= '0' && digit[-1] <= '9')
        digit--;
    return ho_format(ctx.arena, "%.*s 0 R", (int)(object - digit), digit);
}

/* A font of data: 500 wide, A to Z at 36 and on, as if it were real. */
static inline const struct ho_font *make_font(void)
{
    struct ho_font *font = ho_new(ctx.arena, struct ho_font);
    struct ho_font_subset *subset = ho_new(ctx.arena, struct ho_font_subset);
    struct ho_font_glyph *used = ho_new_array(ctx.arena, struct ho_font_glyph, 26);
    *subset = (struct ho_font_subset){.tag = "ABCDEF", .length = 3};
    subset->deflated = (struct ho_bytes){(const unsigned char *)"xyz", 3};
    for (uint32_t i = 0; i < 26; i++)
        used[i] = (struct ho_font_glyph){
            .id = 36 + i,
            .advance = 500.4,
            .to_unicode = ho_format(ctx.arena, "%c", (int)('A' + i))};
    *font = (struct ho_font){.id = "sans",
                             .postscript_name = "Test-Sans",
                             .units_per_em = 1000,
                             .ascent = 1069,
                             .subsets = subset,
                             .subset_count = 1,
                             .used = used,
                             .used_count = 26};
    return font;
}

/* A run of capitals at 100, 200, each 5 pt wide; `glyphs` and `clusters` follow the text. */
static inline struct ho_glyphs make_run(const struct ho_font *font, const char *text)
{
    size_t length = strlen(text);
    struct ho_glyph *glyphs = ho_new_array(ctx.arena, struct ho_glyph, length);
    for (size_t i = 0; i < length; i++)
        glyphs[i] = (struct ho_glyph){.id = 36 + (uint32_t)(text[i] - 'A'),
                                      .cluster = (uint32_t)i,
                                      .x = 5 * (double)i};
    return (struct ho_glyphs){.font = font,
                              .size = 10,
                              .x = 100,
                              .y = 200,
                              .paint = HO_PAINT_INK,
                              .text = text,
                              .glyphs = glyphs,
                              .count = length};
}

static inline struct ho_element *make_element(enum ho_tag tag)
{
    struct ho_element *element = ho_new(ctx.arena, struct ho_element);
    element->tag = tag;
    if (tag == HO_TAG_FIGURE)
        element->alt = "A knee";
    return element;
}

static inline void begin(struct ho_element *element)
{
    ho_page_begin(ctx.arena, page, element);
}

static inline void end(struct ho_element *element)
{
    ho_page_end(ctx.arena, page, element);
}

/* A square of 10 by 10 at x, y. */
static inline const struct ho_path *make_square(double x, double y)
{
    struct ho_path *path = ho_path_new(ctx.arena);
    ho_path_rounded(ctx.arena, path, (struct ho_rect){x, y, 10, 10}, 0);
    return path;
}

static inline void add_square(void)
{
    ho_page_path(ctx.arena, page, make_square(10, 20),
                 (struct ho_paint){.fill = HO_PAINT_TINT});
}

#endif
