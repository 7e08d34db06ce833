/* Dose badges: a large figure over its label, or before it where they stand one below the other. The figure is always
 * a count or seconds; the label says what.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

static const ho_pt gap = 5.67; /* 2 mm */

struct set_dose {
    const struct ho_lines *figure, *label;
};

struct dose_styles {
    struct style figure, label;
    ho_pt height;
    bool is_lying; /* figure and label on one line */
};

static struct dose_styles styles_of(const struct setting *s, bool is_lying)
{
    struct dose_styles styles = {style_of(s, HO_TYPE_DOSE, HO_PAINT_INK),
                                 style_of(s, HO_TYPE_BODY, HO_PAINT_INK), 0, is_lying};
    styles.height = is_lying
                        ? styles.figure.leading + HO_STEP
                        : styles.figure.leading + styles.label.leading + 3 * HO_STEP;
    return styles;
}

/* Between the figure and a label beside it. */
static ho_pt space_of(const struct dose_styles *styles)
{
    return styles->label.size * .4;
}

static ho_pt needed_width(const struct set_dose *dose, const struct dose_styles *styles)
{
    if (styles->is_lying)
        return dose->figure->widest + space_of(styles) + dose->label->widest + ho_mm(4);
    return fmax(dose->figure->widest, dose->label->widest) + ho_mm(4);
}

static void put_dose(struct setting *s, struct piece *piece,
                     const struct set_dose *dose, const struct dose_styles *styles,
                     ho_pt x, ho_pt width)
{
    ho_pt top = styles->is_lying ? HO_STEP / 2 : 1.5 * HO_STEP;
    ho_pt inner = needed_width(dose, styles) - ho_mm(4); /* without its pads */
    put_box(s, &piece->items, (struct ho_rect){x, 0, width, styles->height}, ho_mm(2),
            (struct ho_paint){
                .fill = HO_PAINT_TINT, .stroke = HO_PAINT_STRUCTURE, .width = 1});
    struct ho_element *element = begin(s, &piece->items, HO_TAG_P);
    if (styles->is_lying) {
        /* On one baseline. */
        ho_pt down = baseline_in(styles->figure) - baseline_in(styles->label);
        ho_pt label = dose->label->widest, figure = dose->figure->widest;
        x += (width - inner) / 2;
        put_lines(s, &piece->items, dose->figure, styles->figure,
                  from_start(s, x, inner, 0, figure), top);
        put_lines(s, &piece->items, dose->label, styles->label,
                  from_start(s, x, inner, inner - label, label), top + down);
    } else {
        put_lines(s, &piece->items, dose->figure, styles->figure,
                  x + (width - dose->figure->widest) / 2, top);
        put_lines(s, &piece->items, dose->label, styles->label,
                  x + (width - dose->label->widest) / 2, top + styles->figure.leading);
    }
    end(s, &piece->items, element);
}

/* Those from `first` to `end` in one row that fills the frame. */
static void cut_row(struct setting *s, const struct ho_block *block, struct frame frame,
                    const struct dose_styles *styles, const struct set_dose *doses,
                    size_t first, size_t end, struct pieces *out)
{
    size_t count = end - first;
    ho_pt needed = gap * (double)(count - 1), offset = 0;
    for (size_t i = first; i < end; i++)
        needed += needed_width(&doses[i], styles);
    ho_pt more = fmax(0, frame.width - needed) / (double)count;
    struct piece *piece =
        add_piece(s, out, frame, styles->height, first ? gap : 2 * HO_STEP, block->at);
    for (size_t i = first; i < end; i++) {
        ho_pt width = needed_width(&doses[i], styles) + more;
        put_dose(s, piece, &doses[i], styles,
                 from_start(s, frame.x, frame.width, offset, width), width);
        offset += width + gap;
    }
    piece->keep_next = end < block->doses.count;
}

static struct set_dose *set_doses(struct setting *s, const struct ho_block *block,
                                  const struct dose_styles *styles)
{
    struct set_dose *doses =
        ho_new_array(s->ctx->arena, struct set_dose, block->doses.count);
    for (size_t i = 0; i < block->doses.count; i++) {
        const struct ho_dose_badge *badge = &block->doses.items[i];
        doses[i].figure =
            set_text(s, &badge->figure, styles->figure, 0, HO_ALIGN_START);
        doses[i].label = set_text(s, &badge->label, styles->label, 0, HO_ALIGN_START);
    }
    return doses;
}

/* How many stand in a row that begins with `first`. */
static size_t count_in_row(const struct set_dose *doses, size_t count, size_t first,
                           const struct dose_styles *styles, ho_pt room)
{
    ho_pt width = needed_width(&doses[first], styles);
    size_t end = first + 1;
    for (; end < count; end++) {
        width += gap + needed_width(&doses[end], styles);
        if (width > room)
            break;
    }
    return end - first;
}

ho_pt doses_least_width(struct setting *s, const struct ho_block *block)
{
    struct dose_styles styles = styles_of(s, true);
    const struct set_dose *doses = set_doses(s, block, &styles);
    ho_pt width = 0;
    for (size_t i = 0; i < block->doses.count; i++)
        width = fmax(width, needed_width(&doses[i], &styles));
    return width;
}

void cut_doses(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    struct dose_styles styles = styles_of(s, false);
    size_t count = block->doses.count;
    const struct set_dose *doses = set_doses(s, block, &styles);
    /* A column of badges is read line by line, so each is one. */
    if (frame.width < 12 * styles.label.size &&
        doses_least_width(s, block) <= frame.width)
        styles = styles_of(s, true);
    for (size_t first = 0, next; first < count; first = next) {
        next = first + count_in_row(doses, count, first, &styles, frame.width);
        if (styles.is_lying)
            next = first + 1;
        cut_row(s, block, frame, &styles, doses, first, next, out);
    }
}
