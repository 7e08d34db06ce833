/* body_priv.h — the pieces of a template's text become inlines.
 * SPDX-License-Identifier: MIT */
#ifndef HO_DOC_BODY_PRIV_H
#define HO_DOC_BODY_PRIV_H

#include "doc/builder_priv.h"

/* Appends what the pieces say; nothing if all fields are empty and there are no words besides. */
void add_pieces(struct builder *b, struct ho_inlines *out,
                const struct ho_pieces *pieces);

#endif
