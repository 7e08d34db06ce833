/* The foot of every page. On page 1 it is read out (it names the clinic and the
 * version); on the others it repeats, so it is an artifact.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/setting_priv.h"

/* On page 1 the signs need the room: the foot is no larger than 12 pt there, in any edition, and on A6 as small as may
 * be. */
static struct style first_small(const struct setting *s)
{
    struct style style = style_of(s, HO_TYPE_SMALL, HO_PAINT_INK);
    if (s->geometry->paper->width < ho_mm(130)) {
        style.size = 7.5;
        style.leading = 10;
    }
    if (style.size > 12) {
        style.size = 12;
        style.leading = 16;
    }
    return style;
}

static struct style later_small(const struct setting *s)
{
    return style_of(s, HO_TYPE_SMALL, HO_PAINT_INK);
}

/* Room for "Page 10 of 12" at the end of the foot's first line. */
static ho_pt number_width(const struct setting *s, struct style small)
{
    return s->blocks->furniture.page_number ? 7.2 * small.size : 0;
}

/* "Page \1 of \2" with its numbers. */
static const char *number_page(struct setting *s, size_t page, size_t pages)
{
    struct ho_text text = {.arena = s->ctx->arena};
    for (const char *c = s->blocks->furniture.page_number; *c; c++) {
        if (*c == '\1')
            ho_text_add_format(&text, "%zu", page);
        else if (*c == '\2')
            ho_text_add_format(&text, "%zu", pages);
        else
            ho_text_add_bytes(&text, c, 1);
    }
    return ho_text_end(&text);
}

static void put_page_number(struct setting *s, struct ho_page *page, size_t index,
                            size_t count, struct style small, ho_pt y)
{
    struct ho_inlines text = {0};
    if (!s->blocks->furniture.page_number)
        return;
    ho_push(s->ctx->arena, &text,
            (struct ho_inline){.text = number_page(s, index + 1, count)});
    struct ho_element *element = begin(s, page, HO_TAG_ARTIFACT);
    element->artifact = HO_ARTIFACT_FOOTER;
    put_lines(s, page, set_text(s, &text, small, s->area.width, HO_ALIGN_END), small,
              s->area.x, y);
    end(s, page, element);
}

static void add_inlines(struct setting *s, struct ho_inlines *to,
                        const struct ho_inlines *from, bool has_links)
{
    for (size_t i = 0; i < from->count; i++) {
        struct ho_inline part = from->items[i];
        if (!has_links)
            part.uri = NULL;
        ho_push(s->ctx->arena, to, part);
    }
}

static void add_dot(struct setting *s, struct ho_inlines *to)
{
    ho_push(s->ctx->arena, to, (struct ho_inline){.text = " · "});
}

struct ho_inlines join_inlines(struct setting *s, const struct ho_inlines *first,
                               const struct ho_inlines *second, bool has_links)
{
    struct ho_inlines joined = {0};
    add_inlines(s, &joined, first, has_links);
    if (first->count && second->count)
        add_dot(s, &joined);
    add_inlines(s, &joined, second, has_links);
    return joined;
}

/* The lines of the foot: beside the page number, and below it. */
static const struct ho_lines *
set_foot_line(struct setting *s, const struct ho_inlines *text, struct style small)
{
    return set_text(s, text, small, s->area.width - number_width(s, small),
                    HO_ALIGN_START);
}

/* Where the lines stand that leave room for the page number at the end. */
static ho_pt foot_x(const struct setting *s, struct style small)
{
    return from_start(s, s->area.x, s->area.width, 0,
                      s->area.width - number_width(s, small));
}

/* The octagon before the reminder grows with its type. */
static ho_pt reminder_icon(const struct setting *s)
{
    return ho_mm(4.2) * style_of(s, HO_TYPE_REMINDER, HO_PAINT_DANGER).size / 10.5;
}

static ho_pt reminder_indent(const struct setting *s)
{
    return reminder_icon(s) * 6 / 4.2;
}

/* The reminder leads back to page 1: a red octagon with a mark, and one bold line.
 * Returns its height. */
static ho_pt put_reminder(struct setting *s, struct ho_page *page, ho_pt x, ho_pt y,
                          ho_pt width)
{
    struct style style = style_of(s, HO_TYPE_REMINDER, HO_PAINT_DANGER);
    ho_pt icon = reminder_icon(s), indent = reminder_indent(s);
    ho_pt cx = from_start(s, x, width, 0, icon) + icon / 2, cy = y + style.leading / 2;
    const struct ho_lines *lines = set_text(s, &s->blocks->furniture.reminder, style,
                                            width - indent, HO_ALIGN_START);
    put_octagon(s, page, cx, cy, icon, (struct ho_paint){.fill = HO_PAINT_DANGER});
    put_box(s, page,
            (struct ho_rect){cx - icon * .07, cy - icon * .3, icon * .14, icon * .36},
            0, (struct ho_paint){.fill = HO_PAINT_PAPER});
    put_disc(s, page, cx, cy + icon * .24, icon * .085, HO_PAINT_PAPER);
    put_lines(s, page, lines, style, from_start(s, x, width, indent, width - indent),
              y);
    return height_of(lines, style);
}

/* The two lines of page 1: who, and in what state the texts are. Where no page number stands beside the first, the
 * version does. */
struct first_foot {
    struct ho_inlines who, state;
};

static struct first_foot find_first_foot(struct setting *s)
{
    const struct ho_furniture *furniture = &s->blocks->furniture;
    if (!furniture->page_number && furniture->foot.count)
        return (struct first_foot){
            join_inlines(s, &furniture->foot, &furniture->version, true),
            furniture->state};
    return (struct first_foot){
        furniture->foot, join_inlines(s, &furniture->version, &furniture->state, true)};
}

static ho_pt measure_first_foot(struct setting *s)
{
    struct style small = first_small(s);
    struct first_foot foot = find_first_foot(s);
    return 2 * HO_STEP + height_of(set_foot_line(s, &foot.who, small), small) +
           height_of(set_text(s, &foot.state, small, s->area.width, HO_ALIGN_START),
                     small);
}

/* Who, and the version beside it, or below where it would begin a line with nothing before it. */
struct later_foot {
    const struct ho_lines *who, *version;
};

/* Whether the version, which is the same on all sheets of a batch, fits beside the last of these lines. */
static bool has_room(struct setting *s, const struct ho_lines *lines,
                     struct style small)
{
    struct ho_inlines tail = {0};
    add_dot(s, &tail);
    add_inlines(s, &tail, &s->blocks->furniture.version, false);
    return lines->lines[lines->count - 1].width +
               set_text(s, &tail, small, 0, HO_ALIGN_START)->widest <=
           s->area.width - number_width(s, small);
}

static struct later_foot set_later_lines(struct setting *s)
{
    const struct ho_furniture *furniture = &s->blocks->furniture;
    const struct ho_inlines none = {0};
    struct style small = later_small(s);
    struct ho_inlines who = join_inlines(s, &furniture->foot, &none, false);
    struct ho_inlines both =
        join_inlines(s, &furniture->foot, &furniture->version, false);
    const struct ho_lines *first = set_foot_line(s, &who, small);
    if (first->count && !has_room(s, first, small))
        return (struct later_foot){first, set_foot_line(s, &furniture->version, small)};
    return (struct later_foot){set_foot_line(s, &both, small),
                               set_foot_line(s, &none, small)};
}

/* Set once: each page has the same. */
static const struct later_foot *find_later_foot(struct setting *s)
{
    if (!s->later_foot) {
        struct later_foot *foot = ho_new(s->ctx->arena, struct later_foot);
        *foot = set_later_lines(s);
        s->later_foot = foot;
    }
    return s->later_foot;
}

static ho_pt measure_later_foot(struct setting *s)
{
    const struct ho_furniture *furniture = &s->blocks->furniture;
    struct style small = later_small(s);
    struct style bold = style_of(s, HO_TYPE_REMINDER, HO_PAINT_DANGER);
    const struct later_foot *foot = find_later_foot(s);
    ho_pt reminder =
        height_of(set_text(s, &furniture->reminder, bold,
                           s->area.width - reminder_indent(s), HO_ALIGN_START),
                  bold);
    return 1.5 * HO_STEP + reminder + height_of(foot->who, small) +
           height_of(foot->version, small);
}

void measure_area(struct setting *s)
{
    const struct ho_paper *paper = s->geometry->paper;
    /* The page plan is that of A4; smaller papers take smaller margins, but office printers
     * need 10 mm (page.md, "Grid and type"). */
    double scale = paper->width < ho_mm(210) ? paper->width / ho_mm(210) : 1;
    ho_pt safe = s->geometry->safe > 0 ? s->geometry->safe : ho_mm(10),
          margin = fmax(s->geometry->margin * scale, safe);
    s->area = (struct area){.x = margin,
                            .width = paper->width - 2 * margin,
                            .top = fmax(fmin(12 * HO_STEP * scale, margin), safe),
                            .safe = safe};
    ho_pt lowest = paper->height - fmax(fmin(9 * HO_STEP * scale, margin), safe);
    s->area.first_foot = lowest - measure_first_foot(s);
    s->area.foot = lowest - measure_later_foot(s);
    s->area.bottom = s->area.foot - 2 * HO_STEP;
}

static void set_first_foot(struct setting *s, struct ho_page *page, size_t count)
{
    struct style small = first_small(s);
    struct first_foot first = find_first_foot(s);
    const struct ho_lines *foot = set_foot_line(s, &first.who, small);
    ho_pt y = s->area.first_foot + HO_STEP;
    put_rule(s, page, s->area.x, y, s->area.width, HO_PAINT_HAIRLINE, .75);
    y += HO_STEP;
    ho_page_cut(s->ctx->arena, page);
    ho_page_begin(s->ctx->arena, page, s->document);
    put_tagged(s, page, HO_TAG_P, foot, small, foot_x(s, small), y);
    ho_page_cut(s->ctx->arena, page);
    put_tagged(s, page, HO_TAG_P,
               set_text(s, &first.state, small, s->area.width, HO_ALIGN_START), small,
               s->area.x, y + height_of(foot, small));
    ho_page_end(s->ctx->arena, page, s->document);
    put_page_number(s, page, 0, count, small, y);
}

static void set_later_foot(struct setting *s, struct ho_page *page, size_t index,
                           size_t count)
{
    struct style small = later_small(s);
    const struct later_foot *foot = find_later_foot(s);
    ho_pt y = s->area.foot;
    ho_page_cut(s->ctx->arena, page);
    struct ho_element *element = begin(s, page, HO_TAG_ARTIFACT);
    element->artifact = HO_ARTIFACT_FOOTER;
    put_rule(s, page, s->area.x, y, s->area.width, HO_PAINT_DANGER, 1);
    y += HO_STEP;
    y += put_reminder(s, page, s->area.x, y, s->area.width) + HO_STEP / 2;
    end(s, page, element);
    put_page_number(s, page, index, count, small, y);
    ho_page_cut(s->ctx->arena, page);
    element = begin(s, page, HO_TAG_ARTIFACT);
    element->artifact = HO_ARTIFACT_FOOTER;
    put_lines(s, page, foot->who, small, foot_x(s, small), y);
    put_lines(s, page, foot->version, small, foot_x(s, small),
              y + height_of(foot->who, small));
    end(s, page, element);
}

void set_furniture(struct setting *s, struct ho_pages *pages, size_t index)
{
    if (index == 0)
        set_first_foot(s, pages->pages.items[0], pages->pages.count);
    else
        set_later_foot(s, pages->pages.items[index], index, pages->pages.count);
}
