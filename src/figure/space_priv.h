/* space_priv.h — vectors and frames of the body's space: millimetres, x to the front, y up, z to the right.
 * In: figure/ only.  Inline, since the drawing of one figure calls them some ten million times.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_SPACE_PRIV_H
#define HO_FIGURE_SPACE_PRIV_H

#include <math.h>

#define PI 3.14159265358979323846

struct vec3 {
    double x, y, z;
};

/* A rotation: its columns are the local axes in the outer space. */
struct rotation {
    struct vec3 x, y, z;
};

/* Where a bone or a thing is: its axes and its origin. */
struct frame {
    struct rotation axes;
    struct vec3 origin;
};

static inline double radians(double degrees)
{
    return degrees * PI / 180;
}

static inline double degrees(double radians)
{
    return radians * 180 / PI;
}

static inline double clamp(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

/* 0 to 1 with level ends: Hermite's smooth step. */
static inline double smooth_step(double t)
{
    t = clamp(t, 0, 1);
    return t * t * (3 - 2 * t);
}

static inline struct vec3 v3(double x, double y, double z)
{
    return (struct vec3){x, y, z};
}

static inline struct vec3 v3_add(struct vec3 a, struct vec3 b)
{
    return v3(a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline struct vec3 v3_sub(struct vec3 a, struct vec3 b)
{
    return v3(a.x - b.x, a.y - b.y, a.z - b.z);
}

static inline struct vec3 v3_scale(struct vec3 a, double k)
{
    return v3(a.x * k, a.y * k, a.z * k);
}

/* a + b k */
static inline struct vec3 v3_along(struct vec3 a, struct vec3 b, double k)
{
    return v3(a.x + b.x * k, a.y + b.y * k, a.z + b.z * k);
}

static inline double v3_dot(struct vec3 a, struct vec3 b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline struct vec3 v3_cross(struct vec3 a, struct vec3 b)
{
    return v3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

static inline double v3_length(struct vec3 a)
{
    return sqrt(v3_dot(a, a));
}

/* The zero vector stays zero. */
static inline struct vec3 v3_unit(struct vec3 a)
{
    double length = v3_length(a);
    return length > 1e-12 ? v3_scale(a, 1 / length) : v3(0, 0, 0);
}

static inline struct vec3 v3_mix(struct vec3 a, struct vec3 b, double t)
{
    return v3_add(v3_scale(a, 1 - t), v3_scale(b, t));
}

/* Local to outer, and back. */
static inline struct vec3 rotate(struct rotation r, struct vec3 v)
{
    return v3_add(v3_add(v3_scale(r.x, v.x), v3_scale(r.y, v.y)), v3_scale(r.z, v.z));
}

static inline struct vec3 unrotate(struct rotation r, struct vec3 v)
{
    return v3(v3_dot(r.x, v), v3_dot(r.y, v), v3_dot(r.z, v));
}

/* First b, then a. */
static inline struct rotation rotation_of(struct rotation a, struct rotation b)
{
    return (struct rotation){rotate(a, b.x), rotate(a, b.y), rotate(a, b.z)};
}

static inline struct rotation rotation_inverse(struct rotation a)
{
    return (struct rotation){
        {a.x.x, a.y.x, a.z.x}, {a.x.y, a.y.y, a.z.y}, {a.x.z, a.y.z, a.z.z}};
}

static inline struct rotation rotation_none(void)
{
    return (struct rotation){{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
}

/* By degrees about one axis. */
static inline struct rotation rotation_x(double angle)
{
    double c = cos(radians(angle)), s = sin(radians(angle));
    return (struct rotation){{1, 0, 0}, {0, c, s}, {0, -s, c}};
}

static inline struct rotation rotation_y(double angle)
{
    double c = cos(radians(angle)), s = sin(radians(angle));
    return (struct rotation){{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
}

static inline struct rotation rotation_z(double angle)
{
    double c = cos(radians(angle)), s = sin(radians(angle));
    return (struct rotation){{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
}

static inline struct vec3 frame_out(struct frame f, struct vec3 local)
{
    return v3_add(f.origin, rotate(f.axes, local));
}

static inline struct vec3 frame_in(struct frame f, struct vec3 outer)
{
    return unrotate(f.axes, v3_sub(outer, f.origin));
}

#endif
