/* The handout as blocks: the sheet first, always; then what the template asks for.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

struct ho_block *add_block(struct builder *b, struct ho_blocks_list *list,
                           enum ho_block_kind kind, struct ho_span at)
{
    struct ho_block *block = ho_new(b->ctx->arena, struct ho_block);
    block->kind = kind;
    block->at = at;
    block->type = HO_TYPE_BODY;
    b->block_count++;
    ho_push(b->ctx->arena, list, block);
    return block;
}

struct ho_block *add_heading(struct builder *b, struct ho_blocks_list *list, int level,
                             const char *id)
{
    static const enum ho_type types[] = {HO_TYPE_H1, HO_TYPE_H1, HO_TYPE_H2,
                                         HO_TYPE_H3};
    struct ho_block *block = add_block(b, list, HO_BLOCK_HEADING, (struct ho_span){0});
    block->level = level;
    block->type = types[level];
    if (id)
        add_string(b, &block->text, id, NULL);
    return block;
}

struct ho_block *add_paragraph(struct builder *b, struct ho_blocks_list *list,
                               struct ho_span at)
{
    return add_block(b, list, HO_BLOCK_PARAGRAPH, at);
}

/* What every product has: the sheet, and what the file says of itself. */
static struct ho_blocks *build_first(struct builder *b)
{
    const struct ho_order *order = b->order;
    struct ho_blocks *blocks = ho_new(b->ctx->arena, struct ho_blocks);
    struct ho_inlines title = {0};

    add_phrase(b, &title, &order->library->title, NULL);
    blocks->title = ho_inlines_text(b->ctx->arena, &title);
    blocks->language = order->library->language;
    blocks->is_rtl = order->library->is_rtl;
    blocks->author = order->clinic->name;
    blocks->country = order->country->code;
    blocks->version = order->library->version;
    blocks->sha256 = order->library->sha256;
    blocks->review_by = order->library->review_by;
    build_sheet(b, &blocks->sheet);
    build_furniture(b, &blocks->furniture);
    return blocks;
}

bool ho_doc_build(struct ho_ctx *ctx, const struct ho_order *order,
                  const struct ho_blocks **out)
{
    struct builder b = {.ctx = ctx, .order = order, .ok = true};
    struct ho_blocks *blocks = build_first(&b);

    blocks->template_id = order->template->id;
    build_signs_in_full(&b, &blocks->sheet, &blocks->body);
    if (!ho_record_is_emergency(order->library, order->record))
        build_body(&b, &blocks->body);
    if (!b.ok)
        return false;
    *out = blocks;
    return true;
}

static void build_ticket(struct builder *b, struct ho_ticket *ticket)
{
    ticket->trim = string_text(b, "press.trim", NULL);
    ticket->bleed = string_text(b, "press.bleed", NULL);
    ticket->sides = string_text(b, "press.sides", NULL);
    ticket->stock = string_text(b, "press.stock", NULL);
    ticket->pouch = string_text(b, "press.pouch", NULL);
}

bool ho_doc_sheet(struct ho_ctx *ctx, const struct ho_order *order,
                  const struct ho_blocks **out)
{
    struct builder b = {.ctx = ctx, .order = order, .ok = true};
    struct ho_blocks *blocks = build_first(&b);

    build_ticket(&b, &blocks->ticket);
    blocks->template_id = order->is_card ? "wallet-card" : "red-flag-sheet";
    if (!b.ok)
        return false;
    *out = blocks;
    return true;
}
