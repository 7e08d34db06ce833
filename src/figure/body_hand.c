/* A palm, four fingers of three joints, a thumb. x is out of the palm, -y to the fingertips, z to the body's right as
 * the hand hangs.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

#define PALM_LENGTH 88.0

static struct ring palm_ring(const struct build *build, double at)
{
    static const double cells[][5] = {{-.08, 19, 20, 26, 25}, {0, 19, 20, 28, 27},
                                      {.25, 20, 17, 36, 33},  {.6, 17, 15, 42, 39},
                                      {.9, 14, 14, 42, 40},   {1, 12, 13, 40, 38}};
    static const struct profile rows = PROFILE(cells);
    double k = build->hand;
    return (struct ring){profile_at(&rows, 1, at) * k, profile_at(&rows, 2, at) * k,
                         profile_at(&rows, 3, at) * k, profile_at(&rows, 4, at) * k, 2};
}

struct finger {
    double z, y, length, radius; /* the knuckle, from the index finger on */
};

static const struct finger fingers[4] = {
    {31, -78, 68, 9.6}, {11, -82, 76, 10}, {-10, -80, 71, 9.6}, {-29, -73, 56, 8.6}};

static struct bead bead_at(const struct skeleton *s, enum body_side side,
                           struct vec3 local, double radius)
{
    double k = s->build->hand;
    local.z *= side_sign(side);
    return (struct bead){frame_out(s->hand[side], v3_scale(local, k)), radius * k};
}

/* A hand that is leant on is flat, its fingers apart. */
static bool is_leant_on(const struct ho_arm *arm)
{
    return arm->hand == HO_HAND_FLOOR || arm->is_forearm_down;
}

static void add_finger(struct mesh *mesh, const struct skeleton *s, enum body_side side,
                       int index, double curl)
{
    enum { JOINTS = 3, STEPS = 4, LEANT_ON = 9 };
    static const double share[JOINTS] = {.46, .30, .24}, bends[JOINTS] = {1, 1.05, .7};
    const struct finger *finger = &fingers[index];
    const struct ho_arm *arm = arm_of(s, side);
    double apart = arm->spread + (is_leant_on(arm) ? LEANT_ON : 0);
    double spread = radians((1.5 - index) * apart), bend = -2;
    struct vec3 at = v3(1, finger->y, finger->z);
    struct bead beads[1 + JOINTS * STEPS];
    int count = 0;
    beads[count++] = bead_at(s, side, at, finger->radius * 1.04);
    for (int joint = 0; joint < JOINTS; joint++)
        for (int step = 1; step <= STEPS; step++) {
            if (step <= 2) /* a joint bends over half of its bone: no kink */
                bend += curl * bends[joint] / 2;
            double a = radians(bend);
            struct vec3 way =
                v3(sin(a) * cos(spread), -cos(a) * cos(spread), sin(spread));
            at = v3_along(at, way, finger->length * share[joint] / STEPS);
            double taper = 1.02 - .07 * (joint + step / (double)STEPS);
            beads[count++] = bead_at(s, side, at, finger->radius * taper);
        }
    add_tube(mesh, (struct part){arm_group(side), KIND_HAND, side, MATERIAL_SKIN},
             beads, count);
}

static void add_thumb(struct mesh *mesh, const struct skeleton *s, enum body_side side,
                      double curl)
{
    enum { STEPS = 10 };
    struct vec3 at = v3(6, -14, 20);
    struct bead beads[1 + STEPS] = {bead_at(s, side, at, 15)};
    for (int step = 1; step <= STEPS; step++) {
        double u = step / (double)STEPS;
        double out = radians(38 - 24 * u + arm_of(s, side)->thumb * .3);
        double in = radians((curl > 0 ? 12 + 14 * u : 2) + curl * .25);
        struct vec3 way = v3(sin(in), -cos(in) * cos(out), cos(in) * sin(out));
        at = v3_along(at, v3_unit(way), 8.6);
        beads[step] = bead_at(s, side, at, 15.5 - 5.2 * u);
    }
    add_tube(mesh, (struct part){arm_group(side), KIND_HAND, side, MATERIAL_SKIN},
             beads, 1 + STEPS);
}

void add_hand(struct mesh *mesh, const struct skeleton *s, enum body_side side)
{
    const struct ho_arm *arm = arm_of(s, side);
    struct limb palm = {.frame = s->hand[side],
                        .length = PALM_LENGTH * s->build->hand,
                        .from = -.08,
                        .to = 1,
                        .near_cap = .6,
                        .far_cap = .6,
                        .side = side,
                        .ring = palm_ring};
    double curl = is_leant_on(arm) ? 0 : arm->grip;
    add_limb(mesh, (struct part){arm_group(side), KIND_HAND, side, MATERIAL_SKIN},
             s->build, &palm);
    for (int i = 0; i < 4; i++)
        add_finger(mesh, s, side, i, curl);
    add_thumb(mesh, s, side, curl);
}
