/* Legs and arms of a pose: angles, or what foot and hand shall reach.
 * SPDX-License-Identifier: MIT */
#include "model/pose_priv.h"

#define BIT(value) (1u << (value))

static const char *const feet[] = {"free", "floor", "flat", "kneel", "on-thigh", NULL};
static const char *const hands[] = {"free",  "floor",     "point",   "hips",
                                    "belly", "low-back",  "chest",   "thigh",
                                    "shank", "upper-arm", "forearm", NULL};
static const char *const fingers[] = {"free", "in", "out",  "front",
                                      "back", "up", "down", NULL};
static const char *const elbows[] = {"free", "out", "down", "back", "front", NULL};

enum {
    GIVEN_HIP = BIT(HO_FOOT_FREE) | BIT(HO_FOOT_FLAT),
    GIVEN_LEG = GIVEN_HIP | BIT(HO_FOOT_FLOOR) | BIT(HO_FOOT_KNEEL),
    LEVEL_FOOT = BIT(HO_FOOT_FLOOR) | BIT(HO_FOOT_FLAT),
    ON_THIGH = BIT(HO_FOOT_ON_THIGH)
};

#define LEG(name, kind, member, cases)                                                 \
    {                                                                                  \
        (name), FIELD_##kind, offsetof(struct ho_leg, member), NULL, (cases)           \
    }

static const struct pose_field leg_fields[] = {
    LEG("hip-flexion", ANGLE, hip_flexion, GIVEN_HIP),
    LEG("hip-abduction", ANGLE, hip_abduction, GIVEN_LEG),
    LEG("hip-rotation", ANGLE, hip_rotation, GIVEN_LEG),
    LEG("knee-flexion", ANGLE, knee_flexion, GIVEN_LEG),
    LEG("ankle", ANGLE, ankle, ~LEVEL_FOOT),
    LEG("inversion", ANGLE, inversion, ~LEVEL_FOOT),
    LEG("toes", ANGLE, toes, 0),
    LEG("toe-out", ANGLE, toe_out, LEVEL_FOOT),
    LEG("lean", ANGLE, lean, BIT(HO_FOOT_KNEEL)),
    LEG("at", FRACTION, at, ON_THIGH),
    LEG("across", LENGTH, across, ON_THIGH),
    LEG("lift", LENGTH, lift, ON_THIGH),
    LEG("pole-front", FRACTION, pole_front, ON_THIGH),
    LEG("pole-up", FRACTION, pole_up, ON_THIGH),
    {NULL, FIELD_ANGLE, 0, NULL, 0},
};

enum {
    NO_TARGET = BIT(HO_HAND_FREE),
    TRUNK = BIT(HO_HAND_HIPS) | BIT(HO_HAND_BELLY) | BIT(HO_HAND_LOW_BACK) |
            BIT(HO_HAND_CHEST),
    OTHER_LIMB = BIT(HO_HAND_THIGH) | BIT(HO_HAND_SHANK) | BIT(HO_HAND_UPPER_ARM) |
                 BIT(HO_HAND_FOREARM),
    ROOM = BIT(HO_HAND_FLOOR) | BIT(HO_HAND_POINT),
    REACHES = TRUNK | OTHER_LIMB | ROOM,
    FOREARM_DOWN = BIT(HO_HAND_FOREARM + 1) /* a case of its own */
};

#define ARM(name, kind, member, cases)                                                 \
    {                                                                                  \
        (name), FIELD_##kind, offsetof(struct ho_arm, member), NULL, (cases)           \
    }

static const struct pose_field arm_fields[] = {
    {"hand", FIELD_WORD, offsetof(struct ho_arm, hand), hands, ~FOREARM_DOWN},
    {"on", FIELD_WORD, offsetof(struct ho_arm, on), pose_limbs, OTHER_LIMB},
    ARM("shoulder-flexion", ANGLE, shoulder_flexion, NO_TARGET),
    ARM("shoulder-abduction", ANGLE, shoulder_abduction, NO_TARGET),
    ARM("shoulder-rotation", ANGLE, shoulder_rotation, NO_TARGET),
    ARM("elbow-flexion", ANGLE, elbow_flexion, NO_TARGET),
    ARM("pronation", ANGLE, pronation, NO_TARGET),
    ARM("wrist", ANGLE, wrist, NO_TARGET),
    ARM("grip", ANGLE, grip, 0),
    ARM("spread", ANGLE, spread, 0),
    ARM("thumb", ANGLE, thumb, 0),
    ARM("at", FRACTION, at, OTHER_LIMB),
    ARM("around", ANGLE, around, TRUNK | OTHER_LIMB),
    ARM("shift", LENGTH, shift, OTHER_LIMB),
    ARM("level", LENGTH, level, TRUNK),
    ARM("x", LENGTH, x, ROOM),
    ARM("y", LENGTH, y, BIT(HO_HAND_POINT)),
    ARM("z", LENGTH, z, ROOM),
    ARM("turn", ANGLE, turn, REACHES | FOREARM_DOWN),
    {"fingers", FIELD_WORD, offsetof(struct ho_arm, fingers), fingers,
     TRUNK | OTHER_LIMB},
    {"elbow", FIELD_WORD, offsetof(struct ho_arm, elbow), elbows, REACHES},
    ARM("elbow-swivel", ANGLE, swivel, REACHES),
    ARM("reach-back", YES, is_reach_back, FOREARM_DOWN),
    {NULL, FIELD_ANGLE, 0, NULL, 0},
};

/* What an element leaves out, or a limb that no element describes: straight legs, arms hanging at ease. */
static const struct ho_leg relaxed_leg = {.at = 0.86, .across = 30};
static const struct ho_arm relaxed_arm = {.shoulder_abduction = 6,
                                          .elbow_flexion = 10,
                                          .pronation = 80,
                                          .grip = 18,
                                          .spread = 3};

void pose_relax(struct ho_pose *pose)
{
    for (int i = 0; i < HO_LIMB_COUNT; i++) {
        pose->legs[i] = relaxed_leg;
        pose->arms[i] = relaxed_arm;
    }
}

/* A limb is described once. */
static bool claim(struct ho_ctx *ctx, const struct ho_xml_node *node,
                  const bool is_on[HO_LIMB_COUNT], bool has[HO_LIMB_COUNT])
{
    bool is_taken = false;
    for (int i = 0; i < HO_LIMB_COUNT; i++) {
        is_taken |= is_on[i] && has[i];
        has[i] |= is_on[i];
    }
    if (is_taken)
        ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "side"), NULL,
                  node->name, ho_xml_find(node, "side"));
    return !is_taken;
}

bool pose_leg(struct ho_ctx *ctx, const struct ho_xml_node *node, struct ho_pose *pose,
              bool has[HO_LIMB_COUNT])
{
    static const char *const others[] = {"side", "foot", NULL};
    struct ho_leg leg = relaxed_leg;
    bool is_on[HO_LIMB_COUNT] = {false};
    int foot = HO_FOOT_FREE;
    bool ok =
        !ho_xml_find(node, "foot") || ho_xml_need_word(ctx, node, "foot", feet, &foot);
    leg.foot = (enum ho_foot)foot;
    const struct pose_case now = {"foot", feet[foot], ok ? BIT(foot) : 0};
    ok &= pose_fields(ctx, node, leg_fields, others, NULL, &now, &leg);
    if (!pose_side(ctx, node, "side", is_on))
        return false;
    ok &= claim(ctx, node, is_on, has);
    for (int i = 0; i < HO_LIMB_COUNT; i++)
        if (is_on[i])
            pose->legs[i] = leg;
    return ok;
}

/* Reads what decides which other attributes have a meaning. */
static bool read_target(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_arm *arm, struct pose_case *now)
{
    static const char *const forearms[] = {"floor", NULL};
    int word = HO_HAND_FREE;
    bool ok =
        !ho_xml_find(node, "hand") || ho_xml_need_word(ctx, node, "hand", hands, &word);
    arm->hand = (enum ho_hand)word;
    *now = (struct pose_case){"hand", hands[word], ok ? BIT(word) : 0};
    if (!ho_xml_find(node, "forearm"))
        return ok;
    ok &= ho_xml_need_word(ctx, node, "forearm", forearms, &word);
    arm->is_forearm_down = true;
    arm->hand = HO_HAND_FREE;
    *now = (struct pose_case){"forearm", "floor", ok ? FOREARM_DOWN : 0};
    return ok;
}

bool pose_arm(struct ho_ctx *ctx, const struct ho_xml_node *node, struct ho_pose *pose,
              bool has[HO_LIMB_COUNT])
{
    static const char *const others[] = {"side", "forearm", NULL};
    struct ho_arm arm = relaxed_arm;
    struct pose_case now;
    bool is_on[HO_LIMB_COUNT] = {false};
    const char *ignored;
    bool ok = read_target(ctx, node, &arm, &now);
    arm.has_swivel = ho_xml_find(node, "elbow-swivel");
    ok &= pose_fields(ctx, node, arm_fields, others, NULL, &now, &arm);
    if (now.bit & OTHER_LIMB)
        ok &= ho_xml_need(ctx, node, "on", &ignored);
    if (!pose_side(ctx, node, "side", is_on))
        return false;
    ok &= claim(ctx, node, is_on, has);
    for (int i = 0; i < HO_LIMB_COUNT; i++)
        if (is_on[i])
            pose->arms[i] = arm;
    return ok;
}
