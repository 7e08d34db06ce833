/* SPDX-License-Identifier: MIT */
#include "layout/breaks_priv.h"

#include <math.h>

static ho_pt used_height(const struct unit *units, size_t first, size_t end)
{
    ho_pt used = units[first].head + units[first].height;
    for (size_t i = first + 1; i < end; i++)
        used += units[i].before + units[i].height;
    return used;
}

/* A rounding error must not push a unit off a page that it fits exactly. */
static const ho_pt tolerance = .01;

/* Of a page, the part that is white. */
static const double nearly_empty = .7;

/* What is asked to begin a page ends what is before it, as the last unit ends the document: the room below is not ours
 * to fill, but a page with next to nothing on it is a page too many. */
static bool is_asked_after(const struct unit *units, size_t count, size_t end)
{
    return end == count || units[end].starts_page;
}

static bool is_asked_before(const struct unit *units, size_t first)
{
    return first == 0 || units[first].starts_page;
}

/* Whether a page has one row of a table whose others are on the page before or after. */
static bool parts_a_row(const struct unit *units, size_t count, size_t first,
                        size_t end)
{
    bool is_last = units[first].is_row && units[first].goes_on &&
                   (first + 1 == count || !units[first + 1].goes_on);
    bool is_first = end < count && units[end].is_row && units[end].goes_on &&
                    !units[end - 1].goes_on;
    return is_last || is_first;
}

double break_cost(const struct unit *units, size_t count, size_t first, size_t end,
                  ho_pt room)
{
    ho_pt used = used_height(units, first, end);
    double cost = 1 + (units[first].goes_on ? .005 : 0), gap = (room - used) / room;
    bool is_end = is_asked_after(units, count, end);
    for (size_t i = first + 1; i < end; i++)
        if (units[i].starts_page)
            return INFINITY;
    if (used > room + tolerance)
        return end - first == 1 ? cost : INFINITY;
    if (parts_a_row(units, count, first, end))
        cost += .5;
    if (gap > nearly_empty && !(is_end && is_asked_before(units, first)))
        cost += 5;
    if (is_end)
        return cost;
    return cost + gap * gap + (gap <= 1. / 3 ? 0 : units[end].is_head ? 2 : 4);
}

/* The first unit that a page ending before `end` could begin with. */
static size_t earliest(const struct unit *units, size_t end, ho_pt room)
{
    size_t first = end - 1;
    ho_pt used = units[first].height;
    while (first > 0 && !units[first].starts_page) {
        used += units[first].before + units[first - 1].height;
        if (used > room + tolerance)
            break;
        first--;
    }
    return first;
}

size_t break_pages(struct ho_arena *arena, const struct unit *units, size_t count,
                   ho_pt room, const size_t **starts)
{
    double *best =
        ho_new_array(arena, double, count + 1); /* cost of all before a unit */
    size_t *from = ho_new_array(arena, size_t, count + 1), pages = 0;

    for (size_t end = 1; end <= count; end++) {
        best[end] = INFINITY;
        for (size_t first = earliest(units, end, room); first < end; first++) {
            double cost = best[first] + break_cost(units, count, first, end, room);
            if (cost <= best[end]) { /* of equals the last: full pages first */
                best[end] = cost;
                from[end] = first;
            }
        }
    }
    for (size_t end = count; end > 0; end = from[end])
        pages++;
    size_t *list = ho_new_array(arena, size_t, pages), page = pages;
    for (size_t end = count; end > 0; end = from[end])
        list[--page] = from[end];
    *starts = list;
    return pages;
}
