/* SPDX-License-Identifier: MIT */
#include "poses.h"

#include "figure/body_priv.h"
#include "figure/contact_priv.h"

static const struct frame home = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {0, 0, 0}};

static const struct mesh *body_of(struct posed *posed, const char *id,
                                  enum body_side working, enum build_type type)
{
    load_pose(posed, id);
    build_pose(posed, working, type);
    return body_mesh(posed->ctx.arena, posed->pose, posed->s);
}

Test(body, both_builds_stand_on_the_floor_and_not_in_it)
{
    for (size_t i = 0; i < SAMPLE_POSES * BUILD_COUNT; i++) {
        struct posed posed;
        const char *id = sample_poses[i / BUILD_COUNT];
        const struct mesh *mesh =
            body_of(&posed, id, RIGHT, (enum build_type)(i % BUILD_COUNT));
        if (posed.pose->root.settle != HO_SETTLE_NONE)
            /* forearms that are leant on press flat by 4 mm */
            cr_expect_float_eq(mesh_lowest(mesh, home), 0, 4, "%s: %g", id,
                               mesh_lowest(mesh, home));
        free_pose(&posed);
    }
}

/* The volume of the tetrahedra over the triangles is positive if the skin is closed and looks outwards. */
static double volume_of(const struct mesh *mesh, int part)
{
    double sum = 0;
    for (size_t i = 0; i < mesh->triangles.count; i++) {
        const struct triangle *t = &mesh->triangles.items[i];
        if (t->part != part)
            continue;
        const struct vertex *v = mesh->vertices.items;
        struct vec3 a = v[t->corners[0]].at, b = v[t->corners[1]].at,
                    c = v[t->corners[2]].at;
        struct vec3 across = v3_cross(v3_sub(b, a), v3_sub(c, a));
        double towards = v3_dot(across, v[t->corners[0]].normal) < 0 ? -1 : 1;
        sum += towards * v3_dot(a, v3_cross(b, c)) / 6;
    }
    return sum;
}

Test(body, skins_are_closed_and_look_outwards)
{
    struct posed posed;
    const struct mesh *mesh = body_of(&posed, "walking", RIGHT, BUILD_A);
    double whole = 0;
    for (size_t i = 1; i < mesh->parts.count; i++) {
        double litres = volume_of(mesh, (int)i) / 1e6;
        cr_expect_gt(litres, 0, "part %zu of kind %d: %g l", i,
                     mesh->parts.items[i].kind, litres);
        whole += litres;
    }
    /* overlaps are counted twice: more than a body of 75 kg has, but not twice as much */
    cr_expect(whole > 70 && whole < 130, "%g litres", whole);
    free_pose(&posed);
}

Test(body, the_left_body_is_the_mirror_image_of_the_right_one)
{
    struct posed right, left;
    const struct mesh *a = body_of(&right, "knee-to-chest-end", RIGHT, BUILD_B);
    const struct mesh *b = body_of(&left, "knee-to-chest-end", LEFT, BUILD_B);
    struct vec3 sum_a = v3(0, 0, 0), sum_b = v3(0, 0, 0);
    cr_assert_eq(a->vertices.count, b->vertices.count);
    for (size_t i = 0; i < a->vertices.count; i++) {
        sum_a = v3_along(sum_a, a->vertices.items[i].at, 1.0 / a->vertices.count);
        sum_b = v3_along(sum_b, b->vertices.items[i].at, 1.0 / b->vertices.count);
    }
    expect_near(sum_b, mirrored(sum_a), .1, "the middle of all places");
    free_pose(&right);
    free_pose(&left);
}

Test(body, builds_differ_in_girth_and_hair)
{
    const struct build *a = build_of(BUILD_A), *b = build_of(BUILD_B);
    cr_expect_gt(trunk_ring(b, 20).outer, trunk_ring(a, 20).outer, "hips");
    cr_expect_lt(trunk_ring(b, 180).outer, trunk_ring(a, 180).outer, "waist");
    cr_expect_lt(b->shoulder_z, a->shoulder_z);
    cr_expect_eq(b->hair, HAIR_BUN);
}

static bool has_group(const struct mesh *mesh, enum part_group group)
{
    for (size_t i = 0; i < mesh->parts.count; i++)
        if (mesh->parts.items[i].group == group)
            return true;
    return false;
}

Test(body, shows_only_the_parts_that_the_pose_names)
{
    struct posed posed;
    load_pose(&posed, "walking");
    posed.pose->parts = HO_PART_TORSO | HO_PART_WORKING_FOOT;
    build_pose(&posed, LEFT, BUILD_A);
    const struct mesh *mesh = body_mesh(posed.ctx.arena, posed.pose, posed.s);
    cr_expect(has_group(mesh, GROUP_TORSO));
    cr_expect(has_group(mesh, GROUP_LEG_LEFT));
    cr_expect_not(has_group(mesh, GROUP_LEG_RIGHT));
    cr_expect_not(has_group(mesh, GROUP_HEAD));
    cr_expect_not(has_group(mesh, GROUP_ARM_LEFT));
    free_pose(&posed);
}

static int part_of(const struct mesh *mesh, enum part_kind kind)
{
    for (size_t i = 1; i < mesh->parts.count; i++)
        if (mesh->parts.items[i].kind == kind)
            return (int)i;
    return 0;
}

Test(body, clothes_end_where_the_outfit_says)
{
    struct posed posed;
    struct mesh *mesh;
    load_pose(&posed, "walking");
    build_pose(&posed, RIGHT, BUILD_A);
    mesh = body_mesh(posed.ctx.arena, posed.pose, posed.s);
    int trunk = part_of(mesh, KIND_TORSO), shank = part_of(mesh, KIND_SHANK);
    int foot = part_of(mesh, KIND_FOOT), hair = part_of(mesh, KIND_HAIR);
    cr_expect_eq(mesh_material(mesh, trunk, v3(0, 20, 0)), MATERIAL_TROUSERS);
    cr_expect_eq(mesh_material(mesh, trunk, v3(0, 300, 0)), MATERIAL_SHIRT);
    cr_expect_eq(mesh_material(mesh, trunk, v3(0, 600, 0)), MATERIAL_SKIN);
    cr_expect_eq(mesh_material(mesh, shank, v3(0, .95, 0)), MATERIAL_SOCK);
    cr_expect_eq(mesh_material(mesh, foot, v3(0, -60, 0)), MATERIAL_SOLE);
    cr_expect_eq(mesh_material(mesh, hair, v3(0, 110, 0)), MATERIAL_HAIR);
    cr_expect_eq(mesh_material(mesh, hair, v3(85, 0, 0)), MATERIAL_NONE, "the face");
    mesh->outfit = HO_OUTFIT_BAREFOOT;
    cr_expect_eq(mesh_material(mesh, foot, v3(0, -60, 0)), MATERIAL_SKIN);
    free_pose(&posed);
}

Test(body, a_chair_stands_under_the_thighs)
{
    struct posed posed;
    load_pose(&posed, "sitting");
    build_pose(&posed, RIGHT, BUILD_A);
    struct mesh *things = mesh_new(posed.ctx.arena);
    props_mesh(things, posed.pose, posed.s);
    double seat = 0;
    for (size_t i = 0; i < things->vertices.count; i++) {
        struct vec3 at = things->vertices.items[i].at;
        if (fabs(at.x - 200) < 60 && fabs(at.z) < 200 && at.y < 600)
            seat = fmax(seat, at.y);
    }
    cr_expect_float_eq(seat, posed.s->pelvis.origin.y - 80, 3, "%g", seat);
    cr_expect_float_eq(mesh_lowest(things, home), 0, 3);
    free_pose(&posed);
}
