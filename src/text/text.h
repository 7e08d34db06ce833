/* text.h — styled paragraphs become lines of glyph runs; used fonts become data.
 * The only stage that sees Pango, HarfBuzz and GLib. Fonts are those of fonts/fonts.xml
 * and no other. In: struct ho_fonts (fonts.xml, font files), struct ho_styled.  Out:
 * struct ho_lines in ctx->arena.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_TEXT_H
#define HO_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "page/page.h"

struct ho_fonts;

/* A stretch of text in one style. */
struct ho_styled {
    const char *text; /* UTF-8; no line breaks inside */
    bool is_bold;
    ho_pt size;
    enum ho_role paint;
    const char *language; /* BCP 47; NULL: as the paragraph */
    struct ho_span at;    /* for messages */
    const void
        *mark; /* the caller's own: copied to the runs it becomes (a link, say) */
};

struct ho_paragraph {
    const struct ho_styled *spans;
    size_t count;
    const char *language; /* BCP 47, gives the base direction when the text has none */
    bool is_rtl;          /* base direction */
    ho_pt width;          /* 0: one line, however long */
    bool keeps_end;       /* the last two words stay on one line */
    enum ho_align { HO_ALIGN_START, HO_ALIGN_CENTRE, HO_ALIGN_END } align;
};

/* One run of glyphs at its place in the line; y is 0 on the baseline. */
struct ho_run {
    struct ho_glyphs glyphs; /* x from the paragraph's left edge */
    size_t span;             /* of the paragraph, that it came from */
    const void *mark;
    const char *language;
};

struct ho_line {
    const struct ho_run *runs; /* in logical order: the order of reading */
    size_t count;
    ho_pt width; /* of the ink and inner spaces, without trailing white space */
    ho_pt x;     /* left end after alignment */
};

struct ho_lines {
    const struct ho_line *lines;
    size_t count;
    ho_pt widest;
    bool is_cut; /* a word was wider than the paragraph, and goes on in the next line */
};

/* Opens the fonts listed in `folder`/fonts.xml for `language`, whose base subsets stand
 * beside them. Files are mapped when first used. The caller owns *out and ends it with
 * ho_fonts_close; it may serve many records in turn. Words that were set
 * are kept, up to some 5 MB, so that a batch shapes once what all its records say. */
bool ho_fonts_open(struct ho_ctx *ctx, const char *folder, const char *language,
                   struct ho_fonts **out) __attribute__((__warn_unused_result__));
void ho_fonts_close(struct ho_fonts *fonts);

/* Shapes and breaks the paragraph. A character that no font has is reported
 * (HO_MSG_NO_GLYPH, as U+XXXX at the span's place) and false returned. An empty
 * paragraph has no lines. The glyphs live in the fonts until the first text after ho_fonts_finish. */
bool ho_text_lines(struct ho_ctx *ctx, struct ho_fonts *fonts,
                   const struct ho_paragraph *paragraph, const struct ho_lines **out)
    __attribute__((__warn_unused_result__));

/* Gives the run a copy of its glyphs and its text that lives in the arena, as long as the fonts are open. */
void ho_glyphs_own(struct ho_arena *arena, struct ho_glyphs *run);

/* What the writers will need of the fonts. */
enum ho_finish { HO_FINISH_SUBSETS = 1, HO_FINISH_OUTLINES = 2 };

/* Fills each font that the pages show: subsets, advances, ToUnicode, outlines. Call
 * between layout and writing; what it fills lives in ctx->arena, until the next call.
 * The same pages give the same bytes. */
bool ho_fonts_finish(struct ho_ctx *ctx, struct ho_fonts *fonts,
                     const struct ho_pages *pages, unsigned what)
    __attribute__((__warn_unused_result__));

/* Host tool of the build: writes the base subset of each font for `language`, made for
 * the characters of `texts` and Latin-1 and Latin Extended-A, into `folder`. */
bool ho_fonts_prepare(struct ho_ctx *ctx, const char *folder, const char *language,
                      const char *const *texts, size_t count)
    __attribute__((__warn_unused_result__));

/* The lines as text, for tests and --as trace. */
const char *ho_lines_dump(struct ho_arena *arena, const struct ho_lines *lines);

/* Names and versions of the libraries behind this stage, for --version. */
const char *ho_text_libraries(struct ho_arena *arena);

#endif
