/* svg_priv.h — the reader of simple SVG: shapes, groups, transforms and solid paint (SVG 1.1).
 * What it does not know is not guessed: the first such thing is kept, and the whole is then drawn by librsvg.
 * SPDX-License-Identifier: MIT */
#ifndef HO_IMAGE_SVG_PRIV_H
#define HO_IMAGE_SVG_PRIV_H

#include "image/image_priv.h"
#include "xml/xml.h"

struct svg {
    struct ho_ctx *ctx;
    struct ho_art *art;
    struct ho_drawing *drawing;
    size_t points;
    const char *beyond; /* the first thing that is not known here; NULL: none */
    struct ho_span beyond_at;
};

/* What an element inherits. */
struct svg_state {
    struct ho_matrix matrix; /* from its units to the drawing's */
    float colour[3];         /* of "currentColor" */
    struct ho_paint paint;   /* its width and dash still in its own units */
};

void svg_beyond(struct svg *svg, struct ho_span at, const char *what);

/* Reads a number and the white space and comma after it; false, and nothing moved, if there is none. */
bool svg_number(const char **at, double *out);
/* A length in pixels of 96 to the inch; false if it is none, or a percentage. */
bool svg_length(const char *text, double *out);
/* "translate(1 2) rotate(3)"; false if it cannot be read. */
bool svg_transform(const char *text, struct ho_matrix *matrix);
/* `inner` first, then `outer`. */
struct ho_matrix svg_concat(struct ho_matrix outer, struct ho_matrix inner);
/* Takes the element's own properties over what it inherits; false: it is not shown. */
bool svg_properties(struct svg *svg, const struct ho_xml_node *node,
                    struct svg_state *state);
/* Appends path data (SVG 1.1, 8.3), through the matrix; what cannot be read ends it, as browsers do. */
void svg_path_data(struct svg *svg, const char *data, struct ho_matrix matrix,
                   struct ho_path *path);

/* librsvg draws the source into at most `width` by `height` pixels. */
bool render_svg(struct ho_ctx *ctx, const struct ho_source *source, double width,
                double height, struct ho_image *out)
    __attribute__((__warn_unused_result__));

#endif
