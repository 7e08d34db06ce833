/* The red-flag sheet alone, for a wall, a ward or a wallet.
 * SPDX-License-Identifier: MIT */
#include "job/job.h"

#include "job/job_priv.h"

/* A6 and the card are cut out of larger paper: no printer needs a margin there. */
static void choose_margins(const char *paper, struct ho_geometry *geometry)
{
    if (ho_equal(paper, "card"))
        geometry->safe = ho_mm(3);
    else if (ho_equal(paper, "a6"))
        geometry->safe = ho_mm(5);
    else
        geometry->margin = ho_mm(17);
}

bool ho_job_sheet(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, struct ho_result *out)
{
    const struct ho_blocks *blocks;
    const struct stock *stock;
    struct ho_order order = {.is_card = ho_equal(request->paper, "card")};
    struct ho_geometry geometry = {0};

    if (!shop_equip(shop, request))
        return false;
    const char *language = job_language(shop, request, NULL);
    bool ok = shop_stock(shop, request, request->condition, language, &stock);
    ok &= job_country(shop, request, language, &order.country);
    if (!ok || !shop_staff(shop, request, stock->library, order.country, &order.staff))
        return false;
    const struct ho_texts texts = {stock->library, order.country, order.staff};
    if (!ho_clinic_check(ctx, shop->clinic, &texts, request->date, &order.standing))
        return false;
    out->country = order.country->code;
    order.library = stock->library;
    order.clinic = shop->clinic;
    choose_margins(request->paper, &geometry);
    return shop_figures(ctx, shop, request, &order, &order.figures) &&
           ho_doc_sheet(ctx, &order, &blocks) &&
           job_set_pages(ctx, shop, request, blocks, &geometry, stock->fonts, out);
}
