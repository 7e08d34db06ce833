/* What blocks have in common that are set in the same way, and copies of them. One walk over a block does both, so that no
 * field can be in the one and be forgotten in the other.
 * SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdint.h>

#include "doc/block.h"

/* A new field belongs into the walk: without it, one patient would get what another's handout says. */
#if UINTPTR_MAX == UINT64_MAX
static_assert(sizeof(struct ho_block) == 480, "walk the new field of struct ho_block");
static_assert(sizeof(struct ho_inline) == 64, "walk the new field of struct ho_inline");
static_assert(sizeof(struct ho_cell) == 152, "walk the new field of struct ho_cell");
static_assert(sizeof(struct ho_row) == 48, "walk the new field of struct ho_row");
static_assert(sizeof(struct ho_frame_picture) == 64,
              "walk the new field of struct ho_frame_picture");
static_assert(sizeof(struct ho_callout) == 56,
              "walk the new field of struct ho_callout");
#endif

struct walk {
    struct ho_text *key;    /* NULL: none is made */
    struct ho_arena *arena; /* of the copy; NULL: none is made */
    bool is_own;            /* a text was */
};

/* ---- leaves ---- */

static void add(const struct walk *w, const void *data, size_t size)
{
    if (w->key)
        ho_text_add_bytes(w->key, data, size);
}

/* All of what is a number, or the address of what lives as long as the run. */
#define ADD(w, field) add((w), &(field), sizeof(field))

/* With its NUL, so that no two run together; none is none of the texts. */
static void walk_text(const struct walk *w, const char **text)
{
    if (!*text) {
        add(w, "\1", 2);
        return;
    }
    add(w, *text, strlen(*text) + 1);
    if (w->arena)
        *text = ho_strdup(w->arena, *text);
}

static void walk_place(const struct walk *w, struct ho_span *at)
{
    if (w->arena)
        *at = (struct ho_span){0};
}

/* Walks over a copy of each item, and puts it into the copy of the array. */
#define WALK_ALL(w, vec, walk_one)                                                     \
    do {                                                                               \
        __typeof__(*(vec)->items) *items_ = (vec)->items;                              \
        ADD((w), (vec)->count);                                                        \
        if ((w)->arena) {                                                              \
            (vec)->items = ho_alloc_array((w)->arena, (vec)->count, sizeof *items_,    \
                                          alignof(max_align_t));                       \
            (vec)->capacity = (vec)->count;                                            \
        }                                                                              \
        for (size_t i_ = 0; i_ < (vec)->count; i_++) {                                 \
            __typeof__(*items_) one_ = items_[i_];                                     \
            walk_one((w), &one_);                                                      \
            if ((w)->arena)                                                            \
                (vec)->items[i_] = one_;                                               \
        }                                                                              \
    } while (0)

/* ---- text ---- */

static void walk_inline(struct walk *w, struct ho_inline *part)
{
    const int choices[] = {part->is_strong, part->is_own, part->is_rtl, part->paint};
    w->is_own |= part->is_own;
    add(w, choices, sizeof choices);
    walk_text(w, &part->text);
    walk_text(w, &part->uri);
    walk_text(w, &part->uri_description);
    walk_text(w, &part->language);
    walk_place(w, &part->at);
}

static void walk_inlines(struct walk *w, struct ho_inlines *text)
{
    WALK_ALL(w, text, walk_inline);
}

static void walk_badge(struct walk *w, struct ho_badge *badge)
{
    walk_inlines(w, &badge->letter);
    walk_inlines(w, &badge->label);
}

/* ---- pictures ---- */

static void walk_picture(struct walk *w, struct ho_picture *picture)
{
    ADD(w, picture->figure);
    walk_text(w, &picture->alt);
}

static void walk_callout(struct walk *w, struct ho_callout *callout)
{
    walk_inlines(w, &callout->number);
    ADD(w, callout->x);
    ADD(w, callout->y);
    ADD(w, callout->from_x);
    ADD(w, callout->from_y);
}

static void walk_frame(struct walk *w, struct ho_frame_picture *frame)
{
    walk_picture(w, &frame->picture);
    walk_inlines(w, &frame->caption);
    WALK_ALL(w, &frame->callouts, walk_callout);
}

/* ---- tables ---- */

static void walk_cell(struct walk *w, struct ho_cell *cell)
{
    const unsigned char flags[] = {cell->below_is_unit, cell->has_type};
    walk_inlines(w, &cell->text);
    walk_inlines(w, &cell->below);
    walk_inlines(w, &cell->number);
    walk_badge(w, &cell->badge);
    walk_picture(w, &cell->picture);
    add(w, flags, sizeof flags);
    ADD(w, cell->type);
}

static void walk_row(struct walk *w, struct ho_row *row)
{
    const unsigned char flags[] = {row->is_set_off, row->is_tinted};
    WALK_ALL(w, &row->cells, walk_cell);
    add(w, flags, sizeof flags);
    walk_place(w, &row->at);
}

static void walk_dose(struct walk *w, struct ho_dose_badge *dose)
{
    walk_inlines(w, &dose->figure);
    walk_inlines(w, &dose->label);
}

static void walk_share(struct walk *w, double *share)
{
    add(w, share, sizeof *share);
}

/* ---- the block ---- */

static void walk_block(struct walk *w, struct ho_block *block);

static void walk_child(struct walk *w, struct ho_block **child)
{
    struct ho_block block = **child;
    walk_block(w, &block);
    if (w->arena) {
        *child = ho_new(w->arena, struct ho_block);
        **child = block;
    }
}

static void walk_block(struct walk *w, struct ho_block *block)
{
    const int numbers[] = {block->kind,  block->type,  block->paint, block->level,
                           block->weeks, block->lines, block->panel, block->icon};
    const unsigned char flags[] = {block->starts_page, block->keeps_next, block->floats,
                                   block->last_is_numeric, block->is_at_end};
    add(w, numbers, sizeof numbers);
    add(w, flags, sizeof flags);
    walk_place(w, &block->at);
    walk_inlines(w, &block->text);
    walk_inlines(w, &block->lead);
    walk_inlines(w, &block->aside);
    walk_inlines(w, &block->number);
    walk_inlines(w, &block->below);
    walk_badge(w, &block->badge);
    WALK_ALL(w, &block->items, walk_inlines);
    WALK_ALL(w, &block->leads, walk_inlines);
    walk_row(w, &block->head);
    WALK_ALL(w, &block->rows, walk_row);
    WALK_ALL(w, &block->doses, walk_dose);
    WALK_ALL(w, &block->pictures, walk_frame);
    WALK_ALL(w, &block->shares, walk_share);
    WALK_ALL(w, &block->children, walk_child);
    ADD(w, block->art);
    walk_text(w, &block->uri);
    walk_text(w, &block->alt);
}

bool ho_block_key(const struct ho_block *block, struct ho_text *key)
{
    struct walk walk = {.key = key};
    struct ho_block shallow = *block;
    walk_block(&walk, &shallow);
    return walk.is_own;
}

const struct ho_block *ho_block_copy(struct ho_arena *arena,
                                     const struct ho_block *block)
{
    struct walk walk = {.arena = arena};
    struct ho_block *copy = ho_new(arena, struct ho_block);
    *copy = *block;
    walk_block(&walk, copy);
    return copy;
}
