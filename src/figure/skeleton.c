/* SPDX-License-Identifier: MIT */
#include "figure/kinematics_priv.h"

struct skeleton *skeleton_build(struct ho_arena *arena, const struct ho_pose *pose,
                                enum body_side working, const struct build *build)
{
    struct skeleton *s = ho_new(arena, struct skeleton);
    s->pose = pose;
    s->build = build;
    s->working = working;
    s->pitch = pose->root.pitch;
    s->roll = pose->root.roll;
    s->neck = pose->spine.neck;
    s->neck_side = pose->spine.neck_side;
    if (pose->root.settle != HO_SETTLE_NONE)
        settle(s);
    else
        s->rise = pose->root.lift;
    lay_trunk(s);
    lay_legs(s);
    lay_arms(s);
    return s;
}

static void move(struct frame *frames, size_t count, struct vec3 by)
{
    for (size_t i = 0; i < count; i++)
        frames[i].origin = v3_add(frames[i].origin, by);
}

void skeleton_move(struct skeleton *s, struct vec3 by)
{
    move(&s->pelvis, 1, by);
    move(&s->thorax, 1, by);
    move(&s->head, 1, by);
    move(s->spine, SPINE_COUNT, by);
    for (int bone = 0; bone < BONE_COUNT; bone++)
        move(s->bones[bone], 2, by);
    move(s->foot, 2, by);
    move(s->hand, 2, by);
}

struct vec3 skeleton_place(const struct skeleton *s, enum ho_place place,
                           enum body_side side)
{
    switch (place) {
    case HO_PLACE_PELVIS: return s->pelvis.origin;
    case HO_PLACE_LUMBAR: return skeleton_spine(s, 150).origin;
    case HO_PLACE_THORAX: return skeleton_spine(s, 360).origin;
    case HO_PLACE_HEAD: return s->head.origin;
    case HO_PLACE_HIP: return s->bones[THIGH][side].origin;
    case HO_PLACE_KNEE: return s->bones[SHANK][side].origin;
    case HO_PLACE_ANKLE: return s->foot[side].origin;
    case HO_PLACE_HEEL: return frame_out(s->foot[side], v3(-55, -40, 0));
    case HO_PLACE_TOE: return frame_out(s->foot[side], v3(190, -50, 0));
    case HO_PLACE_SHOULDER: return s->bones[UPPER_ARM][side].origin;
    case HO_PLACE_ELBOW: return s->bones[FOREARM][side].origin;
    case HO_PLACE_WRIST: break;
    }
    return s->hand[side].origin;
}
