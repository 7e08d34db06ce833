/* str.h — strings in an arena, and a growing text. Numbers never depend on the locale.
 * In: an arena.  Out: NUL-terminated UTF-8.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_STR_H
#define HO_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"

/* Bytes that are not text, or whose length is known; borrowed. */
struct ho_bytes {
    const unsigned char *data;
    size_t length;
};

/* A text under construction; zero it and set `arena`. `items` is not NUL-terminated before ho_text_end. */
struct ho_text {
    struct ho_arena *arena;
    HO_VEC(char);
};

/* Copies, owned by the arena. */
char *ho_strdup(struct ho_arena *arena, const char *text);
char *ho_strndup(struct ho_arena *arena, const char *text, size_t length);
/* printf into the arena. For %s, %c and integers only: %f would follow the locale. */
char *ho_format(struct ho_arena *arena, const char *format, ...)
    __attribute__((__format__(__printf__, 2, 3)));
char *ho_vformat(struct ho_arena *arena, const char *format, va_list arguments)
    __attribute__((__format__(__printf__, 2, 0)));
/* The two texts joined, and a whole number in digits, for what is needed often: printf takes ten times as long. */
char *ho_join(struct ho_arena *arena, const char *first, const char *second);
char *ho_digits(struct ho_arena *arena, long number);
/* Whether the two texts are the same; NULL equals only NULL. */
bool ho_equal(const char *a, const char *b);
bool ho_is_same(struct ho_bytes a, struct ho_bytes b);
/* A copy, owned by the arena. */
struct ho_bytes ho_copy_bytes(struct ho_arena *arena, struct ho_bytes bytes);

/* Makes room for so many more bytes; needed by no one, but what is known to grow large is copied less. */
void ho_text_reserve(struct ho_text *text, size_t more);
/* Appends to the text. The length of a literal is known when this is compiled, so it is inline. */
static inline void ho_text_add_bytes(struct ho_text *text, const void *data,
                                     size_t length)
{
    if (!length)
        return;
    if (text->capacity - text->count < length)
        ho_text_reserve(text, length);
    memcpy(text->items + text->count, data, length);
    text->count += length;
}
static inline void ho_text_add(struct ho_text *text, const char *more)
{
    ho_text_add_bytes(text, more, strlen(more));
}
void ho_text_add_format(struct ho_text *text, const char *format, ...)
    __attribute__((__format__(__printf__, 2, 3)));
/* Appends the text as XML and HTML hold it between tags and in double quotes: & < > " are written as entities; control
 * characters that XML 1.0 (2.2) cannot hold are left out. */
void ho_text_add_escaped(struct ho_text *text, const char *more);
/* Appends a decimal number rounded to `decimals` (0..6) places, without trailing zeros, never "-0", with a
 * full stop in every locale. Not a number, infinite or beyond 1e12 is our bug. */
void ho_text_add_number(struct ho_text *text, double value, int decimals);
/* Ends the text with a NUL and returns it; more may still be added afterwards. */
const char *ho_text_end(struct ho_text *text);

/* Reads one UTF-8 code point at `*at` before `end` and moves `*at` past it. Returns UINT32_MAX for a byte
 * that is not valid UTF-8 (RFC 3629: no surrogates, nothing overlong) and moves past that one byte. */
uint32_t ho_utf8_next(const char **at, const char *end);
/* Appends one code point as UTF-8. */
void ho_text_add_code_point(struct ho_text *text, uint32_t code_point);
/* Reads a whole decimal number such as "12" or "0.5" (a full stop in every locale, no sign, no exponent,
 * at most nine digits); false if the text is anything else. */
bool ho_parse_number(const char *text, double *out)
    __attribute__((__warn_unused_result__));
bool ho_parse_int(const char *text, int *out) __attribute__((__warn_unused_result__));

#endif
