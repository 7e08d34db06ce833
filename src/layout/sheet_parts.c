/* The parts of the red-flag sheet, from top to bottom. If … then: two red bars hold the
 * six cards.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/sheet_priv.h"

/* In low ink a bar is an outline. */
static const ho_pt bar_outline = 2.5;

static ho_pt max_of(ho_pt a, ho_pt b)
{
    return a > b ? a : b;
}

/* ---- the band: octagon, headline ---- */

static void put_octagon_with_word(struct attempt *a, ho_pt cx, ho_pt cy, ho_pt width)
{
    struct setting *s = a->s;
    /* The octagon stays solid where its bar does not. */
    enum ho_role sign = is_low_ink(s) ? HO_PAINT_DANGER : HO_PAINT_PAPER;
    enum ho_role on_sign = is_low_ink(s) ? HO_PAINT_PAPER : HO_PAINT_DANGER;
    struct style style = {width * .31, width * .4, true, on_sign};
    const struct ho_lines *word =
        set_text(s, &a->sheet->stop, style, 0, HO_ALIGN_START);
    if (word->widest > width * .8) { /* a longer word than "Stop" */
        style.size *= width * .8 / word->widest;
        word = set_text(s, &a->sheet->stop, style, 0, HO_ALIGN_START);
    }
    put_octagon(s, a->page, cx, cy, width, (struct ho_paint){.fill = sign});
    put_octagon(s, a->page, cx, cy, width * .86,
                (struct ho_paint){.stroke = on_sign, .width = width * .03});
    put_tagged(s, a->page, HO_TAG_P, word, style, cx - word->widest / 2,
               cy - style.leading / 2);
}

void sheet_bar(struct attempt *a, ho_pt y, ho_pt height)
{
    struct setting *s = a->s;
    bool runs_off = s->geometry->runs_off;
    /* An outline in place of the fill stands inside it: a printer cannot reach further out. */
    ho_pt inset = is_low_ink(s) ? weigh(s, bar_outline) / 2 : 0;
    struct ho_rect box = {runs_off ? 0 : a->x + inset, y + inset,
                          runs_off ? s->geometry->paper->width : a->width - 2 * inset,
                          height - 2 * inset};
    put_box(s, a->page, box, runs_off ? 0 : ho_mm(3),
            solid(s, HO_PAINT_DANGER, bar_outline));
}

/* A word alone on a second line costs more than it says: type that is a little too wide is set a little smaller. */
static struct style on_one_line(struct attempt *a, const struct ho_inlines *text,
                                struct style style, ho_pt room)
{
    const double most = .75;
    const struct ho_lines *line = set_text(a->s, text, style, 0, HO_ALIGN_START);
    double ratio = line->widest > room ? .995 * room / line->widest : 1;
    if (ratio < most || style.size * ratio < a->least)
        return style;
    style.size *= ratio;
    style.leading *= ratio;
    return style;
}

ho_pt sheet_band(struct attempt *a, ho_pt y)
{
    struct setting *s = a->s;
    struct style headline = sheet_style(a, 32, 36, true, on_solid(s));
    struct style lead = sheet_style(a, 15.5, 20, false, on_solid(s));
    ho_pt octagon = ho_mm(a->is_tight ? 18 : 22.3) * a->scale,
          pad = ho_mm(4) * a->scale, side = ho_mm(32) * a->scale;
    ho_pt room = a->width - side - pad;
    headline = on_one_line(a, &a->sheet->headline, headline, room);
    lead = on_one_line(a, &a->sheet->lead, lead, room);
    const struct ho_lines *title =
        set_text(s, &a->sheet->headline, headline, room, HO_ALIGN_START);
    const struct ho_lines *line =
        set_text(s, &a->sheet->lead, lead, room, HO_ALIGN_START);
    ho_pt text = height_of(title, headline) + height_of(line, lead);
    ho_pt height = max_of(octagon + pad * 1.2, text + pad * 1.2);

    if (a->page) {
        sheet_bar(a, y, a->overhang + height);
        y += a->overhang;
        ho_pt x = from_start(s, a->x, a->width, side, room),
              top = y + (height - text) / 2;
        put_octagon_with_word(a,
                              from_start(s, a->x, a->width, pad, octagon) + octagon / 2,
                              y + height / 2, octagon);
        ho_page_anchor(s->ctx->arena, a->page,
                       (struct ho_anchor){.name = "page-1",
                                          .x = a->x,
                                          .y = y,
                                          .outline_title = ho_inlines_text(
                                              s->ctx->arena, &a->sheet->headline),
                                          .outline_level = 1});
        put_tagged(s, a->page, HO_TAG_H1, title, headline, x, top);
        put_tagged(s, a->page, HO_TAG_P, line, lead, x,
                   top + height_of(title, headline));
    }
    return a->overhang + height;
}

ho_pt sheet_calm(struct attempt *a, ho_pt y)
{
    struct style style = sheet_style(a, 14, 20, false, HO_PAINT_INK);
    const struct ho_lines *lines =
        set_text(a->s, &a->sheet->calm, style, a->width, HO_ALIGN_START);
    if (a->page)
        put_tagged(a->s, a->page, HO_TAG_P, lines, style, a->x, y);
    return height_of(lines, style);
}

/* ---- the cards ---- */

static ho_pt card(struct attempt *a, const struct ho_sheet_card *card,
                  struct ho_rect box)
{
    struct setting *s = a->s;
    struct style title = sheet_sign_style(a, 15, 20, true, HO_PAINT_DANGER);
    struct bullets signs = {card->signs.items, card->signs.count,
                            sheet_sign_style(a, 14, 20, false, HO_PAINT_INK),
                            HO_PAINT_DANGER};
    ho_pt pad = sheet_gap(a, 5), side = ho_mm(4) * a->scale,
          picture = a->has_pictures ? ho_mm(20) * a->scale : 0,
          lead = picture > 0 ? picture + 1.8 * side : side;
    ho_pt inner = box.width - lead - side;
    ho_pt x = from_start(s, box.x, box.width, lead, inner);
    const struct ho_lines *lines =
        set_text(s, &card->title, title, inner, HO_ALIGN_START);
    ho_pt y = box.y + pad;

    if (a->page) {
        put_box(s, a->page, box, ho_mm(3),
                (struct ho_paint){
                    .fill = HO_PAINT_PAPER, .stroke = HO_PAINT_DANGER, .width = 1});
        put_tagged(s, a->page, HO_TAG_H2, lines, title, x, y);
        if (picture > 0)
            put_pictogram(
                s, a->page, card, from_start(s, box.x, box.width, .9 * side, picture),
                box.y + fmax(0, fmin(2 * pad, (box.height - picture) / 2)), picture);
    }
    y += height_of(lines, title);
    y += sheet_bullets(a, &signs, x, y, inner);
    return max_of(y - box.y, picture + pad) + pad;
}

/* Two cards side by side; a row is as tall as its taller card. */
ho_pt sheet_cards(struct attempt *a, ho_pt y)
{
    ho_pt gutter = ho_mm(4), width = (a->width - gutter) / 2, top = y;
    struct attempt measuring = *a;
    measuring.page = NULL;
    for (size_t i = 0; i < a->sheet->cards.count; i += 2) {
        ho_pt height = 0;
        size_t pair = a->sheet->cards.count - i < 2 ? 1 : 2;
        for (size_t j = 0; j < pair; j++)
            height = max_of(height, card(&measuring, &a->sheet->cards.items[i + j],
                                         (struct ho_rect){.width = width}));
        for (size_t j = 0; a->page && j < pair; j++)
            card(a, &a->sheet->cards.items[i + j],
                 (struct ho_rect){from_start(a->s, a->x, a->width,
                                             (double)j * (width + gutter), width),
                                  y, width, height});
        y += height + (i + 2 < a->sheet->cards.count ? sheet_gap(a, 8) : 0);
    }
    return y - top;
}

/* ---- the action bar ---- */

/* The number as large as its window takes, so that it reads across a room; before it the receiver, for who cannot
 * read the words beside it. */
static void put_number(struct attempt *a, struct ho_rect window)
{
    struct setting *s = a->s;
    ho_pt size = a->is_tight ? 64 : 78;
    struct style style = sheet_style(a, size, size, true, HO_PAINT_DANGER);
    const struct ho_lines *digits =
        set_text(s, &a->sheet->number, style, 0, HO_ALIGN_START);
    ho_pt receiver = 30 * a->scale, gap = 10 * a->scale,
          most = window.width * .92 - receiver - gap;
    if (digits->widest > most) {
        style.size *= most / digits->widest;
        digits = set_text(s, &a->sheet->number, style, 0, HO_ALIGN_START);
    }
    ho_pt all = receiver + gap + digits->widest, before = (window.width - all) / 2;
    put_receiver(s, a->page,
                 from_start(s, window.x, window.width, before, receiver) + receiver / 2,
                 window.y + window.height / 2, receiver, HO_PAINT_DANGER);
    put_tagged(
        s, a->page, HO_TAG_P, digits, style,
        from_start(s, window.x, window.width, before + receiver + gap, digits->widest),
        window.y + (window.height - style.leading) / 2);
}

ho_pt sheet_action(struct attempt *a, ho_pt y)
{
    struct setting *s = a->s;
    const struct ho_sheet *sheet = a->sheet;
    struct style action = sheet_style(a, a->is_tight ? 18 : 24, 28, true, on_solid(s));
    struct style wait = sheet_style(a, 15, 20, true, on_solid(s));
    struct style avoid = sheet_style(a, 14, 20, false, on_solid(s));
    ho_pt pad = ho_mm(4) * a->scale, window = ho_mm(67) * a->scale,
          side = window + 2.5 * pad;
    ho_pt room = a->width - side - pad;
    const struct ho_lines *lines[] = {
        set_text(s, &sheet->action, action, room, HO_ALIGN_START),
        set_text(s, &sheet->wait, wait, room, HO_ALIGN_START),
        set_text(s, &sheet->avoid, avoid, room, HO_ALIGN_START)};
    struct style styles[] = {action, wait, avoid};
    ho_pt text = 0;
    for (int i = 0; i < 3; i++)
        text += height_of(lines[i], styles[i]);
    ho_pt height =
        max_of(text + 1.6 * pad, (a->is_tight ? 60 : 72) * a->scale + 1.6 * pad);

    if (a->page) {
        struct ho_rect white = {from_start(s, a->x, a->width, pad, window),
                                y + pad * .8, window, height - 1.6 * pad};
        ho_pt top = y + (height - text) / 2;
        sheet_bar(a, y, height);
        put_box(s, a->page, white, ho_mm(2), (struct ho_paint){.fill = HO_PAINT_PAPER});
        put_number(a, white);
        for (int i = 0; i < 3; i++) {
            put_tagged(s, a->page, i ? HO_TAG_P : HO_TAG_H2, lines[i], styles[i],
                       from_start(s, a->x, a->width, side, room), top);
            top += height_of(lines[i], styles[i]);
        }
    }
    return height;
}

/* ---- the second tier ---- */

/* Title and lead at the start of the tier, or on top of it where there is little room. Returns their height. */
static ho_pt urgent_head(struct attempt *a, ho_pt x, ho_pt y, ho_pt width)
{
    struct setting *s = a->s;
    const struct ho_sheet *sheet = a->sheet;
    struct style title = sheet_style(a, 14, 20, true, HO_PAINT_INK);
    struct style body = sheet_style(a, 12, 16, false, HO_PAINT_INK);
    const struct ho_lines *head =
        set_text(s, &sheet->urgent_title, title, width, HO_ALIGN_START);
    const struct ho_lines *lead =
        set_text(s, &sheet->urgent_lead, body, width, HO_ALIGN_START);
    if (a->page) {
        /* Headings begin at level 1 (ISO 14289-1 7.4.2). */
        put_tagged(s, a->page, sheet->urgent_first ? HO_TAG_H1 : HO_TAG_H2, head, title,
                   x, y);
        put_tagged(s, a->page, HO_TAG_P, lead, body, x, y + height_of(head, title));
    }
    return height_of(head, title) + height_of(lead, body);
}

ho_pt sheet_urgent(struct attempt *a, ho_pt y)
{
    struct setting *s = a->s;
    const struct ho_sheet *sheet = a->sheet;
    struct style body = sheet_style(a, 12, 16, false, HO_PAINT_INK);
    ho_pt side = ho_mm(4) * a->scale, pad = sheet_gap(a, .7 * ho_mm(4)), gap = ho_mm(3);
    ho_pt inner = a->width - 2 * side, first = a->is_tight ? 0 : a->width * .25;
    ho_pt head = first > 0 ? first - gap : inner, column = (inner - first - gap) / 2;
    size_t half = (sheet->urgent.count + 1) / 2;
    struct bullets columns[] = {
        {sheet->urgent.items, half, body, HO_PAINT_SOFT},
        {sheet->urgent.items + half, sheet->urgent.count - half, body, HO_PAINT_SOFT}};
    struct attempt measuring = *a;
    measuring.page = NULL;
    ho_pt height = 0, above = urgent_head(&measuring, 0, 0, head);
    for (int i = 0; i < 2; i++)
        height = max_of(height, sheet_bullets(&measuring, &columns[i], 0, 0, column));
    height = first > 0 ? max_of(height, above) : height + above;

    if (a->page) {
        ho_pt top = y + pad;
        put_box(s, a->page, (struct ho_rect){a->x, y, a->width, height + 2 * pad},
                ho_mm(3),
                (struct ho_paint){
                    .fill = HO_PAINT_PANEL, .stroke = HO_PAINT_HAIRLINE, .width = .75});
        urgent_head(a, from_start(s, a->x, a->width, side, head), top, head);
        for (int i = 0; i < 2; i++)
            sheet_bullets(a, &columns[i],
                          from_start(s, a->x, a->width,
                                     side + first + i * (column + gap), column),
                          first > 0 ? top : top + above, column);
    }
    return height + 2 * pad;
}
