/* Thigh, knee, shank and foot.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

static struct ring thigh_ring(const struct build *build, double at)
{
    return bone_ring(build, THIGH, at);
}

static struct ring shank_ring(const struct build *build, double at)
{
    return bone_ring(build, SHANK, at);
}

void add_leg(struct mesh *mesh, const struct skeleton *s, enum body_side side)
{
    enum part_group group = leg_group(side);
    enum material cloth =
        mesh->outfit == HO_OUTFIT_SWIM ? MATERIAL_SKIN : MATERIAL_TROUSERS;
    struct limb thigh = {.frame = s->bones[THIGH][side],
                         .length = bone_length(THIGH),
                         .from = -.08,
                         .to = 1,
                         .near_cap = .7,
                         .far_cap = .5,
                         .side = side,
                         .ring = thigh_ring};
    struct limb shank = {.frame = s->bones[SHANK][side],
                         .length = bone_length(SHANK),
                         .to = 1,
                         .near_cap = .5,
                         .far_cap = .6,
                         .side = side,
                         .ring = shank_ring};
    struct ellipsoid ball = knee_ball(s, side), cap = kneecap(s, side);
    add_limb(mesh, (struct part){group, KIND_THIGH, side, MATERIAL_TROUSERS}, s->build,
             &thigh);
    add_ellipsoid(mesh, (struct part){group, KIND_KNEE, side, cloth}, &ball);
    add_ellipsoid(mesh, (struct part){group, KIND_KNEE, side, cloth}, &cap);
    add_limb(mesh, (struct part){group, KIND_SHANK, side, MATERIAL_TROUSERS}, s->build,
             &shank);
    add_foot(mesh, s->foot[side], s->build, side, leg_of(s, side)->toes);
}

/* From heel to toe: x, top, bottom, outer, inner; the origin is the ankle. */
static const double foot_rows[][5] = {
    {-64, -22, -50, 12, 12}, {-58, -4, -60, 24, 24},  {-44, 14, -66, 32, 32},
    {-20, 22, -66, 35, 35},  {10, 24, -66, 36, 35},   {45, 10, -66, 39, 37},
    {80, -10, -66, 43, 41},  {115, -26, -66, 46, 45}, {150, -34, -66, 45, 46},
    {176, -38, -65, 38, 42}, {192, -44, -62, 26, 32}, {202, -52, -57, 10, 14},
};

/* The toes bend upwards from the ball of the foot. */
static struct vec3 bend_toes(struct vec3 at, double toes)
{
    enum { BALL = 118, AXIS = -52, RAMP = 36 };
    if (toes == 0 || at.x <= BALL)
        return at;
    double turn = radians(toes * smooth_step((at.x - BALL) / RAMP));
    double x = at.x - BALL, y = at.y - AXIS;
    return v3(BALL + x * cos(turn) - y * sin(turn),
              AXIS + x * sin(turn) + y * cos(turn), at.z);
}

void add_foot(struct mesh *mesh, struct frame foot, const struct build *build,
              enum body_side side, double toes)
{
    enum { ROWS = 36, HEEL = -64, LENGTH = 266 };
    static const struct profile rows = PROFILE(foot_rows);
    struct loft loft = loft_begin(mesh);
    for (int row = -1; row <= ROWS + 1; row++) {
        double x = HEEL + LENGTH * clamp((double)row / ROWS, 0, 1);
        double size = row < 0 || row > ROWS ? .05 : 1;
        double top = profile_at(&rows, 1, x), bottom = profile_at(&rows, 2, x);
        double outer = profile_at(&rows, 3, x), inner = profile_at(&rows, 4, x);
        for (int i = 0; i < LOFT_COLUMNS; i++) {
            double up = cos(loft_angle(i)), out = sin(loft_angle(i));
            /* a flat sole under a rounded upper */
            double y = (top + bottom) / 2 +
                       signed_power(up, up < 0 ? .55 : .9) * (top - bottom) / 2 * size;
            double z = signed_power(out, .75) * (out > 0 ? outer : inner) * size *
                       build->foot_width;
            struct vec3 bent = bend_toes(v3(x, y, z * side_sign(side)), toes);
            loft_add(&loft, frame_out(foot, bent), v3(x, y, z));
        }
    }
    loft_end(&loft, (struct part){leg_group(side), KIND_FOOT, side, MATERIAL_SHOE});
}
