/* template_priv.h — what the readers of a template's parts share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_TEMPLATE_PRIV_H
#define HO_MODEL_TEMPLATE_PRIV_H

#include "model/template.h"

/* Reads one element of a template and all in it; NULL after a report. `depth` counts from 1 for a section. */
struct ho_part *ho_part_read(struct ho_ctx *ctx, const struct ho_template *template,
                             const struct ho_xml_node *node, int depth);
/* Reads what an element says: string="…", or words, <b>, <field>, <string>, <span>. */
bool ho_pieces_read(struct ho_ctx *ctx, const struct ho_template *template,
                    const struct ho_xml_node *node, struct ho_pieces *out)
    __attribute__((__warn_unused_result__));
/* Reports the element as unknown; if it means the emergency sheet, says that the sheet always comes first. */
void ho_part_unknown(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *const *known);

#endif
