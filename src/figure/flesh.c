/* SPDX-License-Identifier: MIT */
#include "figure/flesh_priv.h"

double ellipsoid_lowest(const struct ellipsoid *e)
{
    const struct rotation *axes = &e->frame.axes;
    return frame_out(e->frame, e->middle).y -
           sqrt(pow(e->radii.x * axes->x.y, 2) + pow(e->radii.y * axes->y.y, 2) +
                pow(e->radii.z * axes->z.y, 2));
}

static double hip_flexion(const struct skeleton *s, enum body_side side)
{
    struct vec3 up = unrotate(s->pelvis.axes, s->bones[THIGH][side].axes.y);
    return degrees(atan2(-up.x, up.y));
}

struct ellipsoid buttock(const struct skeleton *s, enum body_side side)
{
    /* It turns with half of the hip's flexion, until the thigh stretches it flat. */
    double flexion = clamp(hip_flexion(s, side), -20, 120);
    double stretch = smooth_step(flexion / 75), z = side_sign(side) * 78;
    struct rotation turn = rotation_z(flexion * .5 * (1 - stretch));
    return (struct ellipsoid){
        {rotation_of(s->pelvis.axes, turn), s->pelvis.origin},
        v3_mix(v3(-32, -30, z), v3(-38, -22, z), stretch),
        v3_scale(v3_mix(v3(80, 112, 83), v3(84, 94, 82), stretch), s->build->buttock)};
}

struct ellipsoid knee_ball(const struct skeleton *s, enum body_side side)
{
    double girth = bone_girth(s->build, SHANK, 0);
    return (struct ellipsoid){s->bones[SHANK][side], v3(0, 0, 0),
                              v3_scale(v3(51, 51, 51.5), girth)};
}

struct ellipsoid kneecap(const struct skeleton *s, enum body_side side)
{
    double girth = bone_girth(s->build, SHANK, 0);
    struct rotation half = rotation_z(-s->knee[side] / 2);
    return (struct ellipsoid){
        {rotation_of(s->bones[THIGH][side].axes, half), s->bones[SHANK][side].origin},
        v3(22 * girth, 0, 0),
        v3_scale(v3(31, 46, 38), girth)};
}

struct ellipsoid elbow_ball(const struct skeleton *s, enum body_side side)
{
    double girth = bone_girth(s->build, UPPER_ARM, 1);
    return (struct ellipsoid){s->bones[FOREARM][side], v3(0, 0, 0),
                              v3_scale(v3(37.5, 37.5, 39), girth)};
}
