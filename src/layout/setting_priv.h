/* setting_priv.h — what the files of layout/ share: the setting, tags, lines of text,
 * boxes.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_SETTING_PRIV_H
#define HO_LAYOUT_SETTING_PRIV_H

#include "layout/layout.h"

/* The parts of a page: the column, where the body begins and ends, where the foot begins. */
struct area {
    ho_pt x, width, top, bottom, foot, first_foot;
    ho_pt safe; /* from the edge of the paper to any ink but bands that run off */
};

struct setting {
    struct ho_ctx *ctx;
    const struct ho_blocks *blocks;
    const struct ho_geometry *geometry;
    struct ho_fonts *fonts;
    struct ho_element *document;
    struct area area;
    struct ho_layout_kept *kept;         /* NULL: nothing is */
    struct known_text *known;            /* texts that were set before (lines.c) */
    const struct later_foot *later_foot; /* of page 2 and on (furniture.c) */
    bool ok; /* false once a text could not be set; layout goes on, to report all */
    bool is_wide;   /* a text was wider than its place since this was cleared */
    bool is_trying; /* another size may do: what is too wide is no error yet */
    double
        picture_share; /* how large pictures are set, of what they could be; 0: all of it */
};

/* One style of text on the page. */
struct style {
    ho_pt size, leading;
    bool is_bold;
    enum ho_role paint;
};

struct style style_of(const struct setting *s, enum ho_type type, enum ho_role paint);

/* ---- text (lines.c) ---- */

/* Sets the inlines; never NULL. What cannot be set is reported and comes back as no
 * lines. Width 0: one line. */
const struct ho_lines *set_text(struct setting *s, const struct ho_inlines *text,
                                struct style style, ho_pt width, enum ho_align align);
/* The same for running text: `*width` becomes smaller where a line would have more than 75 characters, from the end of
 * which the eye loses the next one (page.md, "Grid and type"). */
const struct ho_lines *set_reading(struct setting *s, const struct ho_inlines *text,
                                   struct style style, ho_pt *width);
/* Appends the lines, the first line's box standing with its top left corner at x, y. */
void put_lines(struct setting *s, struct ho_page *page, const struct ho_lines *lines,
               struct style style, ho_pt x, ho_pt y);
/* The same for one line alone. */
void put_line(struct setting *s, struct ho_page *page, const struct ho_line *line,
              struct style style, ho_pt x, ho_pt y);
/* Distance from the top of a line's box to its baseline: capitals stand in the middle
 * of the box. */
ho_pt baseline_in(struct style style);
ho_pt height_of(const struct ho_lines *lines, struct style style);

/* ---- tags and shapes (shapes.c) ---- */

struct ho_element *new_element(struct setting *s, enum ho_tag tag);
/* Opens a new element of this kind on the page; ended by ho_page_end. */
struct ho_element *begin(struct setting *s, struct ho_page *page, enum ho_tag tag);
void end(struct setting *s, struct ho_page *page, const struct ho_element *element);
/* A tagged text: begin, put_lines, end. */
void put_tagged(struct setting *s, struct ho_page *page, enum ho_tag tag,
                const struct ho_lines *lines, struct style style, ho_pt x, ho_pt y);
/* How heavy a line of `width` is in this theme. */
ho_pt weigh(const struct setting *s, ho_pt width);
void put_box(struct setting *s, struct ho_page *page, struct ho_rect rect, ho_pt radius,
             struct ho_paint paint);
void put_rule(struct setting *s, struct ho_page *page, ho_pt x, ho_pt y, ho_pt width,
              enum ho_role role, ho_pt weight);
void put_disc(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy, ho_pt radius,
              enum ho_role role);
/* A dark fill, on which text stands in the paper's colour. In low ink it is an outline of `weight`, and the text is
 * dark: on_solid says which. */
struct ho_paint solid(const struct setting *s, enum ho_role role, ho_pt weight);
enum ho_role on_solid(const struct setting *s);
bool is_low_ink(const struct setting *s);
/* The disc behind a number. */
void put_number_disc(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                     ho_pt radius);
/* A regular octagon, flat on top, `width` across. */
void put_octagon(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                 ho_pt width, struct ho_paint paint);
/* The receiver of a telephone in a square of `width`, its middle at cx, cy. */
void put_receiver(struct setting *s, struct ho_page *page, ho_pt cx, ho_pt cy,
                  ho_pt width, enum ho_role role);
/* The sign in the middle of cx, cy: an octagon with a bar, a triangle with an exclamation mark, a disc with a tick, a
 * disc with a receiver. */
void put_icon(struct setting *s, struct ho_page *page, enum ho_icon icon, ho_pt cx,
              ho_pt cy, ho_pt width);

/* Where a thing of width `inner` stands that begins `offset` after the start of a box:
 * the start is on the left, and in right-to-left text on the right. */
ho_pt from_start(const struct setting *s, ho_pt x, ho_pt width, ho_pt offset,
                 ho_pt inner);

/* ---- page 1 and the foot of the pages ---- */

/* Sets the sheet as one page at the largest type that fits; false, with a report, if
 * none does. */
bool set_sheet(struct setting *s, struct ho_pages *pages);
/* Sets the foot of page `index`, with the reminder from page 2 on. */
void set_furniture(struct setting *s, struct ho_pages *pages, size_t index);
/* The wallet card in its place: two pages, the signs and what to do. */
bool set_card(struct setting *s, struct ho_pages *pages);
/* Both texts with a dot between; without links in an artifact, which can have none. */
struct ho_inlines join_inlines(struct setting *s, const struct ho_inlines *first,
                               const struct ho_inlines *second, bool has_links);
/* Fills s->area: the margins of the paper, with room for the foot. */
void measure_area(struct setting *s);

#endif
