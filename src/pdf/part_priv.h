/* part_priv.h — a page's content is cut into parts, each a stream of its own (ISO 32000-1 7.8.2), so that what was
 * written and compressed for one document can go into the next as it is. A part takes nothing over from the one before:
 * no colour, no font, no open mark. Where it is cut depends on the page alone, never on what is kept.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_PART_PRIV_H
#define HO_PDF_PART_PRIV_H

#include "pdf/content_priv.h"

/* A glyph that reads as `text`, and the name that its font has among the page's resources. */
struct ho_use {
    const struct ho_font *font;
    uint32_t glyph;
    struct ho_bytes text;
    const char *name;
};

/* A font that the part names: its first use, and ho_font_number of it. */
struct ho_part_font {
    size_t use;
    uint64_t number;
};

struct ho_part {
    struct ho_bytes plain, deflated;
    uint64_t hash;              /* of the latter */
    HO_VEC(struct ho_use) uses; /* in the order of the part */
    HO_VEC(struct ho_part_font) fonts;
    bool is_usual; /* its glyphs all read as they most often do in its document */
    /* For each mark the item that needed it, counted from the part's first. Their MCIDs follow each other. */
    HO_VEC(size_t) marks;
};

/* Where the part ends that begins with item `first` of the page: the number of the item after it. */
size_t ho_part_end(const struct ho_content *content, size_t first);
/* How many marks the page has before the part at hand. */
size_t ho_part_first_mark(const struct ho_content *content);
/* The part of these items that an earlier document has kept or this one has written, and that is the same here; else
 * NULL. *key is what ho_part_keep takes. */
const struct ho_part *ho_part_find(struct ho_content *content, size_t first, size_t end,
                                   struct ho_bytes *key);
/* Notes that this document has it, and keeps a copy for later ones, if it is worth it. */
void ho_part_keep(struct ho_content *content, struct ho_bytes key,
                  struct ho_part *part);

#endif
