/* piece_priv.h — blocks cut into pieces that no page break divides.
 * A piece's items stand at absolute x and at y from the piece's own top; flow.c gives
 * it its place.
 * SPDX-License-Identifier: MIT */
#ifndef HO_LAYOUT_PIECE_PRIV_H
#define HO_LAYOUT_PIECE_PRIV_H

#include "layout/setting_priv.h"

enum { DEEPEST = 16 };

/* The elements that a piece stands in, from the outermost. */
struct place {
    const struct ho_element *elements[DEEPEST];
    int depth;
};

struct piece {
    struct ho_page items; /* used as a list of items only; its boxes are empty */
    struct place place;
    ho_pt height;
    ho_pt before;   /* gap above, unless it stands on top of a page or box */
    bool keep_next; /* no page break below */
    bool starts_page;
    bool floats;              /* may stand at the end of another page */
    const struct piece *head; /* stands above this piece again on top of a page */
    const struct ho_block
        *block; /* a break between two pieces of one block splits it */
    const struct ho_block
        *panel; /* a panel can be made taller, to match its neighbour */
    struct ho_rect box;
    struct ho_span at;
    uint64_t number; /* of what was set before (kept.c); 0: it is new */
};

struct pieces {
    HO_VEC(struct piece *);
};

/* Where blocks are set: a column of the page. */
struct frame {
    ho_pt x, width;
    ho_pt head; /* height of the heading that must not stay behind above a block */
    struct place place;
};

struct frame inside(struct frame frame, const struct ho_element *element);
struct piece *add_piece(struct setting *s, struct pieces *out, struct frame frame,
                        ho_pt height, ho_pt before, struct ho_span at);

/* Cuts one block, and lists of them; appends to `out`. Each kind of block is a file. */
void cut_block(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out);
void cut_blocks(struct setting *s, const struct ho_blocks_list *list,
                struct frame frame, struct pieces *out);
/* Cuts the blocks of the body, which are kept whole for later documents. */
void cut_body(struct setting *s, struct frame frame, struct pieces *out);
void cut_text(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out);
void cut_list(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out);
void cut_table(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out);
void cut_panel(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out);
void cut_columns(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out);
void cut_balance(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out);
void cut_card_head(struct setting *s, const struct ho_block *block, struct frame frame,
                   struct pieces *out);
void cut_doses(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out);
void cut_figures(struct setting *s, const struct ho_block *block, struct frame frame,
                 struct pieces *out);
void cut_write_in(struct setting *s, const struct ho_block *block, struct frame frame,
                  struct pieces *out);
void cut_code(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out);
void cut_logo(struct setting *s, const struct ho_block *block, struct frame frame,
              struct pieces *out);
void cut_diary(struct setting *s, const struct ho_block *block, struct frame frame,
               struct pieces *out);

/* How wide a column must be for its pictures to be seen, for its badges. */
ho_pt figures_least_width(const struct setting *s, const struct ho_block *block);
ho_pt doses_least_width(struct setting *s, const struct ho_block *block);

/* The bookmark of a heading; it gets its name when all pages are set. */
void put_heading_anchor(struct setting *s, const struct ho_block *block,
                        struct frame frame, struct piece *first);
/* A figure with its spoken alternative, its box's top left corner at x, y; and the scale at which it fits. */
void put_picture(struct setting *s, struct ho_page *page,
                 const struct ho_picture *picture, double scale, ho_pt x, ho_pt y);
void put_art(struct setting *s, struct ho_page *page, const struct ho_art *art,
             const char *alt, struct ho_rect box);
double picture_scale(const struct ho_figure *figure, ho_pt width, ho_pt height);

/* Makes a panel's piece `height` tall. */
void stretch_panel(struct setting *s, struct piece *piece, ho_pt height);

/* Height of the pieces one below the other. */
ho_pt stack_height(const struct pieces *pieces);
/* Appends the pieces to the page, one below the other from y; `open` is the place whose
 * elements are open, and are open again afterwards. */
void put_pieces(struct setting *s, struct ho_page *page, const struct pieces *pieces,
                ho_pt y, const struct place *open);
/* Appends one piece, moving from the elements open at `*open` to the piece's own. */
void put_piece(struct setting *s, struct ho_page *page, const struct piece *piece,
               ho_pt y, struct place *open);
/* Closes and opens elements until those of `to` are open. */
void move_to(struct setting *s, struct ho_page *page, struct place *open,
             const struct place *to);

/* Fills pages with the pieces, breaks chosen over all of them. A unit taller than a page is
 * reported. */
void flow_pieces(struct setting *s, const struct pieces *pieces,
                 struct ho_pages *pages);

#endif
