/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "page/page.h"

/* An element and the one that it stood in when it was first opened. */
struct place {
    const struct ho_element *element, *parent;
};

struct check {
    struct ho_arena *arena;
    const struct ho_pages *pages;
    HO_VEC(const struct ho_element *) open;
    HO_VEC(struct place) places;
};

static bool is_said(const char *text)
{
    return text && *text;
}

static bool is_finite_rect(struct ho_rect rect)
{
    return isfinite(rect.x) && isfinite(rect.y) && isfinite(rect.width) &&
           isfinite(rect.height);
}

/* A part opened again must stand where it stood: one element has one parent in the
 * structure tree. */
static bool has_moved(struct check *check, const struct ho_element *element)
{
    size_t depth = check->open.count;
    const struct ho_element *parent = depth ? check->open.items[depth - 1] : NULL;
    for (size_t i = 0; i < check->places.count; i++)
        if (check->places.items[i].element == element)
            return check->places.items[i].parent != parent;
    ho_push(check->arena, &check->places, (struct place){element, parent});
    return false;
}

static const char *check_begin(struct check *check, const struct ho_element *element)
{
    for (size_t i = 0; i < check->open.count; i++)
        if (check->open.items[i] == element)
            return "an element is opened inside itself";
    if (element->tag != HO_TAG_ARTIFACT && has_moved(check, element))
        return "an element goes on inside another parent";
    if (element->tag == HO_TAG_FIGURE && !is_said(element->alt))
        return "a figure has no alternative";
    if (!is_finite_rect(element->box))
        return "a number is not finite";
    ho_push(check->arena, &check->open, element);
    return NULL;
}

static const char *check_end(struct check *check, const struct ho_element *element)
{
    size_t depth = check->open.count;
    if (!depth)
        return "an element is closed that is not open";
    if (check->open.items[depth - 1] != element)
        return "an element is closed before the one inside it";
    check->open.count--;
    return NULL;
}

static bool has_anchor(const struct ho_pages *pages, const char *name)
{
    for (size_t i = 0; i < pages->pages.count; i++) {
        const struct ho_page *page = pages->pages.items[i];
        for (size_t j = 0; j < page->items.count; j++)
            if (page->items.items[j].kind == HO_ITEM_ANCHOR &&
                ho_equal(page->items.items[j].as.anchor.name, name))
                return true;
    }
    return false;
}

static const char *check_link(const struct check *check, const struct ho_link *link)
{
    bool is_inside = false;
    for (size_t i = 0; i < check->open.count; i++)
        is_inside = is_inside || check->open.items[i]->tag == HO_TAG_LINK;
    if (!is_inside)
        return "a link stands outside an element Link";
    if (!is_said(link->description))
        return "a link has no description";
    if (!link->uri == !link->anchor)
        return "a link needs one target, an address or an anchor";
    if (link->anchor && !has_anchor(check->pages, link->anchor))
        return "a link leads to an anchor that is not there";
    return is_finite_rect(link->box) ? NULL : "a number is not finite";
}

static const char *check_anchor(const struct ho_anchor *anchor)
{
    if (!is_said(anchor->name))
        return "an anchor has no name";
    if (anchor->outline_title && anchor->outline_level < 1)
        return "a bookmark has no level";
    return isfinite(anchor->x) && isfinite(anchor->y) ? NULL : "a number is not finite";
}

static const char *check_glyphs(const struct ho_glyphs *run)
{
    if (!run->font || !run->text)
        return "a run of glyphs has no font or no text";
    if (!(run->size > 0) || !isfinite(run->size + run->x + run->y + run->width))
        return "a number is not finite";
    size_t length = strlen(run->text);
    for (size_t i = 0; i < run->count; i++) {
        if (run->glyphs[i].cluster >= length)
            return "a glyph stands for text that its run does not have";
        if (!isfinite(run->glyphs[i].x) || !isfinite(run->glyphs[i].y))
            return "a number is not finite";
    }
    return NULL;
}

static const char *check_path(const struct ho_painted_path *painted)
{
    static const size_t needs[] = {
        [HO_MOVE] = 1, [HO_LINE] = 1, [HO_CURVE] = 3, [HO_CLOSE] = 0};
    const struct ho_path *path = painted->path;
    size_t points = 0;

    if (path->ops.count && path->ops.items[0] != HO_MOVE)
        return "a path does not begin with a move";
    for (size_t i = 0; i < path->ops.count; i++) {
        if (path->ops.items[i] > HO_CLOSE)
            return "a path has an operator of no known kind";
        points += needs[path->ops.items[i]];
    }
    if (points != path->points.count)
        return "a path has not the points that its operators need";
    for (size_t i = 0; i < points; i++)
        if (!isfinite(path->points.items[i].x) || !isfinite(path->points.items[i].y))
            return "a number is not finite";
    if (painted->paint.stroke != HO_PAINT_NONE &&
        !(painted->paint.width > 0 && isfinite(painted->paint.width)))
        return "a stroke has no width";
    return NULL;
}

static const char *check_drawing(const struct ho_drawing *drawing, struct ho_matrix m)
{
    if (!isfinite(m.a + m.b + m.c + m.d + m.e + m.f))
        return "a number is not finite";
    for (size_t i = 0; i < drawing->paths.count; i++) {
        const char *fault = check_path(&drawing->paths.items[i]);
        if (fault)
            return fault;
    }
    return NULL;
}

static const char *check_image(const struct ho_image *image, struct ho_rect box)
{
    size_t area = (size_t)image->width * image->height;
    if (image->components != 1 && image->components != 3)
        return "an image is neither grey nor RGB";
    if (image->pixels.length != area * (size_t)image->components)
        return "an image has not the pixels that its size needs";
    if (image->alpha.length && image->alpha.length != area)
        return "an image has not the alpha that its size needs";
    return is_finite_rect(box) ? NULL : "a number is not finite";
}

static const char *check_item(struct check *check, const struct ho_item *item);

/* Its tags and links are not shown, and so not looked at. */
static const char *check_placed(struct check *check, const struct ho_page *page,
                                struct ho_matrix m)
{
    if (!isfinite(m.a + m.b + m.c + m.d + m.e + m.f))
        return "a number is not finite";
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = &page->items.items[i];
        const char *fault = item->kind < HO_ITEM_LINK ? check_item(check, item) : NULL;
        if (fault)
            return fault;
    }
    return NULL;
}

static const char *check_item(struct check *check, const struct ho_item *item)
{
    switch (item->kind) {
    case HO_ITEM_GLYPHS: return check_glyphs(&item->as.glyphs);
    case HO_ITEM_PATH: return check_path(&item->as.path);
    case HO_ITEM_IMAGE: return check_image(item->as.image.image, item->as.image.box);
    case HO_ITEM_DRAWING:
        return check_drawing(item->as.drawing.drawing, item->as.drawing.matrix);
    case HO_ITEM_PLACED:
        return check_placed(check, item->as.placed.page, item->as.placed.matrix);
    case HO_ITEM_LINK: return check_link(check, &item->as.link);
    case HO_ITEM_ANCHOR: return check_anchor(&item->as.anchor);
    case HO_ITEM_TAG_BEGIN: return check_begin(check, item->as.element);
    case HO_ITEM_TAG_END: return check_end(check, item->as.element);
    }
    return "an item is of no known kind";
}

const char *ho_pages_fault(struct ho_arena *arena, const struct ho_pages *pages)
{
    struct check check = {.arena = arena, .pages = pages};
    for (size_t i = 0; i < pages->pages.count; i++) {
        const struct ho_page *page = pages->pages.items[i];
        for (size_t j = 0; j < page->items.count; j++) {
            const char *fault = check_item(&check, &page->items.items[j]);
            if (fault)
                return ho_format(arena, "page %zu, item %zu: %s", i + 1, j + 1, fault);
        }
        if (check.open.count)
            return ho_format(arena, "page %zu: an element is not closed: %s", i + 1,
                             ho_tag_name(check.open.items[check.open.count - 1]->tag));
    }
    return NULL;
}
