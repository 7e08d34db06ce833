/* SPDX-License-Identifier: MIT */
#include "job/shop_priv.h"

#include "base/beginnings.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "xml/xpath.h"

struct ho_shop *ho_shop_open(void)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_shop *shop = ho_new(arena, struct ho_shop);
    shop->ctx.arena = arena;
    shop->asked = ho_xpath_kept_new();
    return shop;
}

void ho_shop_close(struct ho_shop *shop)
{
    if (!shop)
        return;
    ho_pdf_kept_free(shop->kept);
    ho_layout_kept_free(shop->kept_blocks);
    ho_xpath_kept_free(shop->asked);
    ho_beginnings_free(shop->beginnings);
    for (size_t i = 0; i < shop->stocks.count; i++)
        ho_fonts_close(shop->stocks.items[i].fonts);
    ho_arena_free(shop->ctx.arena);
}

const struct ho_diags *ho_shop_diags(const struct ho_shop *shop)
{
    return &shop->ctx.diags;
}

static const char *folder(struct ho_shop *shop, const struct ho_request *request,
                          const char *name)
{
    return ho_format(shop->ctx.arena, "%s/%s", request->data, name);
}

const char *shop_content(struct ho_shop *shop, const struct ho_request *request)
{
    return request->content ? request->content : folder(shop, request, "content");
}

/* A sheet may belong to no clinic: then all is as a clinic is that says nothing. */
static bool find_clinic(struct ho_shop *shop, const struct ho_request *request)
{
    if (shop->clinic)
        return true;
    if (request->clinic)
        return ho_clinic_load(&shop->ctx, request->clinic, &shop->clinic);
    shop->clinic = ho_clinic_unnamed(shop->ctx.arena);
    return true;
}

bool shop_equip(struct ho_shop *shop, const struct ho_request *request)
{
    if (shop->clinic && shop->template && shop->theme)
        return true; /* nothing more is allocated for a later record */
    const char *templates = folder(shop, request, "templates");
    bool ok = find_clinic(shop, request);
    ok &=
        !request->template_id || shop->template ||
        ho_template_load(&shop->ctx, templates, request->template_id, &shop->template);
    ok &= shop->theme ||
          ho_theme_load(&shop->ctx, templates, request->theme, &shop->theme);
    return ok;
}

/* A batch may ask for the same a thousand times. Tells again what was told the first time. */
static bool is_missing(struct ho_shop *shop, const char *condition, const char *country,
                       const char *language)
{
    for (size_t i = 0; i < shop->missing.count; i++) {
        const struct missing *missing = &shop->missing.items[i];
        if (!ho_equal(missing->condition, condition) ||
            !ho_equal(missing->country, country) ||
            !ho_equal(missing->language, language))
            continue;
        for (size_t k = 0; k < missing->diags.count; k++)
            ho_push(shop->ctx.arena, &shop->ctx.diags, missing->diags.items[k]);
        return true;
    }
    return false;
}

/* Remembers what has been told since there were `told` messages. */
static bool miss(struct ho_shop *shop, const char *condition, const char *country,
                 const char *language, size_t told)
{
    struct ho_arena *arena = shop->ctx.arena;
    struct missing missing = {condition ? ho_strdup(arena, condition) : NULL,
                              country ? ho_strdup(arena, country) : NULL,
                              ho_strdup(arena, language),
                              {{NULL, 0, 0}}};
    for (size_t i = told; i < shop->ctx.diags.count; i++)
        ho_push(arena, &missing.diags, shop->ctx.diags.items[i]);
    ho_push(arena, &shop->missing, missing);
    return false;
}

bool shop_stock(struct ho_shop *shop, const struct ho_request *request,
                const char *condition, const char *language, const struct stock **out)
{
    for (size_t i = 0; i < shop->stocks.count; i++) {
        *out = &shop->stocks.items[i];
        if (ho_equal((*out)->library->condition, condition) &&
            ho_equal((*out)->library->language, language))
            return true;
    }
    struct stock stock;
    size_t told = shop->ctx.diags.count;
    if (is_missing(shop, condition, NULL, language))
        return false;
    if (!ho_library_load(&shop->ctx, shop_content(shop, request), condition, language,
                         &stock.library) ||
        !ho_fonts_open(&shop->ctx, folder(shop, request, "fonts"), language,
                       &stock.fonts))
        return miss(shop, condition, NULL, language, told);
    ho_push(shop->ctx.arena, &shop->stocks, stock);
    *out = &shop->stocks.items[shop->stocks.count - 1];
    return true;
}

bool shop_country(struct ho_shop *shop, const struct ho_request *request,
                  const char *code, const char *language, struct ho_span at,
                  const struct ho_country **out)
{
    for (size_t i = 0; i < shop->countries.count; i++)
        if (ho_equal(shop->countries.items[i]->code, code) &&
            ho_equal(shop->countries.items[i]->language, language)) {
            *out = shop->countries.items[i];
            return true;
        }
    size_t told = shop->ctx.diags.count;
    if (is_missing(shop, NULL, code, language))
        return false;
    if (!ho_country_load(&shop->ctx, shop_content(shop, request), code, language, at,
                         out))
        return miss(shop, NULL, code, language, told);
    ho_push(shop->ctx.arena, &shop->countries, *out);
    return true;
}

bool shop_staff(struct ho_shop *shop, const struct ho_request *request,
                const struct ho_library *library, const struct ho_country *country,
                const struct ho_staff **out)
{
    struct spoken spoken = {library, country, NULL};
    for (size_t i = 0; i < shop->spoken.count; i++)
        if (shop->spoken.items[i].library == library &&
            shop->spoken.items[i].country == country) {
            *out = shop->spoken.items[i].staff;
            return true;
        }
    if (!ho_staff_load(&shop->ctx, shop_content(shop, request), library, country,
                       &spoken.staff))
        return false;
    ho_push(shop->ctx.arena, &shop->spoken, spoken);
    *out = spoken.staff;
    return true;
}
