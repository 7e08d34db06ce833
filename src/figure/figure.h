/* figure.h — a pose becomes a drawing.
 * In: struct ho_pose (model/pose.h).  Out: struct ho_figure (page/figure.h), and its compiled form; messages on a pose
 * that no body can take.  For the host tool that compiles figures, for job/ and cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_FIGURE_H
#define HO_FIGURE_FIGURE_H

#include "base/str.h"
#include "model/pose.h"
#include "page/figure.h"

/* Counts up whenever the same pose is drawn differently: part of the key under which figures are kept. */
#define HO_FIGURE_ENGINE 6

/* Two bodies, so that not every patient is the same person. */
enum ho_figure_body { HO_FIGURE_BODY_A, HO_FIGURE_BODY_B, HO_FIGURE_BODY_COUNT };

/* Which drawing of a pose. */
struct ho_figure_key {
    const char *pose;
    enum ho_figure_side side;
    enum ho_figure_edition edition;
    enum ho_figure_body body;
};

/* The file of a compiled figure: "<folder>/cat.left.thumbnail.b.figure". */
const char *ho_figure_file(struct ho_arena *arena, const char *folder,
                           const struct ho_figure_key *key);

/* Draws the pose with that side working. Takes about half a second and some 200 MB of the arena: do it in one of its
 * own, and keep the packed form. */
const struct ho_figure *ho_figure_build(struct ho_arena *arena,
                                        const struct ho_pose *pose,
                                        enum ho_figure_side side,
                                        enum ho_figure_edition edition,
                                        enum ho_figure_body body);

/* The figure as a few kilobytes that load in a fraction of a millisecond. */
struct ho_bytes ho_figure_pack(struct ho_arena *arena, const struct ho_figure *figure);
/* Back again, in the arena. False, and `*out` untouched, if the bytes are not whole or not ours: nothing in them is
 * trusted. */
bool ho_figure_unpack(struct ho_arena *arena, struct ho_bytes bytes,
                      const struct ho_figure **out)
    __attribute__((__warn_unused_result__));

/* Poses both builds and reports, at the figure's place: joints outside their range of motion, hands and feet that miss
 * their targets, contacts that hang over the floor, what is under it, limbs that run through the trunk or another
 * limb, hands sunk in what they hold. False if anything was reported. */
bool ho_pose_check(struct ho_ctx *ctx, const struct ho_pose *pose)
    __attribute__((__warn_unused_result__));

#endif
