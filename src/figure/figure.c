/* The story: pose, skeleton, mesh, view, areas and lines, marks; then one list of paths.
 * SPDX-License-Identifier: MIT */
#include "figure/figure.h"

#include "figure/scene_priv.h"

struct ho_point scene_spot(const struct scene *scene, const struct ho_spot *spot)
{
    enum body_side side = side_of_limb(scene->skeleton->working, spot->side);
    struct ho_point p =
        camera_see(&scene->camera, skeleton_place(scene->skeleton, spot->place, side));
    return (struct ho_point){p.x + scene->mirror * spot->dx, p.y - spot->dy};
}

const struct ho_prop *scene_prop(const struct scene *scene, enum ho_prop_kind kind)
{
    for (size_t i = 0; i < scene->pose->props.count; i++)
        if (scene->pose->props.items[i].kind == kind)
            return &scene->pose->props.items[i];
    return NULL;
}

/* ---- how large it is ---- */

struct bounds {
    double left, top, right, bottom;
};

static void include(struct bounds *b, struct ho_point p, double margin)
{
    b->left = fmin(b->left, p.x - margin);
    b->right = fmax(b->right, p.x + margin);
    b->top = fmin(b->top, p.y - margin);
    b->bottom = fmax(b->bottom, p.y + margin);
}

static void include_mat(const struct scene *scene, struct bounds *b)
{
    const struct ho_prop *prop = scene_prop(scene, HO_PROP_MAT);
    if (!prop)
        return;
    struct mat mat = mat_of(scene, prop);
    for (int i = 0; i < 4; i++)
        include(b,
                camera_see(&scene->camera, v3(i & 1 ? mat.left : mat.right, -18,
                                              i & 2 ? mat.near : mat.far)),
                0);
}

static void include_water(const struct scene *scene, struct bounds *b)
{
    const struct ho_prop *water = scene_prop(scene, HO_PROP_WATER);
    if (!water)
        return;
    double level = isnan(water->y) ? 0 : water->y,
           depth = isnan(water->height) ? 330 : water->height;
    b->left -= 60;
    b->right += 60;
    b->bottom = fmax(b->bottom, depth - level);
}

static struct ho_rect find_extent(const struct scene *scene)
{
    struct bounds b = {1e9, 1e9, -1e9, -1e9};
    if (scene->pose->has_roundel) {
        double r = scene->crop.radius + 8;
        return (struct ho_rect){scene->crop.middle.x - r, scene->crop.middle.y - r,
                                2 * r, 2 * r};
    }
    for (size_t i = 0; i < scene->mesh->vertices.count; i++)
        include(&b, camera_see(&scene->camera, scene->mesh->vertices.items[i].at), 0);
    include_mat(scene, &b);
    for (size_t i = 0; i < scene->pose->marks.count; i++) {
        const struct ho_mark *mark = &scene->pose->marks.items[i];
        if (mark->kind != HO_MARK_ARROW)
            continue;
        include(&b, scene_spot(scene, &mark->from), 25);
        include(&b, scene_spot(scene, &mark->to), 25);
    }
    include_water(scene, &b);
    return (struct ho_rect){b.left, b.top, b.right - b.left, b.bottom - b.top};
}

/* Millimetres of paper that the editions are made for (page.md, "Figures"). */
static double paper_scale(const struct ho_rect *extent, enum ho_figure_edition edition)
{
    static const double boxes[][2] = {[HO_FIGURE_FULL] = {70, 60},
                                      [HO_FIGURE_THUMBNAIL] = {36, 22},
                                      [HO_FIGURE_PICTOGRAM] = {20, 20}};
    return fmin(boxes[edition][0] / extent->width, boxes[edition][1] / extent->height);
}

/* Pixels a millimetre: finer shows no difference on paper (figures.md, 1). */
static double view_scale(const struct ho_rect *extent, enum ho_figure_edition edition)
{
    double pixels = edition == HO_FIGURE_FULL ? 2000 : 1000;
    return clamp(pixels / fmax(extent->width, extent->height), .4, 2.4);
}

/* ---- what is drawn ---- */

/* Limbs on the far side, if the body is seen from the side: else a patch of colour would show in the groin. */
static void mark_far(const struct scene *scene)
{
    struct view *view = scene->view;
    double pelvis = v3_dot(scene->skeleton->pelvis.axes.z, scene->camera.near),
           thorax = v3_dot(scene->skeleton->thorax.axes.z, scene->camera.near);
    bool is_far[GROUP_COUNT] = {false};
    is_far[GROUP_LEG_LEFT] = pelvis > .9;
    is_far[GROUP_LEG_RIGHT] = pelvis < -.9;
    is_far[GROUP_ARM_LEFT] = thorax > .6;
    is_far[GROUP_ARM_RIGHT] = thorax < -.6;
    for (size_t i = 0; i < (size_t)view->width * (size_t)view->height; i++)
        if (view->materials[i])
            view->far[i] = is_far[view_part(view, i)->group];
}

static struct view *look(struct art *art, const struct scene *scene,
                         const struct crop *crop)
{
    double scale = view_scale(&scene->extent, art->edition);
    art->sigma = clamp(2.8 * scale, 1.8, 5);
    return view_render(art->arena, scene->mesh, &scene->camera, scale, crop);
}

/* What the camera sees of the body: areas, lines, the face. */
static void draw_body(struct scene *scene)
{
    struct crop none = {.is_set = false};
    struct art *art = scene->art;
    scene->view = look(art, scene, scene->pose->is_cropped ? &scene->crop : &none);
    mark_far(scene);
    mark_wet(scene);
    mark_felt(scene);
    view_shade(art->arena, scene->view, v3_scale(scene->skeleton->pelvis.axes.y, -1));
    draw_areas(art, scene->view);
    draw_felt(scene);
    draw_lines(art, scene->view, GHOST_NONE);
    draw_cleft(scene);
    draw_face(scene);
}

/* Where the other body stands: laid on this one at a joint, or beside it. */
static struct vec3 ghost_shift(const struct scene *scene, const struct skeleton *ghost,
                               enum body_side working)
{
    const struct ho_pose *pose = scene->pose;
    enum body_side side = side_of_limb(working, pose->ghost_on.side);
    struct vec3 shift =
        v3_sub(skeleton_place(scene->skeleton, pose->ghost_on.place, side),
               skeleton_place(ghost, pose->ghost_on.place, side));
    return v3_add(shift, v3(pose->ghost_x, 0, side_sign(working) * pose->ghost_z));
}

/* Another pose: pale, where the body was before; or whole, a second person of the other build. */
static void draw_ghost(const struct scene *scene, enum body_side working,
                       const struct build *build)
{
    struct art *art = scene->art;
    struct ho_pose *pose;
    if (!scene->pose->ghost)
        return;
    bool is_whole = scene->pose->is_ghost_whole;
    if (is_whole)
        build = build_of(build == build_of(BUILD_A) ? BUILD_B : BUILD_A);
    pose = ho_new(art->arena, struct ho_pose);
    *pose = *scene->pose->ghost;
    pose->is_cropped = is_whole && scene->pose->is_cropped;
    struct skeleton *skeleton = skeleton_build(art->arena, pose, working, build);
    skeleton_move(skeleton, ghost_shift(scene, skeleton, working));
    struct scene ghost = *scene;
    ghost.pose = pose;
    ghost.skeleton = skeleton;
    ghost.mesh = body_mesh(art->arena, pose, skeleton);
    ghost.mesh->has_other_clothes = is_whole;
    struct crop none = {.is_set = false};
    if (is_whole)
        draw_body(&ghost);
    else
        draw_lines(art, look(art, &ghost, &none),
                   scene->pose->is_ghost_in_front ? GHOST_IN_FRONT : GHOST_BEHIND);
}

static void draw(struct scene *scene, enum body_side working, const struct build *build)
{
    draw_roundel(scene);
    draw_ground(scene);
    draw_ghost(scene, working, build);
    draw_body(scene);
    draw_waves(scene);
    draw_marks(scene);
}

/* ---- the result ---- */

/* A thousand steps to 70 mm of paper: what is finer is not seen (figures.md, 0). */
static void round_path(struct ho_arena *arena, struct ho_painted_path *painted,
                       double step)
{
    struct ho_path *path = ho_new(arena, struct ho_path);
    *path = *painted->path;
    path->points.items =
        ho_new_array(arena, struct ho_point, painted->path->points.count + 1);
    for (size_t i = 0; i < path->points.count; i++) {
        struct ho_point p = painted->path->points.items[i];
        path->points.items[i] =
            (struct ho_point){round(p.x / step) * step, round(p.y / step) * step};
    }
    painted->path = path;
}

static void gather(const struct art *art, struct ho_figure *figure)
{
    double step = 0.07 * 72 / 25.4 / figure->scale; /* mm of the body */
    struct bounds b = {1e9, 1e9, -1e9, -1e9};
    figure->step = step;
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        for (size_t i = 0; i < art->layers[layer].count; i++) {
            struct ho_painted_path painted = art->layers[layer].items[i];
            if (!painted.path->ops.count)
                continue;
            round_path(art->arena, &painted, step);
            struct ho_rect box = ho_path_box(painted.path);
            double half = painted.paint.width * art->point / 2;
            include(&b, (struct ho_point){box.x, box.y}, half);
            include(&b, (struct ho_point){box.x + box.width, box.y + box.height}, half);
            ho_push(art->arena, &figure->paths, painted);
        }
    figure->box = (struct ho_rect){b.left, b.top, b.right - b.left, b.bottom - b.top};
}

const struct ho_figure *ho_figure_build(struct ho_arena *arena,
                                        const struct ho_pose *pose,
                                        enum ho_figure_side side,
                                        enum ho_figure_edition edition,
                                        enum ho_figure_body body)
{
    enum body_side working = side == HO_FIGURE_LEFT ? LEFT : RIGHT;
    const struct build *build = build_of(body == HO_FIGURE_BODY_B ? BUILD_B : BUILD_A);
    bool is_mirrored = working == LEFT && !pose->keeps_view;
    struct art *art = ho_new(arena, struct art);
    struct ho_figure *figure = ho_new(arena, struct ho_figure);
    struct scene scene = {.pose = pose, .art = art};
    scene.skeleton = skeleton_build(arena, pose, working, build);
    scene.mesh = body_mesh(arena, pose, scene.skeleton);
    props_mesh(scene.mesh, pose, scene.skeleton);
    scene.camera =
        camera_at(is_mirrored ? 180 - pose->azimuth : pose->azimuth, pose->elevation);
    scene.mirror = is_mirrored ? -1 : 1;
    if (pose->has_roundel)
        scene.crop =
            (struct crop){true, scene_spot(&scene, &pose->middle), pose->radius};
    scene.extent = find_extent(&scene);
    double scale = paper_scale(&scene.extent, edition);
    art->arena = arena;
    art->edition = edition;
    art->point = 25.4 / 72 / scale;
    draw(&scene, working, build);
    figure->id = ho_format(arena, "%s.%s", pose->id, side ? "left" : "right");
    figure->scale = 1 / art->point;
    gather(art, figure);
    return figure;
}
