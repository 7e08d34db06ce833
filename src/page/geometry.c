/* SPDX-License-Identifier: MIT */
#include "page/geometry.h"

#include "base/str.h"

/* ho_mm cannot stand in a constant table. */
#define MM(length) ((length)*72.0 / 25.4)

static const struct ho_paper papers[] = {
    {"a3", MM(297), MM(420)},
    {"a4", MM(210), MM(297)},
    {"a5", MM(148), MM(210)},
    {"a6", MM(105), MM(148)},
    {"letter", 8.5 * 72, 11 * 72},
    {"legal", 8.5 * 72, 14 * 72},
    {"half-letter", 5.5 * 72, 8.5 * 72},
    {"card", MM(85.6), MM(54)}, /* ISO/IEC 7810 ID-1; lies in a wallet, so landscape */
};

size_t ho_papers(const struct ho_paper **out)
{
    *out = papers;
    return sizeof papers / sizeof *papers;
}

const struct ho_paper *ho_paper_find(const char *id)
{
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (ho_equal(papers[i].id, id))
            return &papers[i];
    return NULL;
}

struct ho_point ho_apply(struct ho_matrix m, struct ho_point p)
{
    return (struct ho_point){m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f};
}

static bool has_area(struct ho_rect rect)
{
    return rect.width > 0 && rect.height > 0;
}

struct ho_rect ho_rect_union(struct ho_rect a, struct ho_rect b)
{
    if (!has_area(a))
        return b;
    if (!has_area(b))
        return a;
    ho_pt left = a.x < b.x ? a.x : b.x;
    ho_pt top = a.y < b.y ? a.y : b.y;
    ho_pt right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width;
    ho_pt bottom = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
    return (struct ho_rect){left, top, right - left, bottom - top};
}

bool ho_rect_overlap(struct ho_rect a, struct ho_rect b)
{
    return has_area(a) && has_area(b) && a.x < b.x + b.width && b.x < a.x + a.width &&
           a.y < b.y + b.height && b.y < a.y + a.height;
}
