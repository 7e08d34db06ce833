/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

char *ho_strndup(struct ho_arena *arena, const char *text, size_t length)
{
    char *copy = ho_alloc_unset(arena, length + 1, 1);
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *ho_strdup(struct ho_arena *arena, const char *text)
{
    return ho_strndup(arena, text, strlen(text));
}

char *ho_vformat(struct ho_arena *arena, const char *format, va_list arguments)
{
    char usual[256];
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(usual, sizeof usual, format, arguments);
    assert(length >= 0);
    char *out = ho_alloc_unset(arena, (size_t)length + 1, 1);
    if ((size_t)length < sizeof usual)
        memcpy(out, usual, (size_t)length + 1);
    else
        vsnprintf(out, (size_t)length + 1, format, again);
    va_end(again);
    return out;
}

char *ho_format(struct ho_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *out = ho_vformat(arena, format, arguments);
    va_end(arguments);
    return out;
}

char *ho_join(struct ho_arena *arena, const char *first, const char *second)
{
    struct ho_text text = {.arena = arena};
    ho_text_reserve(&text, strlen(first) + strlen(second) + 1);
    ho_text_add(&text, first);
    ho_text_add(&text, second);
    ho_text_end(&text);
    return text.items;
}

char *ho_digits(struct ho_arena *arena, long number)
{
    char digits[24];
    size_t at = sizeof digits;
    unsigned long left = number < 0 ? 0 - (unsigned long)number : (unsigned long)number;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (number < 0)
        digits[--at] = '-';
    return ho_strndup(arena, digits + at, sizeof digits - at);
}

bool ho_equal(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool ho_is_same(struct ho_bytes a, struct ho_bytes b)
{
    return a.length == b.length && (!a.length || memcmp(a.data, b.data, a.length) == 0);
}

struct ho_bytes ho_copy_bytes(struct ho_arena *arena, struct ho_bytes bytes)
{
    const char *copy = ho_strndup(arena, (const char *)bytes.data, bytes.length);
    return (struct ho_bytes){(const unsigned char *)copy, bytes.length};
}

void ho_text_reserve(struct ho_text *text, size_t more)
{
    if (text->capacity - text->count >= more)
        return;
    if (more > SIZE_MAX / 4)
        ho_out_of_memory(); /* doubling would never reach it */
    size_t room = text->capacity ? text->capacity : 256;
    while (room - text->count < more)
        room *= 2;
    char *copy = ho_alloc_unset(text->arena, room, 1);
    if (text->count)
        memcpy(copy, text->items, text->count);
    text->items = copy;
    text->capacity = room;
}

void ho_text_add_format(struct ho_text *text, const char *format, ...)
{
    enum { USUAL = 64 };
    va_list arguments, again;
    ho_text_reserve(text, USUAL);
    size_t room = text->capacity - text->count;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(text->items + text->count, room, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    if ((size_t)length >= room) {
        ho_text_reserve(text, (size_t)length + 1);
        vsnprintf(text->items + text->count, (size_t)length + 1, format, again);
    }
    va_end(again);
    text->count += (size_t)length;
}

void ho_text_add_escaped(struct ho_text *text, const char *more)
{
    for (;; more++) {
        size_t plain = 0;
        while ((unsigned char)more[plain] >= ' ' && !strchr("&<>\"", more[plain]))
            plain++;
        ho_text_add_bytes(text, more, plain);
        more += plain;
        switch (*more) {
        case '\0': return;
        case '&': ho_text_add(text, "&amp;"); break;
        case '<': ho_text_add(text, "&lt;"); break;
        case '>': ho_text_add(text, "&gt;"); break;
        case '"': ho_text_add(text, "&quot;"); break;
        case '\t':
        case '\n':
        case '\r': ho_text_add_bytes(text, more, 1); break;
        default: break; /* XML has no other control characters */
        }
    }
}

/* The number without its sign, rounded: its whole part, and the rest in units of the last place. A large one is cut in
 * two first, as all its units would not fit into a double. */
static void split_number(double value, uint64_t scale, uint64_t *whole, uint64_t *part)
{
    double size = fabs(value), above = 0;
    if (size >= 1e9)
        size = modf(size, &above);
    double exact = size * (double)scale;
    uint64_t units = (uint64_t)exact;
    units += exact - (double)units >= 0.5;
    *whole = (uint64_t)above + units / scale;
    *part = units % scale;
}

void ho_text_add_number(struct ho_text *text, double value, int decimals)
{
    static const uint64_t scales[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    assert(decimals >= 0 && decimals <= 6 && isfinite(value) && fabs(value) < 1e12);
    uint64_t whole, part;
    char digits[40];
    size_t at = sizeof digits;

    split_number(value, scales[decimals], &whole, &part);
    bool is_negative = value < 0 && (whole || part);
    for (int i = 0; i < decimals; i++, part /= 10)
        if (at < sizeof digits || part % 10)
            digits[--at] = (char)('0' + part % 10);
    if (at < sizeof digits)
        digits[--at] = '.';
    do {
        digits[--at] = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole);
    if (is_negative)
        digits[--at] = '-';
    ho_text_add_bytes(text, digits + at, sizeof digits - at);
}

const char *ho_text_end(struct ho_text *text)
{
    ho_text_reserve(text, 1);
    text->items[text->count] = '\0';
    return text->items;
}

uint32_t ho_utf8_next(const char **at, const char *end)
{
    const unsigned char *s = (const unsigned char *)*at;
    size_t left = (size_t)(end - *at);
    uint32_t c = s[0];
    size_t length = c < 0x80             ? 1
                    : (c & 0xE0) == 0xC0 ? 2
                    : (c & 0xF0) == 0xE0 ? 3
                    : (c & 0xF8) == 0xF0 ? 4
                                         : 0;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    *at += 1;
    if (length == 1)
        return c;
    if (length == 0 || length > left)
        return UINT32_MAX;
    c &= 0x7Fu >> length;
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return UINT32_MAX;
        c = c << 6 | (s[i] & 0x3F);
    }
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return UINT32_MAX;
    *at += length - 1;
    return c;
}

void ho_text_add_code_point(struct ho_text *text, uint32_t c)
{
    char out[4];
    size_t n = 0;
    if (c < 0x80) {
        out[n++] = (char)c;
    } else if (c < 0x800) {
        out[n++] = (char)(0xC0 | c >> 6);
        out[n++] = (char)(0x80 | (c & 0x3F));
    } else {
        if (c < 0x10000) {
            out[n++] = (char)(0xE0 | c >> 12);
        } else {
            out[n++] = (char)(0xF0 | c >> 18);
            out[n++] = (char)(0x80 | (c >> 12 & 0x3F));
        }
        out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (c & 0x3F));
    }
    ho_text_add_bytes(text, out, n);
}

bool ho_parse_number(const char *text, double *out)
{
    int64_t digits = 0, scale = 1;
    int count = 0;
    bool in_fraction = false;
    for (const char *s = text; *s; s++) {
        if (*s == '.' && !in_fraction && count > 0 && s[1]) {
            in_fraction = true;
            continue;
        }
        if (*s < '0' || *s > '9' || ++count > 9)
            return false;
        digits = digits * 10 + (*s - '0');
        if (in_fraction)
            scale *= 10;
    }
    if (count == 0)
        return false;
    *out = (double)digits / (double)scale;
    return true;
}

bool ho_parse_int(const char *text, int *out)
{
    double value;
    if (strchr(text, '.') || !ho_parse_number(text, &value))
        return false;
    *out = (int)value;
    return true;
}
