/* SPDX-License-Identifier: MIT */
#include "figure/rom_priv.h"

/* Source of the ranges, if nothing else is said: MSD Manual (Merck), "Normal Values for Range of Motion of Joints".
 * A row says what the source gives where ours is wider: pictures show hands pulling, floors pushing and bodies that
 * lean, which is passive motion. Rows marked CONFIRM are design limits that wait for a physiotherapist's word. */
enum joint {
    HIP_FLEXION,
    HIP_FLEXION_STRAIGHT,
    HIP_ABDUCTION,
    HIP_ROTATION,
    HIP_ROTATION_CROSSED,
    KNEE_FLEXION,
    ANKLE,
    SHOULDER_ELEVATION,
    SHOULDER_EXTENSION,
    ELBOW_FLEXION,
    FOREARM_TURN,
    WRIST_BEND,
    LUMBAR,
    THORACIC,
    NECK,
    NOD,
    LUMBAR_SIDE,
    THORACIC_SIDE,
    NECK_SIDE,
    LUMBAR_TURN,
    THORACIC_TURN,
    NECK_TURN,
    JOINT_COUNT
};

static const struct {
    const char *name;
    double least, most;
} ranges[JOINT_COUNT] = {
    /* flexion 125, and 5 more under a pulling hand; extension beyond the midline 15, here 25: CONFIRM */
    [HIP_FLEXION] = {"hip flexion", -25, 130},
    /* with a straight knee the hamstrings end it at about 90 */
    [HIP_FLEXION_STRAIGHT] = {"hip flexion with a straight knee", -25, 95},
    /* 45 outwards, here 50; inwards 45 */
    [HIP_ABDUCTION] = {"hip abduction", -30, 50},
    /* 45 both ways; outwards 60 with a bent hip: CONFIRM */
    [HIP_ROTATION] = {"hip rotation", -45, 60},
    /* figure-four needs 67: CONFIRM */
    [HIP_ROTATION_CROSSED] = {"hip rotation", -45, 80},
    /* 130 active; kneeling back on the heels bends it to 150 */
    [KNEE_FLEXION] = {"knee flexion", -3, 150},
    /* plantar flexion 50, dorsiflexion 20; 35 under the body's weight: CONFIRM */
    [ANKLE] = {"ankle dorsiflexion", -55, 35},
    /* 180, the shoulder blade's share included */
    [SHOULDER_ELEVATION] = {"shoulder elevation", -1, 182},
    /* 50; 62 with the body leaning on the hand: CONFIRM */
    [SHOULDER_EXTENSION] = {"shoulder extension", -1, 62},
    /* 160 flexion */
    [ELBOW_FLEXION] = {"elbow flexion", -3, 150},
    /* 90 of supination and 90 of pronation, counted from full supination */
    [FOREARM_TURN] = {"pronation", 0, 180},
    /* flexion 90, extension 70; hands and knees bend it passively to 91: CONFIRM */
    [WRIST_BEND] = {"wrist bend", 0, 92},
    /* The spine by regions: design limits, no source measures these regions so. CONFIRM */
    [LUMBAR] = {"lumbar flexion", -40, 60},
    [THORACIC] = {"thoracic flexion", -25, 40},
    [NECK] = {"neck flexion", -60, 60},
    [NOD] = {"nod of the head", -30, 30},
    [LUMBAR_SIDE] = {"lumbar side bend", -30, 30},
    [THORACIC_SIDE] = {"thoracic side bend", -30, 30},
    [NECK_SIDE] = {"neck side bend", -45, 45},
    [LUMBAR_TURN] = {"lumbar rotation", -18, 18},
    [THORACIC_TURN] = {"thoracic rotation", -40, 40},
    [NECK_TURN] = {"neck rotation", -80, 80},
};

struct list {
    struct joint_angle *items;
    int count;
};

static void add(struct list *list, enum joint joint, double angle)
{
    list->items[list->count++] = (struct joint_angle){.joint = ranges[joint].name,
                                                      .angle = angle,
                                                      .least = ranges[joint].least,
                                                      .most = ranges[joint].most};
}

static double angle_between(struct vec3 a, struct vec3 b)
{
    return degrees(acos(clamp(v3_dot(v3_unit(a), v3_unit(b)), -1, 1)));
}

/* The hip's angles in the order in which a pose gives them: flexion, then abduction, then rotation. */
static void measure_hip(const struct skeleton *s, enum body_side side,
                        struct list *list)
{
    double sign = side_sign(side);
    struct rotation hip =
        rotation_of(rotation_inverse(s->pelvis.axes), s->bones[THIGH][side].axes);
    bool is_bent = s->knee[side] > 60;
    bool is_crossed = leg_of(s, side)->foot == HO_FOOT_ON_THIGH;
    add(list, is_bent ? HIP_FLEXION : HIP_FLEXION_STRAIGHT,
        degrees(atan2(-hip.y.x, hip.y.y)));
    add(list, HIP_ABDUCTION, -sign * degrees(asin(clamp(hip.y.z, -1, 1))));
    add(list, is_crossed ? HIP_ROTATION_CROSSED : HIP_ROTATION,
        -sign * degrees(atan2(-hip.x.z, hip.z.z)));
}

static void measure_leg(const struct skeleton *s, enum body_side side,
                        struct list *list)
{
    measure_hip(s, side, list);
    struct rotation ankle =
        rotation_of(rotation_inverse(s->bones[SHANK][side].axes), s->foot[side].axes);
    add(list, KNEE_FLEXION, s->knee[side]);
    add(list, ANKLE, degrees(atan2(ankle.x.y, ankle.x.x)));
}

static void measure_arm(const struct skeleton *s, enum body_side side,
                        struct list *list)
{
    const struct frame *upper = &s->bones[UPPER_ARM][side];
    const struct frame *lower = &s->bones[FOREARM][side];
    struct vec3 down = unrotate(s->thorax.axes, v3_scale(upper->axes.y, -1));
    double elevation = angle_between(down, v3(0, -1, 0));
    add(list, SHOULDER_ELEVATION, elevation);
    /* an arm behind the body, unless it went there over the head */
    if (elevation < 120 && down.y < 0)
        add(list, SHOULDER_EXTENSION,
            down.x < 0 ? degrees(atan2(-down.x, -down.y)) : 0);
    add(list, ELBOW_FLEXION, angle_between(upper->axes.y, lower->axes.y));
    add(list, WRIST_BEND, angle_between(lower->axes.y, s->hand[side].axes.y));
    if (arm_of(s, side)->hand == HO_HAND_FREE && !arm_of(s, side)->is_forearm_down)
        add(list, FOREARM_TURN, arm_of(s, side)->pronation);
}

static void measure_trunk(const struct skeleton *s, struct list *list)
{
    const struct ho_spine *spine = &s->pose->spine;
    add(list, LUMBAR, spine->lumbar);
    add(list, THORACIC, spine->thoracic);
    add(list, NECK, s->neck);
    add(list, NOD, spine->head);
    add(list, LUMBAR_SIDE, spine->lumbar_side);
    add(list, THORACIC_SIDE, spine->thoracic_side);
    add(list, NECK_SIDE, spine->neck_side);
    add(list, LUMBAR_TURN, spine->lumbar_rotation);
    add(list, THORACIC_TURN, spine->thoracic_rotation);
    add(list, NECK_TURN, spine->neck_rotation);
}

int joint_angles(const struct skeleton *s, struct joint_angle out[JOINT_ANGLES])
{
    struct list list = {out, 0};
    measure_trunk(s, &list);
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        int first = list.count;
        measure_leg(s, side, &list);
        measure_arm(s, side, &list);
        for (int i = first; i < list.count; i++) {
            out[i].has_side = true;
            out[i].side = side;
        }
    }
    return list.count;
}
