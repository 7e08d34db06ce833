/* kinematics_priv.h — the steps of posing a body, for skeleton.c and settle.c: trunk, then legs, then arms.
 * In: figure/ only. Each step reads the frames of the ones before it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_KINEMATICS_PRIV_H
#define HO_FIGURE_KINEMATICS_PRIV_H

#include "figure/skeleton_priv.h"

void lay_trunk(struct skeleton *s);
void lay_legs(struct skeleton *s);
void lay_arms(struct skeleton *s);

/* Where the joint of the shoulder is before the arm moves it. */
struct vec3 shoulder_rest(const struct skeleton *s, enum body_side side);

/* Puts the palm on its target: the frame of the hand and the wrist. False: the hand has none. */
bool reach_target(const struct skeleton *s, enum body_side side, struct frame *hand);

/* Two bones from `from` to `to`, bent towards `pole`. `to` moves to where they reach; returns by how much. */
double bend_two_bones(struct vec3 from, struct vec3 *to, double upper, double lower,
                      struct vec3 pole, struct vec3 *joint);
/* Axes whose y is `up` and whose z is as near to `side` as that allows. */
struct rotation axes_of(struct vec3 up, struct vec3 side);

/* Lets the body down on the floor and solves what the pose leaves to the solvers. */
void settle(struct skeleton *s);

#endif
