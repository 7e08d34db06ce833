/* SPDX-License-Identifier: MIT */
#include "poses.h"

#include <dirent.h>
#include <string.h>

#include "figure/contact_priv.h"
#include "figure/figure.h"

/* Checks the pose and expects exactly that message. */
static void expect_only(struct posed *posed, enum ho_message code, const char *text)
{
    cr_expect_not(ho_pose_check(&posed->ctx, posed->pose));
    cr_assert_geq(posed->ctx.diags.count, 1);
    const struct ho_diag *diag = &posed->ctx.diags.items[0];
    cr_expect_eq(posed->ctx.diags.count, 1, "%s", diag[1].text);
    cr_expect_eq(diag->code, code, "%s", diag->text);
    cr_expect_str_eq(diag->text, text);
    cr_expect_eq(diag->at.line, posed->pose->at.line);
    cr_expect_neq(diag->hint, NULL);
    free_pose(posed);
}

Test(check, figures_of_the_content_have_no_message)
{
    static const char suffix[] = ".xml";
    DIR *folder = opendir(HO_CONTENT "/figures");
    int count = 0;
    cr_assert_neq(folder, NULL);
    for (struct dirent *entry; (entry = readdir(folder));) {
        struct posed posed;
        char id[256];
        size_t length = strlen(entry->d_name);
        if (length < sizeof suffix || length >= sizeof id ||
            strcmp(entry->d_name + length - (sizeof suffix - 1), suffix) != 0)
            continue;
        memcpy(id, entry->d_name, length - (sizeof suffix - 1));
        id[length - (sizeof suffix - 1)] = '\0';
        load_pose(&posed, id);
        bool is_good = ho_pose_check(&posed.ctx, posed.pose);
        cr_expect(is_good, "%s: %s", id, is_good ? "" : posed.ctx.diags.items[0].text);
        free_pose(&posed);
        count++;
    }
    closedir(folder);
    cr_expect_gt(count, 10);
}

Test(check, names_the_joint_its_angle_and_its_range)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->legs[HO_LIMB_OTHER].hip_flexion = -40;
    expect_only(
        &posed, HO_MSG_JOINT_RANGE,
        "the hip flexion with a straight knee of the other side is -40 degrees; "
        "its range is -25 to 95");
    load_pose(&posed, "cow");
    posed.pose->spine.lumbar = -48;
    expect_only(&posed, HO_MSG_JOINT_RANGE,
                "the lumbar flexion is -48 degrees; its range is -40 to 60");
}

Test(check, reads_on_after_a_bad_joint)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->legs[HO_LIMB_WORKING].ankle = 50;
    posed.pose->arms[HO_LIMB_OTHER].elbow_flexion = 160;
    cr_expect_not(ho_pose_check(&posed.ctx, posed.pose));
    cr_expect_eq(posed.ctx.diags.count, 2);
    free_pose(&posed);
}

Test(check, says_how_far_a_hand_is_from_its_target)
{
    struct posed posed;
    load_pose(&posed, "sitting");
    posed.pose->arms[HO_LIMB_WORKING].x = 900;
    cr_expect_not(ho_pose_check(&posed.ctx, posed.pose));
    const struct ho_diag *diag = &posed.ctx.diags.items[0];
    cr_expect_eq(diag->code, HO_MSG_HAND_MISSES);
    cr_expect_eq(strncmp(diag->text, "the hand of the working side ends ", 34), 0);
    free_pose(&posed);
}

static bool reports(struct posed *posed, enum ho_message code)
{
    bool found = false;
    cr_expect_not(ho_pose_check(&posed->ctx, posed->pose));
    for (size_t i = 0; i < posed->ctx.diags.count; i++)
        found = found || posed->ctx.diags.items[i].code == code;
    free_pose(posed);
    return found;
}

Test(check, finds_feet_that_miss_or_hang)
{
    struct posed posed;
    load_pose(&posed, "standing-break");
    posed.pose->legs[HO_LIMB_OTHER].knee_flexion = 20;
    cr_expect(reports(&posed, HO_MSG_OFF_FLOOR));
    load_pose(&posed, "pelvic-tilt-start");
    posed.pose->legs[HO_LIMB_OTHER].hip_abduction = 50;
    posed.pose->legs[HO_LIMB_OTHER].knee_flexion = 150;
    posed.pose->root.lift = 300;
    cr_expect(reports(&posed, HO_MSG_FOOT_MISSES));
}

Test(check, finds_what_is_under_the_floor)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->root.lift = -20;
    expect_only(&posed, HO_MSG_UNDER_FLOOR, "the body reaches 20 mm under the floor");
}

Test(check, finds_bodies_that_hang_over_the_floor)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->root.lift = 20;
    expect_only(&posed, HO_MSG_HANGING, "the body hangs 20 mm over the floor");
    /* a hand that leans on the floor holds nobody up who lies */
    load_pose(&posed, "floor-side-lie");
    posed.pose->root.lift = 44;
    cr_expect(reports(&posed, HO_MSG_HANGING));
}

Test(check, lays_both_builds_down_on_their_side)
{
    for (enum build_type type = BUILD_A; type < BUILD_COUNT; type++) {
        struct posed posed;
        load_pose(&posed, "floor-side-lie");
        posed.pose->root.lift = 0;
        build_pose(&posed, RIGHT, type);
        struct contacts contacts = contacts_new(posed.ctx.arena, posed.s);
        cr_expect_float_eq(pelvis_lowest(posed.s), 0, 1);
        cr_expect_float_eq(thorax_lowest(posed.s), 0, 1);
        cr_expect_float_eq(mesh_lowest(contacts.head, posed.s->head),
                           posed.pose->root.head_rest, 1);
        cr_expect_float_eq(leg_lowest(posed.s, &contacts, LEFT), 0, 12);
        free_pose(&posed);
    }
}

Test(check, finds_limbs_that_run_through_the_body)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->arms[HO_LIMB_WORKING].shoulder_flexion = 0;
    posed.pose->arms[HO_LIMB_WORKING].shoulder_abduction = -25;
    cr_expect(reports(&posed, HO_MSG_LIMB_IN_TRUNK));
    load_pose(&posed, "walking");
    posed.pose->legs[HO_LIMB_WORKING] = posed.pose->legs[HO_LIMB_OTHER];
    posed.pose->legs[HO_LIMB_WORKING].hip_abduction = -12;
    posed.pose->legs[HO_LIMB_OTHER].hip_abduction = -12;
    cr_expect(reports(&posed, HO_MSG_LIMB_IN_LIMB));
}

Test(check, finds_hands_that_sink_or_hover)
{
    struct posed posed;
    load_pose(&posed, "knee-to-chest-end");
    posed.pose->arms[HO_LIMB_WORKING].grip = 70;
    cr_expect(reports(&posed, HO_MSG_HAND_SUNK));
    load_pose(&posed, "knee-to-chest-end");
    posed.pose->arms[HO_LIMB_WORKING].fingers = HO_FINGERS_OUT;
    posed.pose->arms[HO_LIMB_WORKING].grip = -30;
    cr_expect(reports(&posed, HO_MSG_HAND_OFF));
}
