/* SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

/* A forearm turns with the hand: its section twists towards it, from a third of its length on. */
static struct rotation twisted(const struct limb *limb, double at)
{
    if (!limb->twist)
        return limb->frame.axes;
    struct vec3 y = limb->frame.axes.y, x = limb->frame.axes.x;
    struct vec3 wish = v3_unit(v3_along(limb->twist->x, y, -v3_dot(limb->twist->x, y)));
    double angle = atan2(v3_dot(v3_cross(x, wish), y), v3_dot(x, wish));
    double part = smooth_step((at - .35) / .65);
    return rotation_of(limb->frame.axes, rotation_y(degrees(angle) * part));
}

static void add_ring(struct loft *loft, const struct limb *limb, struct ring ring,
                     double at, double y, double size)
{
    struct rotation axes = twisted(limb, at);
    double sign = side_sign(limb->side);
    struct vec3 middle = v3_along(limb->frame.origin, limb->frame.axes.y, y);
    for (int i = 0; i < LOFT_COLUMNS; i++) {
        double x, z;
        ring_point(&ring, loft_angle(i), &x, &z);
        struct vec3 place = v3_along(middle, axes.x, x * size);
        place = v3_along(place, axes.z, z * size * sign);
        loft_add(loft, place, v3(x * size, -y / limb->length, z * size));
    }
}

void add_limb(struct mesh *mesh, struct part part, const struct build *build,
              const struct limb *limb)
{
    enum { ROWS = 26, CAP = 5 };
    struct loft loft = loft_begin(mesh);
    for (int row = -CAP; row <= ROWS + CAP; row++) {
        int beyond = row < 0 ? row : row > ROWS ? row - ROWS : 0;
        double t = clamp((double)row / ROWS, 0, 1);
        double at = limb->from + (limb->to - limb->from) * t;
        double turn = beyond * PI / 2 / CAP;
        struct ring ring = limb->ring(build, at);
        double width = (ring.front + ring.back + ring.outer + ring.inner) / 4 * .8;
        double bulge = sin(turn) * width * (row < 0 ? limb->near_cap : limb->far_cap);
        add_ring(&loft, limb, ring, at, -at * limb->length - bulge,
                 fmax(cos(turn), .02));
    }
    loft_end(&loft, part);
}
