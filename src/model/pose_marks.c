/* What is drawn on the body of a pose to show where it is felt and how it moves.
 * SPDX-License-Identifier: MIT */
#include "model/pose_priv.h"

#define MARK(name, kind, member)                                                       \
    {                                                                                  \
        (name), FIELD_##kind, offsetof(struct ho_mark, member), NULL, 0                \
    }
#define SPOT(name, member)                                                             \
    {                                                                                  \
        (name), FIELD_SPOT, offsetof(struct ho_mark, member), NULL, POSE_NEEDED        \
    }
#define LAST                                                                           \
    {                                                                                  \
        NULL, FIELD_ANGLE, 0, NULL, 0                                                  \
    }
#define TWO_SPOTS                                                                      \
    SPOT("from", from), MARK("from-dx", LENGTH, from.dx),                              \
        MARK("from-dy", LENGTH, from.dy), SPOT("to", to),                              \
        MARK("to-dx", LENGTH, to.dx), MARK("to-dy", LENGTH, to.dy)

const char *const ho_region_names[] = {"low-back", "buttock", "hamstring",
                                       "belly",    "bladder", "leg",
                                       "shin",     "saddle",  NULL};
/* The saddle, the low back, the belly and the bladder are in the middle. */
static const bool is_sided[] = {[HO_REGION_BUTTOCK] = true,
                                [HO_REGION_HAMSTRING] = true,
                                [HO_REGION_LEG] = true,
                                [HO_REGION_SHIN] = true,
                                [HO_REGION_SADDLE] = false};

static const struct pose_field highlight_fields[] = {{"region", FIELD_WORD,
                                                      offsetof(struct ho_mark, region),
                                                      ho_region_names, POSE_NEEDED},
                                                     LAST};
static const struct pose_field arrow_fields[] = {
    TWO_SPOTS, MARK("bend", FRACTION, bend), MARK("size", FRACTION, size),
    MARK("both-ways", YES, is_both_ways), LAST};
static const struct pose_field spine_fields[] = {MARK("from", LENGTH, first),
                                                 MARK("to", LENGTH, last),
                                                 MARK("offset", LENGTH, offset), LAST};
static const struct pose_field line_fields[] = {TWO_SPOTS, LAST};
static const struct pose_field heart_fields[] = {
    SPOT("at", from), MARK("dx", LENGTH, from.dx), MARK("dy", LENGTH, from.dy),
    MARK("radius", LENGTH, radius), LAST};
static const struct pose_field angle_fields[] = {SPOT("at", from),
                                                 MARK("radius", LENGTH, radius), LAST};

static const struct {
    const char *name;
    const struct pose_field *fields;
} marks[] = {
    [HO_MARK_HIGHLIGHT] = {"highlight", highlight_fields},
    [HO_MARK_ARROW] = {"arrow", arrow_fields},
    [HO_MARK_SPINE] = {"spine-line", spine_fields},
    [HO_MARK_LINE] = {"line", line_fields},
    [HO_MARK_HEART] = {"heart", heart_fields},
    [HO_MARK_ANGLE] = {"angle", angle_fields},
};
enum { MARKS = sizeof marks / sizeof *marks };

static bool read_side(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_mark *mark)
{
    if (is_sided[mark->region])
        return pose_side(ctx, node, "side", mark->is_on);
    if (!ho_xml_find(node, "side"))
        return true;
    ho_report(ctx, HO_MSG_POSE_IDLE, ho_xml_place(node, "side"),
              "leave it out: the region is in the middle of the body", "side",
              ho_format(ctx->arena, "region=\"%s\"", ho_region_names[mark->region]));
    return false;
}

/* An angle is measured where two long bones meet. */
static bool check_joint(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const struct ho_mark *mark)
{
    enum ho_place place = mark->from.place;
    if (place == HO_PLACE_HIP || place == HO_PLACE_KNEE || place == HO_PLACE_ELBOW)
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "at"), NULL, "at",
              "a hip, a knee or an elbow");
    return false;
}

static bool read_mark(struct ho_ctx *ctx, const struct ho_xml_node *node, int kind,
                      struct ho_pose *pose)
{
    static const char *const side[] = {"side", NULL};
    struct ho_mark mark = {.kind = (enum ho_mark_kind)kind,
                           .bend = 0.2,
                           .size = 1,
                           .first = -20,
                           .last = 560,
                           .offset = -40,
                           .radius = 110,
                           .at = node->at};
    bool is_highlight = kind == HO_MARK_HIGHLIGHT;
    bool ok = pose_fields(ctx, node, marks[kind].fields, is_highlight ? side : NULL,
                          NULL, NULL, &mark);
    if (ok && is_highlight)
        ok = read_side(ctx, node, &mark);
    if (ok && kind == HO_MARK_ANGLE)
        ok = check_joint(ctx, node, &mark);
    ho_push(ctx->arena, &pose->marks, mark);
    return ok;
}

bool pose_marks(struct ho_ctx *ctx, const struct ho_xml_node *root,
                struct ho_pose *pose)
{
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));)
        for (int i = 0; i < MARKS; i++)
            if (ho_xml_is(n, marks[i].name))
                ok &= read_mark(ctx, n, i, pose);
    return ok;
}
