/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include <hpdf.h>
#include <lcms2.h>
#include <libdeflate.h>

#include "pdf/kept_priv.h"
#include "pdf/press_priv.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* ---- what the files of this folder share ---- */

void ho_writer_fail(struct ho_writer *writer, const char *fault)
{
    if (!writer->fault)
        writer->fault = fault;
}

HPDF_Dict ho_made_find(const struct ho_mades *mades, const void *source)
{
    for (size_t i = 0; i < mades->count; i++)
        if (mades->items[i].source == source)
            return mades->items[i].object;
    return NULL;
}

void ho_made_add(struct ho_writer *writer, struct ho_mades *mades, const void *source,
                 HPDF_Dict object)
{
    ho_push(writer->arena, mades, (struct ho_made){source, object});
}

void ho_writer_body(HPDF_Dict dict, struct ho_text *body, size_t *part)
{
    ho_haru_body(dict, body);
    *part += body->count;
}

HPDF_Dict ho_writer_stream(struct ho_writer *writer, const struct ho_text *body,
                           const char *filter, struct ho_bytes data, size_t *part)
{
    *part += body->count + data.length;
    return ho_haru_stream(&writer->haru, body, filter, data);
}

/* ---- the story ---- */

static void expect_page(struct ho_writer *writer, const struct ho_page *page)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind == HO_ITEM_GLYPHS)
            ho_font_expect(writer, &item->as.glyphs);
        else if (item->kind == HO_ITEM_DRAWING)
            ho_drawing_object(writer, item->as.drawing.drawing);
        else if (item->kind == HO_ITEM_IMAGE)
            ho_image_object(writer, item->as.image.image);
    }
}

/* Fonts, figures and logos, by the page that shows them first; but the second page comes last. It is the plan of a
 * handout, with a picture of all that was chosen for that patient, and so differs more than what follows. */
static void make_common(struct ho_writer *writer)
{
    size_t count = writer->pages->pages.count;
    for (size_t i = 0; i < count; i++)
        if (i != 1)
            expect_page(writer, writer->pages->pages.items[i]);
    if (count > 1)
        expect_page(writer, writer->pages->pages.items[1]);
    ho_haru_common(&writer->haru);
}

static void make_pages(struct ho_writer *writer)
{
    size_t count = writer->pages->pages.count;
    writer->made_pages = ho_new_array(writer->arena, HPDF_Page, count);
    for (size_t i = 0; i < count; i++)
        writer->made_pages[i] =
            ho_haru_page(&writer->haru, writer->pages->pages.items[i]);
}

/* Pages come before their content, because links lead forward; the structure last,
 * because it tells what stands on them and its objects follow all others. */
static void write_document(struct ho_writer *writer)
{
    struct ho_text catalog = {.arena = writer->arena};
    ho_anchors_find(writer);
    if (writer->is_tagged)
        ho_structure_open(writer);
    for (size_t i = 0; i < writer->pages->pages.count; i++)
        ho_content_write(writer, i);
    ho_fonts_write(writer);
    ho_outline_write(writer, &catalog);
    ho_metadata_write(writer, &catalog);
    if (writer->is_tagged)
        ho_structure_write(writer, &catalog);
    ho_haru_catalog(&writer->haru, &catalog);
    ho_identifier_write(writer);
}

/* What the parts take, without what libharu adds to them. */
static size_t sum_parts(const struct ho_pdf_sizes *sizes)
{
    return sizes->content + sizes->fonts + sizes->drawings + sizes->images +
           sizes->structure + sizes->metadata + sizes->profile;
}

static void measure(struct ho_writer *writer, size_t total)
{
    writer->sizes.total = total;
    writer->sizes.other = total - sum_parts(&writer->sizes);
}

static bool fail(struct ho_ctx *ctx, const char *what)
{
    ho_report(ctx, HO_MSG_INTERNAL, (struct ho_span){0}, NULL, "pdf", what);
    return false;
}

static bool run_writer(struct ho_writer *writer,
                       const struct ho_pdf_condition *condition, struct ho_bytes *out)
{
    struct ho_ctx *ctx = writer->ctx;
    struct ho_haru *haru = &writer->haru;
    struct ho_bytes file;
    make_common(writer);
    make_pages(writer);
    if (condition)
        ho_press_write(writer, condition);
    else
        write_document(writer);
    if (writer->fault)
        return fail(ctx, writer->fault);
    if (!ho_haru_save(haru, &file))
        return fail(ctx,
                    ho_format(ctx->arena, "libharu refuses, error %04lX, %lu",
                              (unsigned long)haru->error, (unsigned long)haru->detail));
    measure(writer, file.length);
    *out = file;
    return true;
}

bool ho_pdf_write_measured(struct ho_ctx *ctx, struct ho_pdf_kept *kept,
                           const struct ho_pages *pages, struct ho_bytes *out,
                           struct ho_pdf_sizes *sizes)
{
    HO_AUTO(struct ho_deflaters, ho_deflaters_close) own = {0};
    struct ho_writer writer = {.ctx = ctx,
                               .arena = ctx->arena,
                               .pages = pages,
                               .kept = kept,
                               .is_tagged = !pages->is_untagged};
    if (kept)
        ho_kept_begin(kept, pages->palette);
    bool ok = ho_haru_open(&writer.haru, ctx->arena, kept ? &kept->deflaters : &own);
    ok = ok ? run_writer(&writer, NULL, out) : fail(ctx, "libharu does not start");
    ho_haru_close(&writer.haru);
    if (kept)
        ho_kept_end(kept);
    if (ok && sizes)
        *sizes = writer.sizes;
    return ok;
}

static void close_transform(struct ho_press_transform **transform)
{
    ho_press_transform_close(*transform);
}

/* Mixes the inks and holds the pages against the standard. */
static bool prepare_press(struct ho_ctx *ctx, const struct ho_pages *pages,
                          struct ho_press_ink *ink, struct ho_span at)
{
    ho_press_mix(pages->palette, ink);
    const char *fault = ho_press_fault(ctx->arena, pages, ink);
    if (!fault)
        return true;
    ho_report(ctx, HO_MSG_PRESS_FAULT, at, NULL, fault);
    return false;
}

bool ho_pdf_write_press(struct ho_ctx *ctx, const struct ho_pages *pages,
                        const struct ho_pdf_condition *condition, struct ho_span at,
                        struct ho_bytes *out, struct ho_pdf_sizes *sizes)
{
    HO_AUTO(struct ho_press_transform *, close_transform) transform = NULL;
    HO_AUTO(struct ho_deflaters, ho_deflaters_close) own = {0};
    struct ho_press_ink *ink = ho_new(ctx->arena, struct ho_press_ink);
    struct ho_writer writer = {
        .ctx = ctx, .arena = ctx->arena, .pages = pages, .press = ink};
    const char *why = NULL;
    if (!condition->name) {
        transform = ho_press_transform_open(condition->profile, &why);
        if (!transform) {
            ho_report(ctx, HO_MSG_PRESS_PROFILE, at,
                      "ask the print shop for the profile of its press", why);
            return false;
        }
    }
    ink->transform = transform;
    if (!prepare_press(ctx, pages, ink, at))
        return false;
    bool ok = ho_haru_open(&writer.haru, ctx->arena, &own);
    writer.haru.version = "1.4";
    ok = ok ? run_writer(&writer, condition, out) : fail(ctx, "libharu does not start");
    ho_haru_close(&writer.haru);
    if (ok && sizes)
        *sizes = writer.sizes;
    return ok;
}

bool ho_pdf_write(struct ho_ctx *ctx, const struct ho_pages *pages,
                  struct ho_bytes *out)
{
    return ho_pdf_write_measured(ctx, NULL, pages, out, NULL);
}

const char *ho_pdf_libraries(struct ho_arena *arena)
{
    int colour = cmsGetEncodedCMMversion(); /* such as 2140 */
    return ho_format(arena, "libharu %s, Little CMS %d.%d, libdeflate %s",
                     HPDF_GetVersion(), colour / 1000, colour % 1000 / 10,
                     LIBDEFLATE_VERSION_STRING);
}
