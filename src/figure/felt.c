/* Where it is felt: ellipsoids fixed to the bones colour the skin that lies in them; a hatch keeps it on a copy.
 * SPDX-License-Identifier: MIT */
#include "figure/region_priv.h"
#include "figure/scene_priv.h"

/* An ellipsoid, and the groups of parts whose skin it may colour. */
struct zone {
    struct frame frame;
    struct vec3 middle, radii;
    unsigned groups;
};

struct zones {
    struct zone items[16];
    size_t count;
};

#define BIT(group) (1u << (group))

static void add(struct zones *zones, struct frame frame, struct vec3 middle,
                struct vec3 radii, unsigned groups)
{
    if (zones->count < sizeof zones->items / sizeof *zones->items)
        zones->items[zones->count++] = (struct zone){frame, middle, radii, groups};
}

static const unsigned trunk = BIT(GROUP_TORSO);

static void add_saddle(struct zones *zones, const struct skeleton *s)
{
    unsigned all = trunk | BIT(GROUP_LEG_RIGHT) | BIT(GROUP_LEG_LEFT);
    add(zones, s->pelvis, v3(-60, -48, 0), v3(170, 92, 70), all);
    add(zones, s->pelvis, v3(-40, -95, 0), v3(150, 70, 88), all);
    for (enum body_side side = RIGHT; side <= LEFT; side++)
        add(zones, s->bones[THIGH][side], v3(-20, -110, -70 * side_sign(side)),
            v3(120, 125, 64), all);
}

/* Of regions in the middle; false if the region is one of a side. */
static bool add_middle(struct zones *zones, const struct skeleton *s,
                       enum ho_region region)
{
    switch (region) {
    case HO_REGION_LOW_BACK:
        add(zones, skeleton_spine(s, 135), v3(-95, 0, 0), v3(112, 125, 200), trunk);
        return true;
    case HO_REGION_BELLY:
        add(zones, skeleton_spine(s, 95), v3(100, 0, 0), v3(75, 110, 130), trunk);
        return true;
    case HO_REGION_BLADDER:
        add(zones, skeleton_spine(s, 10), v3(100, 0, 0), v3(60, 70, 90), trunk);
        return true;
    case HO_REGION_SADDLE: add_saddle(zones, s); return true;
    default: return false;
    }
}

static void add_sided(struct zones *zones, const struct skeleton *s,
                      enum ho_region region, enum body_side side)
{
    unsigned leg = BIT(leg_group(side));
    double out = side_sign(side);
    struct frame thigh = s->bones[THIGH][side], shank = s->bones[SHANK][side];
    switch (region) {
    case HO_REGION_BUTTOCK:
        add(zones, s->pelvis, v3(-92, -38, 85 * out), v3(104, 108, 104), trunk | leg);
        break;
    case HO_REGION_HAMSTRING:
        add(zones, thigh, v3(-70, -190, 0), v3(55, 170, 90), leg);
        break;
    case HO_REGION_LEG:
        add(zones, thigh, v3(0, -230, 0), v3(130, 270, 130), leg);
        add(zones, shank, v3(0, -170, 0), v3(120, 215, 120), leg);
        break;
    case HO_REGION_SHIN:
        add(zones, shank, v3(45, -190, 25 * out), v3(60, 150, 60), leg);
        break;
    default: break;
    }
}

static struct zones find_zones(const struct scene *scene)
{
    const struct skeleton *s = scene->skeleton;
    struct zones zones = {.count = 0};
    for (size_t i = 0; i < scene->pose->marks.count; i++) {
        const struct ho_mark *mark = &scene->pose->marks.items[i];
        if (mark->kind != HO_MARK_HIGHLIGHT || add_middle(&zones, s, mark->region))
            continue;
        for (int limb = 0; limb < HO_LIMB_COUNT; limb++)
            if (mark->is_on[limb])
                add_sided(&zones, s, mark->region,
                          side_of_limb(s->working, (enum ho_limb)limb));
    }
    return zones;
}

static bool holds(const struct zone *zone, struct vec3 place)
{
    struct vec3 p = v3_sub(frame_in(zone->frame, place), zone->middle);
    double x = p.x / zone->radii.x, y = p.y / zone->radii.y, z = p.z / zone->radii.z;
    return x * x + y * y + z * z < 1;
}

void mark_felt(const struct scene *scene)
{
    struct view *view = scene->view;
    struct zones zones = find_zones(scene);
    for (int y = 0; y < view->height && zones.count; y++)
        for (int x = 0; x < view->width; x++) {
            size_t pixel = (size_t)y * (size_t)view->width + (size_t)x;
            if (!view->materials[pixel])
                continue;
            struct vec3 place = view_place(view, x, y);
            unsigned group = BIT(view_part(view, pixel)->group);
            for (size_t i = 0; i < zones.count; i++)
                if ((zones.items[i].groups & group) && holds(&zones.items[i], place))
                    view->stains[pixel] = STAIN_FELT;
        }
}

static bool is_felt(const struct view *view, double x, double y)
{
    int column = (int)x, row = (int)y;
    return column >= 0 && row >= 0 && column < view->width && row < view->height &&
           view->stains[(size_t)row * (size_t)view->width + (size_t)column] ==
               STAIN_FELT;
}

/* Lines at about 45 degrees, cut where the area ends by walking along them: nothing needs clipping. */
static void draw_hatch(const struct scene *scene)
{
    struct art *art = scene->art;
    const struct view *view = scene->view;
    double point = art->point * view->scale,
           step = (art->edition == HO_FIGURE_FULL ? 3.1 : 3.6) * point;
    struct ho_path *path =
        art_stroke(art, LAYER_BODY, HO_PAINT_FEEL_LINE, art_weight(art, .7));
    for (double start = -view->height; start < view->width + view->height;
         start += step) {
        struct ho_point first = {0, 0};
        bool is_down = false;
        for (double t = 0; t <= view->height; t += .5) {
            double x = start + t * .85;
            bool is_in = t < view->height && is_felt(view, x, t);
            struct ho_point here = view_point(view, x, t);
            if (is_in && !is_down)
                first = here;
            if (!is_in && is_down && p_length(p_sub(here, first)) > 1.6 * art->point) {
                ho_path_move(art->arena, path, first.x, first.y);
                ho_path_line(art->arena, path, here.x, here.y);
            }
            is_down = is_in;
        }
    }
    if (!path->ops.count)
        art->layers[LAYER_BODY].count--;
}

void draw_felt(const struct scene *scene)
{
    enum { LEAST = 50, SIGMA = 7 };
    struct art *art = scene->art;
    const struct view *view = scene->view;
    size_t pixels = (size_t)view->width * (size_t)view->height, count = 0;
    uint8_t *mask = ho_new_array(art->arena, uint8_t, pixels);
    for (size_t i = 0; i < pixels; i++)
        count += mask[i] = view->stains[i] == STAIN_FELT;
    if (count < LEAST)
        return;
    const struct ho_path *path = region_trace(art->arena, view, mask, SIGMA, 0);
    if (!path)
        return;
    ho_push(art->arena, &art->layers[LAYER_BODY],
            (struct ho_painted_path){path,
                                     {.fill = HO_PAINT_FEEL,
                                      .stroke = HO_PAINT_FEEL_LINE,
                                      .width = art_weight(art, .6),
                                      .join = HO_JOIN_ROUND}});
    draw_hatch(scene);
}
