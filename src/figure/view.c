/* SPDX-License-Identifier: MIT */
#include "figure/view_priv.h"

#include <string.h>

static const double margin = 14; /* mm around the picture: lines need room */

/* A triangle on the picture: corners in pixels, nearness in z. */
struct facet {
    const struct vertex *corners[3];
    double x[3], y[3], z[3], area;
    struct vec3 flat; /* its own normal, towards the viewer */
    int part;
};

struct box {
    double left, top, right, bottom;
};

static struct box find_box(const struct mesh *mesh, const struct camera *camera)
{
    struct box box = {1e9, 1e9, -1e9, -1e9};
    for (size_t i = 0; i < mesh->triangles.count; i++)
        for (int c = 0; c < 3; c++) {
            int corner = mesh->triangles.items[i].corners[c];
            struct ho_point p = camera_see(camera, mesh->vertices.items[corner].at);
            box.left = fmin(box.left, p.x);
            box.right = fmax(box.right, p.x);
            box.top = fmin(box.top, p.y);
            box.bottom = fmax(box.bottom, p.y);
        }
    return box;
}

static struct box clip(struct box box, const struct crop *crop)
{
    box.left = fmax(box.left, crop->middle.x - crop->radius);
    box.right = fmin(box.right, crop->middle.x + crop->radius);
    box.top = fmax(box.top, crop->middle.y - crop->radius);
    box.bottom = fmin(box.bottom, crop->middle.y + crop->radius);
    return box;
}

static struct view *new_view(struct ho_arena *arena, const struct mesh *mesh,
                             const struct camera *camera, double scale, struct box box)
{
    struct view *view = ho_new(arena, struct view);
    view->mesh = mesh;
    view->camera = *camera;
    view->scale = scale;
    view->left = box.left - margin;
    view->top = box.top - margin;
    view->width = (int)((box.right - box.left + 2 * margin) * scale) + 2;
    view->height = (int)((box.bottom - box.top + 2 * margin) * scale) + 2;
    size_t pixels = (size_t)view->width * (size_t)view->height;
    view->depth = ho_new_array(arena, float, pixels);
    view->normals = ho_new_array(arena, float, 3 * pixels);
    view->parts = ho_new_array(arena, int16_t, pixels);
    view->materials = ho_new_array(arena, uint8_t, pixels);
    view->stains = ho_new_array(arena, uint8_t, pixels);
    view->far = ho_new_array(arena, uint8_t, pixels);
    view->shade = ho_new_array(arena, uint8_t, pixels);
    for (size_t i = 0; i < pixels; i++)
        view->depth[i] = -1e9f;
    return view;
}

static bool make_facet(const struct view *view, const struct triangle *triangle,
                       struct facet *out)
{
    for (int i = 0; i < 3; i++) {
        out->corners[i] = &view->mesh->vertices.items[triangle->corners[i]];
        struct ho_point p = camera_see(&view->camera, out->corners[i]->at);
        out->x[i] = (p.x - view->left) * view->scale;
        out->y[i] = (p.y - view->top) * view->scale;
        out->z[i] = v3_dot(out->corners[i]->at, view->camera.near);
    }
    out->area = (out->x[1] - out->x[0]) * (out->y[2] - out->y[0]) -
                (out->x[2] - out->x[0]) * (out->y[1] - out->y[0]);
    out->part = triangle->part;
    out->flat = v3_unit(v3_cross(v3_sub(out->corners[1]->at, out->corners[0]->at),
                                 v3_sub(out->corners[2]->at, out->corners[0]->at)));
    if (v3_dot(out->flat, view->camera.near) < 0)
        out->flat = v3_scale(out->flat, -1);
    return fabs(out->area) > 1e-9;
}

static struct vec3 weigh(const double w[3], struct vec3 a, struct vec3 b, struct vec3 c)
{
    return v3_add(v3_add(v3_scale(a, w[0]), v3_scale(b, w[1])), v3_scale(c, w[2]));
}

/* Boxes have flat sides: smooth normals would make blotches on them. */
static bool is_flat(const struct part *part)
{
    return part->kind == KIND_BOX;
}

static void put_pixel(struct view *view, const struct facet *f, size_t pixel,
                      const double w[3], double z)
{
    const struct part *part = &view->mesh->parts.items[f->part];
    struct vec3 local =
        weigh(w, f->corners[0]->local, f->corners[1]->local, f->corners[2]->local);
    enum material material = mesh_material(view->mesh, f->part, local);
    if (material == MATERIAL_NONE)
        return;
    struct vec3 normal = is_flat(part)
                             ? f->flat
                             : weigh(w, f->corners[0]->normal, f->corners[1]->normal,
                                     f->corners[2]->normal);
    view->depth[pixel] = (float)z;
    view->parts[pixel] = (int16_t)f->part;
    view->materials[pixel] = (uint8_t)material;
    view->normals[3 * pixel] = (float)normal.x;
    view->normals[3 * pixel + 1] = (float)normal.y;
    view->normals[3 * pixel + 2] = (float)normal.z;
}

static int limit(double value, int most)
{
    return value < 0 ? 0 : value > most ? most : (int)value;
}

static void put_facet(struct view *view, const struct facet *f)
{
    const double *x = f->x, *y = f->y;
    int left = limit(floor(fmin(x[0], fmin(x[1], x[2])) - .5), view->width - 1);
    int right = limit(ceil(fmax(x[0], fmax(x[1], x[2])) + .5), view->width - 1);
    int top = limit(floor(fmin(y[0], fmin(y[1], y[2])) - .5), view->height - 1);
    int bottom = limit(ceil(fmax(y[0], fmax(y[1], y[2])) + .5), view->height - 1);
    for (int row = top; row <= bottom; row++)
        for (int column = left; column <= right; column++) {
            double px = column + .5, py = row + .5, w[3];
            w[0] = ((x[1] - px) * (y[2] - py) - (x[2] - px) * (y[1] - py)) / f->area;
            w[1] = ((x[2] - px) * (y[0] - py) - (x[0] - px) * (y[2] - py)) / f->area;
            w[2] = 1 - w[0] - w[1];
            if (w[0] < -1e-9 || w[1] < -1e-9 || w[2] < -1e-9)
                continue;
            double z = w[0] * f->z[0] + w[1] * f->z[1] + w[2] * f->z[2];
            size_t pixel = (size_t)row * (size_t)view->width + (size_t)column;
            if (z > view->depth[pixel])
                put_pixel(view, f, pixel, w, z);
        }
}

/* What lies outside the circle is not there, and has no outline where it was cut. */
static void cut(struct view *view, const struct crop *crop)
{
    for (int y = 0; y < view->height; y++)
        for (int x = 0; x < view->width; x++) {
            struct ho_point p = view_point(view, x + .5, y + .5);
            size_t pixel = (size_t)y * (size_t)view->width + (size_t)x;
            if (hypot(p.x - crop->middle.x, p.y - crop->middle.y) <= crop->radius)
                continue;
            view->depth[pixel] = -1e9f;
            view->materials[pixel] = MATERIAL_NONE;
            view->parts[pixel] = 0;
            view->stains[pixel] = STAIN_CUT;
        }
}

struct view *view_render(struct ho_arena *arena, const struct mesh *mesh,
                         const struct camera *camera, double scale,
                         const struct crop *crop)
{
    struct box box = find_box(mesh, camera);
    if (crop->is_set)
        box = clip(box, crop);
    struct view *view = new_view(arena, mesh, camera, scale, box);
    for (size_t i = 0; i < mesh->triangles.count; i++) {
        struct facet facet;
        if (make_facet(view, &mesh->triangles.items[i], &facet))
            put_facet(view, &facet);
    }
    if (crop->is_set)
        cut(view, crop);
    return view;
}

struct vec3 view_place(const struct view *view, int x, int y)
{
    struct ho_point p = view_point(view, x + .5, y + .5);
    size_t pixel = (size_t)y * (size_t)view->width + (size_t)x;
    return v3_add(
        v3_add(v3_scale(view->camera.right, p.x), v3_scale(view->camera.up, -p.y)),
        v3_scale(view->camera.near, view->depth[pixel]));
}

bool view_shows(const struct view *view, struct vec3 place, double slack)
{
    struct ho_point p = camera_see(&view->camera, place);
    int x = (int)((p.x - view->left) * view->scale),
        y = (int)((p.y - view->top) * view->scale);
    if (x < 0 || y < 0 || x >= view->width || y >= view->height)
        return false;
    return v3_dot(place, view->camera.near) >
           view->depth[(size_t)y * (size_t)view->width + (size_t)x] - slack;
}
