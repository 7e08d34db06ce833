/* Dose badges: a large figure over its label. The figure is always a count or seconds; the label says what.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/piece_priv.h"

static const ho_pt gap = 5.67; /* 2 mm */

struct set_dose {
    const struct ho_lines *figure, *label;
    ho_pt width; /* that it needs */
};

struct dose_styles {
    struct style figure, label;
    ho_pt height;
};

static struct dose_styles styles_of(const struct setting *s)
{
    struct dose_styles styles = {style_of(s, HO_TYPE_DOSE, HO_PAINT_INK),
                                 style_of(s, HO_TYPE_BODY, HO_PAINT_INK), 0};
    styles.height = styles.figure.leading + styles.label.leading + 3 * HO_STEP;
    return styles;
}

static void put_dose(struct setting *s, struct piece *piece,
                     const struct set_dose *dose, const struct dose_styles *styles,
                     ho_pt x, ho_pt width)
{
    ho_pt top = 1.5 * HO_STEP;
    put_box(s, &piece->items, (struct ho_rect){x, 0, width, styles->height}, ho_mm(2),
            (struct ho_paint){
                .fill = HO_PAINT_TINT, .stroke = HO_PAINT_STRUCTURE, .width = 1});
    struct ho_element *element = begin(s, &piece->items, HO_TAG_P);
    put_lines(s, &piece->items, dose->figure, styles->figure,
              x + (width - dose->figure->widest) / 2, top);
    put_lines(s, &piece->items, dose->label, styles->label,
              x + (width - dose->label->widest) / 2, top + styles->figure.leading);
    end(s, &piece->items, element);
}

/* Those from `first` to `end` in one row that fills the frame. */
static void cut_row(struct setting *s, const struct ho_block *block, struct frame frame,
                    const struct set_dose *doses, size_t first, size_t end,
                    struct pieces *out)
{
    struct dose_styles styles = styles_of(s);
    size_t count = end - first;
    ho_pt needed = gap * (double)(count - 1), offset = 0;
    for (size_t i = first; i < end; i++)
        needed += doses[i].width;
    ho_pt more = fmax(0, frame.width - needed) / (double)count;
    struct piece *piece =
        add_piece(s, out, frame, styles.height, first ? gap : 2 * HO_STEP, block->at);
    for (size_t i = first; i < end; i++) {
        ho_pt width = doses[i].width + more;
        put_dose(s, piece, &doses[i], &styles,
                 from_start(s, frame.x, frame.width, offset, width), width);
        offset += width + gap;
    }
    piece->keep_next = end < block->doses.count;
}

void cut_doses(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out)
{
    struct dose_styles styles = styles_of(s);
    size_t count = block->doses.count;
    struct set_dose *doses = ho_new_array(s->ctx->arena, struct set_dose, count);
    for (size_t i = 0; i < count; i++) {
        const struct ho_dose_badge *badge = &block->doses.items[i];
        struct set_dose *dose = &doses[i];
        dose->figure = set_text(s, &badge->figure, styles.figure, 0, HO_ALIGN_START);
        dose->label = set_text(s, &badge->label, styles.label, 0, HO_ALIGN_START);
        dose->width = fmax(dose->figure->widest, dose->label->widest) + ho_mm(4);
    }
    for (size_t first = 0, end; first < count; first = end) {
        ho_pt width = doses[first].width;
        for (end = first + 1;
             end < count && width + gap + doses[end].width <= frame.width; end++)
            width += gap + doses[end].width;
        cut_row(s, block, frame, doses, first, end, out);
    }
}
