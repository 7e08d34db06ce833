/* figure.h — a pose becomes a drawing.
 * In: struct ho_pose (model/pose.h).  Out: messages on a pose that no body can take.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_FIGURE_H
#define HO_FIGURE_FIGURE_H

#include "model/pose.h"

/* Poses both builds and reports, at the figure's place: joints outside their range of motion, hands and feet that miss
 * their targets, contacts that hang over the floor, what is under it, limbs that run through the trunk or another
 * limb, hands sunk in what they hold. False if anything was reported. */
bool ho_pose_check(struct ho_ctx *ctx, const struct ho_pose *pose)
    __attribute__((__warn_unused_result__));

#endif
