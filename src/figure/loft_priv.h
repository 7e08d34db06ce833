/* loft_priv.h — skins over rings, and the plain solids, as parts of a mesh.
 * In: figure/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_LOFT_PRIV_H
#define HO_FIGURE_LOFT_PRIV_H

#include "figure/flesh_priv.h"

#define LOFT_COLUMNS 40

/* Rings of LOFT_COLUMNS places that are being gathered for one part. */
struct loft {
    struct mesh *mesh;
    HO_VEC(struct vec3) places;
    HO_VEC(struct vec3) locals;
};

/* Begins a loft; loft_end makes it a part of the mesh. */
struct loft loft_begin(struct mesh *mesh);
void loft_add(struct loft *loft, struct vec3 place, struct vec3 local);
void loft_end(struct loft *loft, struct part part);
/* The angle of a column, in radians: 0 is the front. */
double loft_angle(int column);

void add_ellipsoid(struct mesh *mesh, struct part part, const struct ellipsoid *e);

struct bead {
    struct vec3 at;
    double radius;
};

/* A round tube through beads, with round ends. */
void add_tube(struct mesh *mesh, struct part part, const struct bead *beads, int count);
/* A box around `middle` with rounded edges. */
void add_box(struct mesh *mesh, struct part part, struct frame frame,
             struct vec3 middle, struct vec3 half, double round);

#endif
