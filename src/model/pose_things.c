/* What stands around the body of a pose.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "model/pose_priv.h"

#define THING(name, kind, member)                                                      \
    {                                                                                  \
        (name), FIELD_##kind, offsetof(struct ho_prop, member), NULL, 0                \
    }
#define NEED(name, member)                                                             \
    {                                                                                  \
        (name), FIELD_LENGTH, offsetof(struct ho_prop, member), NULL, POSE_NEEDED      \
    }
#define LAST                                                                           \
    {                                                                                  \
        NULL, FIELD_ANGLE, 0, NULL, 0                                                  \
    }

static const char *const materials[] = {"chair",  "wood",    "metal", "white",
                                        "pillow", "cushion", NULL};

static const struct pose_field mat_fields[] = {THING("width", LENGTH, width),
                                               THING("length", LENGTH, length),
                                               THING("x", LENGTH, x), LAST};
static const struct pose_field pillow_fields[] = {THING("height", LENGTH, height),
                                                  LAST};
static const struct pose_field chair_fields[] = {
    THING("x", LENGTH, x),
    THING("dx", LENGTH, dx),
    THING("seat", LENGTH, y),
    THING("width", LENGTH, width),
    THING("recline", ANGLE, recline),
    THING("lumbar-roll", YES, has_lumbar_roll),
    THING("four-legs", YES, has_four_legs),
    THING("z", LENGTH, z),
    THING("yaw", ANGLE, yaw),
    LAST};
static const struct pose_field desk_fields[] = {
    NEED("x", x),
    NEED("height", height),
    THING("width", LENGTH, width),
    THING("length", LENGTH, length),
    THING("screen", LENGTH, screen),
    THING("screen-height", LENGTH, screen_height),
    LAST};
static const struct pose_field toilet_fields[] = {THING("dx", LENGTH, dx), LAST};
static const struct pose_field roll_fields[] = {NEED("x", x), NEED("y", y),
                                                NEED("z", z), LAST};
static const struct pose_field box_fields[] = {
    NEED("x", x),
    NEED("y", y),
    NEED("z", z),
    NEED("length", length),
    NEED("height", height),
    NEED("width", width),
    THING("yaw", ANGLE, yaw),
    THING("round", LENGTH, round),
    {"material", FIELD_WORD, offsetof(struct ho_prop, material), materials, 0},
    LAST};
static const struct pose_field floor_fields[] = {THING("width", LENGTH, width),
                                                 THING("z", LENGTH, z),
                                                 THING("dy", LENGTH, dy), LAST};
static const struct pose_field water_fields[] = {NEED("level", y),
                                                 THING("depth", LENGTH, height), LAST};

static const struct {
    const char *name;
    const struct pose_field *fields;
} things[] = {
    [HO_PROP_MAT] = {"mat", mat_fields},
    [HO_PROP_PILLOW] = {"pillow", pillow_fields},
    [HO_PROP_CHAIR] = {"chair", chair_fields},
    [HO_PROP_DESK] = {"desk", desk_fields},
    [HO_PROP_TOILET] = {"toilet", toilet_fields},
    [HO_PROP_ROLL] = {"roll", roll_fields},
    [HO_PROP_BOX] = {"box", box_fields},
    [HO_PROP_FLOOR] = {"floor", floor_fields},
    [HO_PROP_WATER] = {"water", water_fields},
};
enum { THINGS = sizeof things / sizeof *things };

static bool read_thing(struct ho_ctx *ctx, const struct ho_xml_node *node, int kind,
                       struct ho_pose *pose)
{
    struct ho_prop prop = {.kind = (enum ho_prop_kind)kind,
                           .x = NAN,
                           .y = NAN,
                           .z = NAN,
                           .dx = NAN,
                           .dy = NAN,
                           .length = NAN,
                           .height = NAN,
                           .width = NAN,
                           .yaw = NAN,
                           .round = NAN,
                           .recline = NAN,
                           .screen = NAN,
                           .screen_height = NAN,
                           .at = node->at};
    bool ok = pose_fields(ctx, node, things[kind].fields, NULL, NULL, NULL, &prop);
    ho_push(ctx->arena, &pose->props, prop);
    return ok;
}

bool pose_things(struct ho_ctx *ctx, const struct ho_xml_node *root,
                 struct ho_pose *pose)
{
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));)
        for (int i = 0; i < THINGS; i++)
            if (ho_xml_is(n, things[i].name))
                ok &= read_thing(ctx, n, i, pose);
    return ok;
}
