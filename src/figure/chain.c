/* SPDX-License-Identifier: MIT */
#include "figure/chain_priv.h"

#include <stdlib.h>
#include <string.h>

/* From one node of the lattice to the next whose degree is not two. nodes[i] to nodes[i + 1] is classes[i]. */
struct chain {
    HO_VEC(struct ho_point) nodes;
    HO_VEC(uint8_t) classes;
    long ends[2]; /* the nodes' numbers */
    bool is_loop, is_free[2], is_dropped, is_used;
    long next[2]; /* chain * 2 + end that goes on there; -1: none */
};

struct chains {
    struct ho_arena *arena;
    const struct edges *edges;
    uint8_t *walked_upright, *walked_level;
    HO_VEC(struct chain *) list;
};

static const int dx[] = {1, 0, -1, 0}, dy[] = {0, 1, 0, -1};

static int degree(const struct edges *e, int x, int y)
{
    int count = 0;
    for (int d = 0; d < 4; d++) {
        const uint8_t *edge = edge_at(e, x, y, d);
        count += edge && *edge;
    }
    return count;
}

static uint8_t *walked(const struct chains *c, int x, int y, int direction)
{
    struct edges marks = {c->edges->width, c->edges->height, c->walked_upright,
                          c->walked_level};
    return edge_at(&marks, x, y, direction);
}

static void walk(struct chains *c, int x, int y, int direction, bool is_loop)
{
    struct chain *chain = ho_new(c->arena, struct chain);
    long row = c->edges->width + 1;
    int x0 = x, y0 = y;
    chain->is_loop = is_loop;
    chain->ends[0] = y * row + x;
    ho_push(c->arena, &chain->nodes, (struct ho_point){x, y});
    for (;;) {
        *walked(c, x, y, direction) = 1;
        ho_push(c->arena, &chain->classes, *edge_at(c->edges, x, y, direction));
        x += dx[direction];
        y += dy[direction];
        ho_push(c->arena, &chain->nodes, (struct ho_point){x, y});
        if ((x == x0 && y == y0) || (!is_loop && degree(c->edges, x, y) != 2))
            break;
        int next = -1;
        for (int d = 0; d < 4 && next < 0; d++) {
            const uint8_t *edge = edge_at(c->edges, x, y, d);
            if (d != ((direction + 2) & 3) && edge && *edge)
                next = d;
        }
        if (next < 0)
            break;
        direction = next;
    }
    chain->ends[1] = y * row + x;
    ho_push(c->arena, &c->list, chain);
}

/* First from the nodes where lines end or meet; what is left then are loops. */
static void walk_all(struct chains *c)
{
    for (int pass = 0; pass < 2; pass++)
        for (int y = 0; y <= c->edges->height; y++)
            for (int x = 0; x <= c->edges->width; x++) {
                int lines = degree(c->edges, x, y);
                if (!lines || (pass == 0 && lines == 2))
                    continue;
                for (int d = 0; d < 4; d++) {
                    const uint8_t *edge = edge_at(c->edges, x, y, d);
                    if (edge && *edge && !*walked(c, x, y, d))
                        walk(c, x, y, d, pass == 1);
                }
            }
}

/* An end of a chain, to be sorted by its node. */
struct chain_end {
    long node, chain;
    int end;
};

static int by_node(const void *a, const void *b)
{
    const struct chain_end *one = a, *other = b;
    if (one->node != other->node)
        return one->node < other->node ? -1 : 1;
    if (one->chain != other->chain)
        return one->chain < other->chain ? -1 : 1;
    return one->end - other->end;
}

static size_t list_ends(const struct chains *c, struct chain_end *ends)
{
    size_t count = 0;
    for (size_t i = 0; i < c->list.count; i++) {
        const struct chain *chain = c->list.items[i];
        for (int end = 0; end < 2 && !chain->is_loop && !chain->is_dropped; end++)
            ends[count++] = (struct chain_end){chain->ends[end], (long)i, end};
    }
    qsort(ends, count, sizeof *ends, by_node);
    return count;
}

/* An end at which no other line begins is free. */
static void mark_free(const struct chains *c, const struct chain_end *ends,
                      size_t count)
{
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && ends[next].node == ends[i].node;)
            next++;
        for (size_t k = i; k < next; k++)
            c->list.items[ends[k].chain]->is_free[ends[k].end] = next - i == 1;
    }
}

static void drop_spurs(const struct chains *c, double spur)
{
    for (size_t i = 0; i < c->list.count; i++) {
        struct chain *chain = c->list.items[i];
        bool is_free = chain->is_free[0] || chain->is_free[1],
             is_alone = chain->is_free[0] && chain->is_free[1];
        if (!chain->is_loop && is_free &&
            (double)chain->nodes.count < spur * (is_alone ? 1.6 : 1))
            chain->is_dropped = true;
    }
}

/* The direction in which the chain leaves its end. */
static struct ho_point direction_of(const struct chain *chain, int end)
{
    size_t last = chain->nodes.count - 1, k = last < 10 ? last : 10;
    const struct ho_point *p = chain->nodes.items;
    return p_unit(end ? p_sub(p[last - k], p[last]) : p_sub(p[k], p[0]));
}

static bool is_thing(const struct chain *chain, int end)
{
    return chain->classes.items[end ? chain->classes.count - 1 : 0] & EDGE_THING;
}

/* Joins the two ends at a node that are most nearly opposite, then the next two. */
static void join_at(const struct chains *c, const struct chain_end *ends, size_t count)
{
    bool is_joined[8] = {false};
    if (count > 8)
        count = 8; /* four edges meet at a node; a chain may have both its ends there */
    for (;;) {
        double best = -.62; /* the cosine: straight on is -1 */
        size_t one = count, other = count;
        for (size_t a = 0; a < count; a++)
            for (size_t b = a + 1; b < count; b++) {
                const struct chain *ca = c->list.items[ends[a].chain],
                                   *cb = c->list.items[ends[b].chain];
                if (is_joined[a] || is_joined[b] || ca == cb ||
                    is_thing(ca, ends[a].end) != is_thing(cb, ends[b].end))
                    continue;
                double cosine = count == 2 ? -1
                                           : p_dot(direction_of(ca, ends[a].end),
                                                   direction_of(cb, ends[b].end));
                if (cosine < best) {
                    best = cosine;
                    one = a;
                    other = b;
                }
            }
        if (one == count)
            return;
        is_joined[one] = is_joined[other] = true;
        c->list.items[ends[one].chain]->next[ends[one].end] =
            ends[other].chain * 2 + ends[other].end;
        c->list.items[ends[other].chain]->next[ends[other].end] =
            ends[one].chain * 2 + ends[one].end;
    }
}

static void join_all(const struct chains *c, const struct chain_end *ends, size_t count)
{
    for (size_t i = 0; i < c->list.count; i++)
        c->list.items[i]->next[0] = c->list.items[i]->next[1] = -1;
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && ends[next].node == ends[i].node;)
            next++;
        join_at(c, ends + i, next - i);
    }
}

/* ---- strands ---- */

struct gathering {
    HO_VEC(struct ho_point) points;
    HO_VEC(uint8_t) classes;
};

static void gather(struct ho_arena *arena, struct gathering *g, struct ho_point point,
                   uint8_t class)
{
    ho_push(arena, &g->points, point);
    ho_push(arena, &g->classes, class);
}

/* The middles of the chain's edges, walked from its end `from` to the other. */
static void gather_chain(struct ho_arena *arena, struct gathering *g,
                         const struct chain *chain, int from)
{
    size_t steps = chain->classes.count;
    for (size_t i = 0; i < steps; i++) {
        size_t k = from ? steps - 1 - i : i;
        struct ho_point middle =
            p_scale(p_add(chain->nodes.items[k], chain->nodes.items[k + 1]), .5);
        gather(arena, g, middle, chain->classes.items[k]);
    }
}

static struct ho_point node_at(const struct chain *chain, int end)
{
    return chain->nodes.items[end ? chain->nodes.count - 1 : 0];
}

/* Back along the joins to where the strand begins; true if it comes round to the start. */
static bool find_start(const struct chains *c, long *chain, int *end)
{
    long first = *chain;
    for (size_t guard = 0; guard <= c->list.count; guard++) {
        long before = c->list.items[*chain]->next[*end];
        if (before < 0)
            return false;
        *chain = before / 2;
        *end = 1 - (int)(before & 1);
        if (*chain == first && *end == 0)
            return true;
    }
    return true;
}

static struct strand gather_strand(const struct chains *c, long chain)
{
    struct gathering g = {0};
    struct strand strand = {0};
    int end = 0;
    strand.is_closed = find_start(c, &chain, &end);
    const struct chain *first = c->list.items[chain], *last;
    strand.is_free[0] = first->is_free[end];
    if (!strand.is_closed)
        gather(c->arena, &g, node_at(first, end), first->classes.items[0]);
    for (;;) {
        struct chain *current = c->list.items[chain];
        current->is_used = true;
        gather_chain(c->arena, &g, current, end);
        last = current;
        long next = current->next[1 - end];
        if (next < 0) {
            strand.is_free[1] = current->is_free[1 - end];
            break;
        }
        chain = next / 2;
        if (c->list.items[chain] == first || c->list.items[chain]->is_used)
            break;
        end = (int)(next & 1);
    }
    if (!strand.is_closed)
        gather(c->arena, &g, node_at(last, 1 - end),
               g.classes.items[g.classes.count - 1]);
    strand.points = g.points.items;
    strand.classes = g.classes.items;
    strand.count = g.points.count;
    return strand;
}

static struct strand loop_strand(struct ho_arena *arena, struct chain *chain)
{
    struct gathering g = {0};
    gather_chain(arena, &g, chain, 0);
    chain->is_used = true;
    return (struct strand){
        g.points.items, g.classes.items, g.points.count, true, {false, false}};
}

struct strands chain_edges(struct ho_arena *arena, const struct edges *edges,
                           double spur)
{
    size_t width = (size_t)edges->width, height = (size_t)edges->height;
    struct chains c = {.arena = arena, .edges = edges};
    struct strands strands = {0};
    c.walked_upright = ho_new_array(arena, uint8_t, (width + 1) * height);
    c.walked_level = ho_new_array(arena, uint8_t, width * (height + 1));
    walk_all(&c);
    struct chain_end *ends =
        ho_new_array(arena, struct chain_end, 2 * c.list.count + 1);
    size_t count = list_ends(&c, ends);
    for (int i = 0; i < 2; i++) { /* a spur dropped may leave another */
        mark_free(&c, ends, count);
        drop_spurs(&c, spur);
        count = list_ends(&c, ends);
    }
    mark_free(&c, ends, count);
    join_all(&c, ends, count);
    for (size_t i = 0; i < c.list.count; i++) {
        struct chain *chain = c.list.items[i];
        if (chain->is_dropped || chain->is_used || chain->nodes.count < 2)
            continue;
        struct strand strand =
            chain->is_loop ? loop_strand(arena, chain) : gather_strand(&c, (long)i);
        ho_push(arena, &strands, strand);
    }
    return strands;
}
