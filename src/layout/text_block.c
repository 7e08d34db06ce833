/* Headings and paragraphs. A piece a line; the first two and the last two lines stay
 * together (no orphans, no widows), and a heading stays with what follows.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/piece_priv.h"

static enum ho_tag tag_of(const struct ho_block *block)
{
    static const enum ho_tag headings[] = {HO_TAG_P, HO_TAG_H1, HO_TAG_H2, HO_TAG_H3};
    return block->kind == HO_BLOCK_HEADING ? headings[block->level] : HO_TAG_P;
}

static ho_pt gap_above(const struct ho_block *block)
{
    if (block->kind == HO_BLOCK_HEADING)
        return block->level == 1           ? 6 * HO_STEP
               : block->type == HO_TYPE_H3 ? 2.5 * HO_STEP
                                           : 4 * HO_STEP;
    return block->type == HO_TYPE_SMALL ? 0 : HO_STEP;
}

/* The words at the end of a heading's first line, such as the side. A space before them
 * keeps them apart from the heading for who hears it. */
static const struct ho_lines *set_aside(struct setting *s, const struct ho_block *block,
                                        struct style style)
{
    struct ho_inlines text = {0};
    if (block->aside.count)
        ho_push(s->ctx->arena, &text, (struct ho_inline){.text = " ", .at = block->at});
    for (size_t i = 0; i < block->aside.count; i++)
        ho_push(s->ctx->arena, &text, block->aside.items[i]);
    return set_text(s, &text, style, 0, HO_ALIGN_START);
}

/* They are read after the whole heading, so they go with its last line, and stand `up`
 * above it. */
static void put_aside(struct setting *s, struct frame frame, struct piece *last,
                      const struct ho_lines *lines, struct style aside,
                      struct style style, ho_pt up)
{
    ho_pt x =
        from_start(s, frame.x, frame.width, frame.width - lines->widest, lines->widest);
    struct ho_element *span = begin(s, &last->items, HO_TAG_SPAN);
    put_lines(s, &last->items, lines, aside, x,
              baseline_in(style) - baseline_in(aside) - up);
    end(s, &last->items, span);
}

void put_heading_anchor(struct setting *s, const struct ho_block *block,
                        struct frame frame, struct piece *first)
{
    const char *text = ho_inlines_text(s->ctx->arena, &block->text);
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ') /* it parts the words from the side */
        length--;
    const char *title = ho_strndup(s->ctx->arena, text, length);
    ho_page_anchor(s->ctx->arena, &first->items,
                   (struct ho_anchor){.x = frame.x,
                                      .outline_title = title,
                                      .outline_level = block->level});
}

/* The first words of a paragraph, as a title over the rest. It is one sentence still, and read as one. */
static void cut_lead(struct setting *s, const struct ho_block *block,
                     struct frame frame, struct pieces *out)
{
    struct style style = style_of(s, HO_TYPE_H3, block->paint);
    const struct ho_lines *lines =
        set_text(s, &block->lead, style, frame.width, HO_ALIGN_START);
    for (size_t i = 0; i < lines->count; i++) {
        struct piece *piece =
            add_piece(s, out, frame, style.leading, i ? 0 : HO_STEP, block->at);
        put_line(s, &piece->items, &lines->lines[i], style, frame.x, 0);
        piece->keep_next = true;
    }
}

static bool is_own(const struct ho_inlines *text)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->items[i].is_own)
            return true;
    return false;
}

/* What the record says is cut out of the page, from its first line to its last. */
static void cut_out(struct setting *s, const struct pieces *lines, size_t first)
{
    size_t last = lines->count - 1;
    ho_push(s->ctx->arena, &lines->items[first]->items.cuts, 0);
    ho_page_cut(s->ctx->arena, &lines->items[last]->items);
}

void cut_text(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out)
{
    struct style style = style_of(s, block->type, block->paint);
    struct ho_element *element = new_element(s, tag_of(block));
    struct frame own = inside(frame, element);
    bool is_heading = block->kind == HO_BLOCK_HEADING;
    /* Small print is one thing: two lines of it alone on a page would look like a mistake. */
    bool is_small = block->type == HO_TYPE_SMALL;
    struct style aside_style = style_of(s, HO_TYPE_H3, HO_PAINT_SOFT);
    aside_style.is_bold = false;
    aside_style.leading = style.leading; /* on the same baseline */
    const struct ho_lines *aside = set_aside(s, block, aside_style);
    ho_pt room = frame.width - (aside->count ? aside->widest + style.size : 0);
    const struct ho_lines *lines =
        is_heading || is_small ? set_text(s, &block->text, style, room, HO_ALIGN_START)
                               : set_reading(s, &block->text, style, &room);

    cut_lead(s, block, own, out);
    size_t first = out->count;
    for (size_t i = 0; i < lines->count; i++) {
        struct piece *piece =
            add_piece(s, out, own, style.leading,
                      i || block->lead.count ? 0 : gap_above(block), block->at);
        if (i == 0 && is_heading)
            put_heading_anchor(s, block, frame, piece);
        put_line(s, &piece->items, &lines->lines[i], style,
                 from_start(s, frame.x, frame.width, 0, room), 0);
        if (i + 1 == lines->count && aside->count)
            put_aside(s, frame, piece, aside, aside_style, style,
                      (double)i * style.leading);
        bool is_last = i + 1 == lines->count;
        piece->keep_next = is_heading || (is_small && !is_last) ||
                           (lines->count > 1 && (i == 0 || i + 2 == lines->count));
    }
    if (lines->count && is_own(&block->text))
        cut_out(s, out, first);
}
