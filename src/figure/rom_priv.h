/* rom_priv.h — how far each joint of a posed body is bent, and how far joints go.
 * In: a skeleton.  Out: angles with their ranges, for the checks.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_ROM_PRIV_H
#define HO_FIGURE_ROM_PRIV_H

#include "figure/skeleton_priv.h"

struct joint_angle {
    const char *joint;
    bool has_side;
    enum body_side side;
    double angle, least, most; /* degrees */
};

#define JOINT_ANGLES 32

/* Measures them on the bones, so that solved limbs are held to the same ranges. Returns how many. */
int joint_angles(const struct skeleton *skeleton, struct joint_angle out[JOINT_ANGLES]);

#endif
