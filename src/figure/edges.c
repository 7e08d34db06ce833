/* Which neighbours in the picture have a line between them. Depth tells overlaps; parts that belong together have none
 * where they meet, so that shoulders and groins stay whole (figures.md, "Line edges").
 * SPDX-License-Identifier: MIT */
#include "figure/edges_priv.h"

#include <math.h>
#include <string.h>

/* Two neighbours, and how far apart they are beyond the slope of the skin on either side. */
struct pair {
    const struct part *a, *b;
    enum material ma, mb;
    bool is_a_front;
    double gap; /* mm */
    int owner;  /* flags of the nearer one's line */
};

static bool are(const struct pair *p, enum part_kind kind)
{
    return p->a->kind == kind && p->b->kind == kind;
}

static bool is_one(const struct pair *p, enum part_kind kind)
{
    return p->a->kind == kind || p->b->kind == kind;
}

static bool is_limb(enum part_group group)
{
    return group >= GROUP_ARM_RIGHT && group <= GROUP_LEG_LEFT;
}

static bool is_arm(enum part_group group)
{
    return group == GROUP_ARM_RIGHT || group == GROUP_ARM_LEFT;
}

static bool is_seat(enum part_kind kind)
{
    return kind == KIND_GLUTE || kind == KIND_THIGH || kind == KIND_TORSO;
}

/* Flesh that goes over into other flesh without an edge. */
static bool is_one_piece(const struct pair *p)
{
    bool is_trunk = p->a->group == GROUP_TORSO && p->b->group == GROUP_TORSO;
    if (is_trunk && is_one(p, KIND_GIRDLE) && p->gap < 45)
        return true;
    if (p->ma == MATERIAL_TROUSERS && is_seat(p->a->kind) && is_seat(p->b->kind) &&
        is_one(p, KIND_GLUTE) && p->gap < (are(p, KIND_GLUTE) ? 400 : 90))
        return true;
    bool is_neck = p->a->group != p->b->group &&
                   (p->a->group == GROUP_HEAD || p->b->group == GROUP_HEAD) &&
                   is_one(p, KIND_TORSO);
    return is_neck && p->gap < 10;
}

static enum edge in_head(const struct pair *p)
{
    if ((p->a->kind == KIND_EAR) != (p->b->kind == KIND_EAR) || p->gap > 9)
        return EDGE_FINE;
    return p->gap > 4 ? EDGE_WEAK : EDGE_NONE;
}

static enum edge of_one_material(const struct pair *p, double pixel)
{
    bool is_same = p->a->group == p->b->group;
    if (are(p, KIND_HAND) && is_same)
        return p->gap > 5.5 ? EDGE_FINE : EDGE_NONE;
    if (is_same && p->a->group == GROUP_HEAD)
        return in_head(p);
    if (is_one_piece(p))
        return EDGE_NONE;
    if (!is_same && is_limb(p->a->group) && is_limb(p->b->group))
        return EDGE_OVERLAP;
    if ((p->a->group == GROUP_HEAD && is_arm(p->b->group)) ||
        (p->b->group == GROUP_HEAD && is_arm(p->a->group)))
        return EDGE_OVERLAP;
    if (p->gap > 16 + 4 * pixel)
        return EDGE_OVERLAP;
    return p->gap > 5 + 2 * pixel ? EDGE_WEAK : EDGE_NONE;
}

static enum edge of_two_materials(const struct view *view, const struct pair *p)
{
    if (view->mesh->is_things_alone)
        return EDGE_OVERLAP;
    bool are_things = p->a->group == GROUP_PROP && p->b->group == GROUP_PROP;
    if (are_things || (p->gap <= 14 && p->a->group == p->b->group))
        return EDGE_CLOTH;
    return EDGE_OVERLAP;
}

static int owner_of(const struct view *view, size_t pixel)
{
    bool is_thing = view_part(view, pixel)->group == GROUP_PROP;
    return (is_thing && !view->mesh->is_things_alone ? EDGE_THING : 0) |
           (view->far[pixel] ? EDGE_FAR : 0);
}

/* How the skin itself slopes beside the edge: a steep rim is no step. */
static double slope(const struct view *view, size_t from, size_t beyond, bool is_inside)
{
    if (!is_inside || !view->materials[beyond])
        return 0;
    return fabs(view->depth[from] - view->depth[beyond]);
}

/* The edge between pixels `a` and `b`; `before` and `after` are their neighbours on the same line, if they are inside. */
static int classify(const struct view *view, size_t a, size_t b, size_t before,
                    size_t after, bool has_before, bool has_after)
{
    struct pair p = {view_part(view, a),
                     view_part(view, b),
                     (enum material)view->materials[a],
                     (enum material)view->materials[b],
                     view->depth[a] > view->depth[b],
                     0,
                     0};
    if (!p.ma && !p.mb)
        return EDGE_NONE;
    if (!p.ma || !p.mb) {
        bool is_cut = view->stains[a] == STAIN_CUT || view->stains[b] == STAIN_CUT;
        return is_cut ? EDGE_NONE : EDGE_OUTLINE | owner_of(view, p.ma ? a : b);
    }
    p.gap = fabs(view->depth[a] - view->depth[b]) -
            fmax(slope(view, a, before, has_before), slope(view, b, after, has_after));
    p.owner = owner_of(view, p.is_a_front ? a : b);
    int kind = p.ma == p.mb ? (int)of_one_material(&p, 1 / view->scale)
                            : (int)of_two_materials(view, &p);
    return kind ? kind | p.owner : EDGE_NONE;
}

static void classify_all(const struct view *view, struct edges *e)
{
    size_t width = (size_t)view->width;
    for (int y = 0; y < view->height; y++)
        for (int x = 1; x < view->width; x++) {
            size_t b = (size_t)y * width + (size_t)x, a = b - 1;
            e->upright[(size_t)y * (width + 1) + (size_t)x] =
                (uint8_t)classify(view, a, b, a - (x > 1), b + (x < view->width - 1),
                                  x > 1, x < view->width - 1);
        }
    for (int y = 1; y < view->height; y++)
        for (int x = 0; x < view->width; x++) {
            size_t b = (size_t)y * width + (size_t)x, a = b - width;
            bool has_after = y < view->height - 1;
            e->level[b] =
                (uint8_t)classify(view, a, b, y > 1 ? a - width : a,
                                  has_after ? b + width : b, y > 1, has_after);
        }
}

uint8_t *edge_at(const struct edges *e, int x, int y, int direction)
{
    size_t width = (size_t)e->width;
    switch (direction) {
    case 0: return x < e->width ? &e->level[(size_t)y * width + (size_t)x] : NULL;
    case 1:
        return y < e->height ? &e->upright[(size_t)y * (width + 1) + (size_t)x] : NULL;
    case 2: return x > 0 ? &e->level[(size_t)y * width + (size_t)x - 1] : NULL;
    default:
        return y > 0 ? &e->upright[(size_t)(y - 1) * (width + 1) + (size_t)x] : NULL;
    }
}

static bool is_strong(const struct edges *e, int x, int y)
{
    for (int d = 0; d < 4; d++) {
        const uint8_t *edge = edge_at(e, x, y, d);
        int kind = edge ? *edge & EDGE_KIND : 0;
        if (kind == EDGE_OVERLAP || kind == EDGE_FINE)
            return true;
    }
    return false;
}

/* Hysteresis: a weak edge is an overlap if it goes on from one, else it is nothing. */
static void follow_weak(struct ho_arena *arena, struct edges *e)
{
    static const int dx[] = {1, 0, -1, 0}, dy[] = {0, 1, 0, -1};
    size_t nodes = (size_t)(e->width + 1) * (size_t)(e->height + 1), waiting = 0;
    uint8_t *seen = ho_new_array(arena, uint8_t, nodes);
    size_t *queue = ho_new_array(arena, size_t, nodes);
    size_t row = (size_t)e->width + 1;
    for (size_t node = 0; node < nodes; node++)
        if (is_strong(e, (int)(node % row), (int)(node / row))) {
            seen[node] = 1;
            queue[waiting++] = node;
        }
    while (waiting) {
        size_t node = queue[--waiting];
        int x = (int)(node % row), y = (int)(node / row);
        for (int d = 0; d < 4; d++) {
            uint8_t *edge = edge_at(e, x, y, d);
            if (!edge || (*edge & EDGE_KIND) != EDGE_WEAK)
                continue;
            *edge = (uint8_t)((*edge & (EDGE_THING | EDGE_FAR)) | EDGE_OVERLAP);
            size_t next = (size_t)(y + dy[d]) * row + (size_t)(x + dx[d]);
            if (!seen[next]) {
                seen[next] = 1;
                queue[waiting++] = next;
            }
        }
    }
}

static void drop(uint8_t *edges, size_t count, bool is_ghost)
{
    for (size_t i = 0; i < count; i++) {
        int kind = edges[i] & EDGE_KIND;
        if (kind == EDGE_WEAK ||
            (is_ghost && kind != EDGE_OUTLINE && kind != EDGE_OVERLAP))
            edges[i] = EDGE_NONE;
    }
}

struct edges *edges_find(struct ho_arena *arena, const struct view *view, bool is_ghost)
{
    struct edges *e = ho_new(arena, struct edges);
    size_t width = (size_t)view->width, height = (size_t)view->height;
    e->width = view->width;
    e->height = view->height;
    e->upright = ho_new_array(arena, uint8_t, (width + 1) * height);
    e->level = ho_new_array(arena, uint8_t, width * (height + 1));
    classify_all(view, e);
    follow_weak(arena, e);
    drop(e->upright, (width + 1) * height, is_ghost);
    drop(e->level, width * (height + 1), is_ghost);
    return e;
}
