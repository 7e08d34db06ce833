/* Arms: by their angles, or solved back from where the hand lies.
 * SPDX-License-Identifier: MIT */
#include "figure/kinematics_priv.h"

struct rotation axes_of(struct vec3 up, struct vec3 side)
{
    struct rotation axes = {.y = v3_unit(up)};
    axes.z = v3_unit(v3_along(side, axes.y, -v3_dot(side, axes.y)));
    axes.x = v3_cross(axes.y, axes.z);
    return axes;
}

double bend_two_bones(struct vec3 from, struct vec3 *to, double upper, double lower,
                      struct vec3 pole, struct vec3 *joint)
{
    struct vec3 way = v3_sub(*to, from), towards = v3_unit(way);
    double wanted = v3_length(way);
    /* Never quite straight, never quite folded: the joint needs a side to point to. */
    double reach =
        clamp(wanted, fabs(upper - lower) * 1.02 + 5, (upper + lower) * .9995);
    double along = (upper * upper - lower * lower + reach * reach) / (2 * reach);
    double off = sqrt(fmax(upper * upper - along * along, 0));
    pole = v3_unit(v3_along(pole, towards, -v3_dot(pole, towards)));
    *joint = v3_along(v3_along(from, towards, along), pole, off);
    *to = v3_along(from, towards, reach);
    return fabs(wanted - reach);
}

struct vec3 shoulder_rest(const struct skeleton *s, enum body_side side)
{
    double z = s->build->shoulder_z * side_sign(side);
    return frame_out(s->thorax, v3(-6, -14, z));
}

/* Upper arm and forearm from three joints; the elbow's hinge is square to both. */
static void lay_bones(struct skeleton *s, enum body_side side, struct vec3 shoulder,
                      struct vec3 elbow, struct vec3 wrist)
{
    struct vec3 up = v3_unit(v3_sub(shoulder, elbow));
    struct vec3 on = v3_unit(v3_sub(wrist, elbow));
    struct vec3 hinge = v3_cross(on, up);
    if (v3_length(hinge) < .02) /* a straight arm has none */
        hinge = s->thorax.axes.z;
    struct frame *upper = &s->bones[UPPER_ARM][side], *lower = &s->bones[FOREARM][side];
    *upper = (struct frame){axes_of(up, hinge), shoulder};
    *lower = (struct frame){axes_of(v3_scale(on, -1), upper->axes.z), elbow};
}

/* A raised arm takes its shoulder with it. */
static void lay_free_arm(struct skeleton *s, enum body_side side)
{
    const struct ho_arm *arm = arm_of(s, side);
    double sign = side_sign(side);
    struct rotation turn = rotation_of(rotation_x(-sign * arm->shoulder_abduction),
                                       rotation_y(-sign * arm->shoulder_rotation));
    turn = rotation_of(rotation_z(arm->shoulder_flexion), turn);
    struct vec3 down = v3_scale(turn.y, -1);
    double forward = fmax(down.x, 0), raised = fmax(down.y, 0);
    struct vec3 shoulder = v3_add(
        shoulder_rest(s, side),
        rotate(s->thorax.axes, v3(14 * forward, 38 * raised, -sign * 18 * raised)));
    struct frame *upper = &s->bones[UPPER_ARM][side], *lower = &s->bones[FOREARM][side];
    *upper = (struct frame){rotation_of(s->thorax.axes, turn), shoulder};
    lower->axes = rotation_of(upper->axes, rotation_z(arm->elbow_flexion));
    lower->origin = v3_along(shoulder, upper->axes.y, -bone_length(UPPER_ARM));
    struct rotation wrist =
        rotation_of(rotation_y(sign * arm->pronation), rotation_z(arm->wrist));
    s->hand[side] =
        (struct frame){rotation_of(lower->axes, wrist),
                       v3_along(lower->origin, lower->axes.y, -bone_length(FOREARM))};
}

/* Towards the head along the floor; of a body that stands, to its front. */
static struct vec3 floor_forward(const struct skeleton *s)
{
    struct vec3 head = v3(s->thorax.axes.y.x, 0, s->thorax.axes.y.z);
    if (v3_length(head) < .5)
        head = v3(s->thorax.axes.x.x, 0, s->thorax.axes.x.z);
    return v3_unit(head);
}

/* The forearm on the floor: the elbow as far below the shoulder as the upper arm allows. */
static void lay_forearm_down(struct skeleton *s, enum body_side side)
{
    enum { HALF_ELBOW = 41, WRIST_LOWER = 18 };
    const struct ho_arm *arm = arm_of(s, side);
    double length = bone_length(UPPER_ARM);
    struct vec3 shoulder = shoulder_rest(s, side), forward = floor_forward(s);
    double drop = shoulder.y - HALF_ELBOW, down = clamp(drop, -length, length);
    double off = sqrt(length * length - down * down) * (arm->is_reach_back ? -1 : 1);
    struct vec3 elbow = v3_along(v3_add(shoulder, v3(0, -down, 0)), forward, off);
    struct vec3 fingers = rotate(rotation_y(side_sign(side) * arm->turn), forward);
    struct vec3 wrist = v3_along(elbow, fingers, bone_length(FOREARM));
    wrist.y -= WRIST_LOWER;
    wrist = v3_along(elbow, v3_unit(v3_sub(wrist, elbow)), bone_length(FOREARM));
    s->hand_miss[side] = fabs(drop - down);
    lay_bones(s, side, shoulder, elbow, wrist);
    struct vec3 palm = v3(0, -1, 0), back = v3_scale(fingers, -1);
    s->hand[side] = (struct frame){{palm, back, v3_cross(palm, back)}, wrist};
}

/* Where the elbow points. */
static struct vec3 elbow_pole(const struct skeleton *s, enum body_side side)
{
    double sign = side_sign(side);
    struct vec3 pole = v3(-.5, -.55, sign * .45);
    if (s->pose->root.posture == HO_POSTURE_SUPINE)
        pole = v3(.05, -.5, sign * .9);
    switch (arm_of(s, side)->elbow) {
    case HO_ELBOW_FREE: break;
    case HO_ELBOW_OUT: pole = v3(0, 0, sign); break;
    case HO_ELBOW_DOWN: pole = v3(0, -1, sign * .1); break;
    case HO_ELBOW_BACK: pole = v3(-1, 0, sign * .1); break;
    case HO_ELBOW_FRONT: pole = v3(1, 0, sign * .3); break;
    }
    return rotate(s->thorax.axes, pole);
}

/* The shoulder blade glides: up to 35 mm towards a far target, forward and up with the arm. A hand on the floor is
 * leant on, so its shoulder stays. */
static struct vec3 follow_hand(const struct skeleton *s, enum body_side side,
                               struct vec3 wrist)
{
    enum { GLIDE = 35, SLACK = 4 };
    if (arm_of(s, side)->hand == HO_HAND_FLOOR) {
        if (s->pose->root.posture != HO_POSTURE_HANDS_AND_KNEES)
            return shoulder_rest(s, side);
        double z = (s->build->shoulder_z - 4) * side_sign(side);
        return frame_out(s->thorax, v3(-20, -14, z));
    }
    struct vec3 shoulder = shoulder_rest(s, side), way = v3_sub(wrist, shoulder);
    struct vec3 towards = v3_unit(way), local = unrotate(s->thorax.axes, towards);
    double reach = bone_length(UPPER_ARM) + bone_length(FOREARM) - SLACK;
    shoulder = v3_along(shoulder, towards, clamp(v3_length(way) - reach, 0, GLIDE));
    return v3_add(shoulder, rotate(s->thorax.axes, v3(12 * fmax(local.x, 0),
                                                      25 * fmax(local.y, 0), 0)));
}

static struct vec3 swivel_elbow(struct vec3 shoulder, struct vec3 elbow,
                                struct vec3 wrist, double angle)
{
    struct vec3 axis = v3_unit(v3_sub(wrist, shoulder));
    struct vec3 way = v3_sub(elbow, shoulder);
    struct vec3 along = v3_scale(axis, v3_dot(way, axis));
    struct vec3 off = v3_sub(way, along), across = v3_cross(axis, off);
    struct vec3 turned = v3_add(v3_scale(off, cos(radians(angle))),
                                v3_scale(across, sin(radians(angle))));
    return v3_add(shoulder, v3_add(along, turned));
}

static void lay_arm(struct skeleton *s, enum body_side side)
{
    const struct ho_arm *arm = arm_of(s, side);
    s->hand_miss[side] = 0;
    if (arm->is_forearm_down) {
        lay_forearm_down(s, side);
        return;
    }
    if (!reach_target(s, side, &s->hand[side])) {
        lay_free_arm(s, side);
        return;
    }
    struct vec3 *wrist = &s->hand[side].origin, elbow;
    struct vec3 shoulder = follow_hand(s, side, *wrist);
    s->hand_miss[side] =
        bend_two_bones(shoulder, wrist, bone_length(UPPER_ARM), bone_length(FOREARM),
                       elbow_pole(s, side), &elbow);
    if (arm->has_swivel)
        elbow = swivel_elbow(shoulder, elbow, *wrist, side_sign(side) * arm->swivel);
    lay_bones(s, side, shoulder, elbow, *wrist);
}

void lay_arms(struct skeleton *s)
{
    for (enum body_side side = RIGHT; side <= LEFT; side++)
        lay_arm(s, side);
}
