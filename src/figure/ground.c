/* What lies under a body: mat, floor, the shadow where it touches them; and water.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "figure/region_priv.h"
#include "figure/scene_priv.h"

static double given(double value, double otherwise)
{
    return isnan(value) ? otherwise : value;
}

/* ---- the mat ---- */

struct mat mat_of(const struct scene *scene, const struct ho_prop *prop)
{
    const struct mesh *mesh = scene->mesh;
    double least = 1e9, most = -1e9;
    for (size_t i = 0; i < mesh->triangles.count; i++) {
        const struct triangle *t = &mesh->triangles.items[i];
        if (mesh->parts.items[t->part].group == GROUP_PROP)
            continue;
        least = fmin(least, mesh->vertices.items[t->corners[0]].at.x);
        most = fmax(most, mesh->vertices.items[t->corners[0]].at.x);
    }
    double length = given(prop->length, most - least + 160),
           half = given(prop->width, 620) / 2,
           middle = (least + most) / 2 + given(prop->x, 0);
    return (struct mat){middle - length / 2, middle + length / 2, half, -half};
}

enum { CORNER_STEPS = 7, MAT_POINTS = 4 * CORNER_STEPS };

/* The outline of the mat `below` its top, corners rounded. */
static void trace_mat(const struct scene *scene, const struct mat *mat, double below,
                      struct ho_path *path)
{
    static const double radius = 45;
    const double x[] = {mat->right - radius, mat->left + radius, mat->left + radius,
                        mat->right - radius},
                 z[] = {mat->near - radius, mat->near - radius, mat->far + radius,
                        mat->far + radius};
    for (int i = 0; i < MAT_POINTS; i++) {
        int corner = i / CORNER_STEPS;
        double a = radians(corner * 90 + i % CORNER_STEPS * 15);
        struct ho_point p =
            camera_see(&scene->camera, v3(x[corner] + radius * cos(a), -below,
                                          z[corner] + radius * sin(a)));
        if (i)
            ho_path_line(scene->art->arena, path, p.x, p.y);
        else
            ho_path_move(scene->art->arena, path, p.x, p.y);
    }
    ho_path_close(scene->art->arena, path);
}

/* Its edge is the outline of its bottom and of its top together; then the top over it. */
static void draw_mat(const struct scene *scene, const struct mat *mat)
{
    enum { THICK = 16, SLICES = 3 };
    struct art *art = scene->art;
    struct ho_path *side = art_fill(art, LAYER_BACK, HO_PAINT_MAT_EDGE);
    for (int i = SLICES; i >= 1; i--)
        trace_mat(scene, mat, (double)THICK * i / SLICES, side);
    art->layers[LAYER_BACK].items[art->layers[LAYER_BACK].count - 1].paint.stroke =
        HO_PAINT_MAT_LINE;
    art->layers[LAYER_BACK].items[art->layers[LAYER_BACK].count - 1].paint.width =
        art_weight(art, .7);
    struct ho_path *top = art_fill(art, LAYER_BACK, HO_PAINT_MAT);
    trace_mat(scene, mat, 0, top);
    art->layers[LAYER_BACK].items[art->layers[LAYER_BACK].count - 1].paint.stroke =
        HO_PAINT_MAT_LINE;
    art->layers[LAYER_BACK].items[art->layers[LAYER_BACK].count - 1].paint.width =
        art_weight(art, .55);
}

/* ---- the contact shadow ---- */

static const double drop = 100; /* mm: what is higher throws no contact shadow */

/* Triangles near the floor, let down on it, a little towards the viewer. */
static struct vec3 let_down(struct vec3 p)
{
    return v3(p.x + 8 + p.y * .10, 0, p.z + 14 + p.y * .06);
}

static bool is_on_mat(const struct scene *scene, const struct mat *mat,
                      struct ho_point p)
{
    const struct camera *c = &scene->camera;
    double det = c->right.x * c->up.z - c->right.z * c->up.x;
    if (fabs(c->up.z) < .02)
        return true;
    double x = (p.x * c->up.z + c->right.z * p.y) / det,
           z = (-c->right.x * p.y - p.x * c->up.x) / det;
    return x > mat->left + 4 && x < mat->right - 4 && z < mat->near - 4 &&
           z > mat->far + 4;
}

/* A mesh of what touches the ground, flat on it. */
static struct mesh *shadow_mesh(const struct scene *scene)
{
    const struct mesh *mesh = scene->mesh;
    struct mesh *flat = mesh_new(scene->art->arena);
    int part = mesh_add_part(flat, (struct part){.group = GROUP_PROP,
                                                 .kind = KIND_PROP,
                                                 .material = MATERIAL_METAL});
    for (size_t i = 0; i < mesh->triangles.count; i++) {
        const struct triangle *t = &mesh->triangles.items[i];
        struct triangle copy = {.part = part};
        bool is_low = true;
        for (int c = 0; c < 3; c++) {
            struct vec3 at = mesh->vertices.items[t->corners[c]].at;
            is_low &= at.y <= drop;
            copy.corners[c] = (int)flat->vertices.count + c;
        }
        for (int c = 0; is_low && c < 3; c++)
            ho_push(flat->arena, &flat->vertices,
                    (struct vertex){
                        .at = let_down(mesh->vertices.items[t->corners[c]].at)});
        if (is_low)
            ho_push(flat->arena, &flat->triangles, copy);
    }
    return flat;
}

/* Grown and closed: each pixel takes the share of its neighbourhood that is dark. */
static void soften(struct ho_arena *arena, uint8_t *mask, int width, int height,
                   int radius)
{
    size_t pixels = (size_t)width * (size_t)height;
    float *now = ho_new_array(arena, float, pixels),
          *next = ho_new_array(arena, float, pixels);
    for (size_t i = 0; i < pixels; i++)
        now[i] = mask[i];
    for (int pass = 0; pass < 4; pass++) {
        bool is_row = pass % 2 == 0;
        int lines = is_row ? height : width, length = is_row ? width : height;
        size_t stride = is_row ? 1 : (size_t)width, jump = is_row ? (size_t)width : 1;
        for (int line = 0; line < lines; line++) {
            double sum = 0;
            size_t start = (size_t)line * jump;
            for (int i = -radius; i < length; i++) {
                if (i + radius < length)
                    sum += now[start + (size_t)(i + radius) * stride];
                if (i - radius - 1 >= 0)
                    sum -= now[start + (size_t)(i - radius - 1) * stride];
                if (i >= 0)
                    next[start + (size_t)i * stride] = (float)(sum / (2 * radius + 1));
            }
        }
        float *swap = now;
        now = next;
        next = swap;
    }
    for (size_t i = 0; i < pixels; i++)
        mask[i] = now[i] > .28f;
}

static void draw_shadow(const struct scene *scene, const struct mat *mat)
{
    enum { SCALE_PERCENT = 60, GROW = 16 };
    const double scale = SCALE_PERCENT / 100.0;
    struct art *art = scene->art;
    struct mesh *flat = shadow_mesh(scene);
    struct crop all = {.is_set = false};
    if (!flat->triangles.count)
        return;
    struct view *view = view_render(art->arena, flat, &scene->camera, scale, &all);
    size_t pixels = (size_t)view->width * (size_t)view->height;
    uint8_t *mask = ho_new_array(art->arena, uint8_t, pixels);
    for (size_t i = 0; i < pixels; i++)
        mask[i] = view->materials[i] != 0;
    soften(art->arena, mask, view->width, view->height, (int)(GROW * scale));
    for (size_t i = 0; mat && i < pixels; i++) {
        size_t row = i / (size_t)view->width, column = i % (size_t)view->width;
        struct ho_point p = view_point(view, (double)column + .5, (double)row + .5);
        mask[i] = mask[i] && is_on_mat(scene, mat, p);
    }
    art_paint(art, LAYER_BACK, region_trace(art->arena, view, mask, 6, 2500),
              mat ? HO_PAINT_MAT_EDGE : HO_PAINT_SHADOW, 0);
}

/* ---- floor and water ---- */

/* Across the picture, or across the circle that it stands in. */
static void draw_floor(const struct scene *scene, const struct ho_prop *floor)
{
    double middle = scene->extent.x + scene->extent.width / 2,
           half = given(floor->width, scene->extent.width) / 2;
    double y = camera_see(&scene->camera, v3(0, 0, given(floor->z, 0))).y -
               given(floor->dy, 0);
    if (scene->pose->has_roundel) {
        double r = scene->crop.radius, off = y - scene->crop.middle.y;
        middle = scene->crop.middle.x;
        half = fmin(half, .93 * sqrt(fmax(0, r * r - off * off)));
    }
    struct ho_path *path = art_stroke(scene->art, LAYER_BACK, HO_PAINT_FLOOR_LINE,
                                      art_weight(scene->art, .8));
    ho_path_move(scene->art->arena, path, middle - half, y);
    ho_path_line(scene->art->arena, path, middle + half, y);
}

static double wave(const struct ho_prop *water, double x)
{
    return -(given(water->y, 0) + 9 * sin(x / 95));
}

/* A wave from `from` to `to`, parts of the picture's width, `below` the surface. */
static void trace_wave(const struct scene *scene, const struct ho_prop *water,
                       struct ho_path *path, double from, double to, double below,
                       bool is_first)
{
    enum { POINTS = 160 };
    struct ho_point points[POINTS + 1];
    double left = scene->extent.x + from * scene->extent.width,
           width = (to - from) * scene->extent.width;
    for (int i = 0; i <= POINTS; i++) {
        double x = left + width * i / POINTS;
        points[i] = (struct ho_point){x, wave(water, x) + below};
    }
    if (is_first)
        ho_path_move(scene->art->arena, path, points[0].x, points[0].y);
    curve_fit(scene->art->arena, path, points, POINTS + 1, .8);
}

static void draw_water(const struct scene *scene, const struct ho_prop *water)
{
    struct ho_arena *arena = scene->art->arena;
    double left = scene->extent.x, right = left + scene->extent.width,
           bottom = scene->extent.y + scene->extent.height, round = 60, k = 27;
    struct ho_path *path = art_fill(scene->art, LAYER_BACK, HO_PAINT_WATER);
    trace_wave(scene, water, path, 0, 1, 0, true);
    ho_path_line(arena, path, right, bottom - round);
    ho_path_curve(arena, path, right, bottom - k, right - k, bottom, right - round,
                  bottom);
    ho_path_line(arena, path, left + round, bottom);
    ho_path_curve(arena, path, left + k, bottom, left, bottom - k, left,
                  bottom - round);
    ho_path_close(arena, path);
    for (int i = 0; i < 2; i++)
        trace_wave(scene, water,
                   art_stroke(scene->art, LAYER_BACK, HO_PAINT_PAPER,
                              art_weight(scene->art, 1.1)),
                   i ? .42 : .06, i ? .86 : .34, i ? 215 : 150, true);
}

void draw_waves(const struct scene *scene)
{
    const struct ho_prop *water = scene_prop(scene, HO_PROP_WATER);
    if (water)
        trace_wave(scene, water,
                   art_stroke(scene->art, LAYER_MARKS, HO_PAINT_WATER_LINE,
                              art_weight(scene->art, 1.3)),
                   0, 1, 0, true);
}

void mark_wet(const struct scene *scene)
{
    const struct ho_prop *water = scene_prop(scene, HO_PROP_WATER);
    struct view *view = scene->view;
    if (!water)
        return;
    for (int y = 0; y < view->height; y++)
        for (int x = 0; x < view->width; x++) {
            size_t pixel = (size_t)y * (size_t)view->width + (size_t)x;
            struct ho_point p = view_point(view, x + .5, y + .5);
            if (view->materials[pixel] && -view_place(view, x, y).y > wave(water, p.x))
                view->stains[pixel] = STAIN_WET;
        }
}

void draw_ground(const struct scene *scene)
{
    const struct ho_prop *water = scene_prop(scene, HO_PROP_WATER),
                         *mat = scene_prop(scene, HO_PROP_MAT),
                         *floor = scene_prop(scene, HO_PROP_FLOOR);
    struct mat place = {0};
    if (water)
        draw_water(scene, water);
    if (mat) {
        place = mat_of(scene, mat);
        draw_mat(scene, &place);
    }
    if (floor)
        draw_floor(scene, floor);
    if (mat || floor)
        draw_shadow(scene, mat ? &place : NULL);
}
