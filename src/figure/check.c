/* SPDX-License-Identifier: MIT */
#include "figure/figure.h"

#include "base/str.h"
#include "figure/body_priv.h"
#include "figure/check_priv.h"
#include "figure/contact_priv.h"
#include "figure/rom_priv.h"
#include "figure/scene_priv.h"

/* Tolerances, in millimetres of the body. */
#define HAND_TOLERANCE 5.0
#define FLOOR_TOLERANCE 3.0
#define DEPTH_TOLERANCE 6.0
#define LYING_TOLERANCE 8.0

const char *number_text(const struct inspection *in, double value, int decimals)
{
    struct ho_text text = {.arena = in->ctx->arena};
    ho_text_add_number(&text, value, decimals);
    return ho_text_end(&text);
}

const char *side_text(const struct inspection *in, enum body_side side)
{
    return side == in->s->working ? "working" : "other";
}

static void check_joints(const struct inspection *in)
{
    enum { ROUNDING = 1 }; /* of solvers, in half degrees */
    struct joint_angle joints[JOINT_ANGLES];
    int count = joint_angles(in->s, joints);
    for (int i = 0; i < count; i++) {
        const struct joint_angle *joint = &joints[i];
        if (joint->angle >= joint->least - ROUNDING / 2.0 &&
            joint->angle <= joint->most + ROUNDING / 2.0)
            continue;
        const char *side = joint->has_side
                               ? ho_format(in->ctx->arena, " of the %s side",
                                           side_text(in, joint->side))
                               : "";
        ho_report(in->ctx, HO_MSG_JOINT_RANGE, in->s->pose->at,
                  "change the angle, or move the target of the hand or foot",
                  joint->joint, side, number_text(in, joint->angle, 0),
                  number_text(in, joint->least, 0), number_text(in, joint->most, 0));
    }
}

static void check_reach(const struct inspection *in, enum body_side side)
{
    const struct skeleton *s = in->s;
    if (s->hand_miss[side] > HAND_TOLERANCE)
        ho_report(in->ctx, HO_MSG_HAND_MISSES, s->pose->at,
                  "bring the target nearer, or bend the trunk towards it",
                  side_text(in, side), number_text(in, s->hand_miss[side], 0));
    if (s->foot_miss[side] > FLOOR_TOLERANCE)
        ho_report(in->ctx, HO_MSG_FOOT_MISSES, s->pose->at,
                  "bend the knee more or less, or move the foot's place",
                  side_text(in, side), number_text(in, s->foot_miss[side], 0));
}

/* Whether the floor is where the body stands: not in water, not in the middle of a round picture, not on a box. */
static bool has_floor(const struct ho_pose *pose)
{
    if (pose->root.settle == HO_SETTLE_NONE || pose->parts)
        return false;
    for (size_t i = 0; i < pose->props.count; i++)
        if (pose->props.items[i].kind == HO_PROP_BOX ||
            pose->props.items[i].kind == HO_PROP_WATER)
            return false;
    return true;
}

static void report_off_floor(const struct inspection *in, const char *what,
                             enum body_side side, double gap)
{
    if (gap > FLOOR_TOLERANCE)
        ho_report(in->ctx, HO_MSG_OFF_FLOOR, in->s->pose->at,
                  "change the angles until it touches, or leave its place free", what,
                  side_text(in, side), number_text(in, gap, 0));
}

/* A level foot and a kneeling leg are meant to stand on the floor. */
static void check_contacts(const struct inspection *in, const struct contacts *contacts,
                           enum body_side side)
{
    enum ho_foot foot = leg_of(in->s, side)->foot;
    if (foot == HO_FOOT_FLAT)
        report_off_floor(in, "foot", side, in->s->foot[side].origin.y - ANKLE_HEIGHT);
    else if (foot == HO_FOOT_KNEEL)
        report_off_floor(in, "knee", side, leg_lowest(in->s, contacts, side));
}

static bool has_water(const struct ho_pose *pose)
{
    for (size_t i = 0; i < pose->props.count; i++)
        if (pose->props.items[i].kind == HO_PROP_WATER)
            return true;
    return false;
}

static void report_hanging(const struct inspection *in, const char *what, double gap,
                           double tolerance)
{
    if (gap > tolerance)
        ho_report(in->ctx, HO_MSG_HANGING, in->s->pose->at,
                  "let the body settle on the floor: leave out lift, or bend the spine",
                  what, number_text(in, gap, 0));
}

/* Who lies is held up by pelvis and chest, whatever hand or foot touches the floor, too. */
static void check_lying(const struct inspection *in)
{
    const struct ho_root *root = &in->s->pose->root;
    bool is_lying =
        root->posture == HO_POSTURE_SUPINE || root->posture == HO_POSTURE_SIDE_LYING;
    if (!is_lying || root->is_unbalanced || !has_floor(in->s->pose))
        return;
    report_hanging(in, "pelvis", pelvis_lowest(in->s), LYING_TOLERANCE);
    report_hanging(in, "chest", thorax_lowest(in->s), LYING_TOLERANCE);
}

static void check_depth(const struct inspection *in)
{
    struct frame home = {rotation_none(), {0, 0, 0}};
    const struct mesh *body = body_mesh(in->scratch, in->s->pose, in->s);
    double depth = -mesh_lowest(body, home);
    if (has_floor(in->s->pose))
        report_hanging(in, "body", -depth, FLOOR_TOLERANCE);
    if (depth > DEPTH_TOLERANCE && !has_water(in->s->pose))
        ho_report(in->ctx, HO_MSG_UNDER_FLOOR, in->s->pose->at,
                  "raise the part, or let the body settle on it",
                  number_text(in, depth, 0));
}

static void check_marks(const struct inspection *in)
{
    const struct ho_pose *pose = in->s->pose;
    struct scene scene = {.pose = pose,
                          .skeleton = in->s,
                          .camera = camera_at(pose->azimuth, pose->elevation),
                          .mirror = 1};
    for (size_t i = 0; i < pose->marks.count; i++)
        if (mark_is_on_face(&scene, &pose->marks.items[i]))
            ho_report(in->ctx, HO_MSG_MARK_ON_FACE, pose->marks.items[i].at,
                      "begin or end it farther from the head");
}

static void inspect(const struct inspection *in)
{
    struct contacts contacts = contacts_new(in->scratch, in->s);
    check_joints(in);
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        check_reach(in, side);
        if (has_floor(in->s->pose))
            check_contacts(in, &contacts, side);
    }
    check_depth(in);
    check_lying(in);
    check_collisions(in);
    check_touch(in);
    check_marks(in);
}

bool ho_pose_check(struct ho_ctx *ctx, const struct ho_pose *pose)
{
    size_t before = ho_error_count(ctx);
    /* The other build is told of only if the first is well: its numbers would be near the same. */
    for (int type = 0; type < BUILD_COUNT && ho_error_count(ctx) == before; type++) {
        struct ho_arena *scratch = ho_arena_new();
        struct inspection in = {
            ctx, scratch,
            skeleton_build(scratch, pose, RIGHT, build_of((enum build_type)type))};
        inspect(&in);
        ho_arena_free(scratch);
    }
    return ho_error_count(ctx) == before;
}
