/* build_priv.h — the two body types: how thick and wide the body is around one and the same skeleton.
 * In: figure/ only.  Out: rings of trunk and limbs, in millimetres of a body 1,700 mm tall. A build has no height: a
 * picture is scaled to its box, so that nobody could see it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_BUILD_PRIV_H
#define HO_FIGURE_BUILD_PRIV_H

#include "figure/profile_priv.h"

enum bone { THIGH, SHANK, UPPER_ARM, FOREARM, BONE_COUNT };

enum hair_style { HAIR_SHORT, HAIR_BUN };

struct build {
    /* factors on front, back and half width of the trunk, by height over the hips */
    struct profile trunk;
    /* factors on the rings of a limb at its near and its far end */
    double girth[BONE_COUNT][2];
    double hip_z, shoulder_z; /* of the joints, from the middle */
    double girdle;            /* factor on the roundings of the shoulders */
    double buttock;           /* factor on their radii */
    double hand;              /* factor on the hand */
    double foot_width;        /* factor */
    enum hair_style hair;
};

enum build_type { BUILD_A, BUILD_B, BUILD_COUNT };

/* A: broad shoulders, short hair. B: rounder hips and chest, narrower shoulders and waist, hair in a bun. */
const struct build *build_of(enum build_type type);

/* Segment lengths: Drillis and Contini's fractions of 1,700 mm. */
double bone_length(enum bone bone);
/* The ring of a limb, `at` 0 at its near end to 1 at its far end. */
struct ring bone_ring(const struct build *build, enum bone bone, double at);
/* The ring of the trunk, `y` mm over the hips along the spine: -100 to 650. */
struct ring trunk_ring(const struct build *build, double y);
/* How thick the factor of the build is at that place of a limb. */
double bone_girth(const struct build *build, enum bone bone, double at);

#define ANKLE_HEIGHT 66.0 /* of the ankle over the sole */
#define TRUNK_LEAST -100.0
#define TRUNK_MOST 648.0

#endif
