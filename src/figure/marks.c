/* Marks on a figure: arrows that show how it moves, dashed guides, angles, the ring of a pictogram. Each lies on white,
 * so that it is seen on any ground.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "figure/scene_priv.h"

/* ---- arrows ---- */

/* Sizes in points (figures.md, "Style"). */
static const double tail = .8, neck = 3, head_long = 8.2, head_wide = 8.4, casing = 2;

enum { STEPS = 40 };

struct shaft {
    struct ho_point left[STEPS + 1], right[STEPS + 1], neck, tail;
    int count;
};

static struct ho_point bend_at(const struct ho_point p[4], double t)
{
    double u = 1 - t;
    return p_add(p_add(p_scale(p[0], u * u * u), p_scale(p[1], 3 * u * u * t)),
                 p_add(p_scale(p[2], 3 * u * t * t), p_scale(p[3], t * t * t)));
}

static void find_bend(struct ho_point from, struct ho_point to, double bend,
                      struct ho_point out[4])
{
    struct ho_point d = p_sub(to, from),
                    aside = p_scale((struct ho_point){d.y, -d.x}, bend * 1.33);
    out[0] = from;
    out[1] = p_add(p_add(from, p_scale(d, .30)), aside);
    out[2] = p_add(p_add(from, p_scale(d, .74)), aside);
    out[3] = to;
}

/* The shaft ends where the head begins; it grows from a thin tail. */
static struct shaft find_shaft(const struct ho_point bend[4],
                               const struct ho_mark *mark, double point)
{
    struct shaft shaft = {.count = 0};
    struct ho_point p[STEPS + 1];
    double at[STEPS + 1] = {0}, size = mark->size * point;
    for (int i = 0; i <= STEPS; i++) {
        p[i] = bend_at(bend, (double)i / STEPS);
        at[i] = i ? at[i - 1] + p_length(p_sub(p[i], p[i - 1])) : 0;
    }
    double stop = at[STEPS] - head_long * size * .86,
           start = mark->is_both_ways ? head_long * size * .86 : 0;
    for (int i = 0; i <= STEPS && at[i] <= stop; i++) {
        if (at[i] < start)
            continue;
        struct ho_point along =
            p_unit(p_sub(p[i < STEPS ? i + 1 : i], p[i > 0 ? i - 1 : 0]));
        double wide =
            mark->is_both_ways ? neck * .8 : tail + (neck - tail) * sqrt(at[i] / stop);
        struct ho_point aside =
            p_scale((struct ho_point){-along.y, along.x}, wide * size / 2);
        if (!shaft.count)
            shaft.tail = p[i];
        shaft.neck = p[i];
        shaft.left[shaft.count] = p_add(p[i], aside);
        shaft.right[shaft.count++] = p_sub(p[i], aside);
    }
    return shaft;
}

/* Barbs a little behind the neck, and the tip. `from` is the neck; first the barb on the left of the way to the tip. */
static void add_barbs(struct ho_arena *arena, struct ho_path *path,
                      struct ho_point from, struct ho_point tip, double size)
{
    struct ho_point d = p_unit(p_sub(tip, from)),
                    back = p_sub(from, p_scale(d, head_long * .10 * size)),
                    aside = p_scale((struct ho_point){-d.y, d.x}, head_wide * size / 2);
    struct ho_point left = p_add(back, aside), right = p_sub(back, aside);
    ho_path_line(arena, path, left.x, left.y);
    ho_path_line(arena, path, tip.x, tip.y);
    ho_path_line(arena, path, right.x, right.y);
}

/* The middle line of an arrow or of a guide, as `count` points; 0 if the mark is neither. */
static size_t trace_mark(const struct scene *scene, const struct ho_mark *mark,
                         struct ho_point *points, size_t count)
{
    struct ho_point bend[4];
    double curve = mark->kind == HO_MARK_ARROW ? mark->bend * scene->mirror : 0;
    if (mark->kind != HO_MARK_ARROW && mark->kind != HO_MARK_LINE)
        return 0;
    find_bend(scene_spot(scene, &mark->from), scene_spot(scene, &mark->to), curve,
              bend);
    for (size_t i = 0; i < count; i++)
        points[i] = bend_at(bend, (double)i / (double)(count - 1));
    return count;
}

bool mark_is_on_face(const struct scene *scene, const struct ho_mark *mark)
{
    enum { FRONT = 62, CHIN = -20, RADIUS = 88 };
    struct frame head = scene->skeleton->head;
    struct ho_point points[STEPS + 1], face;
    if (v3_dot(head.axes.x, scene->camera.near) < -.5)
        return false; /* seen from behind: there is no face to hide */
    face = camera_see(&scene->camera, frame_out(head, v3(FRONT, CHIN, 0)));
    for (size_t i = trace_mark(scene, mark, points, STEPS + 1); i-- > 0;)
        if (p_length(p_sub(points[i], face)) < RADIUS)
            return true;
    return false;
}

static void draw_arrow(const struct scene *scene, const struct ho_mark *mark)
{
    struct art *art = scene->art;
    struct ho_point bend[4], back[STEPS + 1], from = scene_spot(scene, &mark->from),
                                              to = scene_spot(scene, &mark->to);
    find_bend(from, to, mark->bend * scene->mirror, bend);
    /* On a small picture the arrow is smaller, but not in proportion: it must be seen. */
    double grow = art->edition == HO_FIGURE_FULL ? 1 : .72,
           size = mark->size * art->point * grow;
    struct ho_mark scaled = *mark;
    scaled.size *= grow;
    struct shaft shaft = find_shaft(bend, &scaled, art->point);
    if (shaft.count < 2)
        return;
    struct ho_path *path = ho_path_new(art->arena);
    ho_path_move(art->arena, path, shaft.left[0].x, shaft.left[0].y);
    curve_fit(art->arena, path, shaft.left, (size_t)shaft.count, .08 * art->point);
    add_barbs(art->arena, path, shaft.neck, to, size);
    for (int i = 0; i < shaft.count; i++)
        back[i] = shaft.right[shaft.count - 1 - i];
    ho_path_line(art->arena, path, back[0].x, back[0].y);
    curve_fit(art->arena, path, back, (size_t)shaft.count, .08 * art->point);
    if (mark->is_both_ways)
        add_barbs(art->arena, path, shaft.tail, from, size);
    ho_path_close(art->arena, path);
    art_casing(art, LAYER_MARKS, path, casing);
    art_paint(art, LAYER_MARKS, path, HO_PAINT_MOVE, 0);
}

/* ---- dashed guides ---- */

static void draw_dashed(const struct scene *scene, const struct ho_point *points,
                        size_t count, double width)
{
    struct art *art = scene->art;
    struct ho_path *path = art_dash(art, LAYER_MARKS, HO_PAINT_MOVE, width, 3.2, 2.2);
    struct ho_painted_path dashed =
        art->layers[LAYER_MARKS].items[--art->layers[LAYER_MARKS].count];
    ho_path_move(art->arena, path, points[0].x, points[0].y);
    if (count == 2)
        ho_path_line(art->arena, path, points[1].x, points[1].y);
    else
        curve_fit(art->arena, path, points, count, 1);
    art_casing(art, LAYER_MARKS, path, 2 * width);
    ho_push(art->arena, &art->layers[LAYER_MARKS], dashed);
}

static void draw_spine(const struct scene *scene, const struct ho_mark *mark)
{
    enum { MOST = 80 };
    struct ho_point points[MOST];
    size_t count = 0;
    for (double y = mark->first; y <= mark->last && count < MOST; y += 10) {
        struct vec3 place =
            frame_out(skeleton_spine(scene->skeleton, y), v3(mark->offset, 0, 0));
        points[count++] = camera_see(&scene->camera, place);
    }
    if (count > 1)
        draw_dashed(scene, points, count, 1.25);
}

static void draw_guide(const struct scene *scene, const struct ho_mark *mark)
{
    struct ho_point points[] = {scene_spot(scene, &mark->from),
                                scene_spot(scene, &mark->to)};
    draw_dashed(scene, points, 2, 1.25);
}

/* ---- angles ---- */

/* The joint, and a place on each of the bones that meet there. */
static void find_joint(const struct scene *scene, const struct ho_spot *spot,
                       struct vec3 out[3])
{
    const struct skeleton *s = scene->skeleton;
    enum body_side side = side_of_limb(s->working, spot->side);
    switch (spot->place) {
    case HO_PLACE_KNEE:
        out[0] = s->bones[SHANK][side].origin;
        out[1] = s->bones[THIGH][side].origin;
        out[2] = s->foot[side].origin;
        break;
    case HO_PLACE_HIP:
        out[0] = s->bones[THIGH][side].origin;
        out[1] = v3_along(out[0], s->pelvis.axes.y, 300);
        out[2] = s->bones[SHANK][side].origin;
        break;
    default:
        out[0] = s->bones[FOREARM][side].origin;
        out[1] = s->bones[UPPER_ARM][side].origin;
        out[2] = s->hand[side].origin;
        break;
    }
}

/* Dashed along both bones, and an arc in the plane of the joint. */
static void draw_angle(const struct scene *scene, const struct ho_mark *mark)
{
    enum { ARC = 24 };
    struct art *art = scene->art;
    struct vec3 joint[3];
    find_joint(scene, &mark->from, joint);
    struct vec3 u = v3_unit(v3_sub(joint[1], joint[0])),
                w = v3_unit(v3_sub(joint[2], joint[0]));
    struct vec3 across = v3_unit(v3_sub(w, v3_scale(u, v3_dot(u, w))));
    double angle = acos(clamp(v3_dot(u, w), -1, 1)), arm = 2.1 * mark->radius;
    struct ho_point centre = camera_see(&scene->camera, joint[0]), arc[ARC + 1];
    struct ho_point ends[] = {camera_see(&scene->camera, v3_along(joint[0], u, arm)),
                              camera_see(&scene->camera, v3_along(joint[0], w, arm))};
    for (int i = 0; i < 2; i++)
        draw_dashed(scene, (struct ho_point[]){centre, ends[i]}, 2, 1);
    for (int i = 0; i <= ARC; i++) {
        double a = angle * i / ARC;
        struct vec3 place = v3_along(v3_along(joint[0], u, mark->radius * cos(a)),
                                     across, mark->radius * sin(a));
        arc[i] = camera_see(&scene->camera, place);
    }
    struct ho_path *path = ho_path_new(art->arena);
    ho_path_move(art->arena, path, arc[0].x, arc[0].y);
    curve_fit(art->arena, path, arc, ARC + 1, .6);
    art_casing(art, LAYER_MARKS, path, 3);
    struct ho_path *line = art_stroke(art, LAYER_MARKS, HO_PAINT_MOVE, 1.5);
    *line = *path;
    ho_path_circle(art->arena, art_fill(art, LAYER_MARKS, HO_PAINT_MOVE), centre.x,
                   centre.y, 1.5 * art->point);
}

/* ---- the heart ---- */

static void draw_heart(const struct scene *scene, const struct ho_mark *mark)
{
    struct art *art = scene->art;
    struct ho_point c = scene_spot(scene, &mark->from);
    double r = mark->radius;
    struct ho_path *path = ho_path_new(art->arena);
    ho_path_move(art->arena, path, c.x, c.y + r);
    ho_path_curve(art->arena, path, c.x - 1.5 * r, c.y + .1 * r, c.x - 1.1 * r, c.y - r,
                  c.x, c.y - .45 * r);
    ho_path_curve(art->arena, path, c.x + 1.1 * r, c.y - r, c.x + 1.5 * r, c.y + .1 * r,
                  c.x, c.y + r);
    ho_path_close(art->arena, path);
    art_casing(art, LAYER_MARKS, path, casing);
    art_paint(art, LAYER_MARKS, path,
              scene->pose->has_roundel ? HO_PAINT_DANGER : HO_PAINT_MOVE, 0);
}

/* ---- the ring ---- */

/* White inside, red around: only the signs of danger have it. */
void draw_roundel(const struct scene *scene)
{
    struct art *art = scene->art;
    if (!scene->pose->has_roundel)
        return;
    double r = scene->crop.radius;
    ho_path_circle(art->arena, art_fill(art, LAYER_BACK, HO_PAINT_PAPER),
                   scene->crop.middle.x, scene->crop.middle.y, r);
    ho_path_circle(art->arena, art_stroke(art, LAYER_MARKS, HO_PAINT_DANGER, 1.4),
                   scene->crop.middle.x, scene->crop.middle.y, r);
}

void draw_marks(const struct scene *scene)
{
    for (size_t i = 0; i < scene->pose->marks.count; i++) {
        const struct ho_mark *mark = &scene->pose->marks.items[i];
        switch (mark->kind) {
        case HO_MARK_HIGHLIGHT: break; /* on the skin: felt.c */
        case HO_MARK_ARROW: draw_arrow(scene, mark); break;
        case HO_MARK_SPINE: draw_spine(scene, mark); break;
        case HO_MARK_LINE: draw_guide(scene, mark); break;
        case HO_MARK_HEART: draw_heart(scene, mark); break;
        case HO_MARK_ANGLE: draw_angle(scene, mark); break;
        }
    }
}
