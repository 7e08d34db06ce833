/* The side badge: a pill with a filled cap. The side is told by letter, word and posed figure (comps.md, "Side
 * badge").
 * SPDX-License-Identifier: MIT */
#include "layout/badge_priv.h"

static const ho_pt outline = 1.5;

struct set_badge set_badge(struct setting *s, const struct ho_badge *badge,
                           struct style style)
{
    struct set_badge out = {.style = style};
    if (!badge->label.count)
        return out;
    out.style.is_bold = true;
    out.style.paint = HO_PAINT_STRUCTURE;
    out.letter_style = out.style;
    out.letter_style.paint = on_solid(s);
    out.label = set_text(s, &badge->label, out.style, 0, HO_ALIGN_START);
    out.letter = set_text(s, &badge->letter, out.letter_style, 0, HO_ALIGN_START);
    out.height = 1.65 * style.size + 3;
    out.cap = out.letter->widest + 1.1 * style.size;
    out.width = out.cap + out.label->widest + 1.35 * style.size;
    return out;
}

/* The half of the pill that is filled: round at the start, straight where the label begins. */
static const struct ho_path *cap_path(struct setting *s, ho_pt x, ho_pt y, ho_pt width,
                                      ho_pt height)
{
    const double kappa = .5523; /* of a quarter circle as a cubic */
    ho_pt r = height / 2;
    double d = s->blocks->is_rtl ? -1 : 1; /* towards the label */
    ho_pt from = s->blocks->is_rtl ? x + width : x;
    struct ho_path *path = ho_path_new(s->ctx->arena);
    ho_path_move(s->ctx->arena, path, from + d * width, y);
    ho_path_line(s->ctx->arena, path, from + d * r, y);
    ho_path_curve(s->ctx->arena, path, from + d * r * (1 - kappa), y, from,
                  y + r * (1 - kappa), from, y + r);
    ho_path_curve(s->ctx->arena, path, from, y + r * (1 + kappa),
                  from + d * r * (1 - kappa), y + height, from + d * r, y + height);
    ho_path_line(s->ctx->arena, path, from + d * width, y + height);
    ho_path_close(s->ctx->arena, path);
    return path;
}

void put_badge(struct setting *s, struct ho_page *page, const struct set_badge *badge,
               ho_pt x, ho_pt y)
{
    struct ho_rect pill = {x, y, badge->width, badge->height};
    ho_pt up = (badge->height - badge->style.leading) / 2;
    ho_pt cap_x = from_start(s, x, badge->width, 0, badge->cap);
    ho_pt rest = badge->width - badge->cap;
    put_box(s, page, pill, badge->height / 2,
            (struct ho_paint){.stroke = HO_PAINT_STRUCTURE, .width = outline});
    ho_page_path(s->ctx->arena, page, cap_path(s, cap_x, y, badge->cap, badge->height),
                 solid(s, HO_PAINT_STRUCTURE, outline));
    /* The letter says again what the label says: it is not read out. */
    put_tagged(s, page, HO_TAG_ARTIFACT, badge->letter, badge->letter_style,
               cap_x + (badge->cap - badge->letter->widest) / 2, y + up);
    put_tagged(s, page, HO_TAG_SPAN, badge->label, badge->style,
               from_start(s, x, badge->width,
                          badge->cap + (rest - badge->label->widest) / 2,
                          badge->label->widest),
               y + up);
}
