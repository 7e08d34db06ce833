/* Blocks of the body that were set for an earlier document of the run.
 * Of a block that comes a second time, the pieces are copied into memory that outlives the document; from then on they are
 * put on pages as they are. A document that fails is set once more without any (layout.c), so that its messages have their
 * places.
 * SPDX-License-Identifier: MIT */
#include "layout/kept_priv.h"

/* Bytes of blocks, their pieces and their keys. */
enum { BLOCKS = 8 * 1024 * 1024 };

struct kept_block {
    struct pieces pieces;
    uint64_t *used_in; /* the last document: an element stands in one place of it */
};

struct ho_layout_kept *ho_layout_kept_new(void)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_layout_kept *kept = ho_new(arena, struct ho_layout_kept);
    kept->arena = kept->key.arena = arena;
    kept->things = ho_memo_new(BLOCKS);
    kept->document = ho_new(arena, struct ho_element);
    kept->document->tag = HO_TAG_DOCUMENT;
    return kept;
}

void ho_layout_kept_free(struct ho_layout_kept *kept)
{
    if (!kept)
        return;
    ho_memo_free(kept->things);
    ho_arena_free(kept->arena);
}

struct ho_element *kept_document(struct ho_layout_kept *kept)
{
    kept->documents++;
    ho_memo_end(kept->things);
    return kept->document;
}

/* ---- the key: all that a block's pieces are made of ---- */

static void add(struct ho_text *key, const void *data, size_t size)
{
    ho_text_add_bytes(key, data, size);
}

/* Papers, scales and fonts live as long as the run, so that their addresses stand for them. */
void kept_begin_key(const struct setting *s, enum kept_kind kind, struct frame frame)
{
    struct ho_text *key = &s->kept->key;
    const struct ho_geometry *geometry = s->geometry;
    const void *const things[] = {geometry->paper, geometry->scale, s->fonts};
    const double numbers[] = {
        frame.x,        frame.width,    frame.head,
        s->area.x,      s->area.width,  s->area.top,
        s->area.bottom, s->area.foot,   s->area.first_foot,
        s->area.safe,   geometry->head, geometry->palette->line_weight};
    const int choices[] = {(int)kind, geometry->runs_off, (int)geometry->edition,
                           (int)geometry->palette->ink, s->blocks->is_rtl};
    key->count = 0;
    add(key, things, sizeof things);
    add(key, numbers, sizeof numbers);
    add(key, choices, sizeof choices);
    add(key, s->blocks->language, strlen(s->blocks->language) + 1);
}

struct ho_bytes kept_key(const struct ho_layout_kept *kept)
{
    return (struct ho_bytes){(const unsigned char *)kept->key.items, kept->key.count};
}

/* ---- what is kept ---- */

struct ho_arena *kept_copy(struct setting *s, const struct pieces *pieces, size_t first,
                           struct pieces *out)
{
    struct ho_layout_kept *kept = s->kept;
    struct ho_arena *room = ho_memo_room(kept->things);
    for (size_t i = first; i < pieces->count; i++)
        if (!can_last(pieces->items[i]))
            return NULL;
    if (!room)
        return NULL;
    copy_pieces(s, room, pieces, first, out);
    for (size_t i = 0; i < out->count; i++)
        out->items[i]->number = ++kept->numbers;
    return room;
}

static void keep(struct setting *s, const struct pieces *pieces, size_t first)
{
    struct pieces copies;
    struct ho_arena *room = kept_copy(s, pieces, first, &copies);
    if (!room)
        return;
    struct kept_block *made = ho_new(room, struct kept_block);
    made->pieces = copies;
    made->used_in = ho_new(room, uint64_t);
    ho_memo_keep(s->kept->things, kept_key(s->kept), made);
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

static void cut_new(struct setting *s, const struct ho_block *block, struct frame frame,
                    bool is_known, struct pieces *out)
{
    size_t first = out->count, told = s->ctx->diags.count;
    cut_block(s, block, frame, out);
    bool is_silent = s->ok && s->ctx->diags.count == told;
    if (is_silent && !is_known && ho_memo_expects(s->kept->things, kept_key(s->kept)))
        keep(s, out, first);
}

/* What holds the record's words comes but once, and is not looked for. */
void cut_or_recall(struct setting *s, const struct ho_block *block, struct frame frame,
                   struct pieces *out)
{
    struct ho_layout_kept *kept = s->kept;
    if (!kept) {
        cut_block(s, block, frame, out);
        return;
    }
    kept_begin_key(s, KEPT_BLOCK, frame);
    bool is_own = ho_block_key(block, &kept->key);
    const struct kept_block *known =
        is_own ? NULL : ho_memo_find(kept->things, kept_key(kept));
    if (is_own)
        cut_block(s, block, frame, out);
    else if (known && *known->used_in != kept->documents)
        recall(s, block, known, out);
    else
        cut_new(s, block, frame, known != NULL, out);
}
