/* xml_priv.h — what the files of xml/ share.
 * SPDX-License-Identifier: MIT */
#ifndef HO_XML_XML_PRIV_H
#define HO_XML_XML_PRIV_H

#include "xml/xml.h"

/* What a libxml2 error code means to the person who writes the file. Never a piece of the file: it may hold a
 * patient's data. */
const char *ho_xml_fault(int code);
/* The name of an entity that HTML has and XML has not ("nbsp"), or NULL; the name is `length` bytes long. */
const char *ho_xml_html_entity(const char *name, size_t length);

static inline bool ho_xml_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

#endif
