/* Before a file is called PDF/X-1a: every page held against what the standard and a press ask (ISO 15930-4:2003).
 * SPDX-License-Identifier: MIT */
#include "pdf/press_priv.h"

struct check {
    struct ho_arena *arena;
    const struct ho_press_ink *ink;
    const struct ho_page *page;
};

static double total(const float cmyk[4])
{
    return (double)cmyk[0] + cmyk[1] + cmyk[2] + cmyk[3];
}

static const char *check_role(const struct check *check, enum ho_role role)
{
    if (role == HO_PAINT_NONE)
        return NULL;
    const float *cmyk = check->ink->recipes[role];
    if (!check->ink->is_known[role])
        return "a colour of the logo has no inks without --press-profile";
    if (total(cmyk) > HO_PRESS_MOST_INK + 1e-6)
        return ho_format(check->arena, "\"%s\" takes more than 300 percent of ink",
                         ho_role_name(role));
    return NULL;
}

static const char *check_paint(const struct check *check, const struct ho_paint *paint,
                               double scale)
{
    const char *fault = check_role(check, paint->fill);
    if (!fault)
        fault = check_role(check, paint->stroke);
    if (!fault && paint->stroke && paint->width * scale < HO_PRESS_LEAST_LINE - 1e-6)
        fault = "a line is thinner than 0.25 pt";
    return fault;
}

static bool holds(struct ho_rect outer, struct ho_rect inner)
{
    const double slack = .01;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

/* Black type prints over what lies below it, so both together must not be too much. Below it is what was filled last
 * under all of it, and whatever touched it since. */
static const char *check_type(const struct check *check, const struct ho_page *page,
                              size_t index)
{
    const struct ho_glyphs *run = &page->items.items[index].as.glyphs;
    struct ho_rect box = {run->x, run->y - run->size, run->width, 1.3 * run->size};
    const char *fault = check_role(check, run->paint);
    if (fault || !ho_press_is_black(check->ink, run->paint))
        return fault;
    for (size_t i = index; i-- > 0;) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind != HO_ITEM_PATH || !item->as.path.paint.fill)
            continue;
        struct ho_rect below = ho_path_box(item->as.path.path);
        if (!ho_rect_overlap(below, box))
            continue;
        if (total(check->ink->recipes[item->as.path.paint.fill]) + 1 >
            HO_PRESS_MOST_INK + 1e-6)
            return "black type on a dark fill takes more than 300 percent of ink";
        if (holds(below, box))
            break;
    }
    return run->font->subset_count ? NULL : "a font is not embedded";
}

static const char *check_drawing(const struct check *check,
                                 const struct ho_drawing *drawing, double scale)
{
    double line = drawing->line > 0 ? drawing->line : 1;
    const char *fault = NULL;
    for (size_t i = 0; !fault && i < drawing->paths.count; i++)
        fault = check_paint(check, &drawing->paths.items[i].paint, scale * line);
    return fault;
}

static const char *check_page(const struct check *check, const struct ho_page *page,
                              double scale);

static const char *check_item(const struct check *check, const struct ho_page *page,
                              size_t index, double scale)
{
    const struct ho_item *item = &page->items.items[index];
    switch (item->kind) {
    case HO_ITEM_GLYPHS: return check_type(check, page, index);
    case HO_ITEM_PATH: return check_paint(check, &item->as.path.paint, scale);
    case HO_ITEM_DRAWING:
        return check_drawing(check, item->as.drawing.drawing,
                             scale * item->as.drawing.matrix.a);
    case HO_ITEM_PLACED: return check_page(check, item->as.placed.page, scale);
    case HO_ITEM_IMAGE:
        return item->as.image.image->components == 1 || check->ink->transform
                   ? NULL
                   : "an image in colour has no inks without --press-profile";
    case HO_ITEM_LINK:
    case HO_ITEM_ANCHOR:
    case HO_ITEM_TAG_BEGIN:
    case HO_ITEM_TAG_END: break;
    }
    return NULL;
}

static const char *check_page(const struct check *check, const struct ho_page *page,
                              double scale)
{
    if (!holds(page->media, page->bleed) || !holds(page->bleed, page->trim))
        return "the boxes of a page do not lie in each other";
    for (size_t i = 0; i < page->items.count; i++) {
        const char *fault = check_item(check, page, i, scale);
        if (fault)
            return fault;
    }
    return NULL;
}

const char *ho_press_fault(struct ho_arena *arena, const struct ho_pages *pages,
                           const struct ho_press_ink *ink)
{
    struct check check = {.arena = arena, .ink = ink};
    if (!pages->info.title || !*pages->info.title)
        return "it has no title";
    if (!pages->info.date)
        return "it has no date";
    for (size_t i = 0; i < pages->pages.count; i++) {
        const char *fault = check_page(&check, pages->pages.items[i], 1);
        if (fault)
            return ho_format(arena, "page %zu: %s", i + 1, fault);
    }
    return NULL;
}
