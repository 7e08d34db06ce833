/* Shoulder, sleeve, upper arm, elbow and forearm.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

static struct ring upper_arm_ring(const struct build *build, double at)
{
    return bone_ring(build, UPPER_ARM, at);
}

static struct ring forearm_ring(const struct build *build, double at)
{
    return bone_ring(build, FOREARM, at);
}

static struct ring sleeve_ring(const struct build *build, double at)
{
    static const double cells[][5] = {{-.05, 53, 53, 51, 47},
                                      {.05, 58, 58, 56, 52},
                                      {.30, 59, 59, 56, 54},
                                      {.52, 60, 60, 57, 56}};
    static const struct profile rows = PROFILE(cells);
    double girth = bone_girth(build, UPPER_ARM, 0);
    return (struct ring){
        profile_at(&rows, 1, at) * girth, profile_at(&rows, 2, at) * girth,
        profile_at(&rows, 3, at) * girth, profile_at(&rows, 4, at) * girth, 2};
}

/* Beads on a straight line, from thick to thin. */
static void add_rod(struct mesh *mesh, struct part part, struct bead from,
                    struct bead to)
{
    enum { BEADS = 6 };
    struct bead beads[BEADS];
    for (int i = 0; i < BEADS; i++) {
        double t = i / (BEADS - 1.0);
        beads[i] = (struct bead){v3_mix(from.at, to.at, t),
                                 from.radius + (to.radius - from.radius) * t};
    }
    add_tube(mesh, part, beads, BEADS);
}

/* What joins the arm to the trunk, and the slope from the neck: both go with the shoulder. */
void add_girdle(struct mesh *mesh, const struct skeleton *s, enum body_side side)
{
    struct part part = {GROUP_TORSO, KIND_GIRDLE, side, MATERIAL_SHIRT};
    struct vec3 shoulder = s->bones[UPPER_ARM][side].origin;
    double sign = side_sign(side), k = s->build->girdle;
    struct vec3 chest = frame_out(s->thorax, v3(-6, -16, sign * 88 * k));
    add_rod(mesh, part, (struct bead){chest, 62 * k}, (struct bead){shoulder, 55 * k});
    struct vec3 neck = frame_out(s->thorax, v3(-14, 40, sign * 62 * k));
    struct vec3 top =
        v3_add(shoulder, rotate(s->thorax.axes, v3(-4, 28 * k, -sign * 14 * k)));
    add_rod(mesh, part, (struct bead){neck, 26 * k}, (struct bead){top, 28 * k});
}

void add_arm(struct mesh *mesh, const struct skeleton *s, enum body_side side)
{
    enum part_group group = arm_group(side);
    struct limb upper = {.frame = s->bones[UPPER_ARM][side],
                         .length = bone_length(UPPER_ARM),
                         .from = -.04,
                         .to = 1,
                         .near_cap = .9,
                         .far_cap = .7,
                         .side = side,
                         .ring = upper_arm_ring};
    struct limb sleeve = upper;
    sleeve.to = .50;
    sleeve.far_cap = .06;
    sleeve.ring = sleeve_ring;
    struct limb lower = {.frame = s->bones[FOREARM][side],
                         .length = bone_length(FOREARM),
                         .to = 1,
                         .near_cap = .6,
                         .far_cap = .6,
                         .side = side,
                         .twist = &s->hand[side].axes,
                         .ring = forearm_ring};
    struct ellipsoid elbow = elbow_ball(s, side);
    add_girdle(mesh, s, side);
    add_limb(mesh, (struct part){group, KIND_UPPER_ARM, side, MATERIAL_SKIN}, s->build,
             &upper);
    add_limb(mesh, (struct part){group, KIND_SLEEVE, side, MATERIAL_SHIRT}, s->build,
             &sleeve);
    add_ellipsoid(mesh, (struct part){group, KIND_UPPER_ARM, side, MATERIAL_SKIN},
                  &elbow);
    add_limb(mesh, (struct part){group, KIND_FOREARM, side, MATERIAL_SKIN}, s->build,
             &lower);
    add_hand(mesh, s, side);
}
