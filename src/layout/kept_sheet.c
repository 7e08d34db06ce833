/* Page 1 is the same for all patients but for the name, so it is set once for a run and the name put into it.
 * The name may ask for another size: where it does not fit beside the write-in lines, it takes a line of its own. So the
 * page is taken again only if the name fits in each size that was tried, as the first one did.
 * SPDX-License-Identifier: MIT */
#include "layout/kept_priv.h"

struct kept_sheet {
    struct pieces pieces; /* before the name, and after it; or the whole page */
    struct name_slots slots;
    ho_pt size;
};

static bool fits_name(struct setting *s, const struct name_slots *slots,
                      const struct ho_lines **name)
{
    for (size_t i = 0; i < slots->count; i++)
        if (!sheet_fits_name(s, &slots->items[i], name))
            return false;
    return true;
}

bool recall_sheet(struct setting *s, struct ho_pages *pages)
{
    const struct ho_lines *name = NULL;
    struct place open = {0};
    kept_begin_key(s, KEPT_SHEET, (struct frame){0});
    ho_sheet_key(&s->blocks->sheet, &s->kept->key);
    const struct kept_sheet *known = ho_memo_find(s->kept->things, kept_key(s->kept));
    if (!known || !fits_name(s, &known->slots, &name))
        return false;
    struct ho_page *page = ho_page_add(s->ctx->arena, pages, s->geometry->paper);
    pages->sheet_size = known->size;
    put_piece(s, page, known->pieces.items[0], 0, &open);
    if (known->pieces.count > 1) {
        sheet_put_name(s, page, &known->slots.items[known->slots.count - 1], name);
        put_piece(s, page, known->pieces.items[1], 0, &open);
    }
    return true;
}

/* The items of the page from `first` to `end`. */
static void add_part(struct setting *s, const struct ho_page *page, size_t first,
                     size_t end, struct pieces *out)
{
    struct piece *piece = ho_new(s->ctx->arena, struct piece);
    ho_page_append(s->ctx->arena, &piece->items, page->items.items + first,
                   end - first);
    ho_push(s->ctx->arena, out, piece);
}

void keep_sheet(struct setting *s, const struct ho_pages *pages,
                const struct name_slots *slots)
{
    const struct ho_page *page = pages->pages.items[0];
    struct ho_memo *things = s->kept->things;
    struct pieces parts = {0}, copies;
    const struct ho_lines *name;
    struct ho_bytes key = kept_key(s->kept);
    if (!fits_name(s, slots, &name) || ho_memo_find(things, key) ||
        !ho_memo_expects(things, key))
        return;
    add_part(s, page, 0, slots->count ? page->cuts.items[0] : page->items.count,
             &parts);
    if (slots->count)
        add_part(s, page, page->cuts.items[1], page->items.count, &parts);
    struct ho_arena *room = kept_copy(s, &parts, 0, &copies);
    if (!room)
        return;
    struct kept_sheet *made = ho_new(room, struct kept_sheet);
    made->pieces = copies;
    made->size = pages->sheet_size;
    for (size_t i = 0; i < slots->count; i++)
        ho_push(room, &made->slots, slots->items[i]);
    ho_memo_keep(things, key, made);
}
