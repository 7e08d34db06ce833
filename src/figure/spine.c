/* The pelvis by its posture, and on it a spine that bends by region.
 * SPDX-License-Identifier: MIT */
#include "figure/kinematics_priv.h"

/* Where along the spine a region bends, in mm over the hips; each window adds up to 1. */
static double hump(double y, double from, double to)
{
    if (y < from || y > to)
        return 0;
    return (1 - cos(2 * PI * (y - from) / (to - from))) / (to - from);
}

/* Level in the middle: a region bends evenly, and runs out into the next one. */
static double plateau(double y, double from, double to)
{
    double ramp = (to - from) * .22, weight = 1;
    if (y < from || y > to)
        return 0;
    if (y < from + ramp)
        weight = smooth_step((y - from) / ramp);
    else if (y > to - ramp)
        weight = smooth_step((to - y) / ramp);
    return weight / (to - from - ramp);
}

struct bend {
    double forward, aside, turn; /* degrees a millimetre */
};

static struct bend bend_at(const struct skeleton *s, double y)
{
    const struct ho_spine *spine = &s->pose->spine;
    double lumbar = plateau(y, 70, 270), thoracic = plateau(y, 215, 485);
    double neck = plateau(y, 490, 640), nod = hump(y, 590, 650);
    double sign = side_sign(s->working);
    /* A spine at rest is not straight: -7, +9, +13 and -15 degrees. */
    return (struct bend){
        (spine->lumbar - 7) * lumbar + (spine->thoracic + 9) * thoracic +
            s->neck * neck + 13 * hump(y, 480, 560) + (spine->head - 15) * nod,
        sign * (spine->lumbar_side * lumbar + spine->thoracic_side * thoracic +
                s->neck_side * neck),
        /* a positive turn about y goes to the left */
        -sign * (spine->lumbar_rotation * lumbar + spine->thoracic_rotation * thoracic +
                 spine->neck_rotation * neck)};
}

static struct rotation posture_axes(const struct skeleton *s)
{
    switch (s->pose->root.posture) {
    case HO_POSTURE_SUPINE: return rotation_z(90);
    case HO_POSTURE_PRONE:
    case HO_POSTURE_HANDS_AND_KNEES: return rotation_z(-90);
    case HO_POSTURE_SIDE_LYING: /* the working side is up */
        return rotation_of(rotation_x(-90 * side_sign(s->working)), rotation_z(90));
    case HO_POSTURE_STANDING: break;
    }
    return rotation_none();
}

static void lay_pelvis(struct skeleton *s)
{
    const struct ho_root *root = &s->pose->root;
    double sign = side_sign(s->working);
    struct rotation tilt =
        rotation_of(rotation_z(-s->pitch), rotation_x(sign * s->roll));
    s->pelvis.axes =
        rotation_of(rotation_of(rotation_y(-sign * root->yaw), posture_axes(s)), tilt);
    s->pelvis.origin = v3(root->x, root->y + s->rise, sign * root->z);
}

void lay_trunk(struct skeleton *s)
{
    lay_pelvis(s);
    struct frame frame = s->pelvis;
    for (int i = 0; i < SPINE_COUNT; i++) {
        s->spine[i] = frame;
        struct bend bend = bend_at(s, (i + .5) * SPINE_STEP);
        struct rotation half = rotation_z(-bend.forward * SPINE_STEP / 2);
        struct rotation rest = rotation_of(rotation_x(bend.aside * SPINE_STEP),
                                           rotation_y(bend.turn * SPINE_STEP));
        frame.axes = rotation_of(frame.axes, rotation_of(half, rest));
        frame.origin = v3_along(frame.origin, frame.axes.y, SPINE_STEP);
        frame.axes = rotation_of(frame.axes, half);
    }
    s->thorax = skeleton_spine(s, 455);
    struct frame skull = skeleton_spine(s, 646); /* the joint under the skull */
    s->head = (struct frame){skull.axes, frame_out(skull, v3(10, 28, 0))};
}

struct frame skeleton_spine(const struct skeleton *s, double y)
{
    if (y <= 0) /* below the hips the pelvis is rigid */
        return (struct frame){s->pelvis.axes,
                              v3_along(s->pelvis.origin, s->pelvis.axes.y, y)};
    int below = (int)(y / SPINE_STEP);
    if (below > SPINE_COUNT - 2)
        below = SPINE_COUNT - 2;
    double t = y / SPINE_STEP - below;
    const struct frame *a = &s->spine[below], *b = a + 1;
    struct frame frame = {.origin = v3_mix(a->origin, b->origin, t)};
    struct vec3 x = v3_unit(v3_mix(a->axes.x, b->axes.x, t));
    struct vec3 y_axis = v3_mix(a->axes.y, b->axes.y, t);
    y_axis = v3_unit(v3_along(y_axis, x, -v3_dot(x, y_axis)));
    frame.axes = (struct rotation){x, y_axis, v3_cross(x, y_axis)};
    return frame;
}
