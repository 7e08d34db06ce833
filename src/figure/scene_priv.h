/* scene_priv.h — a pose on its way to a picture: what each step of drawing needs to know.
 * In: figure/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_SCENE_PRIV_H
#define HO_FIGURE_SCENE_PRIV_H

#include "figure/art_priv.h"
#include "figure/body_priv.h"

struct scene {
    const struct ho_pose *pose;
    const struct skeleton *skeleton;
    struct mesh *mesh;
    struct camera camera;
    double
        mirror; /* -1 if the camera looks from the left instead: what is right on the picture is left then */
    struct crop crop;
    struct ho_rect extent; /* millimetres on the picture, y down */
    struct view *view;
    struct art *art;
};

/* Where a spot of the pose is on the picture. */
struct ho_point scene_spot(const struct scene *scene, const struct ho_spot *spot);
/* The first thing of that kind; NULL. */
const struct ho_prop *scene_prop(const struct scene *scene, enum ho_prop_kind kind);

/* The steps, from the ground up; each a file. The wetness and what is felt are marked on the view before the areas are
 * drawn. */
struct mat {
    double left, right, near, far; /* x from left to right, z from far to near */
};
struct mat mat_of(const struct scene *scene, const struct ho_prop *prop);
void draw_ground(const struct scene *scene);
void draw_waves(const struct scene *scene);
void mark_wet(const struct scene *scene);
void mark_felt(const struct scene *scene);
void draw_felt(const struct scene *scene);
void draw_face(const struct scene *scene);
void draw_cleft(const struct scene *scene);
void draw_roundel(const struct scene *scene);
void draw_marks(const struct scene *scene);
/* Whether an arrow or a guide runs over the face. Of the scene it needs the pose, the skeleton, camera and mirror. */
bool mark_is_on_face(const struct scene *scene, const struct ho_mark *mark);

#endif
