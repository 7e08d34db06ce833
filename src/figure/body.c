/* SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"

/* Whether the pose shows that limb, all of it or its foot. */
static bool is_shown(const struct skeleton *s, enum body_side side, unsigned working,
                     unsigned other)
{
    unsigned parts = s->pose->parts;
    return !parts || (parts & (side == s->working ? working : other));
}

struct mesh *body_mesh(struct ho_arena *arena, const struct ho_pose *pose,
                       const struct skeleton *s)
{
    struct mesh *mesh = mesh_new(arena);
    mesh->outfit = pose->outfit;
    mesh->is_things_alone = pose->parts == HO_PART_THINGS;
    if (!pose->parts || (pose->parts & HO_PART_TORSO))
        add_torso(mesh, s);
    if (!pose->parts || (pose->parts & HO_PART_HEAD))
        add_head(mesh, s->head, s->build);
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        if (is_shown(s, side, HO_PART_WORKING_LEG, HO_PART_OTHER_LEG))
            add_leg(mesh, s, side);
        else if (is_shown(s, side, HO_PART_WORKING_FOOT, HO_PART_OTHER_FOOT))
            add_foot(mesh, s->foot[side], s->build, side, leg_of(s, side)->toes);
        if (!pose->parts)
            add_arm(mesh, s, side);
        else if (pose->parts & HO_PART_TORSO)
            add_girdle(mesh, s, side);
    }
    return mesh;
}
