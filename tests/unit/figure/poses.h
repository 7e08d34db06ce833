/* poses.h — a pose of the content's figures, on a side and a build.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_FIGURE_POSES_H
#define HO_TESTS_FIGURE_POSES_H

#include <criterion/criterion.h>

#include "figure/skeleton_priv.h"

struct posed {
    struct ho_ctx ctx;
    struct ho_pose *pose; /* of one's own, to spoil */
    struct skeleton *s;
};

static inline void load_pose(struct posed *posed, const char *id)
{
    const struct ho_pose *pose = NULL;
    *posed = (struct posed){.ctx.arena = ho_arena_new()};
    cr_assert(ho_pose_load(&posed->ctx, HO_CONTENT, id, &pose), "%s", id);
    posed->pose = ho_new(posed->ctx.arena, struct ho_pose);
    *posed->pose = *pose;
}

static inline void build_pose(struct posed *posed, enum body_side working,
                              enum build_type type)
{
    posed->s = skeleton_build(posed->ctx.arena, posed->pose, working, build_of(type));
}

static inline void free_pose(struct posed *posed)
{
    ho_arena_free(posed->ctx.arena);
}

static inline void expect_near(struct vec3 is, struct vec3 should, double tolerance,
                               const char *what)
{
    cr_expect(v3_length(v3_sub(is, should)) <= tolerance,
              "%s: (%.2f %.2f %.2f) is not (%.2f %.2f %.2f)", what, is.x, is.y, is.z,
              should.x, should.y, should.z);
}

static inline struct vec3 mirrored(struct vec3 v)
{
    return v3(v.x, v.y, -v.z);
}

/* One of each kind of solver and target. */
static const char *const sample_poses[] = {
    "knee-to-chest-start", "knee-to-chest-end", "figure-four-end", "cat",
    "bird-dog-end",        "plank-knees",       "plank-full",      "sitting",
    "standing-break",      "swimming",          "walking",         "flag-bladder"};
#define SAMPLE_POSES (sizeof sample_poses / sizeof sample_poses[0])

#endif
