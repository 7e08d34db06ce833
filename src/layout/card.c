/* The wallet card: two sides. The signs in their short forms on one, the number and what to do on the other, each at
 * the largest type that fits. Band and bar are those of the sheet, at the scale of the card (comps.md, "Wallet card").
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/sheet_priv.h"

/* Of the sizes of the sheet: the headline of 32 pt is 18 at most. */
static const double largest = .56, smallest = .3, step = .01;

struct card {
    struct attempt attempt;
    struct ho_inlines *signs; /* a group a text: "hard to start • leaks" */
    double rest;              /* of the height, to be shared out */
};

/* Draws or measures a side with its top at y; returns its height. */
typedef ho_pt side(struct card *card, ho_pt y);

/* With bullets between: a middle dot is lost on a photocopy. */
static struct ho_inlines join_signs(struct setting *s,
                                    const struct ho_sheet_card *group)
{
    struct ho_inlines joined = {0};
    for (size_t i = 0; i < group->signs.count; i++) {
        const struct ho_inlines *sign = &group->signs.items[i];
        if (i)
            ho_push(s->ctx->arena, &joined,
                    (struct ho_inline){.text = " \u2022 ", .paint = HO_PAINT_DANGER});
        for (size_t j = 0; j < sign->count; j++)
            ho_push(s->ctx->arena, &joined, sign->items[j]);
    }
    return joined;
}

/* ---- the front: the signs ---- */

static ho_pt sign_row(struct card *card, size_t index, ho_pt y)
{
    struct attempt *a = &card->attempt;
    struct setting *s = a->s;
    struct style title = sheet_sign_style(a, 19, 24, true, HO_PAINT_DANGER);
    struct style body = sheet_sign_style(a, 19, 24, false, HO_PAINT_INK);
    ho_pt first = a->width * .23, gap = title.size * .6, rest = a->width - first - gap;
    const struct ho_lines *words =
        set_text(s, &a->sheet->cards.items[index].title, title, first, HO_ALIGN_START);
    const struct ho_lines *lines =
        set_text(s, &card->signs[index], body, rest, HO_ALIGN_START);

    if (a->page) {
        struct ho_element *item = begin(s, a->page, HO_TAG_LI);
        put_tagged(s, a->page, HO_TAG_LBL, words, title,
                   from_start(s, a->x, a->width, 0, first), y);
        put_tagged(s, a->page, HO_TAG_LBODY, lines, body,
                   from_start(s, a->x, a->width, first + gap, rest), y);
        end(s, a->page, item);
    }
    return fmax(height_of(words, title), height_of(lines, body));
}

static ho_pt front(struct card *card, ho_pt y)
{
    struct attempt *a = &card->attempt;
    size_t count = a->sheet->cards.count;
    /* A rule stands in the middle of each gap. */
    ho_pt gap = fmin(2 + card->rest / (double)count, 8), top = y;
    struct ho_element *list = NULL;
    y += sheet_band(a, y) + gap;
    if (a->page)
        list = begin(a->s, a->page, HO_TAG_L);
    for (size_t i = 0; i < count; i++) {
        if (i && a->page)
            put_rule(a->s, a->page, a->x, y - gap / 2, a->width, HO_PAINT_HAIRLINE, .5);
        y += sign_row(card, i, y) + gap;
    }
    if (list)
        end(a->s, a->page, list);
    return y - gap - top;
}

/* ---- the back: what to do ---- */

static ho_pt line_of(struct attempt *a, const struct ho_inlines *text,
                     struct style style, ho_pt y)
{
    const struct ho_lines *lines =
        set_text(a->s, text, style, a->width, sheet_align_of(a->s, text));
    if (a->page)
        put_tagged(a->s, a->page, HO_TAG_P, lines, style, a->x, y);
    return height_of(lines, style);
}

/* Two lines to write on: whose card it is, and when it started. */
static ho_pt write_ins(struct attempt *a, struct style style, ho_pt gap, ho_pt y)
{
    struct ho_rect row = {a->x, y, a->width, style.leading};
    sheet_write_in(a, &a->sheet->name_label, style, row, 0, 0);
    row.y += style.leading + gap;
    ho_pt offset = sheet_write_in(a, &a->sheet->started, style, row, 0, a->width * .35);
    sheet_write_in(a, &a->sheet->started_at, style, row, offset, 0);
    return 2 * style.leading + gap;
}

static ho_pt back(struct card *card, ho_pt y)
{
    struct attempt *a = &card->attempt;
    const struct ho_furniture *furniture = &a->s->blocks->furniture;
    const struct ho_staff_strip *for_staff = a->sheet->for_staff;
    struct style bold = sheet_style(a, 19, 24, true, HO_PAINT_INK);
    struct style body = sheet_style(a, 19, 24, false, HO_PAINT_INK);
    struct style small = {a->least, a->least * 1.2, false, HO_PAINT_INK};
    struct ho_inlines version =
        join_inlines(a->s, &furniture->version, &furniture->state, true);
    struct ho_inlines foot = join_inlines(a->s, &furniture->foot, &version, true);
    ho_pt top = y, gap = fmin(1 + card->rest / 4, 8);

    if (a->overhang > 0) {
        if (a->page)
            sheet_bar(a, y, 2 * a->overhang); /* they overlap: no seam */
        y += a->overhang;
    }
    y += sheet_action(a, y) + gap;
    y += line_of(a, &a->sheet->show, bold, y);
    y += line_of(a, &a->sheet->staff, body, y);
    if (for_staff)
        y += line_of(a, &for_staff->staff, body, y);
    y += gap;
    y += write_ins(a, body, gap, y) + gap;
    y += line_of(a, &foot, small, y);
    return y - top;
}

/* ---- both ---- */

static bool fits(struct card *card, side *set, ho_pt room)
{
    struct attempt *a = &card->attempt;
    a->s->is_wide = false;
    card->rest = 0;
    ho_pt height = set(card, 0);
    card->rest = room - height;
    return a->s->ok && !a->s->is_wide && height <= room;
}

static bool set_side(struct card *card, side *set, struct ho_pages *pages)
{
    struct attempt *a = &card->attempt;
    struct setting *s = a->s;
    ho_pt height = s->geometry->paper->height,
          top = a->overhang > 0 ? 0 : fmax(s->area.safe, s->geometry->head);
    s->is_trying = true;
    a->page = NULL;
    for (a->scale = largest; s->ok && !fits(card, set, height - s->area.safe - top);)
        if ((a->scale -= step) < smallest) {
            sheet_report_overflow(s, a->least);
            return false;
        }
    s->is_trying = false;
    if (!s->ok)
        return false;
    a->page = ho_page_add(s->ctx->arena, pages, s->geometry->paper);
    ho_page_begin(s->ctx->arena, a->page, s->document);
    struct ho_element *section = begin(s, a->page, HO_TAG_SECT);
    set(card, top);
    end(s, a->page, section);
    ho_page_end(s->ctx->arena, a->page, s->document);
    return s->ok;
}

bool set_card(struct setting *s, struct ho_pages *pages)
{
    const struct ho_geometry *geometry = s->geometry;
    const struct ho_sheet *sheet = &s->blocks->sheet;
    ho_pt least = sheet_least_size(geometry->paper);
    struct card card = {
        .attempt = {.s = s,
                    .sheet = sheet,
                    .x = s->area.safe,
                    .width = geometry->paper->width - 2 * s->area.safe,
                    .least = least,
                    .least_sign = least,
                    .overhang = geometry->runs_off
                                    ? fmax(s->area.safe / 2, geometry->head)
                                    : 0},
        .signs = ho_new_array(s->ctx->arena, struct ho_inlines, sheet->cards.count)};
    for (size_t i = 0; i < sheet->cards.count; i++)
        card.signs[i] = join_signs(s, &sheet->cards.items[i]);
    pages->sheet_size = least;
    return set_side(&card, front, pages) && set_side(&card, back, pages);
}
