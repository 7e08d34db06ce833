/* One figure, or all of them on a contact sheet.
 * SPDX-License-Identifier: MIT */
#include "job/job.h"

#include "base/folder.h"
#include "job/job_priv.h"
#include "layout/figure_sheet.h"

static const char language[] = "en-GB"; /* of what is said of a figure */

/* Below this width a figure drops what would only be grain, as in the plan's table. */
enum { THUMBNAIL_MM = 45 };

struct libraries {
    HO_VEC(const struct ho_library *);
};

/* Whose words are said of the figures. Who draws one may have no library yet, or one that is half written: that is for
 * `check` to report, so its messages are dropped here. */
static struct libraries load_words(struct ho_ctx *ctx, const char *content)
{
    struct ho_ctx quiet = {.arena = ctx->arena};
    struct libraries words = {0};
    const char *const *conditions =
        ho_folder_ids(ctx->arena, ho_format(ctx->arena, "%s/conditions", content));
    for (size_t i = 0; conditions[i]; i++) {
        const struct ho_library *library;
        if (ho_library_load(&quiet, content, conditions[i], language, &library))
            ho_push(ctx->arena, &words, library);
    }
    return words;
}

/* What the content says of it; else its name, and its side if it has one. */
static const char *say(struct ho_ctx *ctx, const struct libraries *words,
                       const char *id, enum ho_side side)
{
    const char *said = NULL;
    for (size_t i = 0; !said && i < words->count; i++)
        said = ho_doc_figure_words(ctx, words->items[i], id, side);
    if (said || side == HO_SIDE_NONE)
        return said ? said : id;
    return ho_format(ctx->arena, "%s, %s side", id,
                     side == HO_SIDE_LEFT ? "left" : "right");
}

/* A sign of danger is a pictogram, and has no side. */
static bool find_picture(struct ho_ctx *ctx, struct ho_shop *shop,
                         const struct ho_request *request, const struct ho_show *show,
                         const struct libraries *words, const char *id,
                         struct ho_named_picture *out)
{
    const struct ho_pose *pose;
    if (!ho_pose_load(ctx, shop_content(shop, request), id, &pose))
        return false;
    bool is_small = show->width_mm > 0 && show->width_mm < THUMBNAIL_MM;
    bool is_left = show->is_left && !pose->has_roundel;
    struct ho_figure_key key = {.pose = id,
                                .side = is_left ? HO_FIGURE_LEFT : HO_FIGURE_RIGHT,
                                .edition = pose->has_roundel ? HO_FIGURE_PICTOGRAM
                                           : is_small        ? HO_FIGURE_THUMBNAIL
                                                             : HO_FIGURE_FULL,
                                .body = show->is_body_b ? HO_FIGURE_BODY_B
                                                        : HO_FIGURE_BODY_A};
    out->name = id;
    out->picture.alt = say(ctx, words, id,
                           pose->has_roundel ? HO_SIDE_NONE
                           : is_left         ? HO_SIDE_LEFT
                                             : HO_SIDE_RIGHT);
    return shop_figure(ctx, shop, request, &key, &out->picture.figure);
}

static bool load_theme(struct ho_ctx *ctx, const struct ho_request *request,
                       const struct ho_theme **out)
{
    return ho_theme_load(ctx, ho_format(ctx->arena, "%s/templates", request->data),
                         request->theme, out);
}

static bool write_shown(struct ho_ctx *ctx, const struct ho_shop *shop,
                        struct ho_pages *pages, const struct ho_request *request,
                        struct ho_bytes *out)
{
    struct ho_result result = {0};
    pages->info.generator = request->generator;
    if (!job_write(ctx, shop, pages, request, &result))
        return false;
    *out = result.bytes;
    return true;
}

static bool show_one(struct ho_ctx *ctx, struct ho_shop *shop,
                     const struct ho_request *request, const struct ho_show *show,
                     const struct ho_palette *palette, struct ho_bytes *out)
{
    struct ho_named_picture picture = {0};
    struct libraries words = load_words(ctx, shop_content(shop, request));
    if (!find_picture(ctx, shop, request, show, &words, show->ids[0], &picture))
        return false;
    const struct ho_figure *figure = picture.picture.figure;
    ho_pt width = show->width_mm > 0 ? ho_mm(show->width_mm)
                                     : figure->box.width * figure->scale + ho_mm(2);
    return write_shown(ctx, shop,
                       ho_layout_figure(ctx, &picture, width, language, palette),
                       request, out);
}

static void close_fonts(struct ho_fonts **fonts)
{
    if (*fonts)
        ho_fonts_close(*fonts);
}

static bool show_sheet(struct ho_ctx *ctx, struct ho_shop *shop,
                       const struct ho_request *request, const struct ho_show *show,
                       const struct ho_theme *theme, const struct ho_palette *palette,
                       struct ho_bytes *out)
{
    struct ho_figure_sheet sheet = {.title = ho_format(ctx->arena,
                                                       "Figures: %s side, body %s",
                                                       show->is_left ? "left" : "right",
                                                       show->is_body_b ? "b" : "a"),
                                    .language = language};
    const struct ho_geometry geometry = {.paper = ho_paper_find(request->paper),
                                         .margin = ho_mm(17),
                                         .palette = palette,
                                         .scale = &theme->scales[HO_EDITION_STANDARD]};
    HO_AUTO(struct ho_fonts *, close_fonts) fonts = NULL;
    struct libraries words = load_words(ctx, shop_content(shop, request));
    struct ho_pages *pages;
    bool ok = true;
    for (size_t i = 0; i < show->count; i++) {
        struct ho_named_picture picture = {0};
        if (find_picture(ctx, shop, request, show, &words, show->ids[i], &picture))
            ho_push(ctx->arena, &sheet.pictures, picture);
        else
            ok = false;
    }
    bool is_picture = request->as != HO_AS_PDF;
    return ok &&
           ho_fonts_open(ctx, ho_format(ctx->arena, "%s/fonts", request->data),
                         language, &fonts) &&
           ho_layout_figures(ctx, &sheet, &geometry, fonts, &pages) &&
           ho_fonts_finish(ctx, fonts, pages,
                           is_picture ? HO_FINISH_OUTLINES : HO_FINISH_SUBSETS) &&
           write_shown(ctx, shop, pages, request, out);
}

bool ho_job_show(struct ho_ctx *ctx, struct ho_shop *shop,
                 const struct ho_request *request, const struct ho_show *show,
                 struct ho_bytes *out)
{
    const struct ho_theme *theme;
    if (!load_theme(ctx, request, &theme))
        return false;
    struct ho_palette palette = theme->palette;
    palette.ink = job_ink(request);
    return show->is_sheet ? show_sheet(ctx, shop, request, show, theme, &palette, out)
                          : show_one(ctx, shop, request, show, &palette, out);
}
