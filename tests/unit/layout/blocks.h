/* blocks.h — a body of our own in place of the example's.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_LAYOUT_BLOCKS_H
#define HO_TESTS_LAYOUT_BLOCKS_H

#include "pages.h"

/* A body of our own, block by block. */
static inline struct ho_block *add(struct sample *sample, struct ho_blocks_list *list,
                                   enum ho_block_kind kind)
{
    struct ho_block *block = ho_new(sample->ctx->arena, struct ho_block);
    block->kind = kind;
    block->type = HO_TYPE_BODY;
    block->at = (struct ho_span){.line = 0};
    ho_push(sample->ctx->arena, list, block);
    return block;
}

static inline struct ho_block *add_paragraph(struct sample *sample, const char *text)
{
    struct ho_block *block = add(sample, &sample->blocks.body, HO_BLOCK_PARAGRAPH);
    block->text = inline_of(sample, text);
    return block;
}

static inline struct ho_block *add_heading(struct sample *sample, int level,
                                           const char *text)
{
    static const enum ho_type types[] = {HO_TYPE_H1, HO_TYPE_H1, HO_TYPE_H2,
                                         HO_TYPE_H3};
    struct ho_block *block = add(sample, &sample->blocks.body, HO_BLOCK_HEADING);
    block->level = level;
    block->type = types[level];
    block->text = inline_of(sample, text);
    return block;
}

/* Paragraphs of one line each. */
static inline void add_lines(struct sample *sample, int count)
{
    for (int i = 0; i < count; i++)
        add_paragraph(sample, ho_format(sample->ctx->arena, "Filler %d.", i));
}

static inline void open_empty(struct sample *sample)
{
    open_sample(sample);
    sample->blocks.body = (struct ho_blocks_list){0};
}

#endif
