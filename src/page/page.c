/* SPDX-License-Identifier: MIT */
#include "page/page.h"

const char *ho_tag_name(enum ho_tag tag)
{
    static const char *const names[] = {
#define HO_TAG(name, text) [HO_TAG_##name] = text,
        HO_TAGS(HO_TAG)
#undef HO_TAG
    };
    return names[tag];
}

struct ho_page *ho_page_add(struct ho_arena *arena, struct ho_pages *pages,
                            const struct ho_paper *paper)
{
    struct ho_page *page = ho_new(arena, struct ho_page);
    page->trim = (struct ho_rect){0, 0, paper->width, paper->height};
    page->media = page->bleed = page->trim;
    ho_push(arena, &pages->pages, page);
    return page;
}

void ho_page_reserve(struct ho_arena *arena, struct ho_page *page, size_t more)
{
    size_t count = page->items.count, twice = 2 * page->items.capacity;
    if (page->items.capacity - count >= more)
        return;
    page->items.capacity = twice > count + more ? twice : count + more;
    struct ho_item *grown = ho_alloc_unset(arena, page->items.capacity * sizeof *grown,
                                           alignof(struct ho_item));
    if (count)
        memcpy(grown, page->items.items, count * sizeof *grown);
    page->items.items = grown;
}

struct ho_item *ho_page_append(struct ho_arena *arena, struct ho_page *page,
                               const struct ho_item *items, size_t count)
{
    ho_page_reserve(arena, page, count);
    struct ho_item *copies = page->items.items + page->items.count;
    if (count)
        memcpy(copies, items, count * sizeof *items);
    page->items.count += count;
    return copies;
}

void ho_page_cut(struct ho_arena *arena, struct ho_page *page)
{
    ho_push(arena, &page->cuts, page->items.count);
}

void ho_page_glyphs(struct ho_arena *arena, struct ho_page *page,
                    struct ho_glyphs glyphs)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_GLYPHS, .as.glyphs = glyphs});
}

void ho_page_path(struct ho_arena *arena, struct ho_page *page,
                  const struct ho_path *path, struct ho_paint paint)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_PATH, .as.path = {path, paint}});
}

void ho_page_image(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_image *image, struct ho_rect box)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_IMAGE, .as.image = {image, box}});
}

void ho_page_drawing(struct ho_arena *arena, struct ho_page *page,
                     const struct ho_drawing *drawing, struct ho_matrix matrix)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_DRAWING, .as.drawing = {drawing, matrix}});
}

void ho_page_place(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_page *placed, struct ho_matrix matrix)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_PLACED, .as.placed = {placed, matrix}});
}

void ho_page_link(struct ho_arena *arena, struct ho_page *page, struct ho_link link)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_LINK, .as.link = link});
}

void ho_page_anchor(struct ho_arena *arena, struct ho_page *page,
                    struct ho_anchor anchor)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_ANCHOR, .as.anchor = anchor});
}

void ho_page_begin(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_element *element)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_TAG_BEGIN, .as.element = element});
}

void ho_page_end(struct ho_arena *arena, struct ho_page *page,
                 const struct ho_element *element)
{
    ho_push(arena, &page->items,
            (struct ho_item){.kind = HO_ITEM_TAG_END, .as.element = element});
}
