/* products.h — any template, set with the figures that are printed, as the program does.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_JOB_PRODUCTS_H
#define HO_TESTS_JOB_PRODUCTS_H

#include "job/job.h"
#include "job/shop_priv.h"
#include "unit/layout/pages.h"

/* A product of a patient, or of none. */
struct product {
    struct ho_ctx ctx;
    struct ho_shop *shop;
    struct ho_request request;
    struct ho_order order;
    const struct stock *stock;
};

static inline void order_patient(struct product *p, const char *record)
{
    struct ho_order *order = &p->order;
    order->library = p->stock->library;
    if (record)
        cr_assert(ho_record_load(&p->ctx, record, &order->record));
    else
        order->record = ho_record_general(&p->ctx, order->library);
    cr_assert(ho_plan_build(&p->ctx, order->library, order->record, &order->plan));
    cr_assert(shop_figures(&p->ctx, p->shop, &p->request, order, &order->figures));
}

static inline struct product open_product(const char *template_id, const char *theme)
{
    struct product p = {.ctx = {.arena = ho_arena_new()}, .shop = ho_shop_open()};
    p.request = (struct ho_request){.clinic = HO_CONTENT "/examples/clinic.xml",
                                    .data = HO_DATA,
                                    .template_id = template_id,
                                    .theme = theme};
    cr_assert(shop_equip(p.shop, &p.request));
    cr_assert(shop_stock(p.shop, &p.request, "sciatica", "en-GB", &p.stock));
    cr_assert(shop_country(p.shop, &p.request, "GB", "en-GB", (struct ho_span){0},
                           &p.order.country));
    p.order.clinic = p.shop->clinic;
    p.order.template = p.shop->template;
    return p;
}

static inline void close_product(struct product *p)
{
    ho_shop_close(p->shop);
    ho_arena_free(p->ctx.arena);
}

static inline const struct ho_pages *set_product(struct product *p, const char *paper,
                                                 enum ho_edition edition,
                                                 enum ho_ink ink)
{
    struct ho_palette *palette = ho_new(p->ctx.arena, struct ho_palette);
    const struct ho_blocks *blocks;
    struct ho_pages *pages;
    *palette = p->shop->theme->palette;
    palette->ink = ink;
    const struct ho_geometry geometry = {.paper = ho_paper_find(paper),
                                         .margin = p->shop->template->margin,
                                         .palette = palette,
                                         .scale = &p->shop->theme->scales[edition],
                                         .edition = edition};
    p->order.edition = edition;
    cr_assert(ho_doc_build(&p->ctx, &p->order, &blocks));
    cr_assert(ho_layout(&p->ctx, NULL, blocks, &geometry, p->stock->fonts, &pages));
    cr_expect_null(ho_pages_fault(p->ctx.arena, pages));
    return pages;
}

#endif
