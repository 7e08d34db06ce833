/* contact_priv.h — how low the parts of a body reach, without building its mesh: solvers ask a hundred times.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_CONTACT_PRIV_H
#define HO_FIGURE_CONTACT_PRIV_H

#include "figure/flesh_priv.h"

/* Head and feet are stiff: their skin, in their own frame. */
struct contacts {
    const struct mesh *head, *feet[2];
};

struct contacts contacts_new(struct ho_arena *arena, const struct skeleton *s);

/* Of a body on its side, with the shoulder under it. */
double thorax_lowest(const struct skeleton *s);
double pelvis_lowest(const struct skeleton *s);
/* From the thigh to the sole. */
double leg_lowest(const struct skeleton *s, const struct contacts *contacts,
                  enum body_side side);
double mesh_lowest(const struct mesh *mesh, struct frame frame);

#endif
