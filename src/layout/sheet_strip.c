/* "Show this page": what a patient who cannot speak for pain hands over at the desk. Where the staff read another
 * language, each of its words stands there in both.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/sheet_priv.h"

enum ho_align sheet_align_of(const struct setting *s, const struct ho_inlines *text)
{
    bool is_turned = text->count && text->items[0].language &&
                     text->items[0].is_rtl != s->blocks->is_rtl;
    return is_turned ? HO_ALIGN_END : HO_ALIGN_START;
}

/* The title at the start, the line for the staff at the end; below it if both are too
 * wide. */
static ho_pt heading_row(struct attempt *a, enum ho_tag tag,
                         const struct ho_inlines *show_text,
                         const struct ho_inlines *staff_text, struct ho_rect row)
{
    struct setting *s = a->s;
    struct style title = sheet_style(a, 15, 20, true, HO_PAINT_INK);
    struct style staff = sheet_style(a, 13, 20, false, HO_PAINT_INK);
    const struct ho_lines *show =
        set_text(s, show_text, title, row.width, sheet_align_of(s, show_text));
    const struct ho_lines *line = set_text(s, staff_text, staff, 0, HO_ALIGN_START);
    bool is_one_row =
        show->count == 1 && show->widest + line->widest + title.size < row.width;
    ho_pt height = height_of(show, title);

    if (!is_one_row)
        line = set_text(s, staff_text, staff, row.width, sheet_align_of(s, staff_text));
    if (a->page) {
        put_tagged(s, a->page, tag, show, title, row.x, row.y);
        put_tagged(s, a->page, HO_TAG_P, line, staff,
                   is_one_row ? from_start(s, row.x, row.width,
                                           row.width - line->widest, line->widest)
                              : row.x,
                   is_one_row ? row.y + (title.leading - staff.leading) / 2
                              : row.y + height);
    }
    return height + (is_one_row ? 0 : height_of(line, staff));
}

static ho_pt heading_rows(struct attempt *a, struct ho_rect row)
{
    const struct ho_staff_strip *for_staff = a->sheet->for_staff;
    ho_pt height = heading_row(a, HO_TAG_H2, &a->sheet->show, &a->sheet->staff, row);
    row.y += height;
    if (for_staff)
        height += heading_row(a, HO_TAG_P, &for_staff->show, &for_staff->staff, row);
    return height;
}

/* A word, and below it the same for the staff. */
struct label {
    const struct ho_lines *word, *below; /* below: no lines if they read the word */
    struct style style, below_style;
    ho_pt width, height;
};

static struct label plain_label(struct attempt *a, const struct ho_inlines *word,
                                struct style style)
{
    static const struct ho_lines nothing;
    const struct ho_lines *lines = set_text(a->s, word, style, 0, HO_ALIGN_START);
    return (struct label){.word = lines,
                          .below = &nothing,
                          .style = style,
                          .below_style = style,
                          .width = lines->widest,
                          .height = style.leading};
}

static struct label set_label(struct attempt *a, const struct ho_inlines *word,
                              const struct ho_inlines *below)
{
    struct label label =
        plain_label(a, word, sheet_style(a, 13, below ? 15 : 20, false, HO_PAINT_INK));
    if (!below)
        return label;
    label.below_style = sheet_style(a, 12, 15, false, HO_PAINT_INK);
    label.below = set_text(a->s, below, label.below_style, 0, HO_ALIGN_START);
    label.width = fmax(label.width, label.below->widest);
    label.height += label.below_style.leading;
    return label;
}

/* `offset` is that of its start in the row. */
static void put_label(struct attempt *a, const struct label *label, struct ho_rect row,
                      ho_pt offset)
{
    struct setting *s = a->s;
    put_tagged(s, a->page, HO_TAG_P, label->word, label->style,
               from_start(s, row.x, row.width, offset, label->word->widest), row.y);
    put_tagged(s, a->page, HO_TAG_P, label->below, label->below_style,
               from_start(s, row.x, row.width, offset, label->below->widest),
               row.y + label->style.leading);
}

static void put_tick(struct attempt *a, const struct label *label, struct ho_rect row,
                     ho_pt offset, ho_pt box, ho_pt pad)
{
    struct setting *s = a->s;
    struct ho_element *item = begin(s, a->page, HO_TAG_LI);
    put_box(s, a->page,
            (struct ho_rect){from_start(s, row.x, row.width, offset, box),
                             row.y + (label->height - box) / 2, box, box},
            box * .16, (struct ho_paint){.stroke = HO_PAINT_INK, .width = 1.25});
    if (label->below->count) {
        struct ho_element *body = begin(s, a->page, HO_TAG_LBODY);
        put_label(a, label, row, offset + box + pad);
        end(s, a->page, body);
    } else {
        put_tagged(s, a->page, HO_TAG_LBODY, label->word, label->style,
                   from_start(s, row.x, row.width, offset + box + pad, label->width),
                   row.y);
    }
    end(s, a->page, item);
}

/* Tick boxes with their words, spread over the row; a row more for each time they do
 * not fit. */
static ho_pt tick_rows(struct attempt *a, struct ho_rect row)
{
    struct setting *s = a->s;
    const struct ho_staff_strip *for_staff = a->sheet->for_staff;
    ho_pt box = ho_mm(5) * a->scale, pad = box * .45, top = row.y;
    size_t count = a->sheet->cards.count;
    struct label *labels = ho_new_array(s->ctx->arena, struct label, count);
    struct ho_element *list = a->page ? begin(s, a->page, HO_TAG_L) : NULL;

    for (size_t i = 0; i < count; i++)
        labels[i] = set_label(a, &a->sheet->cards.items[i].tick,
                              for_staff ? &for_staff->ticks.items[i] : NULL);
    for (size_t i = 0, next; i < count; i = next) {
        ho_pt used = 0;
        for (next = i;
             next < count && used + box + pad + labels[next].width <= row.width; next++)
            used += box + pad + labels[next].width;
        if (next == i) {
            next = i + 1;
            s->is_wide = true;
        }
        ho_pt gap = next - i > 1 ? (row.width - used) / (double)(next - i - 1) : 0;
        ho_pt offset = 0;
        for (size_t j = i; a->page && j < next; j++) {
            put_tick(a, &labels[j], row, offset, box, pad);
            offset += box + pad + labels[j].width + gap;
        }
        row.y += labels[i].height * 1.1;
    }
    if (list)
        end(s, a->page, list);
    return row.y - top;
}

static ho_pt write_in(struct attempt *a, const struct label *label, struct ho_rect row,
                      ho_pt offset, ho_pt line)
{
    struct setting *s = a->s;
    struct style last = label->below_style;
    ho_pt gap = label->style.size * .35, rest = row.width - offset - label->width - gap;
    if (line <= 0)
        line = rest;
    if (line > rest || line < 2 * label->style.size)
        s->is_wide = true;
    if (a->page) {
        put_label(a, label, row, offset);
        put_rule(s, a->page,
                 from_start(s, row.x, row.width, offset + label->width + gap, line),
                 row.y + label->height - last.leading + baseline_in(last) +
                     last.size * .15,
                 line, HO_PAINT_INK, 1.25);
    }
    return offset + label->width + gap + line + gap;
}

ho_pt sheet_write_in(struct attempt *a, const struct ho_inlines *label,
                     struct style style, struct ho_rect row, ho_pt offset, ho_pt line)
{
    struct label own = plain_label(a, label, style);
    return write_in(a, &own, row, offset, line);
}

bool sheet_fits_name(struct setting *s, const struct name_slot *slot,
                     const struct ho_lines **name)
{
    *name = set_text(s, &s->blocks->sheet.patient, slot->style, 0, HO_ALIGN_START);
    return (*name)->widest <= slot->room;
}

void sheet_put_name(struct setting *s, struct ho_page *page,
                    const struct name_slot *slot, const struct ho_lines *name)
{
    ho_pt x = from_start(s, slot->row.x, slot->row.width,
                         slot->row.width - name->widest, name->widest);
    ho_page_cut(s->ctx->arena, page);
    put_tagged(s, page, HO_TAG_P, name, slot->style, x, slot->row.y);
    ho_page_cut(s->ctx->arena, page);
}

/* The name below the row, on as many lines as it needs. */
static ho_pt put_long_name(struct attempt *a, const struct name_slot *slot, ho_pt y)
{
    struct setting *s = a->s;
    const struct ho_lines *name =
        set_text(s, &a->sheet->patient, slot->style, slot->row.width, HO_ALIGN_START);
    if (a->page) {
        ho_page_cut(s->ctx->arena, a->page);
        put_tagged(s, a->page, HO_TAG_P, name, slot->style, slot->row.x, y);
        ho_page_cut(s->ctx->arena, a->page);
    }
    return height_of(name, slot->style);
}

/* When it started, and who: the patient's name, or a line for it on a sheet without
 * one. */
static ho_pt write_in_row(struct attempt *a, struct ho_rect row)
{
    struct setting *s = a->s;
    const struct ho_staff_strip *for_staff = a->sheet->for_staff;
    struct style style = sheet_style(a, 13, 20, false, HO_PAINT_INK);
    struct label started =
        set_label(a, &a->sheet->started, for_staff ? &for_staff->started : NULL);
    struct label at =
        set_label(a, &a->sheet->started_at, for_staff ? &for_staff->started_at : NULL);
    struct label name =
        set_label(a, &a->sheet->name_label, for_staff ? &for_staff->name_label : NULL);
    ho_pt offset = write_in(a, &started, row, 0, ho_mm(30) * a->scale);
    offset = write_in(a, &at, row, offset, ho_mm(18) * a->scale);

    if (!a->sheet->patient.count) {
        write_in(a, &name, row, offset + style.size, 0);
        return started.height;
    }
    struct name_slot slot = {style, row, row.width - offset - style.size};
    const struct ho_lines *patient;
    slot.row.y += started.height - style.leading;
    if (a->slots)
        ho_push(s->ctx->arena, a->slots, slot);
    if (!sheet_fits_name(s, &slot, &patient))
        return started.height + put_long_name(a, &slot, row.y + started.height);
    if (a->page)
        sheet_put_name(s, a->page, &slot, patient);
    return started.height;
}

ho_pt sheet_strip(struct attempt *a, ho_pt y)
{
    struct setting *s = a->s;
    ho_pt side = ho_mm(4) * a->scale, gap = sheet_gap(a, 4),
          pad = sheet_gap(a, .7 * ho_mm(4));
    struct ho_rect row = {.x = a->x + side, .width = a->width - 2 * side};
    struct attempt measuring = *a;
    measuring.page = NULL;
    ho_pt heading = heading_rows(&measuring, row);
    ho_pt ticks = tick_rows(&measuring, row);
    ho_pt writing = write_in_row(&measuring, row);
    ho_pt height = heading + ticks + writing + 2 * gap + 2 * pad;

    if (a->page) {
        put_box(
            s, a->page, (struct ho_rect){a->x, y, a->width, height}, ho_mm(3),
            (struct ho_paint){.stroke = HO_PAINT_INK, .width = 1.5, .dash = {4.5, 3}});
        row.y = y + pad;
        heading_rows(a, row);
        row.y += heading + gap;
        tick_rows(a, row);
        row.y += ticks + gap;
        write_in_row(a, row);
    }
    return height;
}
