/* The story: page 1 is the sheet; the body flows after it; every page gets its foot.
 * SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "layout/kept_priv.h"

static void fill_info(struct ho_pages *pages, const struct ho_blocks *blocks)
{
    pages->info = (struct ho_document_info){.title = blocks->title,
                                            .language = blocks->language,
                                            .author = blocks->author,
                                            .template_id = blocks->template_id,
                                            .country = blocks->country,
                                            .content_version = blocks->version,
                                            .content_hash = blocks->sha256,
                                            .review_by = blocks->review_by,
                                            .signs = blocks->sheet.signs};
}

/* Titles may repeat, names may not. */
static void name_anchors(struct setting *s, struct ho_pages *pages)
{
    int count = 0;
    for (size_t p = 0; p < pages->pages.count; p++) {
        struct ho_page *page = pages->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++) {
            struct ho_item *item = &page->items.items[i];
            if (item->kind == HO_ITEM_ANCHOR && !item->as.anchor.name)
                item->as.anchor.name = ho_join(s->ctx->arena, "heading-",
                                               ho_digits(s->ctx->arena, ++count));
        }
    }
}

/* The sheet, the body after it, and a foot for each page. */
static bool set_all(struct setting *s, struct ho_pages *pages)
{
    struct frame frame = {.x = s->area.x, .width = s->area.width};
    struct pieces pieces = {0};
    if (!set_sheet(s, pages))
        return false;
    cut_body(s, inside(frame, s->document), &pieces);
    flow_pieces(s, &pieces, pages);
    name_anchors(s, pages);
    for (size_t i = 0; i < pages->pages.count; i++)
        set_furniture(s, pages, i);
    return s->ok;
}

static bool set_document(struct setting *s, struct ho_pages **out)
{
    struct ho_pages *pages = ho_new(s->ctx->arena, struct ho_pages);
    pages->palette = s->geometry->palette;
    fill_info(pages, s->blocks);
    s->document = s->kept ? kept_document(s->kept) : new_element(s, HO_TAG_DOCUMENT);
    measure_area(s);
    bool is_card = ho_equal(s->geometry->paper->id, "card");
    if (!s->ok || !(is_card ? set_card(s, pages) : set_all(s, pages)))
        return false;
    *out = pages;
    return true;
}

bool ho_layout(struct ho_ctx *ctx, struct ho_layout_kept *kept,
               const struct ho_blocks *blocks, const struct ho_geometry *geometry,
               struct ho_fonts *fonts, struct ho_pages **out)
{
    const struct setting setting = {
        .ctx = ctx, .blocks = blocks, .geometry = geometry, .fonts = fonts, .ok = true};
    const struct ho_diags told = ctx->diags;
    struct setting s = setting;
    s.kept = kept;
    if (set_document(&s, out))
        return true;
    if (!kept)
        return false;
    /* What is kept knows no places: the messages come from setting it all. */
    ctx->diags = told;
    s = setting;
    return set_document(&s, out);
}
