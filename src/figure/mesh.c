/* SPDX-License-Identifier: MIT */
#include "figure/mesh_priv.h"

struct mesh *mesh_new(struct ho_arena *arena)
{
    struct mesh *mesh = ho_new(arena, struct mesh);
    mesh->arena = arena;
    mesh_add_part(mesh, (struct part){.group = GROUP_NONE});
    return mesh;
}

int mesh_add_part(struct mesh *mesh, struct part part)
{
    ho_push(mesh->arena, &mesh->parts, part);
    return (int)mesh->parts.count - 1;
}

/* The two triangles between four neighbours of two rings; each of the four leans towards their normal. */
static void add_square(struct mesh *mesh, int part, const int corners[4])
{
    struct vertex *v = mesh->vertices.items;
    struct vec3 a = v[corners[0]].at, b = v[corners[1]].at, c = v[corners[2]].at,
                d = v[corners[3]].at;
    struct vec3 normal = v3_add(v3_cross(v3_sub(b, a), v3_sub(c, a)),
                                v3_cross(v3_sub(d, b), v3_sub(c, b)));
    for (int i = 0; i < 4; i++)
        v[corners[i]].normal = v3_add(v[corners[i]].normal, normal);
    ho_push(mesh->arena, &mesh->triangles,
            (struct triangle){{corners[0], corners[1], corners[2]}, part});
    ho_push(mesh->arena, &mesh->triangles,
            (struct triangle){{corners[1], corners[3], corners[2]}, part});
}

/* How far the normals of a ring look away from its middle. */
static double outwards(const struct vertex *ring, int columns)
{
    struct vec3 middle = v3(0, 0, 0);
    double sum = 0;
    for (int i = 0; i < columns; i++)
        middle = v3_along(middle, ring[i].at, 1.0 / columns);
    for (int i = 0; i < columns; i++)
        sum += v3_dot(ring[i].normal, v3_sub(ring[i].at, middle));
    return sum;
}

/* Which way round the rings were given is known by all of them only: the last ring of a flat lid looks neither way. */
static void turn_outwards(struct vertex *rings, int rows, int columns)
{
    double sum = 0;
    for (int row = 0; row < rows; row++)
        sum += outwards(&rings[(size_t)row * (size_t)columns], columns);
    for (int i = 0; i < rows * columns; i++)
        rings[i].normal = v3_scale(v3_unit(rings[i].normal), sum < 0 ? -1 : 1);
}

void mesh_add_rings(struct mesh *mesh, int part, int rows, int columns,
                    const struct vec3 *places, const struct vec3 *locals)
{
    int first = (int)mesh->vertices.count;
    for (int i = 0; i < rows * columns; i++)
        ho_push(mesh->arena, &mesh->vertices,
                (struct vertex){.at = places[i], .local = locals[i]});
    for (int row = 0; row + 1 < rows; row++)
        for (int i = 0; i < columns; i++) {
            int a = first + row * columns + i;
            int b = first + row * columns + (i + 1) % columns;
            add_square(mesh, part, (int[]){a, b, a + columns, b + columns});
        }
    turn_outwards(&mesh->vertices.items[first], rows, columns);
}
