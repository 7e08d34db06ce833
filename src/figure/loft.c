/* SPDX-License-Identifier: MIT */
#include "figure/loft_priv.h"

struct loft loft_begin(struct mesh *mesh)
{
    return (struct loft){.mesh = mesh};
}

void loft_add(struct loft *loft, struct vec3 place, struct vec3 local)
{
    ho_push(loft->mesh->arena, &loft->places, place);
    ho_push(loft->mesh->arena, &loft->locals, local);
}

void loft_end(struct loft *loft, struct part part)
{
    int rows = (int)loft->places.count / LOFT_COLUMNS;
    mesh_add_rings(loft->mesh, mesh_add_part(loft->mesh, part), rows, LOFT_COLUMNS,
                   loft->places.items, loft->locals.items);
}

double loft_angle(int column)
{
    return 2 * PI * column / LOFT_COLUMNS;
}

void add_ellipsoid(struct mesh *mesh, struct part part, const struct ellipsoid *e)
{
    enum { ROWS = 20 };
    struct loft loft = loft_begin(mesh);
    for (int row = 0; row <= ROWS; row++) {
        /* The poles are small rings, so that their normals are known. */
        double a = PI * clamp(row, .02, ROWS - .02) / ROWS;
        for (int i = 0; i < LOFT_COLUMNS; i++) {
            double b = loft_angle(i);
            struct vec3 local = v3(e->middle.x + e->radii.x * sin(a) * cos(b),
                                   e->middle.y + e->radii.y * cos(a),
                                   e->middle.z + e->radii.z * sin(a) * sin(b));
            loft_add(&loft, frame_out(e->frame, local), local);
        }
    }
    loft_end(&loft, part);
}

static struct vec3 tube_direction(const struct bead *beads, int count, int i)
{
    int before = i > 0 ? i - 1 : 0, after = i + 1 < count ? i + 1 : i;
    return v3_unit(v3_sub(beads[after].at, beads[before].at));
}

void add_tube(struct mesh *mesh, struct part part, const struct bead *beads, int count)
{
    enum { CAP = 4 };
    struct loft loft = loft_begin(mesh);
    struct vec3 first = tube_direction(beads, count, 0);
    struct vec3 u = fabs(first.y) < .9 ? v3(0, 1, 0) : v3(1, 0, 0);
    for (int row = -CAP; row < count + CAP; row++) {
        int i = row < 0 ? 0 : row >= count ? count - 1 : row;
        /* beyond the ends, how far round the cap */
        int beyond = row < 0 ? row : row >= count ? row - count + 1 : 0;
        double turn = beyond * PI / 2 / CAP, size = fmax(cos(turn), .03);
        struct vec3 along = tube_direction(beads, count, i);
        /* carried along from ring to ring, so that a bent tube does not twist */
        u = v3_unit(v3_along(u, along, -v3_dot(u, along)));
        struct vec3 w = v3_cross(along, u);
        double radius = beads[i].radius;
        struct vec3 middle = v3_along(beads[i].at, along, sin(turn) * radius);
        for (int c = 0; c < LOFT_COLUMNS; c++) {
            double a = loft_angle(c), r = radius * size;
            struct vec3 place =
                v3_along(v3_along(middle, u, cos(a) * r), w, sin(a) * r);
            loft_add(&loft, place, v3(0, (double)i / (count - 1), 0));
        }
    }
    loft_end(&loft, part);
}

/* A ring of a rounded rectangle, ten places a corner. */
static void add_slab(struct loft *loft, struct frame frame, struct vec3 middle,
                     double half_x, double half_z, double round)
{
    enum { CORNER = LOFT_COLUMNS / 4 };
    half_x = fmax(half_x, .1);
    half_z = fmax(half_z, .1);
    round = fmin(round, fmin(half_x, half_z));
    for (int i = 0; i < LOFT_COLUMNS; i++) {
        int corner = i / CORNER;
        double a = radians(corner * 90 + i % CORNER * 90.0 / (CORNER - 1));
        double x = corner == 0 || corner == 3 ? 1 : -1, z = corner < 2 ? 1 : -1;
        struct vec3 local = v3_add(middle, v3(x * (half_x - round) + round * cos(a), 0,
                                              z * (half_z - round) + round * sin(a)));
        loft_add(loft, frame_out(frame, local), local);
    }
}

void add_box(struct mesh *mesh, struct part part, struct frame frame,
             struct vec3 middle, struct vec3 half, double round)
{
    enum { STEPS = 5 };
    struct loft loft = loft_begin(mesh);
    double edge = fmin(round, fmin(half.x, half.z)), rise = fmin(edge, half.y);
    struct vec3 up = v3(0, half.y, 0);
    add_slab(&loft, frame, v3_sub(middle, up), half.x * .02, half.z * .02, 0);
    for (int row = 0; row < 2 * (STEPS + 1); row++) {
        /* the lower edge rounds up and out, the upper one up and in */
        bool is_lower = row <= STEPS;
        double turn = (is_lower ? row : row - STEPS - 1) * PI / 2 / STEPS;
        double y = is_lower ? -half.y + rise * (1 - cos(turn))
                            : half.y - rise + rise * sin(turn);
        double inset = rise * (1 - (is_lower ? sin(turn) : cos(turn)));
        add_slab(&loft, frame, v3_add(middle, v3(0, y, 0)), half.x - inset,
                 half.z - inset, edge);
    }
    add_slab(&loft, frame, v3_add(middle, up), half.x * .02, half.z * .02, 0);
    loft_end(&loft, part);
}
