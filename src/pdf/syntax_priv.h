/* syntax_priv.h — the small change of PDF syntax: references, names, strings, boxes,
 * written into a text. In: values.  Out: bytes of a dictionary's body. For pdf/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PDF_SYNTAX_PRIV_H
#define HO_PDF_SYNTAX_PRIV_H

#include "base/str.h"
#include "page/geometry.h"

/* No string may be longer (PDF/A-2, 6.1.13), nor is one ever meant to be: longer ones
 * are cut. */
enum { HO_STRING_LIMIT = 32767 };

/* "12 0 R" */
void ho_put_ref(struct ho_text *out, unsigned id);
/* "/Noto#20Sans" */
void ho_put_name(struct ho_text *out, const char *name);
/* A text string: "(Plain)" for ASCII, else UTF-16 with a byte order mark as "<FEFF…>".
 */
void ho_put_string(struct ho_text *out, const char *utf8);
/* "/Title (Plain)" and the end of the line, where `key` is "/Title "; nothing if there is no text. */
void ho_put_entry(struct ho_text *out, const char *key, const char *utf8);
/* "/ModDate (D:20250131000000Z)" likewise, for the date "2025-01-31" (ISO 32000-1 7.9.4). */
void ho_put_date(struct ho_text *out, const char *key, const char *date);
/* "<FEFF…>" for the `length` bytes at `utf8`. */
void ho_put_utf16(struct ho_text *out, const char *utf8, size_t length);
/* The UTF-16BE of one text as bare hex digits. */
void ho_put_utf16_digits(struct ho_text *out, const char *utf8, size_t length);
/* Four hex digits. */
void ho_put_unit(struct ho_text *out, unsigned unit);
/* Number and a space. */
void ho_put_number(struct ho_text *out, double value, int decimals);
/* The last `digits` hexadecimal digits of the value, in small letters. */
void ho_put_hex(struct ho_text *out, uint64_t value, size_t digits);
/* A whole number. */
void ho_put_digits(struct ho_text *out, size_t value);
/* The same and a space. */
void ho_put_int(struct ho_text *out, size_t value);
/* "[0 0 595.28 841.89]" for a rectangle of page space, where `media` gives the lower
 * left corner. */
void ho_put_box(struct ho_text *out, struct ho_rect media, struct ho_rect box);
/* A point of page space in the space of the PDF page. */
struct ho_point ho_flip(struct ho_rect media, double x, double y);

#endif
