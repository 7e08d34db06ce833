/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "model/library_priv.h"
#include "model/read_priv.h"

static bool read_number(const char **text, int *out)
{
    *out = 0;
    for (int digits = 0; **text >= '0' && **text <= '9'; (*text)++) {
        if (++digits > 3)
            return false;
        *out = *out * 10 + **text - '0';
    }
    return *out > 0;
}

/* "1", or the first and the last: "2-4" */
static bool read_steps(const char *text, struct ho_frame *frame)
{
    if (!read_number(&text, &frame->first_step))
        return false;
    frame->last_step = frame->first_step;
    if (*text == '-') {
        text++;
        if (!read_number(&text, &frame->last_step))
            return false;
    }
    return !*text && frame->first_step <= frame->last_step;
}

/* Poses are no words and take no claim, so they are not of the set that is approved; but a frame without its picture
 * would be a gap on the page. */
static bool read_figure(struct ho_loading *loading, const struct ho_xml_node *node,
                        const char **out)
{
    struct ho_ctx *ctx = loading->ctx;
    if (!ho_read_id(ctx, node, "figure", out))
        return false;
    if (ho_read_exists(ho_read_path(ctx->arena, loading->folder, "figures", *out)))
        return true;
    ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "figure"),
              ho_read_hint(ctx->arena, *out,
                           ho_read_ids(ctx->arena, loading->folder, "figures")),
              "figure", *out);
    return false;
}

bool ho_frames_read(struct ho_loading *loading, const struct ho_xml_node *node,
                    struct ho_frames *out)
{
    struct ho_ctx *ctx = loading->ctx;
    static const char *const attributes[] = {"figure", "steps", NULL};
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "frame", n));) {
        struct ho_frame frame = {.at = n->at};
        const char *steps = ho_xml_find(n, "steps");
        ok &= ho_read_shape(ctx, n, attributes, NULL);
        ok &= read_figure(loading, n, &frame.figure);
        if (steps && !read_steps(steps, &frame)) {
            ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(n, "steps"),
                      "write the first and the last, such as 2-4", "steps",
                      "a step or a range of steps");
            ok = false;
        }
        ho_push(ctx->arena, out, frame);
    }
    return ok;
}
