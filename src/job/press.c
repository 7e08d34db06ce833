/* What the request asks of the press, between layout and writer.
 * SPDX-License-Identifier: MIT */
#include "press/press.h"

#include "job/job_priv.h"

bool job_press(struct ho_ctx *ctx, const struct ho_request *request,
               const struct ho_blocks *blocks, struct ho_fonts *fonts,
               struct ho_pages **pages)
{
    struct ho_press_plan plan = request->press;
    if (!ho_press_is_needed(&plan) || request->as == HO_AS_TEXT)
        return true;
    plan.language = blocks->language;
    plan.is_rtl = blocks->is_rtl;
    plan.ticket = &blocks->ticket;
    return ho_press(ctx, fonts, *pages, &plan, pages);
}

bool job_is_press(const struct ho_request *request)
{
    return request->condition_name || request->profile;
}

bool job_write_press(struct ho_ctx *ctx, const struct ho_pages *pages,
                     const struct ho_request *request, struct ho_bytes *out,
                     struct ho_pdf_sizes *sizes)
{
    struct ho_pdf_condition condition = {.name = request->condition_name};
    struct ho_span at = {0};
    if (request->profile) {
        const struct ho_source *file;
        if (!ho_source_load(ctx, request->profile, &file))
            return false;
        at = ho_source_whole(file);
        condition.profile =
            (struct ho_bytes){(const unsigned char *)file->text, file->length};
    }
    return ho_pdf_write_press(ctx, pages, &condition, at, out, sizes);
}
