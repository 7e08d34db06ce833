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

static const struct ho_xml_node *find_words(const struct ho_xml_node *root,
                                            const char *figure)
{
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "frame", n));) {
        const char *named = ho_xml_find(n, "figure");
        if (named && ho_equal(named, figure))
            return n;
    }
    return NULL;
}

static bool read_frame_words(struct ho_ctx *ctx, const struct ho_xml_node *node,
                             struct ho_frame *frame)
{
    bool ok = ho_read_phrase(ctx, node, "caption", &frame->caption);
    return ho_read_phrase(ctx, node, "alt", &frame->alt) && ok;
}

static const char *const *list_figures(struct ho_arena *arena,
                                       const struct ho_frames *frames)
{
    const char **ids = ho_new_array(arena, const char *, frames->count + 1);
    for (size_t i = 0; i < frames->count; i++)
        ids[i] = frames->items[i].figure;
    return ids;
}

/* Each <frame> of the words must be one of the facts, once. */
static bool check_figures(struct ho_ctx *ctx, const struct ho_xml_node *root,
                          const char *const *known)
{
    static const char *const attributes[] = {"figure", NULL};
    static const struct ho_child children[] = {
        {"caption", HO_ONCE}, {"alt", HO_ONCE}, {NULL, HO_ANY}};
    bool ok = !ho_xml_is_misspelt(ctx, root, "frame");
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "frame", n));) {
        const char *id;
        size_t i = 0;
        ok &= ho_read_shape(ctx, n, attributes, children);
        if (!ho_read_id(ctx, n, "figure", &id)) {
            ok = false;
            continue;
        }
        while (known[i] && !ho_equal(known[i], id))
            i++;
        if (!known[i])
            ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(n, "figure"),
                      ho_read_hint(ctx->arena, id, known), "figure", id);
        else if (find_words(root, id) != n)
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "figure"), NULL,
                      "figure", id);
        else
            continue;
        ok = false;
    }
    return ok;
}

/* Who cannot see a picture must be told what it shows: words that are missing are an error, as a step would be. */
bool ho_frames_read_words(struct ho_loading *loading, const struct ho_xml_node *root,
                          struct ho_frames *frames)
{
    struct ho_ctx *ctx = loading->ctx;
    bool ok = check_figures(ctx, root, list_figures(ctx->arena, frames));
    for (size_t i = 0; i < frames->count; i++) {
        struct ho_frame *frame = &frames->items[i];
        const struct ho_xml_node *node = find_words(root, frame->figure);
        if (node) {
            ok &= read_frame_words(ctx, node, frame);
        } else if (ok) {
            ho_report(ctx, HO_MSG_NO_TRANSLATION, root->at,
                      ho_format(ctx->arena, "add <frame figure=\"%s\">", frame->figure),
                      "figure", frame->figure, loading->library->language);
            ok = false;
        }
    }
    return ok;
}

bool ho_frames_read(struct ho_loading *loading, const struct ho_xml_node *node,
                    const struct ho_child *children, struct ho_frames *out)
{
    struct ho_ctx *ctx = loading->ctx;
    static const char *const attributes[] = {"figure", "steps", NULL};
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "frame", n));) {
        struct ho_frame frame = {.at = n->at};
        const char *steps = ho_xml_find(n, "steps");
        ok &= ho_read_shape(ctx, n, attributes, children);
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
