/* SPDX-License-Identifier: MIT */
#include "figure/contact_priv.h"

#include "figure/body_priv.h"
#include "figure/kinematics_priv.h"

struct contacts contacts_new(struct ho_arena *arena, const struct skeleton *s)
{
    struct frame home = {rotation_none(), {0, 0, 0}};
    struct mesh *head = mesh_new(arena);
    add_head(head, home, s->build);
    struct contacts contacts = {.head = head};
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        struct mesh *foot = mesh_new(arena);
        add_foot(foot, home, s->build, side, leg_of(s, side)->toes);
        contacts.feet[side] = foot;
    }
    return contacts;
}

double mesh_lowest(const struct mesh *mesh, struct frame frame)
{
    struct vec3 up = {frame.axes.x.y, frame.axes.y.y, frame.axes.z.y};
    double lowest = INFINITY;
    for (size_t i = 0; i < mesh->vertices.count; i++)
        lowest = fmin(lowest, v3_dot(mesh->vertices.items[i].at, up));
    return frame.origin.y + lowest;
}

static double trunk_lowest(const struct skeleton *s, double from, double to)
{
    enum { STEP = 5 };
    double lowest = INFINITY;
    for (double y = from; y < to; y += STEP) {
        struct frame frame = skeleton_spine(s, y);
        struct ring ring = trunk_skin(s->build, y);
        double reach = ring_reach(&ring, -frame.axes.x.y, -frame.axes.z.y);
        lowest = fmin(lowest, frame.origin.y - reach);
    }
    return lowest;
}

double thorax_lowest(const struct skeleton *s)
{
    double lowest = trunk_lowest(s, 300, 475);
    if (s->pose->root.posture != HO_POSTURE_SIDE_LYING)
        return lowest;
    enum { SLEEVE = 58 }; /* its radius */
    struct vec3 under = shoulder_rest(s, side_across(s->working));
    return fmin(lowest, under.y - SLEEVE * bone_girth(s->build, UPPER_ARM, 0));
}

double pelvis_lowest(const struct skeleton *s)
{
    double lowest = trunk_lowest(s, TRUNK_LEAST, 80);
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        struct ellipsoid e = buttock(s, side);
        lowest = fmin(lowest, ellipsoid_lowest(&e));
    }
    return lowest;
}

static double bone_lowest(const struct skeleton *s, enum bone bone, enum body_side side)
{
    enum { STEPS = 24 };
    const struct frame *frame = &s->bones[bone][side];
    double lowest = INFINITY;
    for (int i = 0; i <= STEPS; i++) {
        double at = (double)i / STEPS;
        struct ring ring = bone_ring(s->build, bone, at);
        double axis = frame->origin.y - frame->axes.y.y * bone_length(bone) * at;
        double reach =
            ring_reach(&ring, -frame->axes.x.y, -frame->axes.z.y * side_sign(side));
        lowest = fmin(lowest, axis - reach);
    }
    return lowest;
}

double leg_lowest(const struct skeleton *s, const struct contacts *contacts,
                  enum body_side side)
{
    struct ellipsoid ball = knee_ball(s, side), cap = kneecap(s, side);
    double knee = fmin(ellipsoid_lowest(&ball), ellipsoid_lowest(&cap));
    double bones = fmin(bone_lowest(s, THIGH, side), bone_lowest(s, SHANK, side));
    return fmin(fmin(knee, bones), mesh_lowest(contacts->feet[side], s->foot[side]));
}
