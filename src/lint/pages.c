/* What only pages show, once they are set.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "lint/lint.h"

/* Whether this has been told of the place, in another edition or on another paper. */
static bool is_told(const struct ho_ctx *ctx, enum ho_message code, struct ho_span at)
{
    for (size_t i = 0; i < ctx->diags.count; i++) {
        const struct ho_diag *diag = &ctx->diags.items[i];
        if (diag->code == code && diag->at.source == at.source &&
            ho_span_line(diag->at) == ho_span_line(at) &&
            ho_span_column(diag->at) == ho_span_column(at))
            return true;
    }
    return false;
}

static const char *decimal(struct ho_ctx *ctx, double value, int digits)
{
    struct ho_text text = {.arena = ctx->arena};
    ho_text_add_number(&text, value, digits);
    return ho_text_end(&text);
}

/* ---- type ---- */

/* page.md, "Grid and type": text that is read, and small print. */
static const ho_pt least_text[] = {
    [HO_EDITION_STANDARD] = 12, [HO_EDITION_LARGE] = 18, [HO_EDITION_GIANT] = 24};
static const ho_pt least_small[] = {
    [HO_EDITION_STANDARD] = 9, [HO_EDITION_LARGE] = 14, [HO_EDITION_GIANT] = 18};

void ho_lint_theme(struct ho_ctx *ctx, const struct ho_theme *theme, struct ho_span at)
{
    for (int edition = 0; edition < HO_EDITION_COUNT; edition++)
        for (int type = 0; type < HO_TYPE_COUNT; type++) {
            ho_pt size = theme->scales[edition].styles[type].size;
            bool is_small = type == HO_TYPE_SMALL || type == HO_TYPE_REMINDER;
            ho_pt least = is_small ? least_small[edition] : least_text[edition];
            if (size < least)
                ho_report(ctx, HO_MSG_TYPE_SMALL, at,
                          "give it that size: nobody can enlarge paper",
                          ho_type_name((enum ho_type)type), decimal(ctx, size, 1),
                          ho_edition_names[edition], decimal(ctx, least, 1));
        }
}

/* A run of the running text, in a script whose letters are known by their small ones. */
static bool is_text(const struct ho_glyphs *run, const struct ho_type_scale *scale)
{
    if (fabs(run->size - scale->styles[HO_TYPE_BODY].size) > .01)
        return false;
    for (const char *c = run->text; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            return run->font->x_height > 0;
    return false;
}

static void check_x_height(struct ho_ctx *ctx, const struct ho_glyphs *run,
                           const struct ho_page_setting *setting)
{
    static const double least_mm = 2.2;
    if (!is_text(run, setting->scale))
        return;
    double height = run->font->x_height / 1000 * run->size * 25.4 / 72;
    if (height >= least_mm || is_told(ctx, HO_MSG_X_HEIGHT, setting->at))
        return;
    ho_report(ctx, HO_MSG_X_HEIGHT, setting->at, "give \"body\" a larger size",
              decimal(ctx, height, 2), setting->paper,
              ho_edition_names[setting->edition], decimal(ctx, least_mm, 1));
}

/* ---- cards ---- */

/* The exercise whose card the box is; NULL. */
static const struct ho_exercise *find_exercise(struct ho_ctx *ctx,
                                               const struct ho_library *library,
                                               const struct ho_page *page,
                                               const struct ho_element *box)
{
    bool is_in = false;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind == HO_ITEM_TAG_BEGIN && item->as.element == box)
            is_in = true;
        else if (item->kind == HO_ITEM_TAG_END && item->as.element == box)
            return NULL;
        else if (is_in && item->kind == HO_ITEM_ANCHOR && item->as.anchor.outline_title)
            for (size_t k = 0; k < library->exercises.count; k++)
                if (ho_equal(
                        item->as.anchor.outline_title,
                        ho_phrase_plain(ctx->arena, &library->exercises.items[k].name)))
                    return &library->exercises.items[k];
    }
    return NULL;
}

static bool opens(const struct ho_page *page, const struct ho_element *element)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == HO_ITEM_TAG_BEGIN &&
            page->items.items[i].as.element == element)
            return true;
    return false;
}

/* Cards of this page that go on on the next one. In giant type they may: one figure stands above the other there
 * (comps.md, "Large print and giant"). */
static void check_cards(struct ho_ctx *ctx, const struct ho_page *page,
                        const struct ho_page *next,
                        const struct ho_page_setting *setting)
{
    for (size_t i = 0; setting->edition < HO_EDITION_GIANT && i < page->items.count;
         i++) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind != HO_ITEM_TAG_BEGIN || item->as.element->tag != HO_TAG_DIV ||
            !opens(next, item->as.element))
            continue;
        const struct ho_exercise *exercise =
            find_exercise(ctx, setting->library, page, item->as.element);
        if (exercise && !is_told(ctx, HO_MSG_CARD_DIVIDED, exercise->name.at))
            ho_report(ctx, HO_MSG_CARD_DIVIDED, exercise->name.at,
                      "use fewer or shorter steps", exercise->id, setting->paper,
                      ho_edition_names[setting->edition]);
    }
}

void ho_lint_pages(struct ho_ctx *ctx, const struct ho_pages *pages,
                   const struct ho_page_setting *setting)
{
    for (size_t i = 1; i < pages->pages.count; i++) { /* the sheet has its own rules */
        const struct ho_page *page = pages->pages.items[i];
        for (size_t k = 0; k < page->items.count; k++)
            if (page->items.items[k].kind == HO_ITEM_GLYPHS)
                check_x_height(ctx, &page->items.items[k].as.glyphs, setting);
        if (i + 1 < pages->pages.count)
            check_cards(ctx, page, pages->pages.items[i + 1], setting);
    }
}

void ho_lint_images(struct ho_ctx *ctx, const struct ho_pages *pages, struct ho_span at)
{
    static const double least =
        200; /* pixels to the inch: a printed page shows fewer */
    for (size_t i = 0; i < pages->pages.count; i++) {
        const struct ho_page *page = pages->pages.items[i];
        for (size_t k = 0; k < page->items.count; k++) {
            const struct ho_item *item = &page->items.items[k];
            if (item->kind != HO_ITEM_IMAGE)
                continue;
            double inches = item->as.image.box.width / 72;
            double dpi = item->as.image.image->width / inches;
            if (dpi < least && !is_told(ctx, HO_MSG_LOGO_COARSE, at))
                ho_report(ctx, HO_MSG_LOGO_COARSE, at,
                          ho_format(ctx->arena,
                                    "take one that is %.0f pixels wide, or an SVG",
                                    ceil(least * inches)),
                          decimal(ctx, floor(dpi), 0), decimal(ctx, inches * 25.4, 0),
                          decimal(ctx, least, 0));
        }
    }
}
