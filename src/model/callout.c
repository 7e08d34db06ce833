/* Call-outs: numbers beside a picture, each for one claim of its advice.
 * SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

/* No figure is wider or taller (content/figures/README.md). */
static bool read_place(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       const char *name, double *out)
{
    enum { MOST = 3000 };
    const char *text;
    double value;
    if (!ho_xml_need(ctx, node, name, &text))
        return false;
    if (!ho_read_signed(text, &value) || value < -MOST || value > MOST) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  "write a number such as 30 or -12.5, without a unit", name,
                  "a length from -3000 to 3000 mm");
        return false;
    }
    *out = value;
    return true;
}

static bool has_callout(const struct ho_frame *frame, const char *claim)
{
    for (size_t i = 0; i < frame->callouts.count; i++)
        if (ho_equal(frame->callouts.items[i].claim, claim))
            return true;
    return false;
}

/* The claim must be one of the advice's, and have one number only. */
static bool read_claim(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       const struct ho_advice *advice, const struct ho_frame *frame,
                       const char **out)
{
    const char *const *known = ho_advice_claims(ctx->arena, advice);
    const char *id;
    if (!ho_read_id(ctx, node, "claim", &id))
        return false;
    while (*known && !ho_equal(*known, id))
        known++;
    if (!*known) {
        ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "claim"),
                  ho_read_hint(ctx->arena, id, ho_advice_claims(ctx->arena, advice)),
                  "claim", id);
        return false;
    }
    if (has_callout(frame, id)) {
        ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "claim"), NULL,
                  "callout", id);
        return false;
    }
    *out = id;
    return true;
}

static bool read_callout(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         const struct ho_advice *advice, struct ho_frame *frame)
{
    static const char *const attributes[] = {"claim",  "x",      "y",
                                             "from-x", "from-y", NULL};
    struct ho_callout_place callout = {.at = node->at};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= read_claim(ctx, node, advice, frame, &callout.claim);
    ok &= read_place(ctx, node, "x", &callout.x);
    ok &= read_place(ctx, node, "y", &callout.y);
    ok &= read_place(ctx, node, "from-x", &callout.from_x);
    ok &= read_place(ctx, node, "from-y", &callout.from_y);
    if (callout.claim)
        ho_push(ctx->arena, &frame->callouts, callout);
    return ok;
}

bool ho_callouts_read(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      struct ho_advice *out)
{
    bool ok = true;
    size_t i = 0;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "frame", n)); i++)
        for (const struct ho_xml_node *c = NULL; (c = ho_read_next(n, "callout", c));)
            ok &= read_callout(ctx, c, out, &out->frames.items[i]);
    return ok;
}
