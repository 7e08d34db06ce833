/* The red-flag sheet: page 1, one page, all signs, at the largest type that fits; an
 * error under the least.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout/kept_priv.h"
#include "layout/sheet_priv.h"

static struct style scaled(const struct attempt *a, ho_pt size, ho_pt leading,
                           ho_pt least)
{
    ho_pt set = fmax(size * a->scale, least), most = a->is_tight ? 1.2 : 2;
    return (struct style){.size = set, .leading = set * fmin(leading / size, most)};
}

struct style sheet_style(const struct attempt *a, ho_pt size, ho_pt leading,
                         bool is_bold, enum ho_role paint)
{
    struct style style = scaled(a, size, leading, a->least);
    style.is_bold = is_bold;
    style.paint = paint;
    return style;
}

struct style sheet_sign_style(const struct attempt *a, ho_pt size, ho_pt leading,
                              bool is_bold, enum ho_role paint)
{
    /* Large type needs less air between its lines; the page has none to give. */
    bool is_large = a->s->geometry->edition != HO_EDITION_STANDARD;
    struct style style =
        scaled(a, size, is_large ? size * 1.2 : leading, a->least_sign);
    style.is_bold = is_bold;
    style.paint = paint;
    return style;
}

ho_pt sheet_gap(const struct attempt *a, ho_pt gap)
{
    return gap * a->scale * (a->is_tight ? .5 : 1);
}

ho_pt sheet_bullets(struct attempt *a, const struct bullets *list, ho_pt x, ho_pt y,
                    ho_pt width)
{
    struct setting *s = a->s;
    ho_pt radius = list->style.size * .17, indent = list->style.size * .86;
    struct ho_element *element = a->page ? begin(s, a->page, HO_TAG_L) : NULL;
    ho_pt top = y;

    if (element)
        element->numbering = HO_NUMBERING_DISC;
    for (size_t i = 0; i < list->count; i++) {
        const struct ho_lines *lines =
            set_text(s, &list->items[i], list->style, width - indent, HO_ALIGN_START);
        if (a->page) {
            struct ho_element *item = begin(s, a->page, HO_TAG_LI);
            put_disc(s, a->page, from_start(s, x, width, 0, 2 * radius) + radius,
                     y + list->style.leading / 2, radius, list->disc);
            put_tagged(s, a->page, HO_TAG_LBODY, lines, list->style,
                       from_start(s, x, width, indent, width - indent), y);
            end(s, a->page, item);
        }
        y += height_of(lines, list->style);
    }
    if (element)
        end(s, a->page, element);
    return y - top;
}

typedef ho_pt part(struct attempt *a, ho_pt y);

enum { PARTS = 6 };

/* Gap above each part, in points at scale 1. The calm line belongs to the cards below
 * it. */
struct placed {
    part *set;
    ho_pt gap;
};

/* An urgent sign that is there is read first. Above the band, not below it: there it would
 * stand under "if you have even one of these signs", and send a fever to the ambulance. */
static const struct placed *order_of(const struct attempt *a)
{
    static const struct placed usual[PARTS] = {{sheet_band, 0},  {sheet_calm, 6},
                                               {sheet_cards, 6}, {sheet_action, 8},
                                               {sheet_strip, 8}, {sheet_urgent, 8}},
                               urgent[PARTS] = {{sheet_urgent, 0}, {sheet_band, 8},
                                                {sheet_calm, 6},   {sheet_cards, 6},
                                                {sheet_action, 8}, {sheet_strip, 8}};
    return a->sheet->urgent_first ? urgent : usual;
}

static ho_pt total_height(struct attempt *a)
{
    const struct placed *parts = order_of(a);
    ho_pt height = 0;
    for (int i = 0; i < PARTS; i++)
        height += parts[i].set(a, 0) + sheet_gap(a, parts[i].gap);
    return height;
}

/* Draws the parts; room that is left over goes into the gaps, as far as they stay gaps.
 */
static void draw(struct attempt *a, ho_pt top, ho_pt spare)
{
    const struct placed *parts = order_of(a);
    ho_pt each = spare / (PARTS - 1);
    if (each > 10 * a->scale)
        each = 10 * a->scale;
    for (int i = 0; i < PARTS; i++) {
        if (i > 0)
            top += sheet_gap(a, parts[i].gap) + each;
        top += parts[i].set(a, top);
    }
}

ho_pt sheet_least_size(const struct ho_paper *paper)
{
    if (paper->width >= ho_mm(200))
        return 11;
    return paper->width >= ho_mm(130) ? 9 : 7.5;
}

/* In large type the signs are read at arm's length by who needs it; all else on the page may be smaller, since the
 * same signs follow in full (page.md, "Red-flag sheet"). */
static ho_pt least_sign(const struct ho_geometry *geometry)
{
    static const ho_pt sizes[] = {0, 16, 20}; /* standard, large, giant */
    return fmax(sheet_least_size(geometry->paper), sizes[geometry->edition]);
}

enum { REFERENCE = 14 };         /* pt: the bullets at scale 1 */
static const ho_pt usual = 13.5; /* pt: where most sheets on A4 end */

static bool fits(struct attempt *a, ho_pt size, ho_pt room, ho_pt *height)
{
    a->scale = size / REFERENCE;
    a->s->is_wide = false;
    *height = total_height(a);
    return a->s->ok && !a->s->is_wide && *height <= room;
}

/* The largest half point that fits; 0 if none does. Lines grow in height and in number, so the height grows about with
 * the square of the size, and each try tells where to try next. */
static ho_pt find_size(struct attempt *a, ho_pt room, ho_pt *height)
{
    ho_pt most =
        floor(40 * a->s->geometry->paper->width / ho_mm(210)) / 2; /* 20 on A4 */
    int low = 0, high = (int)((most - a->least) * 2), best = -1;
    int guess =
        (int)((usual * a->s->geometry->paper->width / ho_mm(210) - a->least) * 2);
    while (low <= high && a->s->ok) {
        int step = guess < low ? low : guess > high ? high : guess;
        ho_pt size = a->least + step * .5, tried;
        if (fits(a, size, room, &tried)) {
            best = step;
            *height = tried;
            low = step + 1;
        } else {
            high = step - 1;
        }
        guess = (int)floor((size * sqrt(room / tried) - a->least) * 2);
    }
    return best < 0 ? 0 : a->least + best * .5;
}

static const char *number_text(struct setting *s, double value)
{
    struct ho_text text = {.arena = s->ctx->arena};
    ho_text_add_number(&text, value, 1);
    return ho_text_end(&text);
}

/* In large type there is no room for them. */
static bool has_pictures(const struct setting *s)
{
    const struct ho_sheet *sheet = &s->blocks->sheet;
    if (s->geometry->edition != HO_EDITION_STANDARD)
        return false;
    for (size_t i = 0; i < sheet->cards.count; i++)
        if (!sheet->cards.items[i].figure)
            return false; /* all or none */
    return true;
}

void sheet_report_overflow(struct setting *s, ho_pt least)
{
    ho_report(
        s->ctx, HO_MSG_SHEET_OVERFLOW, s->blocks->sheet.at,
        s->geometry->edition
            ? "choose a larger paper, or smaller type with --type"
            : "shorten the texts of the signs in this language, or choose a larger "
              "paper",
        s->geometry->paper->id, number_text(s, least));
}

/* Words are worth more than pictures, and pictures than air: if pictures cost the words more than half a point, they
 * go; if nothing fits, lines and parts move together. */
static ho_pt choose_size(struct attempt *a, ho_pt room, ho_pt *height)
{
    a->has_pictures = has_pictures(a->s);
    ho_pt size = find_size(a, room, height);
    if (a->has_pictures && size < 13) {
        ho_pt plain_height = 0;
        a->has_pictures = false;
        ho_pt plain = find_size(a, room, &plain_height);
        a->has_pictures = size > 0 && size >= plain - .5;
        if (!a->has_pictures) {
            size = plain;
            *height = plain_height;
        }
    }
    if (size > 0)
        return size;
    a->is_tight = true;
    return find_size(a, room, height);
}

/* Where the sheet begins. */
static ho_pt find_top(const struct setting *s)
{
    if (s->geometry->runs_off)
        return 0;
    return fmax(fmax(s->area.top - HO_STEP, s->area.safe + 1), s->geometry->head);
}

static bool set_new_sheet(struct setting *s, struct ho_pages *pages,
                          struct name_slots *slots)
{
    const struct ho_geometry *geometry = s->geometry;
    struct attempt a = {
        .s = s,
        .sheet = &s->blocks->sheet,
        .x = s->area.x,
        .width = s->area.width,
        .least = sheet_least_size(geometry->paper),
        .least_sign = least_sign(geometry),
        .slots = slots,
        .overhang = geometry->runs_off ? fmax(s->area.safe, geometry->head) : 0};
    ho_pt top = find_top(s), room = s->area.first_foot - HO_STEP - top, height = 0;
    s->is_trying = true;
    ho_pt size = choose_size(&a, room, &height);
    s->is_trying = false;
    if (!s->ok)
        return false;
    if (size <= 0) {
        sheet_report_overflow(s, a.least_sign);
        return false;
    }
    pages->sheet_size = fmax(size, a.least_sign);
    a.scale = size / REFERENCE;
    a.page = ho_page_add(s->ctx->arena, pages, geometry->paper);
    ho_page_begin(s->ctx->arena, a.page, s->document);
    struct ho_element *section = begin(s, a.page, HO_TAG_SECT);
    draw(&a, top, room - height);
    end(s, a.page, section);
    ho_page_end(s->ctx->arena, a.page, s->document);
    return s->ok;
}

/* What is before the patient's name is one, and what is after it: as when they are put on the page again. */
static void mark_stretches(struct setting *s, struct ho_page *page)
{
    size_t end = page->items.count, *cuts = page->cuts.items;
    bool has_name = page->cuts.count > 1;
    ho_push(s->ctx->arena, &page->stretches,
            (struct ho_stretch){.count = has_name ? cuts[0] : end});
    if (has_name)
        ho_push(s->ctx->arena, &page->stretches,
                (struct ho_stretch){.first = cuts[1], .count = end - cuts[1]});
}

bool set_sheet(struct setting *s, struct ho_pages *pages)
{
    struct name_slots slots = {0};
    if (s->kept && recall_sheet(s, pages))
        return true;
    if (!set_new_sheet(s, pages, &slots))
        return false;
    mark_stretches(s, pages->pages.items[0]);
    if (s->kept)
        keep_sheet(s, pages, &slots);
    return true;
}
