/* Blocks of the body that were set for an earlier document of the run.
 * A block that comes a second time is copied with all that it says, and set in memory that outlives the document; from then
 * on its pieces are put on pages as they are. A document that fails is set once more without any (layout.c), so that its
 * messages have their places.
 * SPDX-License-Identifier: MIT */
#include <assert.h>

#include "base/memo.h"
#include "layout/piece_priv.h"

/* Bytes of blocks, their pieces and their keys: some 60 KB an exercise, some 1 MB a handout. */
enum { BLOCKS = 8 * 1024 * 1024 };

struct ho_layout_kept {
    struct ho_arena *arena; /* the run's lifetime */
    struct ho_memo *blocks; /* struct kept_block, by make_key */
    struct ho_element *document;
    struct ho_text key;
    uint64_t numbers;   /* of pieces, given so far */
    uint64_t documents; /* begun so far */
};

struct kept_block {
    struct pieces pieces;
    uint64_t *
        used_in; /* the last document with it: an element stands in one place of a document */
};

struct ho_layout_kept *ho_layout_kept_new(void)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_layout_kept *kept = ho_new(arena, struct ho_layout_kept);
    kept->arena = kept->key.arena = arena;
    kept->blocks = ho_memo_new(BLOCKS);
    kept->document = ho_new(arena, struct ho_element);
    kept->document->tag = HO_TAG_DOCUMENT;
    return kept;
}

void ho_layout_kept_free(struct ho_layout_kept *kept)
{
    if (!kept)
        return;
    ho_memo_free(kept->blocks);
    ho_arena_free(kept->arena);
}

struct ho_element *kept_document(struct ho_layout_kept *kept)
{
    kept->documents++;
    ho_memo_end(kept->blocks);
    return kept->document;
}

/* ---- the key: all that a block's pieces are made of ---- */

static void add(struct ho_text *key, const void *data, size_t size)
{
    ho_text_add_bytes(key, data, size);
}

/* Papers, scales and fonts live as long as the run, so that their addresses stand for them. */
static void begin_key(const struct setting *s, struct frame frame, struct ho_text *key)
{
    const struct ho_geometry *geometry = s->geometry;
    const void *const things[] = {geometry->paper, geometry->scale, s->fonts};
    const double numbers[] = {
        frame.x,        frame.width,      frame.head,
        s->area.x,      s->area.width,    s->area.top,
        s->area.bottom, s->area.foot,     s->area.first_foot,
        s->area.safe,   geometry->margin, geometry->palette->line_weight};
    const int choices[] = {geometry->edition, geometry->palette->ink,
                           s->blocks->is_rtl};
    key->count = 0;
    add(key, things, sizeof things);
    add(key, numbers, sizeof numbers);
    add(key, choices, sizeof choices);
    add(key, s->blocks->language, strlen(s->blocks->language) + 1);
}

/* ---- pieces that outlive their document ---- */

/* A figure is kept by the shop; what another drawing is made of may not be. */
static bool lasts(const struct ho_item *item)
{
    return item->kind != HO_ITEM_IMAGE && item->kind != HO_ITEM_PLACED &&
           (item->kind != HO_ITEM_DRAWING || item->as.drawing.drawing->ready);
}

static bool all_last(const struct pieces *pieces)
{
    for (size_t i = 0; i < pieces->count; i++)
        for (size_t k = 0; k < pieces->items[i]->items.items.count; k++)
            if (!lasts(&pieces->items[i]->items.items.items[k]))
                return false;
    return true;
}

/* Fonts keep glyphs and their text for one document. */
static void own_glyphs(struct ho_arena *arena, struct piece *piece)
{
    for (size_t i = 0; i < piece->items.items.count; i++) {
        struct ho_item *item = &piece->items.items.items[i];
        if (item->kind == HO_ITEM_GLYPHS)
            ho_glyphs_own(arena, &item->as.glyphs);
    }
}

/* NULL if it cannot be kept. */
static const struct kept_block *keep(struct setting *s, const struct ho_block *block,
                                     struct frame frame, struct ho_bytes key)
{
    struct ho_layout_kept *kept = s->kept;
    struct ho_ctx own = {.arena = ho_memo_room(kept->blocks)}, *ctx = s->ctx;
    if (!own.arena)
        return NULL;
    struct kept_block *made = ho_new(own.arena, struct kept_block);
    s->ctx = &own;
    cut_block(s, ho_block_copy(own.arena, block), frame, &made->pieces);
    s->ctx = ctx;
    made->used_in = ho_new(own.arena, uint64_t);
    if (own.diags.count || !all_last(&made->pieces)) {
        s->ok = true; /* it will say the same when it is set in its document */
        return NULL;
    }
    for (size_t i = 0; i < made->pieces.count; i++) {
        made->pieces.items[i]->number = ++kept->numbers;
        own_glyphs(own.arena, made->pieces.items[i]);
    }
    ho_memo_keep(kept->blocks, key, made);
    return made;
}

/* NULL: the block is set in its document. */
static const struct kept_block *find(struct setting *s, const struct ho_block *block,
                                     struct frame frame, struct ho_bytes key)
{
    struct ho_layout_kept *kept = s->kept;
    const struct kept_block *known = ho_memo_find(kept->blocks, key);
    if (known)
        return *known->used_in == kept->documents ? NULL : known;
    return ho_memo_expects(kept->blocks, key) ? keep(s, block, frame, key) : NULL;
}

/* Copies, since the document decides what stays together. */
static void recall(struct setting *s, const struct ho_block *block,
                   const struct kept_block *known, struct pieces *out)
{
    *known->used_in = s->kept->documents;
    for (size_t i = 0; i < known->pieces.count; i++) {
        struct piece *piece = ho_new(s->ctx->arena, struct piece);
        *piece = *known->pieces.items[i];
        piece->at = block->at;
        ho_push(s->ctx->arena, out, piece);
    }
}

/* What holds the record's words comes but once, and is not looked for. */
void cut_or_recall(struct setting *s, const struct ho_block *block, struct frame frame,
                   struct pieces *out)
{
    size_t first = out->count;
    const struct kept_block *known = NULL;
    struct ho_text *key = s->kept ? &s->kept->key : NULL;
    if (key)
        begin_key(s, frame, key);
    bool is_own = ho_block_key(block, key);
    if (key && s->ok && !is_own)
        known = find(s, block, frame,
                     (struct ho_bytes){(unsigned char *)key->items, key->count});
    if (known)
        recall(s, block, known, out);
    else
        cut_block(s, block, frame, out);
    for (size_t i = first; i < out->count; i++)
        out->items[i]->is_own = is_own;
}
