/* Where a hand lies: one function a kind of target gives the place, the way into it and where the fingers point.
 * SPDX-License-Identifier: MIT */
#include "figure/kinematics_priv.h"

struct grasp {
    struct vec3 at; /* on the skin of the target, or on the floor */
    struct vec3
        into; /* the palm looks there: square to the surface, which is not the radius of an ellipse */
    struct vec3 fingers; /* where they point */
};

/* `a` turned towards `b` by degrees. */
static struct vec3 turned(struct vec3 a, struct vec3 b, double angle)
{
    return v3_add(v3_scale(a, cos(radians(angle))), v3_scale(b, sin(radians(angle))));
}

/* The one of both ways along `line` that goes with `wish`. */
static struct vec3 along_wish(struct vec3 line, struct vec3 wish)
{
    return v3_dot(line, wish) < -1e-9 ? v3_scale(line, -1) : line;
}

static struct grasp grasp_floor(const struct skeleton *s, enum body_side side)
{
    const struct ho_arm *arm = arm_of(s, side);
    double sign = side_sign(side);
    struct vec3 forward = v3(s->thorax.axes.y.x, 0, s->thorax.axes.y.z);
    if (v3_length(forward) < .5) /* it stands or sits: to its front */
        forward = v3(s->thorax.axes.x.x, 0, s->thorax.axes.x.z);
    forward = v3_unit(forward);
    struct vec3 out = v3(s->thorax.axes.z.x, 0, s->thorax.axes.z.z);
    out = v3_scale(v3_unit(out), sign);
    struct vec3 shoulder = shoulder_rest(s, side);
    struct vec3 at = v3_along(v3(shoulder.x, 0, shoulder.z), forward, arm->x);
    return (struct grasp){v3_along(at, out, arm->z), v3(0, -1, 0),
                          rotate(rotation_y(sign * arm->turn), forward)};
}

static struct grasp grasp_point(const struct skeleton *s, enum body_side side)
{
    const struct ho_arm *arm = arm_of(s, side);
    double working = side_sign(s->working);
    struct rotation turn =
        rotation_y(side_sign(side) * arm->turn - working * s->pose->root.yaw);
    return (struct grasp){v3(arm->x, arm->y, working * arm->z), v3(0, -1, 0), turn.x};
}

/* The shirt lies on the skin. */
static struct ring shirt_ring(const struct build *build, double y)
{
    enum { SHIRT = 5 };
    struct ring ring = trunk_ring(build, y);
    ring.front += SHIRT;
    ring.back += SHIRT;
    ring.outer += SHIRT;
    ring.exponent = 2;
    return ring;
}

static struct grasp grasp_trunk(const struct skeleton *s, enum body_side side)
{
    const struct ho_arm *arm = arm_of(s, side);
    double sign = side_sign(side);
    struct frame trunk = skeleton_spine(s, arm->level);
    struct ring ring = shirt_ring(s->build, arm->level);
    double c = cos(radians(arm->around)), sn = sin(radians(arm->around));
    double depth = c >= 0 ? ring.front : ring.back, width = ring.outer;
    double radius = 1 / hypot(c / depth, sn / width);
    struct vec3 out = v3_unit(
        rotate(trunk.axes, v3(c / (depth * depth), 0, sign * sn / (width * width))));
    struct vec3 around = v3_scale(v3_unit(v3_cross(trunk.axes.y, out)), sign);
    around = along_wish(around, trunk.axes.x);
    struct vec3 fingers = turned(around, trunk.axes.y, arm->turn);
    switch (arm->fingers) {
    case HO_FINGERS_DOWN:
        fingers = v3_along(v3_scale(around, .15), trunk.axes.y, -1);
        break;
    case HO_FINGERS_UP:
        fingers = v3_along(v3_scale(around, .15), trunk.axes.y, 1);
        break;
    case HO_FINGERS_BACK: fingers = v3_scale(around, -1); break;
    case HO_FINGERS_IN:
        fingers = turned(v3_scale(trunk.axes.z, -sign), trunk.axes.y, arm->turn);
        break;
    case HO_FINGERS_OUT:
        fingers = turned(v3_scale(trunk.axes.z, sign), trunk.axes.y, arm->turn);
        break;
    case HO_FINGERS_FREE:
    case HO_FINGERS_FRONT: break;
    }
    fingers = v3_unit(v3_along(fingers, out, -v3_dot(out, fingers)));
    struct vec3 radial = rotate(trunk.axes, v3(c, 0, sign * sn));
    return (struct grasp){v3_along(trunk.origin, radial, radius), v3_scale(out, -1),
                          fingers};
}

static struct grasp grasp_limb(const struct skeleton *s, enum body_side side,
                               enum bone bone)
{
    enum { CLOTH = 3 };
    const struct ho_arm *arm = arm_of(s, side);
    enum body_side on = side_of_limb(s->working, arm->on);
    double sign = side_sign(on);
    const struct frame *limb = &s->bones[bone][on];
    struct ring ring = bone_ring(s->build, bone, arm->at);
    double radius = ring_radius(&ring, arm->around) + CLOTH;
    double c = cos(radians(arm->around)), sn = sin(radians(arm->around));
    struct vec3 out = rotate(limb->axes, v3(c, 0, sign * sn));
    struct vec3 around = v3_scale(v3_unit(v3_cross(limb->axes.y, out)), sign);
    struct vec3 outwards = v3_scale(limb->axes.z, sign), fingers;
    switch (arm->fingers) {
    case HO_FINGERS_IN: fingers = along_wish(around, v3_scale(outwards, -1)); break;
    case HO_FINGERS_OUT: fingers = along_wish(around, outwards); break;
    case HO_FINGERS_FRONT: fingers = along_wish(around, limb->axes.x); break;
    case HO_FINGERS_BACK:
        fingers = along_wish(around, v3_scale(limb->axes.x, -1));
        break;
    case HO_FINGERS_UP: fingers = limb->axes.y; break;
    default:
        fingers = v3_scale(limb->axes.y, -1);
        break; /* FREE and DOWN: along the limb */
    }
    struct vec3 aside = v3_scale(v3_cross(fingers, out), side_sign(side));
    fingers = turned(fingers, aside, arm->turn);
    struct vec3 at = v3_along(limb->origin, limb->axes.y, -bone_length(bone) * arm->at);
    at = v3_along(v3_along(at, out, radius), fingers, arm->shift);
    return (struct grasp){at, v3_scale(out, -1), fingers};
}

static struct grasp grasp_of(const struct skeleton *s, enum body_side side)
{
    switch (arm_of(s, side)->hand) {
    case HO_HAND_FLOOR: return grasp_floor(s, side);
    case HO_HAND_HIPS:
    case HO_HAND_BELLY:
    case HO_HAND_LOW_BACK:
    case HO_HAND_CHEST: return grasp_trunk(s, side);
    case HO_HAND_THIGH: return grasp_limb(s, side, THIGH);
    case HO_HAND_SHANK: return grasp_limb(s, side, SHANK);
    case HO_HAND_UPPER_ARM: return grasp_limb(s, side, UPPER_ARM);
    case HO_HAND_FOREARM: return grasp_limb(s, side, FOREARM);
    case HO_HAND_FREE:
    case HO_HAND_POINT: break;
    }
    return grasp_point(s, side);
}

bool reach_target(const struct skeleton *s, enum body_side side, struct frame *hand)
{
    /* The middle of the palm from the wrist: so thick, so far. A hand that is leant on is a little higher. */
    enum { PALM = 14, LEANT_PALM = 20, MIDDLE = 52 };
    const struct ho_arm *arm = arm_of(s, side);
    if (arm->hand == HO_HAND_FREE)
        return false;
    struct grasp grasp = grasp_of(s, side);
    struct rotation *axes = &hand->axes;
    axes->x = v3_unit(grasp.into);
    axes->y = v3_scale(
        v3_unit(v3_along(grasp.fingers, axes->x, -v3_dot(grasp.fingers, axes->x))), -1);
    axes->z = v3_cross(axes->x, axes->y);
    double thick = arm->hand == HO_HAND_FLOOR ? LEANT_PALM : PALM;
    struct vec3 palm = v3_scale(v3(thick, -MIDDLE, 0), s->build->hand);
    hand->origin = v3_sub(grasp.at, rotate(*axes, palm));
    return true;
}
