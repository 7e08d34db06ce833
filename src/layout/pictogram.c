/* The pictograms of the emergency sheet. They say nothing that the words beside them do not say, so they are not read
 * out.
 * SPDX-License-Identifier: MIT */
#include "layout/sheet_priv.h"

void put_pictogram(struct setting *s, struct ho_page *page,
                   const struct ho_sheet_card *card, ho_pt x, ho_pt y, ho_pt width)
{
    struct ho_element *artifact = begin(s, page, HO_TAG_ARTIFACT);
    ho_figure_put(s->ctx->arena, page, card->figure, width / card->figure->box.width, x,
                  y);
    end(s, page, artifact);
}
