/* stamp.h — a PDF tells if a byte of it has changed.
 * A PDF has two identifiers, one for the document and one for its state (ISO 32000-1 14.4); a program that writes the
 * file anew changes the second. Ours begins as the first does, and ends with a hash of all bytes before and after that
 * end. It finds accidents: whoever wants to can make another.
 * In: the bytes of a whole PDF.  Out: the same, stamped, or what the stamp says.  For pdf/ and seal/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_STAMP_H
#define HO_BASE_STAMP_H

#include <stddef.h>

#include "base/str.h"

enum ho_stamp {
    HO_STAMP_NONE, /* another program wrote this file anew, with an identifier of its own */
    HO_STAMP_BROKEN, /* a byte has changed since, or there are no two identifiers in hexadecimal digits */
    HO_STAMP_WHOLE, /* every byte is as it was written */
};

/* Stamps the file in place; one without two identifiers of 16 bytes in hexadecimal digits is left as it is. */
void ho_stamp_set(unsigned char *file, size_t length);
enum ho_stamp ho_stamp_check(struct ho_bytes file);

#endif
