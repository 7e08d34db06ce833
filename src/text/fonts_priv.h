/* fonts_priv.h — the opened fonts, as the files of text/ share them.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_FONTS_PRIV_H
#define HO_TEXT_FONTS_PRIV_H

#include <hb.h>
#include <pango/pango.h>

#include "base/memo.h"
#include "base/vec.h"
#include "text/text.h"

/* One font file. What the pages point to is `font`; the rest is how we got it. */
struct face {
    struct ho_font
        font; /* first: a const struct ho_font * of an item leads back here */
    const char *path, *trimmed_path;
    bool is_loaded;
    hb_face_t *hb;       /* whole file, mapped */
    hb_font_t *unscaled; /* in font units */
    /* The same font with the characters of the language alone, glyph ids kept, which
     * shapes them as the whole one does, in two thirds of the time; NULL: there is none. */
    hb_face_t *trimmed;
    hb_font_t *trimmed_unscaled;
    PangoCoverage *coverage;
    struct shown *shown; /* what the pages show of it: finish.c; NULL: nothing yet */
    bool base_is_loaded, has_base;
    struct ho_font_subset base;
};

/* A face at a size, as Pango wants it; kept for the run, since sizes are few. */
struct sized {
    struct face *face;
    bool is_trimmed;
    int size; /* Pango units */
    PangoFont *pango;
};

struct chain {
    bool is_bold, is_trimmed;
    int size;
    PangoFontset *set;
};

struct ho_fonts {
    struct ho_arena *arena; /* of its own: the run's lifetime */
    const char *folder, *language;
    HO_VEC(struct face *) faces; /* in order of fallback */
    HO_VEC(struct sized) sized;
    HO_VEC(struct chain) chains;
    bool is_trimmed;        /* what is shaped now needs no whole font */
    struct ho_memo *known;  /* paragraphs that were set before: known_priv.h */
    struct ho_memo *recent; /* those of plain text that were set once: lines.c */
    struct words *words;    /* of plain text: words.c */
    uint64_t shapes;        /* runs that were shaped: the last one's number */
    struct ho_memo *pages;  /* what runs stand for together: shown.c */
    uint64_t documents;     /* that were finished */
    /* Of the paragraph at hand; their room is used again. */
    struct ho_text key, text;
    HO_VEC(struct reading) readings;       /* of its run: readings.c */
    HO_VEC(const struct ho_glyphs *) runs; /* of the page at hand: shown.c */
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
};

/* Maps the file when it is first needed. False, with a report, if it is missing or not
 * a font. */
bool face_load(struct ho_ctx *ctx, struct face *face)
    __attribute__((__warn_unused_result__));
/* The face at a size, borrowed from `fonts`. The face must be loaded; trimmed, if it is
 * and fonts->is_trimmed. */
PangoFont *font_sized(struct ho_fonts *fonts, struct face *face, int size);
/* The face of a font that font_sized made. */
struct face *font_face(PangoFont *font);
int font_size(PangoFont *font);
/* Makes the font map that serves `fonts` to Pango; the caller unrefs it. */
PangoFontMap *font_map_new(struct ho_fonts *fonts);

/* Makes the set of characters of `texts` plus Latin-1 and Latin Extended-A. */
hb_set_t *base_characters(const char *const *texts, size_t count);
/* Cuts the glyphs out of the face. Glyph ids are kept. Returns false if HarfBuzz
 * refuses. */
bool subset_cut(struct ho_arena *arena, const struct face *face, const hb_set_t *glyphs,
                int level, struct ho_font_subset *out)
    __attribute__((__warn_unused_result__));
/* All glyphs that shaping can make of the characters, .notdef included; the caller
 * destroys it. NULL if refused. */
hb_set_t *subset_closure(const struct face *face, const hb_set_t *characters);
/* Trims the face to the characters: a font file that shapes them alike; empty if
 * HarfBuzz refuses. In the arena. */
struct ho_bytes subset_trim(struct ho_arena *arena, const struct face *face,
                            const hb_set_t *characters);
bool subset_has(const struct ho_font_subset *subset, uint32_t glyph);
/* Whether the deflated bytes still are the file that was deflated (by its checksum). */
bool subset_is_whole(const struct ho_font_subset *subset);
/* The base subset's file: bytes out, and back (false if they are not such a file). */
struct ho_bytes subset_pack(struct ho_arena *arena,
                            const struct ho_font_subset *subset);
bool subset_unpack(struct ho_arena *arena, struct ho_bytes bytes,
                   struct ho_font_subset *out) __attribute__((__warn_unused_result__));
/* What the build made of the font for the language: with the ending "subset" its base
 * subset, with "trimmed" the font cut down to it, for shaping. */
const char *base_path(struct ho_arena *arena, const char *folder, const char *language,
                      const char *id, const char *ending);
/* Loads the face's base subset if the build made one; a damaged one is reported. */
bool base_load(struct ho_ctx *ctx, struct ho_fonts *fonts, struct face *face)
    __attribute__((__warn_unused_result__));

#endif
