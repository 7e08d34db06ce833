/* flesh_priv.h — the rounded fillers of a body: what makes joints human. For drawing and for finding the floor.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_FLESH_PRIV_H
#define HO_FIGURE_FLESH_PRIV_H

#include "figure/skeleton_priv.h"

struct ellipsoid {
    struct frame frame;
    struct vec3 middle, radii; /* in the frame */
};

struct ellipsoid buttock(const struct skeleton *s, enum body_side side);
struct ellipsoid knee_ball(const struct skeleton *s, enum body_side side);
/* Half bent with the knee, as the kneecap is. */
struct ellipsoid kneecap(const struct skeleton *s, enum body_side side);
struct ellipsoid elbow_ball(const struct skeleton *s, enum body_side side);

/* The height of its lowest point. */
double ellipsoid_lowest(const struct ellipsoid *ellipsoid);

#endif
