/* What the workers will share is brought into memory before they are forked: by making one handout of nobody. It has the
 * library, the fonts, the texts of the sheet and of all advice; what a worker lacks after that it makes sooner itself
 * than it could wait for. A row is never used for it, since a row may be what the program dies of.
 * SPDX-License-Identifier: MIT */
#include "base/beginnings.h"
#include "job/shop_priv.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "xml/xml.h"

enum { EXERCISES = 5 };

static const char *write_record(struct ho_arena *arena,
                                const struct ho_library *library)
{
    struct ho_text xml = {.arena = arena};
    ho_text_add_format(&xml,
                       "<record id='warm' condition='%s' language='%s'>"
                       "<patient name='A' side='left'/><plan>",
                       library->condition, library->language);
    for (size_t i = 0; i < EXERCISES && i < library->exercises.count; i++)
        ho_text_add_format(&xml, "<exercise ref='%s'/>",
                           library->exercises.items[i].id);
    ho_text_add(&xml, "</plan></record>");
    return ho_text_end(&xml);
}

static bool make_once(struct ho_ctx *ctx, struct ho_shop *shop,
                      const struct ho_request *request, const char *xml)
{
    const struct ho_source source = {
        .name = "warm", .text = xml, .length = strlen(xml)};
    struct ho_request each = *request;
    struct ho_result result;
    each.record = NULL;
    return ho_xml_parse(ctx, &source, &each.given) &&
           ho_job_run(ctx, shop, &each, &result);
}

void shop_keep(struct ho_shop *shop)
{
    shop->kept = ho_pdf_kept_new();
    shop->kept_blocks = ho_layout_kept_new();
    shop->beginnings = ho_beginnings_new();
}

/* What goes wrong here goes wrong again in the rows, and is told there. */
void shop_warm(struct ho_shop *shop, const struct ho_request *request,
               const char *condition, const char *language)
{
    const struct stock *stock;
    size_t told = shop->ctx.diags.count;
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    if (shop_stock(shop, request, condition, language, &stock))
        (void)!make_once(&ctx, shop, request, write_record(ctx.arena, stock->library));
    shop->ctx.diags.count = told;
    ho_arena_free(ctx.arena);
}
