/* content_priv.h — one page's content stream while it is written.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_CONTENT_PRIV_H
#define HO_PDF_CONTENT_PRIV_H

#include "pdf/pen_priv.h"
#include "pdf/writer_priv.h"

/* What the marked-content sequence that is open now stands for. */
enum ho_mark_kind { HO_MARK_NONE, HO_MARK_ELEMENT, HO_MARK_ARTIFACT };

/* An element that is open. */
struct ho_open {
    const struct ho_element *element;
    struct ho_node *
        node; /* NULL: an artifact or inside one; and while operators are written, which need none */
};

/* What a form names in its own resources. */
struct ho_resource {
    const char *category; /* "Font" */
    HPDF_Dict object;
};

struct ho_part;

/* The content of a page, part by part (part_priv.h), or of a form, which is one. */
struct ho_content {
    struct ho_writer *writer;
    const struct ho_page *page;
    size_t index;
    HPDF_Page made; /* NULL: it becomes a form, another page placed on this one */
    HO_VEC(struct ho_resource) resources; /* of the form */
    bool overprints;
    struct ho_part *part; /* that is being written */
    size_t first, item;   /* of the page: the part's first, and that at hand */
    size_t first_mark;    /* MCID of the part's first mark */
    struct ho_text out;
    struct ho_pen pen;
    /* The font that the operators have set; NULL: none yet. */
    HPDF_Dict font;
    ho_pt size;
    HO_VEC(struct ho_open) open;
    enum ho_mark_kind mark;
    const struct ho_element *marked; /* HO_MARK_ELEMENT */
    enum ho_artifact artifact;       /* HO_MARK_ARTIFACT */
};

/* Opens the right sequence for the next item; true if it is an artifact. */
bool ho_content_mark(struct ho_content *content, bool is_text);
/* Opens a sequence of the innermost element that reads as `text`, whatever its glyphs
 * say. */
void ho_content_mark_actual(struct ho_content *content, const char *text,
                            size_t length);
/* Whether the open sequence is such a one, and so holds no more than its own glyphs. */
bool ho_content_needs_mark(const struct ho_content *content);

/* The name of the font among the resources of the page or form. */
const char *ho_content_font_name(struct ho_content *content, HPDF_Dict font);

/* The same of what an IMAGE, DRAWING or PLACED shows. */
const char *ho_content_xobject_name(struct ho_content *content,
                                    const struct ho_item *item);

/* glyphs.c: shows a run. */
void ho_glyphs_write(struct ho_content *content, const struct ho_glyphs *run);

#endif
