/* Limbs whose axis runs inside the trunk or inside another limb.
 * SPDX-License-Identifier: MIT */
#include "figure/check_priv.h"

/* An axis nearer than this part of the radius is inside. A trunk hardly gives way; limbs press each other flat, as an
 * elbow that reaches through between crossed legs does. */
#define INSIDE_TRUNK .92
#define INSIDE_LIMB .75

struct probe {
    enum bone bone;
    enum body_side side;
    double from, to; /* the part of the bone that has no business in there */
};

static const char *const bone_names[BONE_COUNT] = {
    [THIGH] = "thigh",
    [SHANK] = "shank",
    [UPPER_ARM] = "upper arm",
    [FOREARM] = "forearm",
};

/* Near their root, thighs and upper arms are one with the trunk. */
static const struct probe probes[] = {
    {SHANK, RIGHT, 0, 1},     {SHANK, LEFT, 0, 1},    {UPPER_ARM, RIGHT, .7, 1},
    {UPPER_ARM, LEFT, .7, 1}, {FOREARM, RIGHT, 0, 1}, {FOREARM, LEFT, 0, 1},
};
#define PROBES (sizeof probes / sizeof probes[0])
#define STEPS 8

static struct vec3 probe_point(const struct skeleton *s, const struct probe *probe,
                               int step)
{
    double at = probe->from + (probe->to - probe->from) * step / STEPS;
    const struct frame *frame = &s->bones[probe->bone][probe->side];
    return v3_along(frame->origin, frame->axes.y, -bone_length(probe->bone) * at);
}

/* How far out a place of a ring is, as part of its radius. */
static double part_of_radius(const struct ring *ring, double x, double z)
{
    double depth = x > 0 ? ring->front : ring->back;
    double width = z > 0 ? ring->outer : ring->inner;
    return hypot(x / depth, z / width);
}

static bool is_in_trunk(const struct skeleton *s, struct vec3 at)
{
    enum { FROM = 0, TO = 430, STEP = 6 };
    for (double y = FROM; y < TO; y += STEP) {
        struct vec3 local = frame_in(skeleton_spine(s, y), at);
        struct ring ring = trunk_ring(s->build, y);
        if (fabs(local.y) <= STEP &&
            part_of_radius(&ring, local.x, local.z) < INSIDE_TRUNK)
            return true;
    }
    return false;
}

static bool is_in_limb(const struct skeleton *s, enum bone bone, enum body_side side,
                       struct vec3 at)
{
    struct vec3 local = frame_in(s->bones[bone][side], at);
    double along = -local.y / bone_length(bone);
    if (along < 0 || along > 1)
        return false;
    struct ring ring = bone_ring(s->build, bone, along);
    return part_of_radius(&ring, local.x, local.z * side_sign(side)) < INSIDE_LIMB;
}

/* A limb's own bones meet at their joint. */
static bool is_same_limb(const struct probe *probe, enum bone bone, enum body_side side)
{
    bool is_leg = probe->bone == THIGH || probe->bone == SHANK;
    return side == probe->side && is_leg == (bone == THIGH || bone == SHANK);
}

static bool is_probe_in_limb(const struct skeleton *s, const struct probe *probe,
                             enum bone bone, enum body_side side)
{
    for (int step = 0; step <= STEPS; step++)
        if (is_in_limb(s, bone, side, probe_point(s, probe, step)))
            return true;
    return false;
}

static void check_probe(const struct inspection *in, const struct probe *probe)
{
    const struct skeleton *s = in->s;
    const char *name = bone_names[probe->bone], *of = side_text(in, probe->side);
    for (int step = 0; step <= STEPS; step++)
        if (is_in_trunk(s, probe_point(s, probe, step))) {
            ho_report(in->ctx, HO_MSG_LIMB_IN_TRUNK, s->pose->at,
                      "move the limb away from the body, or its target outwards", name,
                      of);
            break;
        }
    for (int bone = 0; bone < BONE_COUNT; bone++)
        for (enum body_side side = RIGHT; side <= LEFT; side++)
            if (!is_same_limb(probe, (enum bone)bone, side) &&
                is_probe_in_limb(s, probe, (enum bone)bone, side))
                ho_report(in->ctx, HO_MSG_LIMB_IN_LIMB, s->pose->at,
                          "move one of them aside", name, of, bone_names[bone],
                          side_text(in, side));
}

void check_collisions(const struct inspection *in)
{
    if (in->s->pose->parts) /* what is not drawn is not in the way */
        return;
    for (size_t i = 0; i < PROBES; i++)
        check_probe(in, &probes[i]);
}
