/* A booklet: two pages side by side on each side of a sheet, folded together in the middle. Page 1 is its front.
 * SPDX-License-Identifier: MIT */
#include "press/press_priv.h"

/* The sheet on which two of these lie, such as A4 for A5. */
static struct ho_paper find_sheet(const struct ho_page *page)
{
    const struct ho_paper *papers;
    size_t count = ho_papers(&papers);
    struct ho_paper exact = {"booklet", 2 * page->trim.width, page->trim.height};
    for (size_t i = 0; i < count; i++) {
        double wide = papers[i].height - exact.width,
               high = papers[i].width - exact.height;
        /* ISO papers are rounded to whole millimetres: A4 is one longer than two of A5. */
        if (wide > -.1 && wide < 3 && high > -.1 && high < 3)
            return (struct ho_paper){papers[i].id, papers[i].height, papers[i].width};
    }
    return exact;
}

/* The page at that place of the booklet; none after the last. */
static void place(struct job *job, struct ho_page *sheet, size_t index, bool is_right,
                  bool is_upright)
{
    if (index >= job->in->pages.count)
        return;
    const struct ho_page *page = job->in->pages.items[index];
    ho_pt x = sheet->trim.width / 2 - (is_right ? 0 : page->trim.width),
          y = (sheet->trim.height - page->trim.height) / 2;
    struct ho_matrix matrix = {1, 0, 0, 1, x, y};
    if (!is_upright)
        matrix = (struct ho_matrix){
            -1, 0, 0, -1, sheet->trim.width - x, sheet->trim.height - y};
    ho_page_place(job->ctx->arena, sheet, page, matrix);
}

void make_booklet(struct job *job)
{
    struct ho_paper paper = find_sheet(job->in->pages.items[0]);
    size_t places = (job->in->pages.count + 3) / 4 * 4;
    enum ho_duplex duplex = job->plan->duplex ? job->plan->duplex : HO_DUPLEX_SHORT;
    bool is_rtl = job->plan->is_rtl;
    for (size_t i = 0; i < places / 2; i += 2) {
        struct ho_page *front = ho_page_add(job->ctx->arena, job->out, &paper);
        struct ho_page *back = ho_page_add(job->ctx->arena, job->out, &paper);
        bool is_upright = is_back_upright(back, duplex);
        place(job, front, places - 1 - i, is_rtl, true);
        place(job, front, i, !is_rtl, true);
        place(job, back, i + 1, is_rtl, is_upright);
        place(job, back, places - 2 - i, !is_rtl, is_upright);
    }
    job->out->is_untagged = true;
}
