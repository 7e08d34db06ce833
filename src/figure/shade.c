/* A form's own shadow: one tint darker where it turns away from the light, in few large patches.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "figure/view_priv.h"

static const double step = 14;        /* mm of depth that a shadow does not run over */
static const double spread = 9;       /* mm of blur */
static const double threshold = -.04; /* of the light, below which it is shadow */

/* One row or column of the picture. */
struct track {
    size_t first, stride, count;
};

static size_t pixel_of(const struct track *track, size_t index)
{
    return track->first + index * track->stride;
}

static bool goes_on(const struct view *view, size_t a, size_t b)
{
    return view->materials[b] && fabsf(view->depth[b] - view->depth[a]) < step;
}

/* A box blur along the track, run by run: it never crosses a step of depth. */
static void blur_track(const struct view *view, const struct track *track, float *light,
                       int radius, double *sums, float *out)
{
    for (size_t at = 0; at < track->count;) {
        if (!view->materials[pixel_of(track, at)]) {
            at++;
            continue;
        }
        size_t end = at + 1;
        while (end < track->count &&
               goes_on(view, pixel_of(track, end - 1), pixel_of(track, end)))
            end++;
        int count = (int)(end - at);
        sums[0] = 0;
        for (int i = 0; i < count; i++)
            sums[i + 1] = sums[i] + light[pixel_of(track, at + (size_t)i)];
        for (int i = 0; i < count; i++) {
            int low = i < radius ? 0 : i - radius;
            int high = i + radius >= count ? count - 1 : i + radius;
            out[i] = (float)((sums[high + 1] - sums[low]) / (high - low + 1));
        }
        for (int i = 0; i < count; i++)
            light[pixel_of(track, at + (size_t)i)] = out[i];
        at = end;
    }
}

static void blur(struct ho_arena *arena, const struct view *view, float *light)
{
    enum { TIMES = 3 }; /* three boxes are nearly a bell */
    size_t width = (size_t)view->width, height = (size_t)view->height;
    size_t longest = width > height ? width : height;
    double *sums = ho_new_array(arena, double, longest + 1);
    float *out = ho_new_array(arena, float, longest);
    int radius = (int)(spread * view->scale);
    for (int i = 0; i < TIMES; i++) {
        for (size_t y = 0; y < height; y++)
            blur_track(view, &(struct track){y * width, 1, width}, light, radius, sums,
                       out);
        for (size_t x = 0; x < width; x++)
            blur_track(view, &(struct track){x, width, height}, light, radius, sums,
                       out);
    }
}

static struct vec3 normal_at(const struct view *view, size_t pixel)
{
    const float *n = view->normals + 3 * pixel;
    return v3_unit(v3(n[0], n[1], n[2]));
}

static float light_at(const struct view *view, size_t pixel, struct vec3 from,
                      struct vec3 below)
{
    const struct part *part = view_part(view, pixel);
    struct vec3 normal = normal_at(view, pixel);
    bool is_crotch = view->materials[pixel] == MATERIAL_TROUSERS &&
                     part->kind == KIND_TORSO && v3_dot(normal, below) > .2;
    return is_crotch ? .5f : (float)v3_dot(normal, from);
}

/* Cushions and china are too light for a shadow; the undersides of boxes are dark. */
static bool is_prop_dark(const struct view *view, size_t pixel, float light)
{
    enum material material = (enum material)view->materials[pixel];
    if (view_part(view, pixel)->kind == KIND_BOX)
        return normal_at(view, pixel).y < -.6;
    return material != MATERIAL_CUSHION && material != MATERIAL_WHITE && light < -.02f;
}

void view_shade(struct ho_arena *arena, struct view *view, struct vec3 below)
{
    size_t pixels = (size_t)view->width * (size_t)view->height;
    const struct camera *camera = &view->camera;
    struct vec3 from =
        v3_unit(v3_add(v3_add(v3_scale(camera->up, .80), v3_scale(camera->near, .55)),
                       v3_scale(camera->right, -.30)));
    float *light = ho_new_array(arena, float, pixels);
    for (size_t i = 0; i < pixels; i++)
        light[i] = view->materials[i] ? light_at(view, i, from, below) : 0;
    blur(arena, view, light);
    for (size_t i = 0; i < pixels; i++)
        if (view->materials[i])
            view->shade[i] = view_part(view, i)->group == GROUP_PROP
                                 ? is_prop_dark(view, i, light[i])
                                 : light[i] < threshold;
}
