/* record_priv.h — a record's reader, for a file of its own and for rosters.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_RECORD_PRIV_H
#define HO_MODEL_RECORD_PRIV_H

#include "model/record.h"
#include "xml/xml.h"

/* Reads a <record>; the node is kept. Everything wrong is reported, and then `*out` is untouched. */
bool ho_record_read(struct ho_ctx *ctx, const struct ho_xml_node *root,
                    const struct ho_record **out)
    __attribute__((__warn_unused_result__));

#endif
