/* The red-flag sheet of a library, set on A4 as if for a patient, to see how large its type comes out.
 * SPDX-License-Identifier: MIT */
#include "doc/doc.h"
#include "job/job.h"
#include "layout/layout.h"
#include "lint/lint.h"
#include "text/text.h"

static void close_fonts(struct ho_fonts **fonts)
{
    if (*fonts)
        ho_fonts_close(*fonts);
}

/* An answer of yes leaves the sheet alone in the handout. */
static struct ho_record emergency_record(struct ho_ctx *ctx,
                                         const struct ho_library *library)
{
    struct ho_record record = {.id = "check",
                               .condition = library->condition,
                               .language = library->language,
                               .name = "Name",
                               .at = ho_source_whole(library->at)};
    if (library->red_flags.groups.count &&
        library->red_flags.groups.items[0].signs.count)
        ho_push(ctx->arena, &record.answers,
                (struct ho_flag_answer){
                    library->red_flags.groups.items[0].signs.items[0].id, HO_YES,
                    record.at});
    return record;
}

bool ho_job_check_sheet(struct ho_ctx *ctx, const char *data, const char *content,
                        const struct ho_library *library,
                        const struct ho_country *const *countries, size_t count)
{
    const char *templates = ho_format(ctx->arena, "%s/templates", data);
    const struct ho_record record = emergency_record(ctx, library);
    const struct ho_clinic clinic = {
        .name = "Clinic", .phone = "0", .leg_pain_alone = true, .at = record.at};
    const struct ho_plan plan = {0};
    struct ho_order order = {
        .library = library, .record = &record, .plan = &plan, .clinic = &clinic};
    const struct ho_theme *theme;
    HO_AUTO(struct ho_fonts *, close_fonts) fonts = NULL;
    if (!ho_template_load(ctx, templates, "handout", &order.template) ||
        !ho_theme_load(ctx, templates, "default", &theme) ||
        !ho_fonts_open(ctx, ho_format(ctx->arena, "%s/fonts", data), library->language,
                       &fonts))
        return false;
    const struct ho_geometry geometry = {.paper = ho_paper_find("a4"),
                                         .margin = order.template->margin,
                                         .palette = &theme->palette,
                                         .scale = &theme->scales[HO_EDITION_STANDARD]};
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        const struct ho_blocks *blocks;
        struct ho_pages *pages;
        order.country = countries[i];
        if (ho_staff_load(ctx, content, library, countries[i], &order.staff) &&
            ho_doc_build(ctx, &order, &blocks) &&
            ho_layout(ctx, NULL, blocks, &geometry, fonts, &pages))
            ho_lint_sheet(ctx, pages, countries[i]->action.at);
        else
            ok = false;
    }
    return ok;
}
