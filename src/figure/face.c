/* The strokes of a face, laid on its skin: only what the camera sees is drawn.
 * SPDX-License-Identifier: MIT */
#include "figure/scene_priv.h"

enum { MOST = 16 };

struct decal {
    struct vec3 points[MOST];
    int count;
};

static void put(struct decal *decal, struct frame head, struct vec3 local)
{
    decal->points[decal->count++] = frame_out(head, v3_scale(local, HEAD_SCALE));
}

/* A line on a surface, broken where something is before it by more than `slack`. */
static void draw(const struct scene *scene, const struct decal *decal, double slack,
                 enum ho_role role, double width)
{
    struct art *art = scene->art;
    struct ho_path *path = NULL;
    bool is_down = false;
    for (int i = 0; i < decal->count; i++) {
        struct ho_point p = camera_see(&scene->camera, decal->points[i]);
        if (!view_shows(scene->view, decal->points[i], slack)) {
            is_down = false;
            continue;
        }
        if (!path)
            path = art_stroke(art, LAYER_BODY, role, art_weight(art, width));
        if (is_down)
            ho_path_line(art->arena, path, p.x, p.y);
        else
            ho_path_move(art->arena, path, p.x, p.y);
        is_down = true;
    }
}

/* A point of the face, `off` the skin by a millimetre or so: on it, it would be half inside. */
static struct vec3 on_face(double y, double z, double off)
{
    struct vec3 skin = head_skin(y, z, false);
    return v3(skin.x + off, skin.y, skin.z);
}

static void draw_eye(const struct scene *scene, double side)
{
    struct frame head = scene->skeleton->head;
    struct decal lid = {.count = 0}, pupil = {.count = 0}, brow = {.count = 0};
    for (int i = 0; i <= 6; i++)
        put(&lid, head,
            on_face(15 + 5 * sin((i + .6) / 7 * PI), side * (27 + i * 3.5), 1));
    for (int i = 0; i <= 2; i++)
        put(&pupil, head, on_face(17 - i * 3.2, side * 36.5, 1));
    for (int i = 0; i <= 6; i++)
        put(&brow, head,
            on_face(35 + 4 * sin(i / 6.0 * PI) - i * .5, side * (24 + i * 4.6), 1.5));
    draw(scene, &lid, 7, HO_PAINT_FIGURE_LINE, .7);
    draw(scene, &pupil, 7, HO_PAINT_FIGURE_LINE, 1.3);
    draw(scene, &brow, 7, HO_PAINT_HAIR, .75);
}

/* The nose's side is seen only when the face is turned to the viewer. */
static void draw_mouth_and_nose(const struct scene *scene, double side)
{
    struct frame head = scene->skeleton->head;
    struct decal mouth = {.count = 0}, nose = {.count = 0};
    for (int i = 0; i <= 5; i++)
        put(&mouth, head, on_face(-51 + i * i * .13, side * i * 4.9, 1.2));
    for (int i = 0; i <= 4; i++)
        put(&nose, head,
            v3(105 - i * i * .6, -29 + i * .5 + i * i * .16, side * i * 3.2));
    draw(scene, &mouth, 7, HO_PAINT_FACE_LINE, .7);
    if (fabs(v3_dot(head.axes.x, scene->camera.near)) > .45)
        draw(scene, &nose, 7, HO_PAINT_FACE_LINE, .6);
}

static void draw_ear(const struct scene *scene, enum body_side side)
{
    struct frame ear = ear_frame(scene->skeleton->head, side);
    struct decal rim = {.count = 0};
    for (int i = 0; i <= 9; i++) {
        double a = radians(165 - i * 27);
        put(&rim, ear, v3(10 * cos(a) - 1, 19 * sin(a) + 3, side_sign(side) * 10));
    }
    draw(scene, &rim, 4, HO_PAINT_FACE_LINE, .5);
}

void draw_face(const struct scene *scene)
{
    enum { NEAR = 500 }; /* so little of the body is shown that its face is not small */
    unsigned parts = scene->pose->parts;
    bool is_near = scene->crop.is_set && scene->crop.radius < NEAR;
    if ((scene->art->edition != HO_FIGURE_FULL && !is_near) ||
        (parts && !(parts & HO_PART_HEAD)))
        return; /* too small for a face */
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        draw_eye(scene, side_sign(side));
        draw_mouth_and_nose(scene, side_sign(side));
        draw_ear(scene, side);
    }
}

/* The line between the buttocks and those under them, seen from behind. */
void draw_cleft(const struct scene *scene)
{
    const struct skeleton *s = scene->skeleton;
    struct decal line = {.count = 0};
    if (!scene->pose->has_cleft)
        return;
    for (int i = 0; i <= 14; i++) {
        double y = 52 - i * 10.2, back = 114 - pow(fabs(y + 15) / 80, 2) * 16;
        line.points[line.count++] = frame_out(s->pelvis, v3(-back - 14, y, 0));
    }
    draw(scene, &line, 60, HO_PAINT_FIGURE_LINE, .8);
    for (enum body_side side = RIGHT; side <= LEFT; side++) {
        struct decal fold = {.count = 0};
        for (int i = 0; i <= 10; i++)
            fold.points[fold.count++] = frame_out(
                s->bones[THIGH][side], v3(-112, -62 - 9 * sin(i / 10.0 * PI) + i * 1.2,
                                          side_sign(side) * (-58 + i * 8.5)));
        draw(scene, &fold, 60, HO_PAINT_FIGURE_LINE, .7);
    }
}
