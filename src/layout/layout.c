/* The story: page 1 is the sheet; the body flows after it; every page gets its foot.
 * SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "layout/piece_priv.h"

/* Height of the pieces from `first` that no break divides, gaps between them included;
 * `*next` is the piece after them. */
static ho_pt measure_unit(const struct pieces *pieces, size_t first, size_t *next)
{
    ho_pt height = 0;
    size_t i = first;
    for (;; i++) {
        height += pieces->items[i]->height + (i > first ? pieces->items[i]->before : 0);
        if (!pieces->items[i]->keep_next || i + 1 == pieces->count)
            break;
    }
    *next = i + 1;
    return height;
}

struct flow {
    struct setting *s;
    struct ho_pages *pages;
    struct ho_page *page; /* NULL: none begun */
    struct place open;
    ho_pt y;
};

static void end_page(struct flow *f)
{
    if (f->page)
        move_to(f->s, f->page, &f->open, &(struct place){0});
    f->page = NULL;
}

static void begin_page(struct flow *f)
{
    end_page(f);
    f->page = ho_page_add(f->s->ctx->arena, f->pages, f->s->geometry->paper);
    f->y = f->s->area.top;
}

static void place_unit(struct flow *f, const struct pieces *pieces, size_t first,
                       size_t next)
{
    for (size_t i = first; i < next; i++) {
        const struct piece *piece = pieces->items[i];
        if (f->y > f->s->area.top)
            f->y += piece->before;
        put_piece(f->s, f->page, piece, f->y, &f->open);
        f->y += piece->height;
    }
}

/* Fills pages in order, a unit at a time. */
static void flow_pieces(struct flow *f, const struct pieces *pieces)
{
    ho_pt bottom = f->s->area.bottom;
    for (size_t i = 0, next; i < pieces->count; i = next) {
        const struct piece *first = pieces->items[i];
        ho_pt height = measure_unit(pieces, i, &next);
        if (height > bottom - f->s->area.top) {
            ho_report(f->s->ctx, HO_MSG_TOO_TALL, first->at,
                      "make it shorter, or choose a larger paper");
            f->s->ok = false;
        }
        if (!f->page || first->starts_page || f->y + first->before + height > bottom)
            begin_page(f);
        place_unit(f, pieces, i, next);
    }
    end_page(f);
}

static void fill_info(struct ho_pages *pages, const struct ho_blocks *blocks)
{
    pages->info = (struct ho_document_info){.title = blocks->title,
                                            .language = blocks->language,
                                            .author = blocks->author,
                                            .template_id = blocks->template_id,
                                            .country = blocks->country,
                                            .content_version = blocks->version};
}

bool ho_layout(struct ho_ctx *ctx, const struct ho_blocks *blocks,
               const struct ho_geometry *geometry, struct ho_fonts *fonts,
               struct ho_pages **out)
{
    struct setting s = {
        .ctx = ctx, .blocks = blocks, .geometry = geometry, .fonts = fonts, .ok = true};
    struct ho_pages *pages = ho_new(ctx->arena, struct ho_pages);
    struct pieces pieces = {0};
    struct flow flow = {.s = &s, .pages = pages};

    pages->palette = geometry->palette;
    fill_info(pages, blocks);
    s.document = new_element(&s, HO_TAG_DOCUMENT);
    measure_area(&s);
    if (!s.ok || !set_sheet(&s, pages))
        return false;
    struct frame frame = {.x = s.area.x, .width = s.area.width};
    cut_blocks(&s, &blocks->body, inside(frame, s.document), &pieces);
    flow_pieces(&flow, &pieces);
    for (size_t i = 0; i < pages->pages.count; i++)
        set_furniture(&s, pages, i);
    if (!s.ok)
        return false;
    *out = pages;
    return true;
}
