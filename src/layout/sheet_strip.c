/* "Show this page": what a patient who cannot speak for pain hands over at the desk.
 * SPDX-License-Identifier: MIT */
#include "layout/sheet_priv.h"

/* The title at the start, the line for the staff at the end; below it if both are too
 * wide. */
static ho_pt heading_row(struct attempt *a, ho_pt x, ho_pt y, ho_pt width)
{
    struct setting *s = a->s;
    struct style title = sheet_style(a, 15, 20, true, HO_PAINT_INK);
    struct style staff = sheet_style(a, 13, 20, false, HO_PAINT_INK);
    const struct ho_lines *show =
        set_text(s, &a->sheet->show, title, width, HO_ALIGN_START);
    const struct ho_lines *line =
        set_text(s, &a->sheet->staff, staff, 0, HO_ALIGN_START);
    bool is_one_row =
        show->count == 1 && show->widest + line->widest + title.size < width;
    ho_pt height = height_of(show, title);

    if (!is_one_row)
        line = set_text(s, &a->sheet->staff, staff, width, HO_ALIGN_START);
    if (a->page) {
        put_tagged(s, a->page, HO_TAG_H2, show, title, x, y);
        put_tagged(s, a->page, HO_TAG_P, line, staff,
                   is_one_row
                       ? from_start(s, x, width, width - line->widest, line->widest)
                       : x,
                   is_one_row ? y + (title.leading - staff.leading) / 2 : y + height);
    }
    return height + (is_one_row ? 0 : height_of(line, staff));
}

/* Tick boxes with their words, spread over the row; a row more for each time they do
 * not fit. */
static ho_pt tick_rows(struct attempt *a, ho_pt x, ho_pt y, ho_pt width)
{
    struct setting *s = a->s;
    struct style style = sheet_style(a, 13, 20, false, HO_PAINT_INK);
    ho_pt box = ho_mm(5) * a->scale, pad = box * .45, top = y;
    size_t count = a->sheet->cards.count;
    const struct ho_lines **labels =
        ho_new_array(s->ctx->arena, const struct ho_lines *, count);
    struct ho_element *list = a->page ? begin(s, a->page, HO_TAG_L) : NULL;

    for (size_t i = 0; i < count; i++)
        labels[i] =
            set_text(s, &a->sheet->cards.items[i].tick, style, 0, HO_ALIGN_START);
    for (size_t i = 0, next; i < count; i = next, y += style.leading * 1.1) {
        ho_pt used = 0;
        for (next = i; next < count && used + box + pad + labels[next]->widest <= width;
             next++)
            used += box + pad + labels[next]->widest;
        if (next == i) {
            next = i + 1;
            s->is_wide = true;
        }
        ho_pt gap = next - i > 1 ? (width - used) / (double)(next - i - 1) : 0;
        ho_pt offset = 0;
        for (size_t j = i; a->page && j < next; j++) {
            struct ho_element *item = begin(s, a->page, HO_TAG_LI);
            put_box(s, a->page,
                    (struct ho_rect){from_start(s, x, width, offset, box),
                                     y + (style.leading - box) / 2, box, box},
                    ho_mm(.8),
                    (struct ho_paint){.stroke = HO_PAINT_INK, .width = 1.25});
            put_tagged(s, a->page, HO_TAG_LBODY, labels[j], style,
                       from_start(s, x, width, offset + box + pad, labels[j]->widest),
                       y);
            end(s, a->page, item);
            offset += box + pad + labels[j]->widest + gap;
        }
    }
    if (list)
        end(s, a->page, list);
    return y - top;
}

ho_pt sheet_write_in(struct attempt *a, const struct ho_inlines *label,
                     struct style style, struct ho_rect row, ho_pt offset, ho_pt line)
{
    struct setting *s = a->s;
    const struct ho_lines *word = set_text(s, label, style, 0, HO_ALIGN_START);
    ho_pt gap = style.size * .35, rest = row.width - offset - word->widest - gap;
    if (line <= 0)
        line = rest;
    if (line > rest || line < 2 * style.size)
        s->is_wide = true;
    if (a->page) {
        put_tagged(s, a->page, HO_TAG_P, word, style,
                   from_start(s, row.x, row.width, offset, word->widest), row.y);
        put_rule(s, a->page,
                 from_start(s, row.x, row.width, offset + word->widest + gap, line),
                 row.y + baseline_in(style) + style.size * .15, line, HO_PAINT_INK,
                 .75);
    }
    return offset + word->widest + gap + line + gap;
}

/* When it started, and who: the patient's name, or a line for it on a sheet without
 * one. */
static ho_pt write_in_row(struct attempt *a, ho_pt x, ho_pt y, ho_pt width)
{
    struct setting *s = a->s;
    struct style style = sheet_style(a, 13, 20, false, HO_PAINT_INK);
    struct ho_rect row = {x, y, width, style.leading};
    const struct ho_lines *patient =
        set_text(s, &a->sheet->patient, style, 0, HO_ALIGN_START);
    ho_pt offset =
        sheet_write_in(a, &a->sheet->started, style, row, 0, ho_mm(30) * a->scale);
    offset = sheet_write_in(a, &a->sheet->started_at, style, row, offset,
                            ho_mm(18) * a->scale);

    if (!patient->count) {
        sheet_write_in(a, &a->sheet->name_label, style, row, offset + style.size, 0);
        return style.leading;
    }
    bool is_one_row = offset + style.size + patient->widest <= width;
    if (!is_one_row)
        patient = set_text(s, &a->sheet->patient, style, width, HO_ALIGN_START);
    if (a->page)
        put_tagged(s, a->page, HO_TAG_P, patient, style,
                   is_one_row ? from_start(s, x, width, width - patient->widest,
                                           patient->widest)
                              : x,
                   is_one_row ? y : y + style.leading);
    return style.leading + (is_one_row ? 0 : height_of(patient, style));
}

ho_pt sheet_strip(struct attempt *a, ho_pt y)
{
    struct setting *s = a->s;
    ho_pt side = ho_mm(4) * a->scale, x = a->x + side, width = a->width - 2 * side;
    struct attempt measuring = *a;
    measuring.page = NULL;
    ho_pt heading = heading_row(&measuring, x, 0, width);
    ho_pt ticks = tick_rows(&measuring, x, 0, width);
    ho_pt writing = write_in_row(&measuring, x, 0, width);
    ho_pt gap = sheet_gap(a, 4), pad = sheet_gap(a, .7 * ho_mm(4)),
          height = heading + ticks + writing + 2 * gap + 2 * pad;

    if (a->page) {
        put_box(
            s, a->page, (struct ho_rect){a->x, y, a->width, height}, ho_mm(3),
            (struct ho_paint){.stroke = HO_PAINT_INK, .width = 1.5, .dash = {4.5, 3}});
        y += pad;
        heading_row(a, x, y, width);
        tick_rows(a, x, y + heading + gap, width);
        write_in_row(a, x, y + heading + gap + ticks + gap, width);
    }
    return height;
}
