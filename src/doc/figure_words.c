/* What is said of a figure that is shown by itself.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

static const struct ho_frame *find_frame(const struct ho_frames *frames,
                                         const char *figure)
{
    for (size_t i = 0; i < frames->count; i++)
        if (ho_equal(frames->items[i].figure, figure))
            return &frames->items[i];
    return NULL;
}

static const char *frame_words(struct ho_ctx *ctx, const struct ho_library *library,
                               enum ho_side side, const struct ho_frame *frame)
{
    const struct ho_record record = {.side = side};
    const struct ho_order order = {.library = library, .record = &record};
    struct builder b = {.ctx = ctx, .order = &order, .ok = true};
    struct ho_inlines words = {0};
    add_phrase(&b, &words, &frame->alt, NULL);
    return b.ok ? ho_inlines_text(ctx->arena, &words) : NULL;
}

const char *ho_doc_figure_words(struct ho_ctx *ctx, const struct ho_library *library,
                                const char *figure, enum ho_side side)
{
    const struct ho_frame *frame;
    for (size_t i = 0; i < library->exercises.count; i++)
        if ((frame = find_frame(&library->exercises.items[i].frames, figure)))
            return frame_words(ctx, library, side, frame);
    for (size_t i = 0; i < library->advice.count; i++)
        if ((frame = find_frame(&library->advice.items[i].frames, figure)))
            return frame_words(ctx, library, side, frame);
    for (size_t i = 0; i < library->red_flags.groups.count; i++) {
        const struct ho_sign_group *group = &library->red_flags.groups.items[i];
        if (ho_equal(figure, group->figure))
            return ho_phrase_plain(ctx->arena, &group->title);
    }
    return NULL;
}
