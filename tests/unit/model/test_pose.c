/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>

#include "model/pose.h"
#include "unit/model/content_copy.h"

static const struct ho_pose *load(struct ho_ctx *ctx, const char *id)
{
    const struct ho_pose *pose = NULL;
    cr_assert(ho_pose_load(ctx, HO_CONTENT, id, &pose), "%s", messages(ctx));
    return pose;
}

#define NEAR(a, b)                                                                     \
    cr_expect(fabs((a) - (b)) < 1e-9, "%g is not %g", (double)(a), (double)(b))

Test(pose, reads_angles_and_targets_of_each_side)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_pose *pose = load(&ctx, "knee-to-chest-end");
    const struct ho_leg *working = &pose->legs[HO_LIMB_WORKING];
    const struct ho_arm *other = &pose->arms[HO_LIMB_OTHER];
    cr_expect_eq(pose->root.posture, HO_POSTURE_SUPINE);
    NEAR(pose->root.head_rest, 38);
    NEAR(working->hip_flexion, 118);
    NEAR(working->ankle, -10);
    cr_expect_eq(pose->legs[HO_LIMB_OTHER].foot, HO_FOOT_FLOOR);
    cr_expect_eq(other->hand, HO_HAND_THIGH);
    cr_expect_eq(other->on, HO_LIMB_WORKING);
    cr_expect_eq(other->fingers, HO_FINGERS_OUT);
    NEAR(other->at, 0.55);
    ho_arena_free(ctx.arena);
}

Test(pose, reads_marks_and_things)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_pose *pose = load(&ctx, "knee-to-chest-end");
    const struct ho_mark *arrow = &pose->marks.items[1];
    cr_assert_eq(pose->marks.count, 2);
    cr_expect_eq(pose->marks.items[0].region, HO_REGION_LOW_BACK);
    const struct ho_mark *felt = &load(&ctx, "figure-four-end")->marks.items[0];
    cr_expect(felt->is_on[HO_LIMB_WORKING]);
    cr_expect_not(felt->is_on[HO_LIMB_OTHER]);
    cr_expect_eq(arrow->kind, HO_MARK_ARROW);
    cr_expect_eq(arrow->to.place, HO_PLACE_KNEE);
    NEAR(arrow->to.dx, -170);
    NEAR(arrow->bend, -0.18);
    cr_assert_eq(pose->props.count, 2);
    cr_expect_eq(pose->props.items[0].kind, HO_PROP_PILLOW);
    cr_expect(isnan(pose->props.items[1].width),
              "a mat's width is chosen when it is drawn");
    ho_arena_free(ctx.arena);
}

Test(pose, leaves_at_ease_what_is_not_described)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_pose *pose = load(&ctx, "standing-break-before");
    NEAR(pose->arms[HO_LIMB_OTHER].pronation, 80);
    NEAR(pose->arms[HO_LIMB_WORKING].elbow_flexion, 10);
    cr_expect_eq(pose->arms[HO_LIMB_WORKING].hand, HO_HAND_FREE);
    cr_expect_eq(pose->parts, (unsigned)HO_PART_TORSO | HO_PART_HEAD);
    ho_arena_free(ctx.arena);
}

Test(pose, loads_its_ghost)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_pose *pose = load(&ctx, "flag-foot");
    cr_assert(pose->ghost);
    cr_expect_str_eq(pose->ghost->id, "flag-foot-before");
    cr_expect(pose->is_ghost_in_front);
    cr_expect_eq(pose->ghost_on.place, HO_PLACE_ANKLE);
    cr_expect(pose->has_roundel && pose->is_cropped);
    ho_arena_free(ctx.arena);
}
