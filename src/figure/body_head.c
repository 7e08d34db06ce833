/* Skull, hair, nose and ears, in slices from the chin up. The hair is the skull's slices a little larger, thinned out
 * at the hairline: that line is the haircut.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

#define HEAD_MIDDLE -6.0 /* the slices are widest there */
#define HEAD_BOXY 2.2    /* their superellipse's exponent */
#define CHIN -97.0
#define CROWN 127.0

/* Over the ear canal, then front (from the ear canal), back, half width. */
static const double slices[][4] = {
    {-97, 62, -34, 14}, {-94, 76, -24, 27}, {-87, 84, -10, 38}, {-78, 86, 2, 45},
    {-70, 83, 12, 50},  {-62, 86, 26, 54},  {-56, 89, 38, 56},  {-51, 86.5, 47, 58},
    {-45, 90, 56, 60},  {-37, 88, 67, 63},  {-25, 88, 80, 66},  {-8, 87, 90, 70},
    {8, 85, 95, 72},    {19, 85.5, 97, 73}, {32, 91, 99, 74},   {50, 94, 99, 75},
    {72, 91, 95, 73},   {92, 81, 87, 66},   {109, 63, 74, 54},  {121, 40, 54, 37},
    {127, 18, 32, 18},
};

/* From the back of the head to the front: how high the hair begins. */
static const double hairline[][2] = {
    {-120, -52}, {-78, -58}, {-60, -56}, {-45, -40}, {-34, -14}, {-26, 6},
    {-10, 14},   {4, 4},     {12, -6},   {20, 0},    {26, 26},   {34, 48},
    {48, 62},    {66, 74},   {84, 82},   {120, 88},
};

static double hairline_at(double x)
{
    static const struct profile rows = PROFILE(hairline);
    return profile_at(&rows, 1, x);
}

bool is_hair(struct vec3 local)
{
    double least = hairline_at(local.x);
    if (local.x > 45) { /* over the brow, a parting */
        double side = local.z > -18 ? -.10 : -.28;
        least += (local.z + 18) * side * smooth_step((local.x - 45) / 30) + 3;
    }
    return local.y > least;
}

/* Seen from HEAD_MIDDLE; `more` makes it larger all round. */
static struct ring slice(double y, double more)
{
    static const struct profile rows = PROFILE(slices);
    double width = profile_at(&rows, 3, y) + more;
    return (struct ring){.front = fmax(profile_at(&rows, 1, y) + more - HEAD_MIDDLE, 2),
                         .back = profile_at(&rows, 2, y) + more + HEAD_MIDDLE,
                         .outer = width,
                         .inner = width,
                         .exponent = HEAD_BOXY};
}

struct vec3 head_skin(double y, double z, bool is_back)
{
    struct ring ring = slice(y, 0);
    double u = clamp(fabs(z) / ring.outer, 0, 1);
    double c = pow(1 - pow(u, HEAD_BOXY), 1 / HEAD_BOXY);
    return v3(HEAD_MIDDLE + (is_back ? -c * ring.back : c * ring.front), y, z);
}

static struct vec3 slice_point(const struct ring *ring, int column, double y,
                               double size)
{
    double x, z;
    ring_point(ring, loft_angle(column), &x, &z);
    return v3(HEAD_MIDDLE + x * size, y, z * size);
}

static void add_local(struct loft *loft, struct frame head, struct vec3 local)
{
    loft_add(loft, frame_out(head, v3_scale(local, HEAD_SCALE)), local);
}

static void add_skull(struct mesh *mesh, struct frame head, bool is_hair_shell)
{
    enum { ROWS = 40, THICK = 8, HIGHER = 9 };
    struct loft loft = loft_begin(mesh);
    for (int row = -1; row <= ROWS + 1; row++) {
        double u = clamp((double)row / ROWS, 0, 1), y = CHIN + (CROWN - CHIN) * u;
        double size = row < 0 || row > ROWS ? .02 : 1;
        double more = u > .95 ? THICK * ((1 - u) / .05 * .6 + .4) : THICK;
        struct ring skin = slice(y, is_hair_shell ? .8 : 0), shell = slice(y, more);
        double top = y + (y > 0 ? HIGHER * smooth_step(y / 110) : 0);
        double tip = row > ROWS ? 1 : 0;
        for (int i = 0; i < LOFT_COLUMNS; i++) {
            if (!is_hair_shell) {
                add_local(&loft, head, slice_point(&skin, i, y + tip, size));
                continue;
            }
            struct vec3 outer = slice_point(&shell, i, top + tip, size);
            double thick = smooth_step((outer.y - hairline_at(outer.x) + 4) / 34);
            add_local(&loft, head,
                      v3_mix(slice_point(&skin, i, y, size), outer, thick));
        }
    }
    loft_end(&loft, is_hair_shell
                        ? (struct part){GROUP_HEAD, KIND_HAIR, RIGHT, MATERIAL_HAIR}
                        : (struct part){GROUP_HEAD, KIND_HEAD, RIGHT, MATERIAL_SKIN});
}

static void add_nose(struct mesh *mesh, struct frame head)
{
    enum { ROWS = 20, ROOT = 78 };
    /* From below: height, tip, half width; straight between, so that the tip stays sharp. */
    static const double cells[][3] = {
        {-31, 93, 11},   {-27, 104, 14.5}, {-22, 110.5, 15}, {-17, 110.5, 13.5},
        {-8, 105, 10.5}, {4, 97, 8},       {16, 89, 6.5},    {24, 86, 5}};
    struct loft loft = loft_begin(mesh);
    for (int row = 0; row <= ROWS; row++) {
        double y = 24 - 54.0 * row / ROWS;
        int i = 0;
        while (i < 6 && y > cells[i + 1][0])
            i++;
        double t = (y - cells[i][0]) / (cells[i + 1][0] - cells[i][0]);
        double tip = cells[i][1] + (cells[i + 1][1] - cells[i][1]) * t;
        double width = cells[i][2] + (cells[i + 1][2] - cells[i][2]) * t;
        for (int c = 0; c < LOFT_COLUMNS; c++) {
            double a = loft_angle(c);
            add_local(&loft, head, v3(ROOT + cos(a) * (tip - ROOT), y, sin(a) * width));
        }
    }
    loft_end(&loft, (struct part){GROUP_HEAD, KIND_NOSE, RIGHT, MATERIAL_SKIN});
}

struct frame ear_frame(struct frame head, enum body_side side)
{
    double sign = side_sign(side);
    struct rotation turn = rotation_of(rotation_y(-sign * 18), rotation_z(12));
    return (struct frame){rotation_of(head.axes, turn),
                          frame_out(head, v3_scale(v3(-10, 6, sign * 73), HEAD_SCALE))};
}

void add_head(struct mesh *mesh, struct frame head, const struct build *build)
{
    add_skull(mesh, head, false);
    add_skull(mesh, head, true);
    add_nose(mesh, head);
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        struct ellipsoid ear = {ear_frame(head, side), v3(0, 0, 0),
                                v3_scale(v3(19, 31, 10), HEAD_SCALE)};
        add_ellipsoid(mesh, (struct part){GROUP_HEAD, KIND_EAR, side, MATERIAL_SKIN},
                      &ear);
    }
    if (build->hair == HAIR_BUN) {
        /* so high that a head that lies does not lie on it */
        struct ellipsoid bun = {head, v3_scale(v3(-66, 106, 0), HEAD_SCALE),
                                v3_scale(v3(34, 34, 36), HEAD_SCALE)};
        add_ellipsoid(mesh, (struct part){GROUP_HEAD, KIND_PROP, RIGHT, MATERIAL_HAIR},
                      &bun);
    }
}
