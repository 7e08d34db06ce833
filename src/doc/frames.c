/* The pictures of an exercise or a piece of advice, each with the steps that it shows, and what is said of it to who
 * cannot see it.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

struct ho_picture find_picture(struct builder *b, const struct ho_frame *frame,
                               const struct ho_exercise *exercise,
                               enum ho_figure_edition edition)
{
    struct filling filling = {.exercise = exercise};
    struct ho_inlines alt = {0};
    struct ho_picture picture = {
        .figure = ho_figure_find(
            b->order->figures, frame->figure,
            exercise && ho_is_drawn_left(b->order->record, exercise) ? HO_FIGURE_LEFT
                                                                     : HO_FIGURE_RIGHT,
            edition)};
    add_phrase(b, &alt, &frame->alt, &filling);
    picture.alt = ho_inlines_text(b->ctx->arena, &alt);
    return picture;
}

/* "1 Stand beside the chair." */
static void add_numbered_caption(struct builder *b, struct ho_inlines *out,
                                 const struct ho_frame *frame, size_t number)
{
    add_text(b, out, ho_digits(b->ctx->arena, (long)number), true, frame->at);
    out->items[out->count - 1].paint = HO_PAINT_STRUCTURE;
    add_text(b, out, "\xC2\xA0 ", false, frame->at);
    add_phrase(b, out, &frame->caption, NULL);
}

/* "Start · step 1" */
static void add_caption(struct builder *b, struct ho_inlines *out,
                        const struct ho_frame *frame)
{
    struct ho_arena *arena = b->ctx->arena;
    bool is_one = frame->first_step == frame->last_step;
    struct value values[] = {
        {.name = is_one ? "n" : "first", .text = ho_digits(arena, frame->first_step)},
        {.name = "last", .text = ho_digits(arena, frame->last_step)}};
    add_phrase(b, out, &frame->caption, NULL);
    for (size_t i = 0; i < out->count; i++)
        out->items[i].is_strong = true;
    if (!frame->first_step)
        return;
    add_text(b, out, " \xC2\xB7 ", false, frame->at);
    add_string(b, out, is_one ? "frame.step" : "frame.steps",
               &(struct filling){.values = values, .value_count = is_one ? 1 : 2});
}

void build_frames(struct builder *b, struct ho_blocks_list *out,
                  const struct ho_frames *frames, const struct ho_exercise *exercise)
{
    if (!frames->count)
        return;
    struct ho_block *block = add_block(b, out, HO_BLOCK_FIGURES, frames->items[0].at);
    for (size_t i = 0; i < frames->count; i++) {
        struct ho_frame_picture picture = {
            .picture = find_picture(b, &frames->items[i], exercise, HO_FIGURE_FULL)};
        if (exercise)
            add_caption(b, &picture.caption, &frames->items[i]);
        else if (frames->count > 1) /* of one picture the title says what it is */
            add_numbered_caption(b, &picture.caption, &frames->items[i], i + 1);
        ho_push(b->ctx->arena, &block->pictures, picture);
    }
}
