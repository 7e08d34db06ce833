/* camera_priv.h — an orthographic camera: lengths on the picture are true lengths.
 * In: figure/ only.  Azimuth 0 looks from the body's right, 90 from the front; elevation from above.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_CAMERA_PRIV_H
#define HO_FIGURE_CAMERA_PRIV_H

#include "figure/space_priv.h"
#include "page/geometry.h"

struct camera {
    struct vec3 right, up,
        near; /* of the picture, in the room; near points to the viewer */
};

static inline struct camera camera_at(double azimuth, double elevation)
{
    double a = radians(azimuth), e = radians(elevation);
    struct camera camera = {.right = v3(cos(a), 0, -sin(a)),
                            .near = v3(sin(a) * cos(e), sin(e), cos(a) * cos(e))};
    camera.up = v3_cross(camera.near, camera.right);
    return camera;
}

/* Millimetres on the picture, y DOWN, as all drawings are. */
static inline struct ho_point camera_see(const struct camera *camera, struct vec3 place)
{
    return (struct ho_point){v3_dot(place, camera->right), -v3_dot(place, camera->up)};
}

#endif
