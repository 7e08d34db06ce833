/* The whole program: each line is a stage; a stage that reported an error ends the job.
 * SPDX-License-Identifier: MIT */
#include "job/job.h"

#include "image/image.h"
#include "job/job_priv.h"
#include "mail/mail.h"
#include "pdf/pdf.h"
#include "picture/picture.h"
#include "seal/seal.h"
#include "xml/xml.h"

const char *const ho_as_names[] = {"pdf",    "png",   "svg", "text",
                                   "blocks", "trace", NULL};

static struct ho_bytes bytes_of(const char *text)
{
    return (struct ho_bytes){(const unsigned char *)text, strlen(text)};
}

static const char *describe_sizes(struct ho_arena *arena,
                                  const struct ho_pdf_sizes *sizes, size_t memory)
{
    return ho_format(
        arena,
        "pdf %zu bytes: content %zu, fonts %zu, drawings %zu, images %zu, structure "
        "%zu, "
        "metadata %zu, profile %zu, other %zu; memory of the job %zu bytes\n",
        sizes->total, sizes->content, sizes->fonts, sizes->drawings, sizes->images,
        sizes->structure, sizes->metadata, sizes->profile, sizes->other, memory);
}

static bool write_pdf(struct ho_ctx *ctx, const struct ho_shop *shop,
                      const struct ho_pages *pages, const struct ho_request *request,
                      struct ho_result *out)
{
    struct ho_pdf_sizes sizes;
    bool ok = job_is_press(request)
                  ? job_write_press(ctx, pages, request, &out->bytes, &sizes)
                  : ho_pdf_write_measured(ctx, shop->kept, pages, &out->bytes, &sizes);
    if (ok && request->password)
        ok = ho_seal(ctx, out->bytes, request->password, &out->bytes);
    if (!ok)
        return false;
    if (!shop->kept) /* in a batch nobody would read it */
        out->measures = describe_sizes(ctx->arena, &sizes, ho_arena_used(ctx->arena));
    return true;
}

static bool page_exists(struct ho_ctx *ctx, const struct ho_pages *pages, int page)
{
    if ((size_t)page <= pages->pages.count)
        return true;
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0},
              ho_format(ctx->arena, "it has %zu pages", pages->pages.count),
              ho_format(ctx->arena, "%d", page), "--page");
    return false;
}

bool job_write(struct ho_ctx *ctx, const struct ho_shop *shop,
               const struct ho_pages *pages, const struct ho_request *request,
               struct ho_result *out)
{
    size_t index = (size_t)request->page - 1;
    switch (request->as) {
    case HO_AS_PNG:
        return page_exists(ctx, pages, request->page) &&
               ho_picture_png(ctx, pages, index, request->dpi ? request->dpi : 150,
                              &out->bytes);
    case HO_AS_SVG:
        return page_exists(ctx, pages, request->page) &&
               ho_picture_svg(ctx, pages, index, &out->bytes);
    case HO_AS_TEXT:
        out->bytes = bytes_of(ho_pages_speech(ctx->arena, pages));
        return true;
    case HO_AS_TRACE:
        out->bytes = bytes_of(ho_pages_trace(ctx->arena, pages));
        return true;
    default: return write_pdf(ctx, shop, pages, request, out);
    }
}

enum ho_ink job_ink(const struct ho_request *request)
{
    for (int i = 0; request->ink && ho_ink_names[i]; i++)
        if (ho_equal(ho_ink_names[i], request->ink))
            return (enum ho_ink)i;
    return HO_INK_COLOUR;
}

bool job_set_pages(struct ho_ctx *ctx, struct ho_shop *shop,
                   const struct ho_request *request, const struct ho_blocks *blocks,
                   struct ho_geometry *geometry, struct ho_fonts *fonts,
                   struct ho_result *out)
{
    struct ho_palette *palette = ho_new(ctx->arena, struct ho_palette);
    bool is_picture = request->as == HO_AS_PNG || request->as == HO_AS_SVG;
    struct ho_pages *pages;
    if (request->as == HO_AS_BLOCKS) {
        out->bytes = bytes_of(ho_blocks_dump(ctx->arena, blocks));
        return true;
    }
    *palette = shop->theme->palette;
    palette->ink = job_ink(request);
    for (size_t i = 0; shop->logo && i < shop->logo->colours.count; i++)
        palette->roles[HO_PAINT_OWN + i] = shop->logo->colours.items[i];
    geometry->paper = ho_paper_find(request->paper);
    geometry->palette = palette;
    geometry->scale = &shop->theme->scales[geometry->edition];
    if (!ho_layout(ctx, shop->kept_blocks, blocks, geometry, fonts, &pages))
        return false;
    out->page_count = pages->pages.count;
    pages->info.generator = request->generator;
    pages->info.date = request->date;
    pages->info.is_sealed = request->password != NULL;
    if (!job_press(ctx, request, blocks, fonts, &pages))
        return false;
    return ho_fonts_finish(ctx, fonts, pages,
                           is_picture ? HO_FINISH_OUTLINES : HO_FINISH_SUBSETS) &&
           job_write(ctx, shop, pages, request, out);
}

/* The request is stronger than the record. */
static enum ho_edition choose_edition(const struct ho_request *request,
                                      const struct ho_record *record)
{
    for (int i = 0; request->edition && ho_edition_names[i]; i++)
        if (ho_equal(ho_edition_names[i], request->edition))
            return (enum ho_edition)i;
    return record->edition;
}

bool job_has_country(struct ho_shop *shop, const struct ho_request *request)
{
    if (request->country || shop->clinic->country)
        return true;
    const char *known = ho_country_hint(shop->ctx.arena, shop_content(shop, request));
    ho_report(&shop->ctx, HO_MSG_NO_COUNTRY, shop->clinic->at,
              ho_format(shop->ctx.arena, "give --country%s; %s",
                        request->clinic ? ", or add it to <clinic>" : "",
                        known ? known : "there is no pack"));
    return false;
}

bool job_country(struct ho_shop *shop, const struct ho_request *request,
                 const char *language, const struct ho_country **out)
{
    if (!job_has_country(shop, request))
        return false;
    return request->country ? shop_country(shop, request, request->country, language,
                                           (struct ho_span){0}, out)
                            : shop_country(shop, request, shop->clinic->country,
                                           language, shop->clinic->country_at, out);
}

/* The patient's record; NULL if the request names none. */
static bool read_record(struct ho_ctx *ctx, const struct ho_request *request,
                        const struct ho_record **out)
{
    if (request->record)
        return ho_record_load(ctx, request->record, out);
    if (request->given)
        return ho_record_read(ctx, request->given, out);
    *out = NULL;
    return true;
}

const char *job_language(const struct ho_shop *shop, const struct ho_request *request,
                         const struct ho_record *record)
{
    return request->language        ? request->language
           : record                 ? record->language
           : shop->clinic->language ? shop->clinic->language
                                    : "en-GB";
}

bool ho_job_run(struct ho_ctx *ctx, struct ho_shop *shop,
                const struct ho_request *request, struct ho_result *out)
{
    const struct ho_record *record;
    const struct ho_blocks *blocks;
    const struct stock *stock;
    struct ho_order order = {0};

    bool ok = shop_equip(shop, request);
    if (!read_record(ctx, request, &record) || !ok)
        return false;
    const char *language = job_language(shop, request, record);
    ok = shop_stock(shop, request, record ? record->condition : request->condition,
                    language, &stock);
    ok &= job_country(shop, request, language, &order.country);
    if (!ok || !shop_staff(shop, request, stock->library, order.country, &order.staff))
        return false;
    const struct ho_texts texts = {stock->library, order.country, order.staff};
    ok = !record || ho_record_check(ctx, stock->library, record);
    if (!record)
        record = ho_record_general(ctx, stock->library);
    ok &= ho_plan_build(ctx, stock->library, record, &order.plan);
    ok &= ho_clinic_check(ctx, shop->clinic, &texts, request->date, &order.standing);
    if (!ok)
        return false;
    order.library = stock->library;
    order.clinic = shop->clinic;
    order.record = record;
    order.template = shop->template;
    order.kept = shop->asked;
    order.edition = choose_edition(request, record);
    out->record_id = record->id;
    out->email = record->email;
    out->is_emergency = ho_record_is_emergency(stock->library, record);
    if (!shop_figures(ctx, shop, request, &order, &order.figures))
        return false;
    if (request->is_mailed &&
        !ho_doc_letter(ctx, &order, request->password != NULL, &out->letter))
        return false;
    /* The emergency sheet has no logo, and must not wait for one. */
    if (!out->is_emergency && !shop_logo(shop, request, &order.logo))
        return false;
    struct ho_geometry geometry = {.margin = shop->template->margin,
                                   .edition = order.edition};
    return ho_doc_build(ctx, &order, &blocks) &&
           (request->is_trial ||
            job_set_pages(ctx, shop, request, blocks, &geometry, stock->fonts, out));
}

const char *ho_job_libraries(struct ho_arena *arena)
{
    return ho_format(arena, "%s, %s, %s, %s, %s, %s, %s", ho_xml_libraries(arena),
                     ho_text_libraries(arena), ho_pdf_libraries(arena),
                     ho_picture_libraries(arena), ho_seal_libraries(arena),
                     ho_mail_libraries(arena), ho_image_libraries(arena));
}
