/* body_priv.h — flesh, clothes and things around a skeleton, as triangles.
 * In: a pose and its skeleton.  Out: struct mesh.  For the view, the marks and the checks of figure/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_BODY_PRIV_H
#define HO_FIGURE_BODY_PRIV_H

#include "figure/skeleton_priv.h"

/* The posed body, or the parts of it that the pose names. */
struct mesh *body_mesh(struct ho_arena *arena, const struct ho_pose *pose,
                       const struct skeleton *skeleton);
/* Adds chair, desk, toilet, pillow and boxes; what lies flat (mat, floor, water) is drawn, not built. */
void props_mesh(struct mesh *mesh, const struct ho_pose *pose,
                const struct skeleton *skeleton);

/* A head is drawn a little larger than it is: faces read better on small pictures. */
#define HEAD_SCALE 1.06

/* A place on the skin of the head, in millimetres of the unscaled head: origin between the ears, x to the front. */
struct vec3 head_skin(double y, double z, bool is_back);
/* Of the ear, whose middle is the origin. */
struct frame ear_frame(struct frame head, enum body_side side);
/* Whether hair covers that place of the unscaled head. */
bool is_hair(struct vec3 local);
/* The ring of the trunk with what is worn on it. */
struct ring trunk_skin(const struct build *build, double y);

/* The steps of body_mesh, one a file. */
void add_torso(struct mesh *mesh, const struct skeleton *s);
/* What joins the arm to the trunk. */
void add_girdle(struct mesh *mesh, const struct skeleton *s, enum body_side side);
void add_arm(struct mesh *mesh, const struct skeleton *s, enum body_side side);
void add_hand(struct mesh *mesh, const struct skeleton *s, enum body_side side);
void add_leg(struct mesh *mesh, const struct skeleton *s, enum body_side side);
void add_head(struct mesh *mesh, struct frame head, const struct build *build);
void add_foot(struct mesh *mesh, struct frame foot, const struct build *build,
              enum body_side side, double toes);

static inline enum part_group leg_group(enum body_side side)
{
    return side == RIGHT ? GROUP_LEG_RIGHT : GROUP_LEG_LEFT;
}

static inline enum part_group arm_group(enum body_side side)
{
    return side == RIGHT ? GROUP_ARM_RIGHT : GROUP_ARM_LEFT;
}

/* A limb's skin between two places along its bone, with round ends. */
struct limb {
    struct frame frame;
    double length, from, to;  /* along the bone, as parts of its length */
    double near_cap, far_cap; /* how far the ends bulge, as part of their width */
    enum body_side side;
    const struct rotation *twist; /* NULL, or the axes that the far end turns to */
    struct ring (*ring)(const struct build *build, double at);
};

void add_limb(struct mesh *mesh, struct part part, const struct build *build,
              const struct limb *limb);

#endif
