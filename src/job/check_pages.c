/* A handout as `make` would set it, on the papers and in the editions that it is likely to be asked for, to see what
 * only pages show.
 * SPDX-License-Identifier: MIT */
#include "job/job_priv.h"
#include "lint/lint.h"

/* A setting costs what a handout costs, some 20 ms. Large type needs a large page: elsewhere page 1 would not fit. */
static const struct {
    const char *paper;
    enum ho_edition edition;
} settings[] = {
    {"a4", HO_EDITION_STANDARD},  {"a4", HO_EDITION_LARGE},
    {"a4", HO_EDITION_GIANT},     {"letter", HO_EDITION_STANDARD},
    {"letter", HO_EDITION_LARGE}, {"letter", HO_EDITION_GIANT},
    {"a5", HO_EDITION_STANDARD},
};
enum { SETTINGS = sizeof settings / sizeof *settings };

struct trial {
    struct ho_ctx *ctx; /* where is told what was found */
    struct ho_shop *shop;
    const struct ho_sample *sample;
    struct ho_order order;
    struct ho_fonts *fonts;
};

static void close_fonts(struct ho_fonts **fonts)
{
    if (*fonts)
        ho_fonts_close(*fonts);
}

static void pass_on(struct ho_ctx *ctx, const struct ho_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        ho_push(ctx->arena, &ctx->diags, diags->items[i]);
}

/* What `make` would refuse is an error in the sample's own edition on A4; elsewhere nobody may ask for it. */
static bool tell_failure(struct trial *t, const struct ho_diags *diags, size_t setting)
{
    if (settings[setting].edition == t->order.record->edition &&
        ho_equal(settings[setting].paper, "a4")) {
        pass_on(t->ctx, diags);
        return false;
    }
    for (size_t i = 0; i < diags->count; i++) {
        const struct ho_diag *diag = &diags->items[i];
        if (diag->severity < HO_ERROR)
            continue;
        ho_report(t->ctx, HO_MSG_EDITION_FAILS,
                  ho_span_line(diag->at) ? diag->at : t->sample->at, diag->hint,
                  settings[setting].paper, ho_edition_names[settings[setting].edition],
                  diag->text);
        break;
    }
    return true;
}

static bool try_setting(struct trial *t, size_t index)
{
    struct ho_ctx own = {.arena = t->ctx->arena};
    const struct ho_theme *theme = t->shop->theme;
    const struct ho_blocks *blocks;
    struct ho_pages *pages;
    enum ho_edition edition = settings[index].edition;
    const struct ho_geometry geometry = {.paper = ho_paper_find(settings[index].paper),
                                         .margin = t->order.template->margin,
                                         .palette = &theme->palette,
                                         .scale = &theme->scales[edition],
                                         .edition = edition};
    t->order.edition = edition;
    if (!ho_doc_build(&own, &t->order, &blocks) ||
        !ho_layout(&own, NULL, blocks, &geometry, t->fonts, &pages))
        return tell_failure(t, &own.diags, index);
    ho_lint_pages(t->ctx, pages,
                  &(struct ho_page_setting){t->order.library, geometry.scale,
                                            geometry.paper->id, edition,
                                            t->sample->at});
    if (t->order.logo)
        ho_lint_images(t->ctx, pages, t->shop->clinic->logo_at);
    return true;
}

/* Some clinic that has what every clinic must. */
static const struct ho_clinic *any_clinic(struct ho_arena *arena)
{
    struct ho_clinic *clinic = ho_new(arena, struct ho_clinic);
    *clinic = *ho_clinic_unnamed(arena);
    clinic->name = "Clinic";
    clinic->phone = "0";
    return clinic;
}

/* Equips the shop as `make` does, with what the sample brings in place of what a request names. */
static bool equip(struct trial *t, struct ho_request *request)
{
    const struct ho_sample *sample = t->sample;
    struct ho_order *order = &t->order;
    request->template_id = "handout";
    request->theme = "default";
    t->shop->template = sample->template;
    t->shop->theme = sample->theme;
    if (!request->clinic)
        t->shop->clinic = any_clinic(t->ctx->arena);
    if (!shop_equip(t->shop, request) ||
        !shop_staff(t->shop, request, sample->library, sample->country, &order->staff))
        return false;
    order->library = sample->library;
    order->country = sample->country;
    order->clinic = t->shop->clinic;
    order->template = t->shop->template;
    return shop_logo(t->shop, request, &order->logo);
}

bool ho_job_check_pages(struct ho_ctx *ctx, const struct ho_request *request,
                        const struct ho_sample *sample)
{
    struct ho_ctx quiet = {.arena = ctx->arena}; /* of cautions has been told */
    /* What it loads lives as long as the messages that point to it. */
    struct ho_shop shop = {.ctx = {.arena = ctx->arena}};
    struct ho_request own = *request;
    struct trial trial = {.ctx = ctx, .shop = &shop, .sample = sample};
    struct ho_order *order = &trial.order;
    HO_AUTO(struct ho_fonts *, close_fonts) fonts = NULL;
    bool ok = ho_fonts_open(ctx, ho_format(ctx->arena, "%s/fonts", request->data),
                            sample->library->language, &fonts);
    ok &= equip(&trial, &own);
    pass_on(ctx, &shop.ctx.diags);
    if (!ok)
        return false;
    trial.fonts = fonts;
    order->record =
        sample->record ? sample->record : ho_record_general(ctx, order->library);
    if (!ho_plan_build(&quiet, order->library, order->record, &order->plan) ||
        !shop_figures(ctx, &shop, &own, order, &order->figures))
        return false;
    for (size_t i = 0; i < SETTINGS; i++)
        ok &= try_setting(&trial, i);
    return ok;
}
