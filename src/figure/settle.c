/* What an author need not work out: how the body lies on the floor, where head, trunk and arms then are.
 * SPDX-License-Identifier: MIT */
#include "figure/kinematics_priv.h"

#include "figure/contact_priv.h"

#define HALVINGS 24

struct settling {
    struct skeleton *s;
    struct contacts contacts;
};

/* The middle of the last of HALVINGS halves of a span; `is_too_low` tells which half to take. */
static double halve(struct settling *settling, double from, double to,
                    bool (*is_too_low)(struct settling *, double))
{
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (from + to) / 2;
        if (is_too_low(settling, middle))
            from = middle;
        else
            to = middle;
    }
    return (from + to) / 2;
}

/* A leg whose foot is solved onto the floor says nothing of where the floor is. */
static double body_lowest(const struct settling *settling)
{
    const struct skeleton *s = settling->s;
    double lowest = fmin(thorax_lowest(s), pelvis_lowest(s));
    if (s->pose->root.settle == HO_SETTLE_TRUNK)
        return lowest;
    for (enum body_side side = RIGHT; side <= LEFT; side++)
        if (leg_of(s, side)->foot != HO_FOOT_FLOOR)
            lowest = fmin(lowest, leg_lowest(s, &settling->contacts, side));
    return lowest;
}

/* Lets the body down until its lowest part touches. More than once: legs with a solved foot move with it. */
static void let_down(struct settling *settling)
{
    struct skeleton *s = settling->s;
    s->rise = 0;
    for (int i = 0; i < 5; i++) {
        lay_trunk(s);
        lay_legs(s);
        double gap = body_lowest(settling);
        s->rise -= gap;
        if (fabs(gap) < .05)
            break;
    }
    lay_trunk(s);
    lay_legs(s);
}

/* Supine: with too little pitch the thorax hangs in the air. */
static bool is_thorax_low(struct settling *settling, double pitch)
{
    settling->s->pitch = pitch;
    let_down(settling);
    return thorax_lowest(settling->s) <= pelvis_lowest(settling->s);
}

/* On the side the shoulder is what holds the thorax up. */
static bool is_shoulder_low(struct settling *settling, double roll)
{
    settling->s->roll = roll;
    let_down(settling);
    return thorax_lowest(settling->s) <= pelvis_lowest(settling->s);
}

/* Plank: the shoulders stand over the elbows, or over hands with arms that are nearly straight. */
static bool is_shoulder_high(struct settling *settling, double pitch)
{
    struct skeleton *s = settling->s;
    s->pitch = pitch;
    let_down(settling);
    double upper = bone_length(UPPER_ARM), lower = bone_length(FOREARM);
    double wanted = s->pose->root.plank == HO_PLANK_FOREARM
                        ? upper * cos(radians(4)) + 41
                        : (upper + lower) * .985 + 15;
    return shoulder_rest(s, s->working).y > wanted;
}

/* Hands and knees: straight arms are longer than thighs, so the trunk tilts until they fit, elbows a little soft. */
static bool is_arm_short(struct settling *settling, double pitch)
{
    struct skeleton *s = settling->s;
    s->pitch = pitch;
    let_down(settling);
    lay_arms(s);
    enum body_side side = s->working;
    if (arm_of(s, side)->hand != HO_HAND_FLOOR)
        side = side_across(side);
    struct vec3 arm = v3_sub(s->hand[side].origin, s->bones[UPPER_ARM][side].origin);
    double soft = (bone_length(UPPER_ARM) + bone_length(FOREARM)) * .972;
    return s->hand_miss[side] > .01 || v3_length(arm) > soft;
}

static bool is_head_low(struct settling *settling)
{
    struct skeleton *s = settling->s;
    lay_trunk(s);
    return mesh_lowest(settling->contacts.head, s->head) <= s->pose->root.head_rest;
}

static bool is_nod_low(struct settling *settling, double neck)
{
    settling->s->neck = neck;
    return is_head_low(settling);
}

static bool is_tilt_low(struct settling *settling, double neck_side)
{
    settling->s->neck_side = neck_side;
    return is_head_low(settling);
}

/* How the neck bends until the head meets its pillow, or the arm under it. */
static void rest_head(struct settling *settling)
{
    const struct ho_pose *pose = settling->s->pose;
    double nod = pose->spine.neck, tilt = pose->spine.neck_side;
    if (pose->root.posture == HO_POSTURE_SUPINE)
        settling->s->neck = halve(settling, nod - 45, nod + 45, is_nod_low);
    if (pose->root.posture == HO_POSTURE_SIDE_LYING && pose->root.head_rest > 0)
        settling->s->neck_side = halve(settling, tilt - 45, tilt + 45, is_tilt_low);
}

void settle(struct skeleton *s)
{
    struct ho_arena *scratch = ho_arena_new();
    const struct ho_root *root = &s->pose->root;
    struct settling settling = {s, contacts_new(scratch, s)};
    bool is_supine = root->posture == HO_POSTURE_SUPINE;
    if (is_supine && !root->is_unbalanced)
        s->pitch = halve(&settling, -45, 45, is_thorax_low);
    if (root->posture == HO_POSTURE_SIDE_LYING && !root->is_unbalanced)
        s->roll = halve(&settling, -30, 30, is_shoulder_low);
    if (root->plank != HO_PLANK_NONE)
        s->pitch = halve(&settling, -30, 40, is_shoulder_high);
    if (root->is_arms_straight)
        s->pitch = halve(&settling, -50, 50, is_arm_short);
    let_down(&settling);
    rest_head(&settling);
    s->rise += root->lift;
    ho_arena_free(scratch);
}
