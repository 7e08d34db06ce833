/* Whether a hand lies on what it holds: measured on the skin, since a wrist can be where it should while the hand is
 * sunk in the body.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/check_priv.h"

/* Millimetres, and parts of the hand. The parts are those of good figures, with some room. */
#define SUNK 12.0
#define NEAR 8.0
#define MOST_SUNK .06
#define LEAST_NEAR .08

/* NAN: beside the limb's ends. */
static double limb_gap(const struct skeleton *s, enum bone bone, enum body_side side,
                       struct vec3 at)
{
    struct vec3 local = frame_in(s->bones[bone][side], at);
    double along = -local.y / bone_length(bone);
    if (along < 0 || along > 1)
        return NAN;
    struct ring ring = bone_ring(s->build, bone, along);
    double around = degrees(atan2(local.z * side_sign(side), local.x));
    return hypot(local.x, local.z) - ring_radius(&ring, around);
}

/* To the shirt, at the height of the spine that gives the least. */
static double trunk_gap(const struct skeleton *s, struct vec3 at)
{
    enum { FROM = -60, TO = 480, STEP = 4 };
    double best = NAN;
    for (double y = FROM; y < TO; y += STEP) {
        struct vec3 local = frame_in(skeleton_spine(s, y), at);
        if (fabs(local.y) > STEP)
            continue;
        struct ring ring = trunk_skin(s->build, y);
        double around = degrees(atan2(local.z, local.x));
        double gap = hypot(local.x, local.z) - ring_radius(&ring, around);
        if (isnan(best) || fabs(gap) < fabs(best))
            best = gap;
    }
    return best;
}

static double gap_to_target(const struct skeleton *s, const struct ho_arm *arm,
                            struct vec3 at)
{
    enum body_side on = side_of_limb(s->working, arm->on);
    switch (arm->hand) {
    case HO_HAND_FLOOR: return at.y;
    case HO_HAND_THIGH: return limb_gap(s, THIGH, on, at);
    case HO_HAND_SHANK: return limb_gap(s, SHANK, on, at);
    case HO_HAND_UPPER_ARM: return limb_gap(s, UPPER_ARM, on, at);
    case HO_HAND_FOREARM: return limb_gap(s, FOREARM, on, at);
    case HO_HAND_HIPS:
    case HO_HAND_BELLY:
    case HO_HAND_LOW_BACK:
    case HO_HAND_CHEST: return trunk_gap(s, at);
    case HO_HAND_FREE:
    case HO_HAND_POINT: break;
    }
    return NAN;
}

static void check_hand(const struct inspection *in, enum body_side side)
{
    const struct ho_arm *arm = arm_of(in->s, side);
    struct mesh *hand = mesh_new(in->scratch);
    add_hand(hand, in->s, side);
    double count = 0, sunk = 0, near = 0;
    for (size_t i = 0; i < hand->vertices.count; i++) {
        double gap = gap_to_target(in->s, arm, hand->vertices.items[i].at);
        if (isnan(gap))
            continue;
        count++;
        sunk += gap < -SUNK;
        near += fabs(gap) < NEAR;
    }
    if (count == 0)
        return;
    if (sunk / count > MOST_SUNK)
        ho_report(in->ctx, HO_MSG_HAND_SUNK, in->s->pose->at,
                  "turn the hand, move it along its target, or change the grip",
                  number_text(in, 100 * sunk / count, 0), side_text(in, side));
    if (near / count < LEAST_NEAR)
        ho_report(in->ctx, HO_MSG_HAND_OFF, in->s->pose->at,
                  "turn the hand, move it along its target, or change the grip",
                  number_text(in, 100 * near / count, 0), side_text(in, side));
}

void check_touch(const struct inspection *in)
{
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        const struct ho_arm *arm = arm_of(in->s, side);
        bool has_target = arm->hand != HO_HAND_FREE && arm->hand != HO_HAND_POINT;
        /* a hand that does not reach has been reported already */
        if (!in->s->pose->parts && !arm->is_forearm_down && has_target &&
            in->s->hand_miss[side] <= 5)
            check_hand(in, side);
    }
}
