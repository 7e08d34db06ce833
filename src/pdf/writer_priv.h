/* writer_priv.h — what the files of pdf/ share while one document is written.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_WRITER_PRIV_H
#define HO_PDF_WRITER_PRIV_H

#include "pdf/haru_raw_priv.h"
#include "pdf/pdf.h"
#include "pdf/structure_priv.h"

/* An object of the file that stands for something of the pages: a drawing, an image. */
struct ho_made {
    const void *source;
    HPDF_Dict object;
};

struct ho_mades {
    HO_VEC(struct ho_made);
};

struct ho_press_ink;

/* A font as far as the pages have used it; fonts.c alone looks into it. */
struct ho_embedded;

struct ho_part;

/* A part that this document has made, and what of. */
struct ho_written {
    struct ho_bytes key;
    const struct ho_part *part;
};

/* Where an anchor stands. */
struct ho_place {
    const struct ho_anchor *anchor;
    size_t page;
};

struct ho_writer {
    struct ho_ctx *ctx;
    struct ho_arena *arena;
    const struct ho_pages *pages;
    struct ho_pdf_kept *kept; /* NULL: nothing is */
    struct ho_haru haru;
    struct ho_pdf_sizes sizes;
    HPDF_Page *made_pages; /* one for each of pages */
    HO_VEC(struct ho_embedded *) fonts;
    size_t part; /* number of the part that is being written (part_priv.h) */
    /* The key of the part at hand, and the operators of the page: their room is used again. */
    struct ho_text key, plain;
    HO_VEC(struct ho_written) written;
    struct ho_mades drawings, images, placed;
    struct ho_press_ink *press; /* NULL: sRGB */
    bool is_tagged;
    struct ho_structure structure;
    HO_VEC(struct ho_place) anchors;
    struct ho_text *fingerprints; /* one for each of pages, while it grows */
    const char *fault;            /* the first of our own faults, or NULL */
};

/* Keeps the first thing that cannot be written: a fault of an earlier stage. */
void ho_writer_fail(struct ho_writer *writer, const char *fault);
/* Finds what was made for `source`; NULL if nothing was. */
HPDF_Dict ho_made_find(const struct ho_mades *mades, const void *source);
void ho_made_add(struct ho_writer *writer, struct ho_mades *mades, const void *source,
                 HPDF_Dict object);
/* Gives the dictionary its body and counts it in `*part` of writer->sizes. */
void ho_writer_body(HPDF_Dict dict, struct ho_text *body, size_t *part);
/* The same for a new stream. */
HPDF_Dict ho_writer_stream(struct ho_writer *writer, const struct ho_text *body,
                           const char *filter, struct ho_bytes data, size_t *part);

/* fonts.c: what the file has of the font. */
struct ho_embedded *ho_font_embed(struct ho_writer *writer, const struct ho_font *font);
/* Makes the file of the font's base subset if the run is set in it: other documents of the run have it, too. */
void ho_font_expect(struct ho_writer *writer, const struct ho_glyphs *run);
/* The used glyph of that id; NULL if the pages do not show it, or a file cannot: codes have two bytes. */
const struct ho_font_glyph *ho_font_find(const struct ho_embedded *embedded,
                                         uint32_t id);
/* Whether the text is what the glyph most often stands for. */
bool ho_font_is_usual(const struct ho_font_glyph *glyph, struct ho_bytes text);
/* The same number in another document of the run: what its glyphs most often stood for there, they do here (usual_priv.h).
 * 0: it is not known. */
uint64_t ho_font_number(const struct ho_embedded *embedded);
/* The Type0 font in which the glyph reads as the text; `*is_new` if the part at hand did not ask for it before. */
HPDF_Dict ho_font_object(struct ho_writer *writer, struct ho_embedded *embedded,
                         const struct ho_font_glyph *glyph, struct ho_bytes text,
                         bool *is_new);
/* Writes all fonts that were asked for; call after the last page. */
void ho_fonts_write(struct ho_writer *writer);
/* The advance that the file states for the glyph, 1/1000 em. */
int ho_font_advance(const struct ho_font_glyph *glyph);
/* drawings.c: the Form XObject of a drawing. */
HPDF_Dict ho_drawing_object(struct ho_writer *writer, const struct ho_drawing *drawing);
/* images.c: the Image XObject of an image. */
HPDF_Dict ho_image_object(struct ho_writer *writer, const struct ho_image *image);
/* content.c: the page's operators, marks, links and anchors. */
void ho_content_write(struct ho_writer *writer, size_t page);
/* press.c: the whole document, for a print shop. */
void ho_press_write(struct ho_writer *writer, const struct ho_pdf_condition *condition);
/* links.c: finds all anchors; call before the first page. */
void ho_anchors_find(struct ho_writer *writer);
/* "[5 0 R /XYZ 10 20 null]" */
void ho_put_destination(struct ho_writer *writer, struct ho_text *out,
                        struct ho_place place);
/* Makes the annotation of a link, a part of the element `node`. */
void ho_link_write(struct ho_writer *writer, size_t page, const struct ho_link *link,
                   struct ho_node *node);
/* fingerprint.c: what stands on the page: its operators as they are before compression. */
void ho_fingerprint_content(struct ho_writer *writer, size_t page,
                            struct ho_bytes plain);
/* A link on the page, to a URI, or to another place (NULL). */
void ho_fingerprint_link(struct ho_writer *writer, size_t page, const char *uri);
/* The fingerprints of all pages; call when nothing will be added to a page any more. */
const char *ho_fingerprint_pages(struct ho_writer *writer);
/* outline.c: bookmarks; adds their entry to the catalog's body. */
void ho_outline_write(struct ho_writer *writer, struct ho_text *catalog);
/* metadata.c: XMP, Info, output intent and identifier. */
void ho_metadata_write(struct ho_writer *writer, struct ho_text *catalog);
void ho_identifier_write(struct ho_writer *writer);

#endif
