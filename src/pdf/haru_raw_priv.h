/* haru_raw_priv.h — libharu's object layer: what its public calls lack.
 * haru_raw.c alone knows the layouts of libharu's structs; the other files of pdf/ use
 * these calls. libharu makes the catalog, the pages and their resources; all other objects
 * are ours, texts and ready streams that it knows by their numbers only. We hand out the
 * numbers and write the file.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_HARU_RAW_PRIV_H
#define HO_PDF_HARU_RAW_PRIV_H

#include <hpdf.h>

#include "base/str.h"
#include "page/page.h"
#include "pdf/deflate_priv.h"

struct ho_object;

/* One document. The first error of libharu is kept; all calls after it do nothing
 * useful but are safe. */
struct ho_haru {
    struct ho_arena *arena;
    HPDF_Doc doc;
    HPDF_STATUS error, detail;
    HPDF_MD5_CTX digest; /* of all that identifies the document */
    struct ho_deflaters *deflaters;
    HO_VEC(struct ho_object *) objects;  /* a number is the place here, from 1 */
    HO_VEC(struct ho_object *) contents; /* those that are streams of pages */
    HO_VEC(struct ho_object *) spare;    /* for such streams, from [spared] on */
    size_t spared;
    size_t common;           /* of them all, from the first on (ho_haru_common) */
    struct ho_text texts;    /* the objects after them (ho_haru_begin) */
    HO_VEC(size_t) starts;   /* of each in `texts` */
    struct ho_bytes trailer; /* entries of our own */
    const char *version;     /* "1.7" */
};

/* Starts an empty document. False if libharu refuses. */
bool ho_haru_open(struct ho_haru *haru, struct ho_arena *arena,
                  struct ho_deflaters *deflaters)
    __attribute__((__warn_unused_result__));
/* Frees the handles; a second time does nothing. */
void ho_haru_close(struct ho_haru *haru);

/* Adds a numbered dictionary whose body comes later. To libharu's own calls it is a number and nothing else. */
HPDF_Dict ho_haru_object(struct ho_haru *haru);
/* Adds a numbered stream: `body` are the entries of its dictionary but Length and Filter. `filter`
 * is the name of the filter that `data` has passed already, or NULL. */
HPDF_Dict ho_haru_stream(struct ho_haru *haru, const struct ho_text *body,
                         const char *filter, struct ho_bytes data);
/* What was added so far is what documents of a run have in common. It stands first in the file, so that files begin with
 * the same bytes, and a sum over them need not go over these again (base/beginnings.h). */
void ho_haru_common(struct ho_haru *haru);
/* Gives our dictionary its entries, once. */
void ho_haru_body(HPDF_Dict dict, const struct ho_text *body);
/* Objects of which there are hundreds, and that libharu need not know, are written as text at once. Their numbers
 * follow all others from ho_haru_next on, in the order in which they are written, so no other object may be made after
 * the first of them. The entries of each are added to the text between `begin` and `end`. */
unsigned ho_haru_next(const struct ho_haru *haru);
struct ho_text *ho_haru_begin(struct ho_haru *haru);
void ho_haru_end(struct ho_haru *haru);
/* Adds entries to the dictionaries that libharu makes itself, and to the trailer, once each. */
void ho_haru_catalog(struct ho_haru *haru, struct ho_text *body);
void ho_haru_info(struct ho_haru *haru, struct ho_text *body);
void ho_haru_trailer(struct ho_haru *haru, struct ho_text *body);
/* Makes it a Form or Image, so that a page takes it among its resources. */
void ho_haru_set_xobject(HPDF_Dict stream);
/* Adds a page whose three boxes stand in the space of its media, lower left corner 0 0;
 * NULL after an error. */
HPDF_Page ho_haru_page(struct ho_haru *haru, const struct ho_page *page);
struct ho_streams {
    HO_VEC(struct ho_bytes);
};
/* The page's content, one or more streams that are deflated already, and its key in the parent tree, or HO_UNTAGGED.
 * Once a page. Returns the bytes of the streams that no page had before: pages share what is the same. */
#define HO_UNTAGGED SIZE_MAX
size_t ho_haru_content(struct ho_haru *haru, HPDF_Page page,
                       const struct ho_streams *deflated, size_t struct_parents);
/* Puts an annotation on the page. */
void ho_haru_annotate(struct ho_haru *haru, HPDF_Page page, HPDF_Dict annotation);
/* The name of the font or XObject among the page's resources; it is added if it is new
 * there. */
const char *ho_haru_font_name(HPDF_Page page, HPDF_Dict font);
const char *ho_haru_xobject_name(HPDF_Page page, HPDF_Dict xobject);
const char *ho_haru_state_name(HPDF_Page page, HPDF_Dict state);
/* The object's number; 0 for NULL, a page after an error. */
unsigned ho_haru_id(HPDF_Dict dict);

/* The font's text is that of its ToUnicode: their check is one. */
void ho_haru_reads_as(HPDF_Dict font, HPDF_Dict to_unicode);
/* Adds "Font F1 00000000\n" and "XObject X1 00000000\n" for all resources of the page, in the order of their names, with
 * the check of each. */
void ho_haru_resources(struct ho_haru *haru, HPDF_Page page, struct ho_text *out);

/* The bytes as a zlib stream, in the arena; few are stored as they are. The same bytes give the same stream. */
struct ho_bytes ho_haru_deflate(struct ho_haru *haru, struct ho_bytes bytes);
/* Adds bytes to what the document's identifier is made of. */
void ho_haru_digest(struct ho_haru *haru, struct ho_bytes bytes);
/* Writes the file into the arena. False after an error. */
bool ho_haru_save(struct ho_haru *haru, struct ho_bytes *out)
    __attribute__((__warn_unused_result__));

#endif
