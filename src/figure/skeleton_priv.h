/* skeleton_priv.h — the bones of a posed body: where each is, with what the solvers found.
 * In: a pose, its working side, a build.  Out: frames in the room. Bones hang down from their joint: the frame's
 * origin is the near joint, y points back up the bone, x to the front of the limb, z to the body's right.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_SKELETON_PRIV_H
#define HO_FIGURE_SKELETON_PRIV_H

#include "figure/build_priv.h"
#include "figure/mesh_priv.h"
#include "model/pose.h"

#define SPINE_STEP 5.0
#define SPINE_COUNT 134

struct skeleton {
    const struct ho_pose *pose;
    const struct build *build;
    enum body_side working;
    /* what solvers may change: the pelvis's pitch and roll, the neck's bends, how high the body is lifted */
    double pitch, roll, neck, neck_side, rise;
    struct frame pelvis, thorax, head;
    struct frame spine[SPINE_COUNT]; /* every SPINE_STEP mm from the hips up */
    struct frame bones[BONE_COUNT][2];
    struct frame foot[2], hand[2];
    double knee[2]; /* its flexion */
    /* how far, in mm, hand and foot are from where they had to be, since limbs have lengths */
    double hand_miss[2], foot_miss[2];
};

/* Poses the body: settles it on the floor and brings hands and feet to their targets. Lives in the arena; points to
 * `pose`. */
struct skeleton *skeleton_build(struct ho_arena *arena, const struct ho_pose *pose,
                                enum body_side working, const struct build *build);
/* Moves the whole body. */
void skeleton_move(struct skeleton *skeleton, struct vec3 by);
/* The middle of a joint or part; `side` counts from HO_PLACE_HIP on. */
struct vec3 skeleton_place(const struct skeleton *skeleton, enum ho_place place,
                           enum body_side side);
/* The frame of the spine `y` mm over the hips. */
struct frame skeleton_spine(const struct skeleton *skeleton, double y);

/* 1 on the right, -1 on the left: outwards is z times this. */
static inline double side_sign(enum body_side side)
{
    return side == RIGHT ? 1 : -1;
}

static inline enum body_side side_across(enum body_side side)
{
    return side == RIGHT ? LEFT : RIGHT;
}

/* A pose's limbs on the body, and back. */
static inline enum body_side side_of_limb(enum body_side working, enum ho_limb limb)
{
    return limb == HO_LIMB_WORKING ? working : side_across(working);
}

static inline enum ho_limb limb_of_side(enum body_side working, enum body_side side)
{
    return side == working ? HO_LIMB_WORKING : HO_LIMB_OTHER;
}

static inline const struct ho_leg *leg_of(const struct skeleton *skeleton,
                                          enum body_side side)
{
    return &skeleton->pose->legs[limb_of_side(skeleton->working, side)];
}

static inline const struct ho_arm *arm_of(const struct skeleton *skeleton,
                                          enum body_side side)
{
    return &skeleton->pose->arms[limb_of_side(skeleton->working, side)];
}

#endif
