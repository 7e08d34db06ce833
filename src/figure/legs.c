/* Legs: hip, knee and foot by their angles, or solved so that the foot is where the pose wants it.
 * SPDX-License-Identifier: MIT */
#include "figure/kinematics_priv.h"

/* One hip with a flexion that is still looked for. */
struct search {
    const struct skeleton *skeleton;
    enum body_side side;
};

static struct rotation thigh_axes(const struct skeleton *s, enum body_side side,
                                  double flexion)
{
    const struct ho_leg *leg = leg_of(s, side);
    double sign = side_sign(side);
    struct rotation turn = rotation_of(rotation_x(-sign * leg->hip_abduction),
                                       rotation_y(-sign * leg->hip_rotation));
    /* The hips take up a roll that was solved: legs lie alike, however wide the pelvis is. */
    double solved = side_sign(s->working) * (s->roll - s->pose->root.roll);
    struct rotation pelvis = rotation_of(s->pelvis.axes, rotation_x(-solved));
    return rotation_of(pelvis, rotation_of(rotation_z(flexion), turn));
}

static struct vec3 hip_joint(const struct skeleton *s, enum body_side side)
{
    return frame_out(s->pelvis, v3(0, 0, side_sign(side) * s->build->hip_z));
}

static double height_error(const struct search *search, double flexion)
{
    const struct skeleton *s = search->skeleton;
    struct rotation thigh = thigh_axes(s, search->side, flexion);
    struct rotation shank =
        rotation_of(thigh, rotation_z(-leg_of(s, search->side)->knee_flexion));
    struct vec3 knee =
        v3_along(hip_joint(s, search->side), thigh.y, -bone_length(THIGH));
    double ankle = knee.y - shank.y.y * bone_length(SHANK);
    /* A foot above its knee has its sole upwards. */
    return fabs(ankle - ANKLE_HEIGHT) + (knee.y < ankle ? 500 : 0);
}

static double lean_error(const struct search *search, double flexion)
{
    const struct skeleton *s = search->skeleton;
    struct vec3 down = v3_scale(thigh_axes(s, search->side, flexion).y, -1);
    struct vec3 head = s->pelvis.axes.y;
    head = v3_unit(v3(head.x, 0, head.z));
    double lean = degrees(atan2(v3_dot(down, head), -down.y));
    return fabs(lean - leg_of(s, search->side)->lean);
}

/* Halves the span around a dip of the error. */
static double refine(const struct search *search,
                     double (*error)(const struct search *, double), double from,
                     double to)
{
    for (int i = 0; i < 30; i++) {
        double third = (to - from) / 3;
        if (error(search, from + third) < error(search, to - third))
            to -= third;
        else
            from += third;
    }
    return (from + to) / 2;
}

/* The flexion with the least error. Of two that are as good, the nearer to what the pose says: a foot can often be on
 * the floor before and behind the hip. */
static double solve_flexion(const struct search *search,
                            double (*error)(const struct search *, double),
                            double *least)
{
    enum { FIRST = -30, LAST = 150, STEP = 3 };
    double hint = leg_of(search->skeleton, search->side)->hip_flexion, best = hint;
    double before = INFINITY, here = error(search, FIRST);
    *least = INFINITY;
    for (int angle = FIRST; angle <= LAST; angle += STEP) {
        double after = angle < LAST ? error(search, angle + STEP) : INFINITY;
        if (here <= before && here <= after) {
            double found = refine(search, error, angle - STEP, angle + STEP);
            double miss = error(search, found);
            if (miss < *least - 1 ||
                (miss < *least + 1 && fabs(found - hint) < fabs(best - hint))) {
                best = found;
                *least = miss;
            }
        }
        before = here;
        here = after;
    }
    return best;
}

/* The sole level, its toes where the shank looks. */
static struct rotation level_foot(const struct skeleton *s, enum body_side side)
{
    const struct rotation *shank = &s->bones[SHANK][side].axes;
    struct vec3 toes = v3(shank->x.x, 0, shank->x.z);
    if (v3_length(toes) < .2) /* a shank that lies: the toes go on along it */
        toes = v3(shank->y.x, 0, shank->y.z);
    toes =
        rotate(rotation_y(-side_sign(side) * leg_of(s, side)->toe_out), v3_unit(toes));
    struct vec3 up = v3(0, 1, 0);
    return (struct rotation){toes, up, v3_cross(toes, up)};
}

static struct rotation bent_foot(const struct skeleton *s, enum body_side side)
{
    const struct ho_leg *leg = leg_of(s, side);
    return rotation_of(s->bones[SHANK][side].axes,
                       rotation_of(rotation_z(leg->ankle),
                                   rotation_x(side_sign(side) * leg->inversion)));
}

static void lay_hanging_leg(struct skeleton *s, enum body_side side)
{
    const struct ho_leg *leg = leg_of(s, side);
    struct search search = {s, side};
    double flexion = leg->hip_flexion, least;
    s->foot_miss[side] = 0;
    if (leg->foot == HO_FOOT_FLOOR)
        flexion = solve_flexion(&search, height_error, &s->foot_miss[side]);
    else if (leg->foot == HO_FOOT_KNEEL)
        flexion = solve_flexion(&search, lean_error, &least);
    struct frame *thigh = &s->bones[THIGH][side], *shank = &s->bones[SHANK][side];
    *thigh = (struct frame){thigh_axes(s, side, flexion), hip_joint(s, side)};
    shank->origin = v3_along(thigh->origin, thigh->axes.y, -bone_length(THIGH));
    shank->axes = rotation_of(thigh->axes, rotation_z(-leg->knee_flexion));
    s->knee[side] = leg->knee_flexion;
    s->foot[side].origin = v3_along(shank->origin, shank->axes.y, -bone_length(SHANK));
    bool is_level = leg->foot == HO_FOOT_FLOOR || leg->foot == HO_FOOT_FLAT;
    s->foot[side].axes = is_level ? level_foot(s, side) : bent_foot(s, side);
}

/* The ankle lies on the other thigh, and the knee points outwards. */
static void lay_crossed_leg(struct skeleton *s, enum body_side side)
{
    enum { HALF_ANKLE = 36 };
    const struct ho_leg *leg = leg_of(s, side);
    double sign = side_sign(side);
    const struct frame *under = &s->bones[THIGH][side_across(side)];
    double front = bone_ring(s->build, THIGH, leg->at).front;
    struct vec3 hip = hip_joint(s, side), knee;
    struct vec3 ankle =
        frame_out(*under, v3(front + HALF_ANKLE + leg->lift,
                             -bone_length(THIGH) * leg->at, -sign * leg->across));
    struct vec3 pole = rotate(s->pelvis.axes, v3(leg->pole_front, leg->pole_up, sign));
    s->foot_miss[side] = bend_two_bones(hip, &ankle, bone_length(THIGH),
                                        bone_length(SHANK), pole, &knee);
    struct vec3 up = v3_unit(v3_sub(hip, knee)), down = v3_unit(v3_sub(ankle, knee));
    struct vec3 right = v3_cross(up, down);
    s->bones[THIGH][side] = (struct frame){axes_of(up, right), hip};
    s->bones[SHANK][side] = (struct frame){
        axes_of(v3_sub(knee, ankle), s->bones[THIGH][side].axes.z), knee};
    s->foot[side] = (struct frame){bent_foot(s, side), ankle};
    s->knee[side] = degrees(acos(clamp(-v3_dot(up, down), -1, 1)));
}

void lay_legs(struct skeleton *s)
{
    for (enum body_side side = RIGHT; side <= LEFT; side++)
        if (leg_of(s, side)->foot != HO_FOOT_ON_THIGH)
            lay_hanging_leg(s, side);
    for (enum body_side side = RIGHT; side <= LEFT; side++)
        if (leg_of(s, side)->foot == HO_FOOT_ON_THIGH)
            lay_crossed_leg(s, side);
}
