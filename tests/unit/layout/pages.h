/* pages.h — the example set on a paper, and what can be asked of finished pages.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_LAYOUT_PAGES_H
#define HO_TESTS_LAYOUT_PAGES_H

#include <math.h>

#include "layout/layout.h"
#include "support/example.h"

struct sample {
    struct example example;
    struct ho_ctx *ctx;
    struct ho_fonts *fonts;
    struct ho_layout_kept *kept; /* NULL: nothing is */
    struct ho_blocks blocks;     /* the example's, to be changed */
    ho_pt safe; /* of the geometry, if the paper is cut out; then there is no margin */
};

static inline void open_sample(struct sample *sample)
{
    sample->example = open_example();
    sample->ctx = &sample->example.ctx;
    sample->blocks = *build_blocks(&sample->example);
    sample->safe = 0;
    sample->kept = NULL;
    cr_assert(ho_fonts_open(sample->ctx, HO_FONTS_DIR, "en-GB", &sample->fonts));
}

static inline void close_sample(struct sample *sample)
{
    ho_fonts_close(sample->fonts);
    close_example(&sample->example);
}

static inline bool try_pages(struct sample *sample, const char *paper,
                             struct ho_pages **out)
{
    struct ho_geometry geometry = {
        .paper = ho_paper_find(paper),
        .margin = sample->safe > 0 ? 0 : sample->example.order.template->margin,
        .palette = &sample->example.theme->palette,
        .scale = &sample->example.theme->scales[sample->example.order.edition],
        .safe = sample->safe,
        .edition = sample->example.order.edition};
    sample->ctx->diags.count = 0;
    return ho_layout(sample->ctx, sample->kept, &sample->blocks, &geometry,
                     sample->fonts, out);
}

/* Sets the blocks; they must fit and keep the rules of pages. */
static inline struct ho_pages *set_pages(struct sample *sample, const char *paper)
{
    struct ho_pages *pages = NULL;
    bool ok = try_pages(sample, paper, &pages);
    cr_assert(ok, "%s: %s", paper,
              sample->ctx->diags.count ? sample->ctx->diags.items[0].text
                                       : "no reason given");
    const char *fault = ho_pages_fault(sample->ctx->arena, pages);
    cr_assert_null(fault, "%s: %s", paper, fault);
    return pages;
}

/* ---- items ---- */

static inline const struct ho_item *item_of(const struct ho_page *page, size_t index)
{
    return &page->items.items[index];
}

/* The words of the page from item `first` to before `last`, in the order of reading. */
static inline const char *words_between(struct ho_arena *arena,
                                        const struct ho_page *page, size_t first,
                                        size_t last)
{
    struct ho_text text = {.arena = arena};
    for (size_t i = first; i < last; i++) {
        if (item_of(page, i)->kind == HO_ITEM_GLYPHS)
            ho_text_add(&text, item_of(page, i)->as.glyphs.text);
        else if (item_of(page, i)->kind == HO_ITEM_TAG_END)
            ho_text_add(&text, "\n");
    }
    return ho_text_end(&text);
}

static inline const char *words_on(struct ho_arena *arena, const struct ho_page *page)
{
    return words_between(arena, page, 0, page->items.count);
}

/* Whether item `index` stands inside an artifact. */
static inline bool is_in_artifact(const struct ho_page *page, size_t index)
{
    int depth = 0;
    for (size_t i = 0; i < index; i++) {
        const struct ho_item *item = item_of(page, i);
        if (item->kind == HO_ITEM_TAG_BEGIN && item->as.element->tag == HO_TAG_ARTIFACT)
            depth++;
        if (item->kind == HO_ITEM_TAG_END && item->as.element->tag == HO_TAG_ARTIFACT)
            depth--;
    }
    return depth > 0;
}

/* The run that begins with these words; it must be there. */
static inline const struct ho_glyphs *run_of(const struct ho_page *page,
                                             const char *words)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_GLYPHS &&
            strncmp(item_of(page, i)->as.glyphs.text, words, strlen(words)) == 0)
            return &item_of(page, i)->as.glyphs;
    cr_assert(0, "\"%s\" is not on the page", words);
    return NULL;
}

static inline bool has_words(struct sample *sample, const struct ho_page *page,
                             const char *words)
{
    return strstr(words_on(sample->ctx->arena, page), words) != NULL;
}

/* The page on which the words stand, 1-based; 0 if there is none. */
static inline size_t page_with(struct sample *sample, const struct ho_pages *pages,
                               const char *words)
{
    for (size_t i = 0; i < pages->pages.count; i++)
        if (has_words(sample, pages->pages.items[i], words))
            return i + 1;
    return 0;
}

/* ---- where things stand ---- */

/* The ink of a run: capitals above the line, descenders below it, no space at its end. */
static inline struct ho_rect run_box(const struct ho_glyphs *run)
{
    return (struct ho_rect){run->x, run->y - .72 * run->size, run->width,
                            .92 * run->size};
}

static inline void expect_inside(const struct ho_page *page, struct ho_rect box,
                                 const char *what)
{
    const double least = ho_mm(10) - .01;
    cr_expect(box.x >= least && box.y >= least &&
                  box.x + box.width <= page->trim.width - least &&
                  box.y + box.height <= page->trim.height - least,
              "%s leaves the margins: %d %d %d %d", what, (int)box.x, (int)box.y,
              (int)(box.x + box.width), (int)(box.y + box.height));
}

static inline void expect_margins(const struct ho_page *page)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        if (item->kind == HO_ITEM_GLYPHS) {
            expect_inside(page, run_box(&item->as.glyphs), item->as.glyphs.text);
        } else if (item->kind == HO_ITEM_PATH) {
            struct ho_rect box = ho_path_box(item->as.path.path);
            double half =
                item->as.path.paint.stroke ? item->as.path.paint.width / 2 : 0;
            expect_inside(page,
                          (struct ho_rect){box.x - half, box.y - half,
                                           box.width + 2 * half, box.height + 2 * half},
                          "a path");
        }
    }
}

static inline void expect_no_overlap(const struct ho_page *page)
{
    for (size_t i = 0; i < page->items.count; i++)
        for (size_t j = i + 1; j < page->items.count; j++) {
            if (item_of(page, i)->kind != HO_ITEM_GLYPHS ||
                item_of(page, j)->kind != HO_ITEM_GLYPHS)
                continue;
            const struct ho_glyphs *a = &item_of(page, i)->as.glyphs,
                                   *b = &item_of(page, j)->as.glyphs;
            struct ho_rect box = run_box(a);
            box.x += .1, box.width -= .2; /* neighbours touch */
            cr_expect_not(ho_rect_overlap(box, run_box(b)), "\"%s\" lies on \"%s\"",
                          a->text, b->text);
        }
}

static inline void expect_good_pages(const struct ho_pages *pages)
{
    for (size_t i = 0; i < pages->pages.count; i++) {
        expect_margins(pages->pages.items[i]);
        expect_no_overlap(pages->pages.items[i]);
    }
}

/* ---- texts of our own ---- */

static inline struct ho_inlines inline_of(struct sample *sample, const char *text)
{
    struct ho_inlines inlines = {0};
    ho_push(sample->ctx->arena, &inlines, (struct ho_inline){.text = text});
    return inlines;
}

#endif
