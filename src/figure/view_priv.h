/* view_priv.h — the mesh as the camera sees it, in a small z-buffer that never reaches the page: which part, of what,
 * how near and how turned, pixel by pixel.
 * In: a mesh, a camera.  Out: struct view, from which regions and lines are traced.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_VIEW_PRIV_H
#define HO_FIGURE_VIEW_PRIV_H

#include <stdbool.h>
#include <stdint.h>

#include "figure/camera_priv.h"
#include "figure/mesh_priv.h"

enum { STAIN_NONE, STAIN_FELT, STAIN_WET, STAIN_CUT };

/* What is drawn of the picture: all, or what lies in a circle. */
struct crop {
    bool is_set;
    struct ho_point middle;
    double radius;
};

struct view {
    const struct mesh *mesh;
    struct camera camera;
    int width, height;
    double scale;     /* pixels a millimetre */
    double left, top; /* of the picture, in millimetres, y down */
    float *depth;     /* towards the viewer */
    float *normals;   /* three a pixel */
    int16_t *parts;
    uint8_t *materials, *stains;
    uint8_t *far,
        *shade; /* a tint darker: limbs that are farther; a form's own shadow */
};

/* Draws the mesh; `scale` pixels a millimetre. */
struct view *view_render(struct ho_arena *arena, const struct mesh *mesh,
                         const struct camera *camera, double scale,
                         const struct crop *crop);
/* Fills in `shade`: light comes from the top left of the picture. `below` is the direction in which the trunk ends:
 * what looks there lies between the legs and is not shaded. */
void view_shade(struct ho_arena *arena, struct view *view, struct vec3 below);

/* The place in the room that the pixel shows. */
struct vec3 view_place(const struct view *view, int x, int y);
/* Whether the place is not behind something else by more than `slack`. */
bool view_shows(const struct view *view, struct vec3 place, double slack);

static inline const struct part *view_part(const struct view *view, size_t pixel)
{
    return &view->mesh->parts.items[view->parts[pixel]];
}

/* Millimetres on the picture of a place in pixels. */
static inline struct ho_point view_point(const struct view *view, double x, double y)
{
    return (struct ho_point){view->left + x / view->scale, view->top + y / view->scale};
}

#endif
