/* The trunk: one loft along the bent spine, and the buttocks.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

struct ring trunk_skin(const struct build *build, double y)
{
    enum { HEM = 62, COLLAR = 528 };
    struct ring ring = trunk_ring(build, y);
    if (y <= HEM || y >= COLLAR)
        return ring;
    /* A shirt stands off 3.5 mm at its hem and 6 above. */
    double cloth = (3.5 + 2.5 * smooth_step((y - 70) / 60)) *
                   smooth_step((y - HEM) / 6) * smooth_step((COLLAR - y) / 20);
    ring.front += cloth;
    ring.back += cloth;
    ring.outer += cloth;
    ring.inner += cloth;
    return ring;
}

void add_torso(struct mesh *mesh, const struct skeleton *s)
{
    struct loft loft = loft_begin(mesh);
    for (double y = TRUNK_LEAST; y <= TRUNK_MOST; y += 5.5) {
        struct frame frame = skeleton_spine(s, y);
        struct ring ring = trunk_skin(s->build, y);
        for (int i = 0; i < LOFT_COLUMNS; i++) {
            double x, z;
            ring_point(&ring, loft_angle(i), &x, &z);
            loft_add(&loft, frame_out(frame, v3(x, 0, z)), v3(x, y, z));
        }
    }
    loft_end(&loft, (struct part){GROUP_TORSO, KIND_TORSO, RIGHT, MATERIAL_SHIRT});
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        struct ellipsoid e = buttock(s, side);
        add_ellipsoid(
            mesh, (struct part){GROUP_TORSO, KIND_GLUTE, side, MATERIAL_TROUSERS}, &e);
    }
}
