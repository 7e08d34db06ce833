/* mesh_priv.h — the waist of the figure stage: a posed body and its things as triangles.
 * In: skeleton and body build it.  Out: the view rasterises it, the checks measure it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_MESH_PRIV_H
#define HO_FIGURE_MESH_PRIV_H

#include "base/vec.h"
#include "figure/space_priv.h"
#include "model/pose.h"

/* Sides of the body that is drawn; a pose's working side becomes one of them. */
enum body_side { RIGHT, LEFT };

/* Parts of one group hide each other without a line where they meet. */
enum part_group {
    GROUP_NONE,
    GROUP_TORSO,
    GROUP_HEAD,
    GROUP_ARM_RIGHT,
    GROUP_ARM_LEFT,
    GROUP_LEG_RIGHT,
    GROUP_LEG_LEFT,
    GROUP_PROP,
    GROUP_COUNT
};

enum part_kind {
    KIND_TORSO,
    KIND_GIRDLE,
    KIND_GLUTE,
    KIND_HEAD,
    KIND_HAIR,
    KIND_NOSE,
    KIND_EAR,
    KIND_UPPER_ARM,
    KIND_SLEEVE,
    KIND_FOREARM,
    KIND_HAND,
    KIND_THIGH,
    KIND_KNEE,
    KIND_SHANK,
    KIND_FOOT,
    KIND_PROP,
    KIND_BOX, /* a thing with flat sides */
    KIND_COUNT
};

enum material {
    MATERIAL_NONE,
    MATERIAL_SKIN,
    MATERIAL_SHIRT,
    MATERIAL_TROUSERS,
    MATERIAL_HAIR,
    MATERIAL_SHOE,
    MATERIAL_SOLE,
    MATERIAL_SOCK,
    MATERIAL_CHAIR,
    MATERIAL_CUSHION,
    MATERIAL_WOOD,
    MATERIAL_METAL,
    MATERIAL_SCREEN,
    MATERIAL_GLASS,
    MATERIAL_WHITE,
    MATERIAL_PILLOW,
    MATERIAL_WATER,
    MATERIAL_COUNT
};

struct part {
    enum part_group group;
    enum part_kind kind;
    enum body_side side;
    enum material
        material; /* where the place on it decides nothing else: see material_at */
};

struct vertex {
    struct vec3 at, normal; /* in the room */
    struct vec3
        local; /* on the part at rest: interpolated, it tells where a hem or a hairline runs */
};

struct triangle {
    int corners[3];
    int part;
};

struct mesh {
    struct ho_arena *arena;
    HO_VEC(struct vertex) vertices;
    HO_VEC(struct triangle) triangles;
    HO_VEC(struct part) parts; /* the first is nothing: GROUP_NONE */
    enum ho_outfit outfit;     /* where trousers and shoes end */
    bool has_other_clothes;    /* a second person: in the other one's colours */
    bool is_things_alone;      /* there is no body: things have its lines */
};

/* An empty mesh; it grows in the arena. */
struct mesh *mesh_new(struct ho_arena *arena);
/* Appends a part and returns its index. */
int mesh_add_part(struct mesh *mesh, struct part part);
/* Appends a tube of `rows` rings of `columns` places each, given ring by ring (`places` in the room, `locals` on the
 * part at rest), with smooth normals that look outwards. */
void mesh_add_rings(struct mesh *mesh, int part, int rows, int columns,
                    const struct vec3 *places, const struct vec3 *locals);

/* What the part is made of at that place of it at rest; MATERIAL_NONE: there is a hole (no hair there). */
enum material mesh_material(const struct mesh *mesh, int part, struct vec3 local);

#endif
