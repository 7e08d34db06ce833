/* Pieces that outlive their document: copies of all that they are made of, but for fonts and figures.
 * SPDX-License-Identifier: MIT */
#include "layout/kept_priv.h"

struct pair {
    const void *from, *to;
};

struct copier {
    struct ho_arena *arena, *scratch;
    HO_VEC(struct pair) pairs; /* what was copied: elements, blocks, pieces */
};

static const void *find_copy(const struct copier *c, const void *from)
{
    for (size_t i = c->pairs.count; i-- > 0;)
        if (c->pairs.items[i].from == from)
            return c->pairs.items[i].to;
    return NULL;
}

static void *copy_bytes(const struct copier *c, const void *from, size_t size)
{
    void *copy = ho_alloc_unset(c->arena, size, alignof(max_align_t));
    if (size)
        memcpy(copy, from, size);
    return copy;
}

static const char *copy_text(const struct copier *c, const char *text)
{
    return text ? ho_strdup(c->arena, text) : NULL;
}

static const struct ho_element *copy_element(struct copier *c,
                                             const struct ho_element *element)
{
    const struct ho_element *known = find_copy(c, element);
    if (known)
        return known;
    struct ho_element *copy = copy_bytes(c, element, sizeof *element);
    copy->language = copy_text(c, element->language);
    copy->alt = copy_text(c, element->alt);
    ho_push(c->scratch, &c->pairs, (struct pair){element, copy});
    return copy;
}

/* Of a block, pages ask which it is, its kind and its level. */
static const struct ho_block *copy_block(struct copier *c, const struct ho_block *block)
{
    const struct ho_block *known = block ? find_copy(c, block) : NULL;
    if (known || !block)
        return known;
    struct ho_block *copy = ho_new(c->arena, struct ho_block);
    copy->kind = block->kind;
    copy->level = block->level;
    ho_push(c->scratch, &c->pairs, (struct pair){block, copy});
    return copy;
}

static const struct ho_path *copy_path(const struct copier *c,
                                       const struct ho_path *path)
{
    struct ho_path *copy = copy_bytes(c, path, sizeof *path);
    copy->ops.items = copy_bytes(c, path->ops.items, path->ops.count);
    copy->points.items = copy_bytes(c, path->points.items,
                                    path->points.count * sizeof *path->points.items);
    copy->ops.capacity = path->ops.count;
    copy->points.capacity = path->points.count;
    return copy;
}

static void own_item(struct copier *c, struct ho_item *item)
{
    switch (item->kind) {
    case HO_ITEM_GLYPHS: ho_glyphs_own(c->arena, &item->as.glyphs); break;
    case HO_ITEM_PATH: item->as.path.path = copy_path(c, item->as.path.path); break;
    case HO_ITEM_DRAWING:
        item->as.drawing.drawing =
            copy_bytes(c, item->as.drawing.drawing, sizeof *item->as.drawing.drawing);
        break;
    case HO_ITEM_LINK:
        item->as.link.uri = copy_text(c, item->as.link.uri);
        item->as.link.anchor = copy_text(c, item->as.link.anchor);
        item->as.link.description = copy_text(c, item->as.link.description);
        break;
    case HO_ITEM_ANCHOR:
        item->as.anchor.name = copy_text(c, item->as.anchor.name);
        item->as.anchor.outline_title = copy_text(c, item->as.anchor.outline_title);
        break;
    case HO_ITEM_TAG_BEGIN:
    case HO_ITEM_TAG_END: item->as.element = copy_element(c, item->as.element); break;
    case HO_ITEM_IMAGE:
    case HO_ITEM_PLACED: break; /* can_last says no */
    }
}

/* A figure is kept by the shop; what another picture is made of may not be. */
static bool lasts(const struct ho_item *item)
{
    return item->kind != HO_ITEM_IMAGE && item->kind != HO_ITEM_PLACED &&
           (item->kind != HO_ITEM_DRAWING || item->as.drawing.drawing->ready);
}

bool can_last(const struct piece *piece)
{
    for (size_t i = 0; i < piece->items.items.count; i++)
        if (!lasts(&piece->items.items.items[i]))
            return false;
    return true;
}

static struct piece *copy_piece(struct copier *c, const struct piece *piece)
{
    struct piece *copy = copy_bytes(c, piece, sizeof *piece);
    size_t count = piece->items.items.count;
    copy->items = (struct ho_page){0};
    copy->items.items.items =
        copy_bytes(c, piece->items.items.items, count * sizeof(struct ho_item));
    copy->items.items.count = copy->items.items.capacity = count;
    for (size_t i = 0; i < count; i++)
        own_item(c, &copy->items.items.items[i]);
    for (int i = 0; i < piece->place.depth; i++)
        copy->place.elements[i] = copy_element(c, piece->place.elements[i]);
    copy->block = copy_block(c, piece->block);
    copy->panel = copy_block(c, piece->panel);
    copy->at = (struct ho_span){0};
    /* The head of a table comes before its rows. */
    copy->head = piece->head ? find_copy(c, piece->head) : NULL;
    ho_push(c->scratch, &c->pairs, (struct pair){piece, copy});
    return copy;
}

void copy_pieces(struct setting *s, struct ho_arena *arena, const struct pieces *pieces,
                 size_t first, struct pieces *out)
{
    struct copier c = {.arena = arena, .scratch = s->ctx->arena};
    size_t count = pieces->count - first;
    /* All documents have the one element that holds them. */
    ho_push(c.scratch, &c.pairs, (struct pair){s->document, s->document});
    out->items = ho_new_array(arena, struct piece *, count);
    out->count = out->capacity = count;
    for (size_t i = 0; i < count; i++)
        out->items[i] = copy_piece(&c, pieces->items[first + i]);
}
