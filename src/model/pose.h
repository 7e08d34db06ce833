/* pose.h — a figure as its author writes it: a body's pose in clinical terms, things around it, marks on it.
 * In: content/figures/<id>.xml.  Out: struct ho_pose.  For figure/, which draws it, and for checks.
 * Angles in degrees (flexion, abduction outwards, external rotation and dorsiflexion are positive), lengths in
 * millimetres of a body 1,700 mm tall. x is to the front of a standing body, y up, z to its right. A pose names the
 * working and the other side, never left and right; lateral bends and rotations are towards the WORKING side.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_POSE_H
#define HO_MODEL_POSE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/vec.h"

enum ho_limb { HO_LIMB_WORKING, HO_LIMB_OTHER, HO_LIMB_COUNT };

enum ho_posture {
    HO_POSTURE_STANDING,
    HO_POSTURE_SUPINE,
    HO_POSTURE_PRONE,
    HO_POSTURE_HANDS_AND_KNEES,
    HO_POSTURE_SIDE_LYING
};

enum ho_outfit { HO_OUTFIT_SHOES, HO_OUTFIT_SWIM, HO_OUTFIT_BAREFOOT };

/* How the body is let down on the floor: by trunk and legs, by the trunk alone, or not at all. */
enum ho_settle { HO_SETTLE_BODY, HO_SETTLE_TRUNK, HO_SETTLE_NONE };
enum ho_plank { HO_PLANK_NONE, HO_PLANK_FOREARM, HO_PLANK_HAND };

struct ho_root {
    enum ho_posture posture;
    double pitch, roll, yaw; /* of the pelvis, beyond the posture */
    double x, y, z, lift;
    enum ho_settle settle;
    double head_rest; /* SUPINE and SIDE_LYING: height at which the head lies */
    bool
        is_unbalanced; /* SUPINE: the pitch stays; else it is solved so that pelvis and thorax lie. SIDE_LYING: the roll */
    bool
        is_arms_straight; /* the pitch is solved so that the arms reach the floor nearly straight */
    enum ho_plank
        plank; /* the pitch is solved so that the shoulders stand over the elbows or hands */
};

/* Regions: lumbar and thoracic spine, neck; head is the nod on top of it. */
struct ho_spine {
    double lumbar, thoracic, neck, head;
    double lumbar_side, thoracic_side, neck_side;
    double lumbar_rotation, thoracic_rotation, neck_rotation;
};

/* FLOOR: hip flexion is solved so that the sole is down. FLAT: the sole stays level, angles are given.
 * KNEEL: hip flexion is solved so that the thigh stands `lean` degrees off the vertical. ON_THIGH: the ankle
 * lies on the other thigh, `at` along it and `across` mm over its middle line. */
enum ho_foot {
    HO_FOOT_FREE,
    HO_FOOT_FLOOR,
    HO_FOOT_FLAT,
    HO_FOOT_KNEEL,
    HO_FOOT_ON_THIGH
};

struct ho_leg {
    double hip_flexion, hip_abduction, hip_rotation, knee_flexion;
    double ankle, inversion, toes, toe_out;
    enum ho_foot foot;
    double lean, at, across, lift;
    double pole_front, pole_up; /* ON_THIGH: where the knee points */
};

enum ho_hand {
    HO_HAND_FREE,
    HO_HAND_FLOOR, /* x mm towards the head and z mm outwards from under the shoulder */
    HO_HAND_POINT, /* x, y, z: on a desk, a chair */
    HO_HAND_HIPS,  /* on the trunk at `level` mm over the hips, `around` it */
    HO_HAND_BELLY,
    HO_HAND_LOW_BACK,
    HO_HAND_CHEST,
    HO_HAND_THIGH, /* on a limb of side `on`: `at` along it, `around` it (0 front, 90 outer, 180 back) */
    HO_HAND_SHANK,
    HO_HAND_UPPER_ARM,
    HO_HAND_FOREARM
};

enum ho_fingers {
    HO_FINGERS_FREE,
    HO_FINGERS_IN,
    HO_FINGERS_OUT,
    HO_FINGERS_FRONT,
    HO_FINGERS_BACK,
    HO_FINGERS_UP,
    HO_FINGERS_DOWN
};

enum ho_elbow {
    HO_ELBOW_FREE,
    HO_ELBOW_OUT,
    HO_ELBOW_DOWN,
    HO_ELBOW_BACK,
    HO_ELBOW_FRONT
};

struct ho_arm {
    double shoulder_flexion, shoulder_abduction, shoulder_rotation, elbow_flexion;
    double pronation, wrist;
    double grip, spread, thumb; /* the fingers' curl, spread; the thumb's */
    enum ho_hand hand;          /* not FREE: shoulder, elbow and wrist are solved */
    enum ho_limb on;
    double at, around, shift, level;
    double x, y, z;
    double turn; /* of the hand on its target, about the target's normal */
    enum ho_fingers fingers;
    enum ho_elbow elbow;
    bool has_swivel;
    double swivel;        /* of the elbow about the line from shoulder to wrist */
    bool is_forearm_down; /* the forearm lies on the floor, turned by `turn` */
    bool is_reach_back;   /* and the elbow stands behind the shoulder, not before it */
};

/* A place on the body: the middle of a joint or part, `dx` and `dy` mm off it on the picture. */
enum ho_place {
    HO_PLACE_PELVIS,
    HO_PLACE_LUMBAR,
    HO_PLACE_THORAX,
    HO_PLACE_HEAD,
    HO_PLACE_HIP,
    HO_PLACE_KNEE,
    HO_PLACE_ANKLE,
    HO_PLACE_HEEL,
    HO_PLACE_TOE,
    HO_PLACE_SHOULDER,
    HO_PLACE_ELBOW,
    HO_PLACE_WRIST
};

struct ho_spot {
    enum ho_place place;
    enum ho_limb side; /* from HIP on */
    double dx,
        dy; /* dx is towards the right of the picture seen from the working side */
};

enum ho_prop_kind {
    HO_PROP_MAT,    /* width, length, x */
    HO_PROP_PILLOW, /* height */
    HO_PROP_CHAIR, /* x, y: the seat, width; solved from the thighs where not given; recline; lumbar roll; on a star
                      with castors, or plain on four legs: z, yaw */
    HO_PROP_DESK,  /* x, height, width, length, screen */
    HO_PROP_TOILET, /* dx */
    HO_PROP_ROLL,   /* of paper, hanging at x, y, z */
    HO_PROP_BOX, /* x, y, z: its middle; length (x), height (y), width (z); yaw, round */
    HO_PROP_FLOOR, /* a line; width, z, dy */
    HO_PROP_WATER  /* y: its level; height: how deep it is drawn */
};

enum ho_material {
    HO_MATERIAL_CHAIR,
    HO_MATERIAL_WOOD,
    HO_MATERIAL_METAL,
    HO_MATERIAL_WHITE,
    HO_MATERIAL_PILLOW,
    HO_MATERIAL_CUSHION
};

/* A length that is not given is NAN: the drawing then chooses it. */
struct ho_prop {
    enum ho_prop_kind kind;
    double x, y, z, dx, dy, length, height, width, yaw, round, recline;
    double screen, screen_height; /* DESK: how far and how high the screen stands */
    bool has_lumbar_roll, has_four_legs; /* CHAIR */
    enum ho_material material;
    struct ho_span at;
};

/* Where it is to be felt, or what a sign is about. */
enum ho_region {
    HO_REGION_LOW_BACK,
    HO_REGION_BUTTOCK,
    HO_REGION_HAMSTRING,
    HO_REGION_BELLY,
    HO_REGION_BLADDER,
    HO_REGION_LEG,
    HO_REGION_SHIN,
    HO_REGION_SADDLE,
    HO_REGION_COUNT
};
extern const char
    *const ho_region_names[]; /* "low-back", "buttock", …; NULL-terminated */

enum ho_mark_kind {
    HO_MARK_HIGHLIGHT, /* region, side */
    HO_MARK_ARROW,     /* from, to, bend, size, is_both_ways: how it moves */
    HO_MARK_SPINE, /* a dashed line along the spine, `first` to `last` mm over the hips */
    HO_MARK_LINE,  /* a dashed guide line from, to */
    HO_MARK_HEART, /* its middle is `from`, `radius` its half width */
    HO_MARK_ANGLE /* at the hip, knee or elbow `from`: dashed bones and an arc of `radius` */
};

struct ho_mark {
    enum ho_mark_kind kind;
    enum ho_region region;
    bool is_on[HO_LIMB_COUNT]; /* HIGHLIGHT: of which sides */
    struct ho_spot from, to;
    double bend, size;
    bool is_both_ways;
    double first, last, offset;
    double radius;
    struct ho_span at;
};

/* What is drawn of the body; 0 is all of it. */
enum ho_body_part {
    HO_PART_TORSO = 1,
    HO_PART_HEAD = 2,
    HO_PART_WORKING_LEG = 4,
    HO_PART_OTHER_LEG = 8,
    HO_PART_WORKING_FOOT = 16,
    HO_PART_OTHER_FOOT = 32,
    HO_PART_THINGS = 64 /* no body, only what stands around it */
};

struct ho_pose {
    const char *id;
    struct ho_span at;
    bool keeps_view; /* the camera stays where it is when the sides exchange */
    enum ho_outfit outfit;
    double azimuth,
        elevation; /* of the camera; azimuth 0 looks from the working side, 90 from the front */
    struct ho_root root;
    struct ho_spine spine;
    struct ho_leg legs[HO_LIMB_COUNT];
    struct ho_arm arms[HO_LIMB_COUNT];
    HO_VEC(struct ho_prop) props;
    HO_VEC(struct ho_mark) marks;
    unsigned parts;
    /* a round picture, as on the red-flag cards: its middle and radius; what lies outside is not drawn if it crops */
    bool has_roundel, is_cropped;
    struct ho_spot middle;
    double radius;
    bool has_cleft; /* seen from behind: the line between the buttocks */
    /* another pose behind (or, dashed, before) this one, laid on it at a joint */
    const struct ho_pose *ghost;
    bool is_ghost_in_front;
    struct ho_spot ghost_on;
    /* or another body beside this one, of the other build, drawn whole; x, z: how far it stands off */
    bool is_ghost_whole;
    double ghost_x, ghost_z;
    const char *sha256; /* of its file, and of its ghost's: 64 hex digits */
};

/* Loads <folder>/figures/<id>.xml and the ghost it names. Every mistake is reported; then false. */
bool ho_pose_load(struct ho_ctx *ctx, const char *folder, const char *id,
                  const struct ho_pose **out) __attribute__((__warn_unused_result__));

#endif
