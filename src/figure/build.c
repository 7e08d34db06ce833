/* SPDX-License-Identifier: MIT */
#include "figure/build_priv.h"

#include "figure/space_priv.h"

/* Along the bone (0 near, 1 far), then the radii to the front, back, outer and inner side. */
static const double thigh[][5] = {
    {-.10, 72, 88, 78, 60}, {0, 82, 100, 84, 74},  {.12, 87, 99, 84, 82},
    {.22, 87, 91, 81, 82},  {.38, 83, 80, 75, 76}, {.60, 72, 68, 64, 64},
    {.80, 61, 58, 56, 56},  {.93, 55, 52, 54, 54}, {1, 53, 49, 53, 53},
};
static const double shank[][5] = {
    {0, 51, 47, 52, 52},   {.10, 48, 54, 52, 53}, {.20, 44, 63, 54, 56},
    {.30, 43, 67, 54, 57}, {.42, 41, 63, 51, 53}, {.60, 37, 50, 43, 44},
    {.78, 33, 39, 35, 36}, {.90, 31, 36, 32, 33}, {1, 32, 38, 32, 33},
};
static const double upper_arm[][5] = {
    {-.06, 48, 48, 44, 44}, {0, 53, 53, 50, 46},   {.15, 53, 52, 50, 46},
    {.30, 49, 49, 46, 44},  {.50, 46, 46, 42, 42}, {.75, 42, 43, 39, 39},
    {.92, 38, 40, 38, 38},  {1, 37, 38, 39, 39},
};
static const double forearm[][5] = {
    {0, 37, 38, 39, 39},   {.12, 41, 40, 43, 42}, {.25, 42, 39, 43, 42},
    {.45, 37, 35, 38, 37}, {.70, 29, 28, 32, 31}, {.90, 22, 23, 28, 27},
    {1, 20, 21, 27, 26},
};

/* Over the hips, then front, back, half width, exponent. */
static const double trunk[][5] = {
    {-100, 4, 4, 5, 2},       {-97, 20, 20, 26, 2},      {-90, 38, 40, 56, 2},
    {-76, 62, 70, 100, 2.1},  {-50, 80, 94, 140, 2.2},   {-15, 92, 112, 162, 2.3},
    {20, 96, 117, 168, 2.4},  {60, 97, 110, 163, 2.4},   {105, 95, 95, 147, 2.4},
    {155, 93, 85, 131, 2.3},  {200, 96, 84, 128, 2.3},   {260, 105, 90, 136, 2.4},
    {320, 115, 99, 147, 2.4}, {370, 119, 105, 154, 2.4}, {415, 112, 106, 156, 2.3},
    {450, 96, 100, 148, 2.2}, {478, 80, 90, 126, 2.1},   {502, 67, 79, 98, 2},
    {526, 57, 69, 74, 2},     {548, 51, 61, 60, 2},      {580, 48, 55, 53, 2},
    {620, 49, 53, 52, 2},     {650, 49, 52, 52, 2},
};

static const double factors_a[][4] = {{0, 1, 1, 1}};

/* The other build is drawn, not measured: small factors, so that both stay one family of figures. */
static const double factors_b[][4] = {
    {-76, 1, 1, 1},        {-40, 1, 1.02, 1.04},  {20, 1, 1.05, 1.06},
    {65, 1, 1.03, 1.05},   {110, .99, .98, .98},  {170, .95, .94, .92},
    {230, .96, .94, .92},  {290, 1.04, .94, .93}, {340, 1.12, .93, .93},
    {385, 1.07, .93, .93}, {430, .97, .93, .93},  {478, .93, .92, .92},
    {526, .91, .91, .90},  {650, .91, .92, .92},
};

static const struct profile bones[BONE_COUNT] = {
    [THIGH] = PROFILE(thigh),
    [SHANK] = PROFILE(shank),
    [UPPER_ARM] = PROFILE(upper_arm),
    [FOREARM] = PROFILE(forearm),
};
static const double lengths[BONE_COUNT] = {
    [THIGH] = .245, [SHANK] = .246, [UPPER_ARM] = .186, [FOREARM] = .146};

static const struct build builds[BUILD_COUNT] = {
    [BUILD_A] = {PROFILE(factors_a),
                 {{1, 1}, {1, 1}, {1, 1}, {1, 1}},
                 .hip_z = 88,
                 .shoulder_z = 170,
                 .girdle = 1,
                 .buttock = 1,
                 .hand = 1,
                 .foot_width = 1,
                 .hair = HAIR_SHORT},
    [BUILD_B] = {PROFILE(factors_b),
                 {{1.04, .97}, {.97, .92}, {.91, .90}, {.90, .92}},
                 .hip_z = 89,
                 .shoulder_z = 157,
                 .girdle = .91,
                 .buttock = 1.04,
                 .hand = .93,
                 .foot_width = .92,
                 .hair = HAIR_BUN},
};

const struct build *build_of(enum build_type type)
{
    return &builds[type];
}

double bone_length(enum bone bone)
{
    return lengths[bone] * 1700;
}

double bone_girth(const struct build *build, enum bone bone, double at)
{
    const double *ends = build->girth[bone];
    return ends[0] + (ends[1] - ends[0]) * clamp(at, 0, 1);
}

struct ring bone_ring(const struct build *build, enum bone bone, double at)
{
    const struct profile *profile = &bones[bone];
    double girth = bone_girth(build, bone, at);
    return (struct ring){.front = profile_at(profile, 1, at) * girth,
                         .back = profile_at(profile, 2, at) * girth,
                         .outer = profile_at(profile, 3, at) * girth,
                         .inner = profile_at(profile, 4, at) * girth,
                         .exponent = 2};
}

struct ring trunk_ring(const struct build *build, double y)
{
    static const struct profile rows = PROFILE(trunk);
    double width = profile_at(&rows, 3, y) * profile_at(&build->trunk, 3, y);
    return (struct ring){
        .front = profile_at(&rows, 1, y) * profile_at(&build->trunk, 1, y),
        .back = profile_at(&rows, 2, y) * profile_at(&build->trunk, 2, y),
        .outer = width,
        .inner = width,
        .exponent = profile_at(&rows, 4, y)};
}
