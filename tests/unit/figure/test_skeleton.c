/* SPDX-License-Identifier: MIT */
#include "poses.h"

#include "figure/contact_priv.h"
#include "figure/kinematics_priv.h"

static void expect_joints(const char *id, const struct vec3 joints[6])
{
    static const struct {
        enum ho_place place;
        enum body_side side;
    } places[6] = {{HO_PLACE_HEAD, RIGHT},  {HO_PLACE_KNEE, RIGHT},
                   {HO_PLACE_ANKLE, LEFT},  {HO_PLACE_SHOULDER, RIGHT},
                   {HO_PLACE_ELBOW, RIGHT}, {HO_PLACE_WRIST, LEFT}};
    struct posed posed;
    load_pose(&posed, id);
    build_pose(&posed, RIGHT, BUILD_A);
    for (int i = 0; i < 6; i++)
        expect_near(skeleton_place(posed.s, places[i].place, places[i].side), joints[i],
                    1.5, id);
    free_pose(&posed);
}

/* Joints of the figures that were looked at and found good. */
Test(skeleton, poses_as_the_figures_that_were_approved)
{
    expect_joints("knee-to-chest-end", (struct vec3[]){{-670.7, 156.3, 0.0},
                                                       {-213.9, 476.9, 117.1},
                                                       {561.0, 65.1, -101.3},
                                                       {-440.1, 119.2, 170.0},
                                                       {-196.0, 231.4, 336.7},
                                                       {-59.5, 357.4, 31.3}});
    expect_joints("cat", (struct vec3[]){{550.4, 376.0, 0.0},
                                         {-0.1, 83.9, 109.8},
                                         {-418.3, 84.0, -109.8},
                                         {408.1, 565.2, 166.0},
                                         {349.7, 261.0, 229.4},
                                         {347.0, 20.0, -170.0}});
    expect_joints("plank-full", (struct vec3[]){{663.3, 378.5, 0.0},
                                                {-412.6, 209.3, 102.5},
                                                {-826.9, 154.1, -117.1},
                                                {430.2, 356.4, 170.0},
                                                {452.3, 41.0, 170.0},
                                                {699.9, 23.0, -170.0}});
    expect_joints("sitting", (struct vec3[]){{-5.6, 1153.5, 0.0},
                                             {414.9, 484.2, 124.3},
                                             {414.9, 66.0, -124.3},
                                             {-35.3, 923.1, 170.0},
                                             {164.4, 682.0, 214.2},
                                             {393.0, 704.0, -120.0}});
}

static void expect_mirror(const char *id, enum build_type type)
{
    struct posed posed;
    load_pose(&posed, id);
    build_pose(&posed, RIGHT, type);
    const struct skeleton *right = posed.s;
    build_pose(&posed, LEFT, type);
    for (int place = HO_PLACE_PELVIS; place <= HO_PLACE_WRIST; place++)
        for (enum body_side side = RIGHT; side <= LEFT; side++)
            expect_near(skeleton_place(posed.s, (enum ho_place)place, side),
                        mirrored(skeleton_place(right, (enum ho_place)place,
                                                side_across(side))),
                        1e-6, id);
    free_pose(&posed);
}

Test(skeleton, posed_on_the_left_is_the_mirror_image)
{
    for (size_t i = 0; i < SAMPLE_POSES; i++)
        for (int type = 0; type < BUILD_COUNT; type++)
            expect_mirror(sample_poses[i], (enum build_type)type);
}

Test(skeleton, mirrors_bends_turns_and_side_lying)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->root.posture = HO_POSTURE_SIDE_LYING;
    posed.pose->root.yaw = 12;
    posed.pose->root.roll = 5;
    posed.pose->spine.lumbar_side = 20;
    posed.pose->spine.neck_rotation = 40;
    build_pose(&posed, RIGHT, BUILD_A);
    const struct skeleton *right = posed.s;
    build_pose(&posed, LEFT, BUILD_A);
    expect_near(posed.s->head.origin, mirrored(right->head.origin), 1e-6, "head");
    expect_near(posed.s->head.axes.x, mirrored(right->head.axes.x), 1e-9, "face");
    free_pose(&posed);
}

Test(skeleton, bends_and_turns_are_towards_the_working_side)
{
    struct posed posed;
    load_pose(&posed, "standing-break-before");
    posed.pose->spine.neck_rotation = 50;
    posed.pose->spine.thoracic_side = 20;
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        build_pose(&posed, side, BUILD_A);
        cr_expect_gt(posed.s->head.axes.x.z * side_sign(side), .5, "the face turns");
        cr_expect_gt(posed.s->head.origin.z * side_sign(side), 30, "the trunk bends");
    }
    free_pose(&posed);
}

static void expect_length(struct vec3 a, struct vec3 b, double length, const char *id)
{
    cr_expect_float_eq(v3_length(v3_sub(a, b)), length, .01, "%s", id);
}

Test(skeleton, keeps_the_lengths_of_bones)
{
    for (size_t i = 0; i < SAMPLE_POSES; i++) {
        struct posed posed;
        load_pose(&posed, sample_poses[i]);
        build_pose(&posed, RIGHT, BUILD_B);
        for (enum body_side side = RIGHT; side <= LEFT; side++) {
            struct vec3 knee = skeleton_place(posed.s, HO_PLACE_KNEE, side);
            struct vec3 elbow = skeleton_place(posed.s, HO_PLACE_ELBOW, side);
            const char *id = sample_poses[i];
            expect_length(skeleton_place(posed.s, HO_PLACE_HIP, side), knee, 416.5, id);
            expect_length(skeleton_place(posed.s, HO_PLACE_ANKLE, side), knee, 418.2,
                          id);
            expect_length(skeleton_place(posed.s, HO_PLACE_SHOULDER, side), elbow,
                          316.2, id);
            expect_length(skeleton_place(posed.s, HO_PLACE_WRIST, side), elbow, 248.2,
                          id);
        }
        free_pose(&posed);
    }
}

Test(skeleton, two_bones_reach_or_say_how_far_they_miss)
{
    struct vec3 from = v3(0, 0, 0), to = v3(300, 0, 0), pole = v3(0, 1, 0), joint;
    cr_expect_float_eq(bend_two_bones(from, &to, 250, 200, pole, &joint), 0, 1e-9);
    expect_near(to, v3(300, 0, 0), 1e-9, "the target");
    cr_expect_float_eq(v3_length(joint), 250, 1e-9);
    cr_expect_gt(joint.y, 0, "towards the pole");
    to = v3(500, 0, 0);
    cr_expect_float_eq(bend_two_bones(from, &to, 250, 200, pole, &joint), 50.2, .1);
    cr_expect_lt(to.x, 450);
}

Test(skeleton, lies_with_thorax_and_pelvis_whatever_the_lumbar_spine_does)
{
    static const char *const ids[] = {"pelvic-tilt-start", "pelvic-tilt-end"};
    for (int i = 0; i < 2 * BUILD_COUNT; i++) {
        struct posed posed;
        load_pose(&posed, ids[i % 2]);
        build_pose(&posed, RIGHT, (enum build_type)(i / 2));
        cr_expect_float_eq(thorax_lowest(posed.s), 0, .2, "thorax");
        cr_expect_float_eq(pelvis_lowest(posed.s), 0, .2, "pelvis");
        for (enum body_side side = RIGHT; side <= LEFT; side++)
            cr_expect_float_eq(posed.s->foot[side].origin.y, ANKLE_HEIGHT, .2, "sole");
        struct contacts contacts = contacts_new(posed.ctx.arena, posed.s);
        cr_expect_float_eq(mesh_lowest(contacts.head, posed.s->head), 38, .2, "head");
        free_pose(&posed);
    }
}
