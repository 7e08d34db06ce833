/* attributes_priv.h — the styles of a paragraph as Pango wants them, and back.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TEXT_ATTRIBUTES_PRIV_H
#define HO_TEXT_ATTRIBUTES_PRIV_H

#include "text/fonts_priv.h"

/* The styles of the paragraph whose spans, joined, are `text`; the caller unrefs it. */
PangoAttrList *attributes_make(const struct ho_paragraph *paragraph, const char *text);
/* Which span a shaped run belongs to. */
size_t attributes_span(const PangoItem *item);

#endif
