/* page.h — the waist: finished pages as lists of items. All that is printed passes through here.
 * In: layout/ and press/ build it.  Out: pdf/ and picture/ write it; both read the same items.
 * Coordinates: see geometry.h. Item order is painting order AND reading order.
 * An item that touches the trim is drawn out to the bleed, always; writers clip to the boxes.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_PAGE_H
#define HO_PAGE_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "page/drawing.h"
#include "page/font.h"
#include "page/geometry.h"
#include "page/palette.h"

/* Standard structure types (ISO 32000-1 14.8.4), and ARTIFACT for what is not read out. */
#define HO_TAGS(HO_TAG)                                                                \
    HO_TAG(ARTIFACT, "Artifact")                                                       \
    HO_TAG(DOCUMENT, "Document")                                                       \
    HO_TAG(SECT, "Sect")                                                               \
    HO_TAG(DIV, "Div")                                                                 \
    HO_TAG(H1, "H1")                                                                   \
    HO_TAG(H2, "H2")                                                                   \
    HO_TAG(H3, "H3")                                                                   \
    HO_TAG(P, "P")                                                                     \
    HO_TAG(SPAN, "Span")                                                               \
    HO_TAG(LINK, "Link")                                                               \
    HO_TAG(L, "L")                                                                     \
    HO_TAG(LI, "LI")                                                                   \
    HO_TAG(LBL, "Lbl")                                                                 \
    HO_TAG(LBODY, "LBody")                                                             \
    HO_TAG(TABLE, "Table")                                                             \
    HO_TAG(THEAD, "THead")                                                             \
    HO_TAG(TBODY, "TBody")                                                             \
    HO_TAG(TR, "TR")                                                                   \
    HO_TAG(TH, "TH")                                                                   \
    HO_TAG(TD, "TD")                                                                   \
    HO_TAG(FIGURE, "Figure")                                                           \
    HO_TAG(CAPTION, "Caption")

enum ho_tag {
#define HO_TAG(name, text) HO_TAG_##name,
    HO_TAGS(HO_TAG)
#undef HO_TAG
        HO_TAG_COUNT
};

enum ho_scope { HO_SCOPE_NONE, HO_SCOPE_ROW, HO_SCOPE_COLUMN };
enum ho_list_numbering { HO_NUMBERING_NONE, HO_NUMBERING_DISC, HO_NUMBERING_DECIMAL };
enum ho_artifact {
    HO_ARTIFACT_LAYOUT,
    HO_ARTIFACT_HEADER,
    HO_ARTIFACT_FOOTER,
    HO_ARTIFACT_BACKGROUND
};

/* A node of the structure tree. Opened by TAG_BEGIN; opened again on a later page, the same pointer means
 * that the element goes on there (a list over two pages is one list). */
struct ho_element {
    enum ho_tag tag;
    enum ho_artifact artifact;        /* ARTIFACT only */
    const char *language;             /* BCP 47, NULL: as its parent */
    const char *alt;                  /* FIGURE: the spoken alternative; needed there */
    struct ho_rect box;               /* FIGURE: where it stands */
    enum ho_scope scope;              /* TH */
    int column_span, row_span;        /* TH, TD; 0 means 1 */
    enum ho_list_numbering numbering; /* L */
};

/* A shaped piece of one font, size, paint and direction, in visual order from left to right. */
struct ho_glyph {
    uint32_t id;
    uint32_t cluster; /* byte offset into the run's text where its cluster begins */
    ho_pt x, y;       /* origin relative to the run's origin; y DOWN */
};

struct ho_glyphs {
    const struct ho_font *font;
    ho_pt size, x, y; /* x, y: origin on the baseline */
    ho_pt width;      /* advance of the whole run */
    enum ho_role paint;
    bool is_rtl;
    const char *text; /* UTF-8 in logical order, NUL-terminated */
    const struct ho_glyph *glyphs;
    size_t count;
    uint64_t
        shape; /* a number that text/ gives to these glyphs and this text, and to no others of the font as long as
                       it is open, so that a writer knows them again; 0: none */
};

/* Pixels, 8 bits a component, rows from the top. */
struct ho_image {
    const char *id;
    uint32_t width, height;
    int components;         /* 1 grey, 3 sRGB */
    struct ho_bytes pixels; /* width * height * components bytes */
    struct ho_bytes alpha;  /* width * height bytes, or empty */
    struct ho_bytes
        jpeg; /* the same picture as a baseline or progressive JPEG, for who can pass it through; or empty
                           */
};

struct ho_link {
    struct ho_rect box;
    const char *uri;         /* percent-encoded: tel:, mailto:, https:; or NULL */
    const char *anchor;      /* name of an ANCHOR in this document; or NULL */
    const char *description; /* Contents: what a screen reader says; needed */
};

struct ho_anchor {
    const char *name;
    ho_pt x, y;
    const char *outline_title; /* bookmark; NULL: a destination only */
    int outline_level;         /* 1 is the outermost */
};

enum ho_item_kind {
    HO_ITEM_GLYPHS,
    HO_ITEM_PATH,
    HO_ITEM_IMAGE,
    HO_ITEM_DRAWING,
    HO_ITEM_PLACED, /* another page, without its tags and links */
    HO_ITEM_LINK,   /* stands inside an element LINK, whose annotation it is */
    HO_ITEM_ANCHOR,
    HO_ITEM_TAG_BEGIN,
    HO_ITEM_TAG_END,
};

struct ho_item {
    enum ho_item_kind kind;
    union {
        struct ho_glyphs glyphs;
        struct ho_painted_path path;
        struct {
            const struct ho_image *image;
            struct ho_rect box;
        } image;
        struct {
            const struct ho_drawing *drawing;
            struct ho_matrix matrix; /* drawing space to page space */
        } drawing;
        struct {
            const struct ho_page *page; /* shown as far as its bleed box goes */
            struct ho_matrix matrix;    /* its page space to this one's; scale 1 */
        } placed;
        struct ho_link link;
        struct ho_anchor anchor;
        const struct ho_element *element; /* TAG_BEGIN and TAG_END */
    } as;
};

/* Items that layout has set together. */
struct ho_stretch {
    size_t first, count;
    uint64_t
        number; /* stands for them: a writer knows them again by it and y; 0: new */
    ho_pt y;
};

struct ho_page {
    struct ho_rect media, bleed,
        trim; /* in page space, so trim is 0, 0, width, height */
    HO_VEC(struct ho_item) items;
    /* For a writer that keeps what it has written. Neither changes what the page shows. */
    HO_VEC(struct ho_stretch) stretches; /* in the order of the items */
    HO_VEC(size_t)
    cuts; /* before these items, what is the patient's own begins or ends */
};

/* What the file says about itself. No patient data. */
struct ho_document_info {
    const char *title, *language; /* BCP 47 */
    const char *author;           /* the clinic; may be NULL */
    const char *generator;        /* "handout 0.1.0" */
    const char *template_id, *country, *content_version,
        *content_hash;     /* each may be NULL */
    const char *review_by; /* YYYY-MM-DD, of the content; may be NULL */
    const char *
        signs; /* the ids of the signs on page 1, the complete emergency sheet; NULL: it is none */
    const char *date; /* YYYY-MM-DD, from the input; NULL: none is written */
    bool is_sealed;   /* it will be encrypted, so it is no PDF/A (ISO 19005-2 6.1.3) */
};

struct ho_pages {
    struct ho_document_info info;
    const struct ho_palette *palette;
    ho_pt sheet_size; /* type of the signs on the red-flag sheet */
    HO_VEC(struct ho_page *) pages;
    bool is_untagged; /* press sheets: nobody reads them, and no structure is written */
};

/* "H1", "LBody", "Artifact", … */
const char *ho_tag_name(enum ho_tag tag);

/* Appends an empty page whose three boxes are all the paper. */
struct ho_page *ho_page_add(struct ho_arena *arena, struct ho_pages *pages,
                            const struct ho_paper *paper);
/* Appenders, one a kind. Painted paths, drawings, elements and texts are borrowed, not copied. */
void ho_page_glyphs(struct ho_arena *arena, struct ho_page *page,
                    struct ho_glyphs glyphs);
void ho_page_path(struct ho_arena *arena, struct ho_page *page,
                  const struct ho_path *path, struct ho_paint paint);
void ho_page_image(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_image *image, struct ho_rect box);
void ho_page_drawing(struct ho_arena *arena, struct ho_page *page,
                     const struct ho_drawing *drawing, struct ho_matrix matrix);
void ho_page_place(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_page *placed, struct ho_matrix matrix);
void ho_page_link(struct ho_arena *arena, struct ho_page *page, struct ho_link link);
void ho_page_anchor(struct ho_arena *arena, struct ho_page *page,
                    struct ho_anchor anchor);
void ho_page_begin(struct ho_arena *arena, struct ho_page *page,
                   const struct ho_element *element);
void ho_page_end(struct ho_arena *arena, struct ho_page *page,
                 const struct ho_element *element);
/* Makes room for so many more items; needed by no one, but what is known to grow large is copied less. */
void ho_page_reserve(struct ho_arena *arena, struct ho_page *page, size_t more);
/* Copies of the items, whatever they are; they stay the caller's to change until the next item. */
struct ho_item *ho_page_append(struct ho_arena *arena, struct ho_page *page,
                               const struct ho_item *items, size_t count);
/* What follows is the patient's own, or is so no more. */
void ho_page_cut(struct ho_arena *arena, struct ho_page *page);

/* Whether the pages keep the rules above: tags nest and balance on each page, an element goes on
 * inside the same parent, figures have an alternative, links a description, one target that is there
 * and a LINK around them, paths and images are complete, strokes have a width, numbers are finite.
 * Returns NULL, or the first broken rule in words, in the arena. */
const char *ho_pages_fault(struct ho_arena *arena, const struct ho_pages *pages);
/* The pages as a screen reader says them: in reading order, with what each thing is (headings, lists and their
 * labels, tables row by row, links, the alternatives of figures) and every change of language; no artifacts. */
const char *ho_pages_speech(struct ho_arena *arena, const struct ho_pages *pages);
/* The pages as text, a line an item, numbers rounded to 0.01 pt: stable over machines and locales. */
const char *ho_pages_trace(struct ho_arena *arena, const struct ho_pages *pages);

#endif
