/* schema.h — holds an XML file against the published RELAX NG schema of its format.
 * The loaders explain what is wrong; a schema only makes sure that they missed nothing. What it refuses after they
 * said nothing is a fault of ours, so its messages are internal ones.
 * In: a parsed file, the folder of schemas.  Out: messages.  For model/, cli/ and tests.
 * SPDX-License-Identifier: MIT */
#ifndef HO_XML_SCHEMA_H
#define HO_XML_SCHEMA_H

#include "xml/xml.h"

/* Holds the tree against `folder`/<name of its root>.rng. What the schema refuses is reported at the place of the
 * element, without a word of the file; so is a schema that is missing or wrong. Then false. */
bool ho_schema_check(struct ho_ctx *ctx, const char *folder,
                     const struct ho_xml_node *root)
    __attribute__((__warn_unused_result__));

#endif
