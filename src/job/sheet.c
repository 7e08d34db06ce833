/* The red-flag sheet alone, for a wall, a ward or a wallet.
 * SPDX-License-Identifier: MIT */
#include "job/job.h"

#include "job/job_priv.h"

/* Paper that is cut out of larger paper needs no margin for a printer, only for the knife and the pouch. */
static void choose_margins(const struct ho_request *request,
                           struct ho_geometry *geometry)
{
    const struct ho_press_plan *press = &request->press;
    bool is_card = ho_equal(request->paper, "card"),
         is_a6 = ho_equal(request->paper, "a6"),
         is_cut = press->on || press->has_marks || press->bleed > 0;
    if (press->is_laminated)
        geometry->safe = ho_mm(HO_LAMINATE_SAFE_MM);
    else if (is_card)
        geometry->safe = ho_mm(3);
    else if (is_cut || is_a6)
        geometry->safe = ho_mm(5);
    if (!is_card && !is_a6)
        geometry->margin = ho_mm(is_cut ? 12 : 17);
    if (press->has_hole)
        geometry->head = ho_mm(HO_HOLE_HEAD_MM);
    /* In a pouch nothing may reach the edge; and an outline at the edge would be cut off. */
    geometry->runs_off =
        press->bleed > 0 && !press->is_laminated && job_ink(request) != HO_INK_LOW;
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
    choose_margins(request, &geometry);
    return shop_figures(ctx, shop, request, &order, &order.figures) &&
           ho_doc_sheet(ctx, &order, &blocks) &&
           job_set_pages(ctx, shop, request, blocks, &geometry, stock->fonts, out);
}
