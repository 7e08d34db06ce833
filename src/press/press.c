/* SPDX-License-Identifier: MIT */
#include "press/press.h"

#include "press/press_priv.h"

const char *const ho_duplex_names[] = {"none", "long", "short", NULL};

bool ho_press_is_needed(const struct ho_press_plan *plan)
{
    return plan->bleed > 0 || plan->has_marks || plan->on || plan->is_laminated ||
           plan->has_hole || plan->is_booklet || plan->has_blank_back;
}

/* Each piece on a sheet of its own. */
static bool set_alone(struct job *job)
{
    bool ok = true;
    for (size_t i = 0; i < job->in->pages.count; i++) {
        struct ho_page *page = bleed_page(job, job->in->pages.items[i]);
        put_guides(job, page);
        if (job->plan->has_marks) {
            widen_page(job, page);
            ok &= put_ticket(job, page, page->trim, page);
        }
        ho_push(job->ctx->arena, &job->out->pages, page);
        if (i == 0 && job->plan->has_blank_back) {
            struct ho_page *blank = ho_new(job->ctx->arena, struct ho_page);
            blank->media = page->media;
            blank->bleed = page->bleed;
            blank->trim = page->trim;
            ho_push(job->ctx->arena, &job->out->pages, blank);
        }
    }
    return ok;
}

bool ho_press(struct ho_ctx *ctx, struct ho_fonts *fonts, const struct ho_pages *pages,
              const struct ho_press_plan *plan, struct ho_pages **out)
{
    struct ho_pages *made = ho_new(ctx->arena, struct ho_pages);
    struct job job = {ctx, fonts, pages, plan, made};
    bool ok = true;
    made->info = pages->info;
    made->palette = pages->palette;
    made->sheet_size = pages->sheet_size;
    if (plan->is_booklet)
        make_booklet(&job);
    else
        ok = plan->on ? impose(&job) : set_alone(&job);
    if (ok)
        *out = made;
    return ok;
}
