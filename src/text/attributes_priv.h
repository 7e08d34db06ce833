/* attributes_priv.h — the styles of a paragraph as Pango wants them, and back.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_ATTRIBUTES_PRIV_H
#define HO_TEXT_ATTRIBUTES_PRIV_H

#include "text/fonts_priv.h"

/* The styles of the paragraph whose spans, joined, are `text`; the caller unrefs it. */
PangoAttrList *attributes_make(const struct ho_paragraph *paragraph, const char *text);
/* Whether the two are shaped as one text. */
bool attributes_agree(const struct ho_styled *a, const struct ho_styled *b);
/* A length as Pango counts it: in 1/1024 pt. */
int attributes_units(ho_pt points);
/* The language in which text of the script is shaped, in a paragraph or span of the language. */
PangoLanguage *attributes_language(const char *language, GUnicodeScript script);
/* Which span a shaped run belongs to. */
size_t attributes_span(const PangoItem *item);

#endif
