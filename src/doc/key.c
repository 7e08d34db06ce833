/* What blocks have in common that are set in the same way.
 * SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdint.h>

#include "doc/block.h"

/* A new field belongs into the key: without it, one patient would get what another's handout says. */
#if UINTPTR_MAX == UINT64_MAX
static_assert(sizeof(struct ho_block) == 480, "add the new field of struct ho_block");
static_assert(sizeof(struct ho_inline) == 64, "add the new field of struct ho_inline");
static_assert(sizeof(struct ho_cell) == 144, "add the new field of struct ho_cell");
static_assert(sizeof(struct ho_row) == 48, "add the new field of struct ho_row");
static_assert(sizeof(struct ho_frame_picture) == 64,
              "add the new field of struct ho_frame_picture");
static_assert(sizeof(struct ho_sheet) == 472, "add the new field of struct ho_sheet");
static_assert(sizeof(struct ho_sheet_card) == 88,
              "add the new field of struct ho_sheet_card");
static_assert(sizeof(struct ho_staff_strip) == 144,
              "add the new field of struct ho_staff_strip");
static_assert(sizeof(struct ho_callout) == 56,
              "add the new field of struct ho_callout");
#endif

struct walk {
    struct ho_text *key; /* NULL: none is made */
    bool is_own;         /* a text was */
};

/* Bytes of numbers, or the address of what lives as long as the run. */
static void add(const struct walk *w, const void *data, size_t size)
{
    if (w->key)
        ho_text_add_bytes(w->key, data, size);
}

/* With its NUL, so that no two run together; none is none of the texts. */
static void add_text(const struct walk *w, const char *text)
{
    if (text)
        add(w, text, strlen(text) + 1);
    else
        add(w, "\1", 2);
}

/* ---- text ---- */

static void add_inline(struct walk *w, const struct ho_inline *part)
{
    const int choices[] = {part->is_strong, part->is_own, part->is_rtl,
                           (int)part->paint};
    w->is_own |= part->is_own;
    add(w, choices, sizeof choices);
    add_text(w, part->text);
    add_text(w, part->uri);
    add_text(w, part->uri_description);
    add_text(w, part->language);
}

static void add_inlines(struct walk *w, const struct ho_inlines *text)
{
    add(w, &text->count, sizeof text->count);
    for (size_t i = 0; i < text->count; i++)
        add_inline(w, &text->items[i]);
}

static void add_badge(struct walk *w, const struct ho_badge *badge)
{
    add_inlines(w, &badge->letter);
    add_inlines(w, &badge->label);
}

/* ---- pictures ---- */

static void add_picture(struct walk *w, const struct ho_picture *picture)
{
    add(w, &picture->figure, sizeof picture->figure);
    add_text(w, picture->alt);
}

static void add_frame(struct walk *w, const struct ho_frame_picture *frame)
{
    add_picture(w, &frame->picture);
    add_inlines(w, &frame->caption);
    add(w, &frame->callouts.count, sizeof frame->callouts.count);
    for (size_t i = 0; i < frame->callouts.count; i++) {
        const struct ho_callout *callout = &frame->callouts.items[i];
        const double places[] = {callout->x, callout->y, callout->from_x,
                                 callout->from_y};
        add(w, places, sizeof places);
        add_inlines(w, &callout->number);
    }
}

/* ---- tables ---- */

static void add_cell(struct walk *w, const struct ho_cell *cell)
{
    const int choices[] = {cell->below_is_unit, cell->has_type, (int)cell->type};
    add(w, choices, sizeof choices);
    add_inlines(w, &cell->text);
    add_inlines(w, &cell->below);
    add_inlines(w, &cell->number);
    add_badge(w, &cell->badge);
    add_picture(w, &cell->picture);
}

static void add_row(struct walk *w, const struct ho_row *row)
{
    const size_t numbers[] = {row->is_set_off, row->is_tinted, row->cells.count};
    add(w, numbers, sizeof numbers);
    for (size_t i = 0; i < row->cells.count; i++)
        add_cell(w, &row->cells.items[i]);
}

/* ---- the block ---- */

static void add_block(struct walk *w, const struct ho_block *block);

static void add_lists(struct walk *w, const struct ho_block *block)
{
    for (size_t i = 0; i < block->items.count; i++)
        add_inlines(w, &block->items.items[i]);
    for (size_t i = 0; i < block->leads.count; i++)
        add_inlines(w, &block->leads.items[i]);
    for (size_t i = 0; i < block->rows.count; i++)
        add_row(w, &block->rows.items[i]);
    for (size_t i = 0; i < block->doses.count; i++) {
        add_inlines(w, &block->doses.items[i].figure);
        add_inlines(w, &block->doses.items[i].label);
    }
    for (size_t i = 0; i < block->pictures.count; i++)
        add_frame(w, &block->pictures.items[i]);
    add(w, block->shares.items, block->shares.count * sizeof *block->shares.items);
    for (size_t i = 0; i < block->children.count; i++)
        add_block(w, block->children.items[i]);
}

static void add_block(struct walk *w, const struct ho_block *block)
{
    const int choices[] = {(int)block->kind,       (int)block->type,  (int)block->paint,
                           block->level,           block->weeks,      block->lines,
                           block->starts_page,     block->keeps_next, block->floats,
                           block->last_is_numeric, (int)block->panel, (int)block->icon,
                           block->is_at_end};
    const size_t counts[] = {block->items.count,    block->leads.count,
                             block->rows.count,     block->doses.count,
                             block->pictures.count, block->shares.count,
                             block->children.count};
    add(w, choices, sizeof choices);
    add(w, counts, sizeof counts);
    add_inlines(w, &block->text);
    add_inlines(w, &block->lead);
    add_inlines(w, &block->aside);
    add_inlines(w, &block->number);
    add_inlines(w, &block->below);
    add_badge(w, &block->badge);
    add_row(w, &block->head);
    add_lists(w, block);
    add(w, &block->art, sizeof block->art);
    add_text(w, block->uri);
    add_text(w, block->alt);
}

bool ho_block_key(const struct ho_block *block, struct ho_text *key)
{
    struct walk walk = {.key = key};
    add_block(&walk, block);
    return walk.is_own;
}

/* ---- the sheet ---- */

static void add_signs(struct walk *w, const struct ho_lines_of_signs *signs)
{
    add(w, &signs->count, sizeof signs->count);
    for (size_t i = 0; i < signs->count; i++)
        add_inlines(w, &signs->items[i]);
}

static void add_card(struct walk *w, const struct ho_sheet_card *card)
{
    add_text(w, card->id);
    add_inlines(w, &card->title);
    add_inlines(w, &card->tick);
    add(w, &card->figure, sizeof card->figure);
    add_signs(w, &card->signs);
}

static void add_strip(struct walk *w, const struct ho_staff_strip *strip)
{
    const struct ho_inlines *const texts[] = {&strip->show, &strip->staff,
                                              &strip->started, &strip->started_at,
                                              &strip->name_label};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_inlines(w, texts[i]);
    add(w, &strip->ticks.count, sizeof strip->ticks.count);
    for (size_t i = 0; i < strip->ticks.count; i++)
        add_inlines(w, &strip->ticks.items[i]);
}

void ho_sheet_key(const struct ho_sheet *sheet, struct ho_text *key)
{
    struct walk walk = {.key = key};
    const int choices[] = {sheet->urgent_first, sheet->for_staff != NULL,
                           sheet->patient.count > 0};
    const struct ho_inlines *const texts[] = {
        &sheet->stop,       &sheet->headline,     &sheet->lead,
        &sheet->calm,       &sheet->number,       &sheet->action,
        &sheet->wait,       &sheet->avoid,        &sheet->show,
        &sheet->staff,      &sheet->started,      &sheet->started_at,
        &sheet->name_label, &sheet->urgent_title, &sheet->urgent_lead};
    add(&walk, choices, sizeof choices);
    add_text(&walk, sheet->signs);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_inlines(&walk, texts[i]);
    add(&walk, &sheet->cards.count, sizeof sheet->cards.count);
    for (size_t i = 0; i < sheet->cards.count; i++)
        add_card(&walk, &sheet->cards.items[i]);
    add_signs(&walk, &sheet->urgent);
    if (sheet->for_staff)
        add_strip(&walk, sheet->for_staff);
}
