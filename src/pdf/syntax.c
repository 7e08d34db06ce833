/* SPDX-License-Identifier: MIT */
#include "pdf/syntax_priv.h"

#include <string.h>

void ho_put_hex(struct ho_text *out, uint64_t value, size_t digits)
{
    static const char hex[] = "0123456789abcdef";
    char text[16];
    for (size_t i = digits; i-- > 0; value >>= 4)
        text[i] = hex[value & 15];
    ho_text_add_bytes(out, text, digits);
}

static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                            "25262728293031323334353637383940414243444546474849"
                            "50515253545556575859606162636465666768697071727374"
                            "75767778798081828384858687888990919293949596979899";

enum { DIGITS = 20 }; /* of any number */

/* Most are numbers of objects, of two to four digits: a pair at a time. */
static char *write_digits(char *at, size_t value)
{
    char digits[DIGITS];
    size_t from = DIGITS;
    for (; value >= 100; value /= 100)
        memcpy(digits + (from -= 2), pairs + value % 100 * 2, 2);
    if (value >= 10)
        memcpy(at, pairs + value * 2, 2);
    else
        *at = (char)('0' + value);
    at += value >= 10 ? 2 : 1;
    for (; from < DIGITS; from += 2, at += 2)
        memcpy(at, digits + from, 2);
    return at;
}

static char *find_room(struct ho_text *out, size_t more)
{
    if (out->capacity - out->count < more)
        ho_text_reserve(out, more);
    return out->items + out->count;
}

void ho_put_digits(struct ho_text *out, size_t value)
{
    char *at = find_room(out, DIGITS);
    out->count += (size_t)(write_digits(at, value) - at);
}

void ho_put_int(struct ho_text *out, size_t value)
{
    char *at = find_room(out, DIGITS + 1), *end = write_digits(at, value);
    *end++ = ' ';
    out->count += (size_t)(end - at);
}

void ho_put_ref(struct ho_text *out, unsigned id)
{
    static const char ref[] = " 0 R ";
    char *at = find_room(out, DIGITS + sizeof ref), *end = write_digits(at, id);
    memcpy(end, ref, sizeof ref - 1);
    out->count += (size_t)(end - at) + sizeof ref - 1;
}

void ho_put_name(struct ho_text *out, const char *name)
{
    ho_text_add(out, "/");
    for (const char *s = name; *s;) {
        size_t plain = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                 "0123456789+-._");
        ho_text_add_bytes(out, s, plain);
        s += plain;
        if (*s)
            ho_text_add_format(out, "#%02X", (unsigned char)*s++);
    }
}

void ho_put_unit(struct ho_text *out, unsigned unit)
{
    static const char hex[] = "0123456789ABCDEF";
    char digits[4] = {hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15],
                      hex[unit & 15]};
    ho_text_add_bytes(out, digits, sizeof digits);
}

void ho_put_utf16_digits(struct ho_text *out, const char *utf8, size_t length)
{
    const char *end = utf8 + length;
    /* A code point takes at most four bytes of the string; two hold the mark. */
    for (size_t bytes = 2; utf8 < end && bytes + 4 <= HO_STRING_LIMIT;) {
        uint32_t c = ho_utf8_next(&utf8, end);
        if (c == UINT32_MAX)
            c = 0xFFFD;
        bytes += c < 0x10000 ? 2 : 4;
        if (c < 0x10000) {
            ho_put_unit(out, c);
        } else {
            ho_put_unit(out, 0xD800 + ((c - 0x10000) >> 10));
            ho_put_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
}

void ho_put_utf16(struct ho_text *out, const char *utf8, size_t length)
{
    ho_text_add(out, "<FEFF");
    ho_put_utf16_digits(out, utf8, length);
    ho_text_add(out, ">");
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || (unsigned char)*text > '~')
            return false;
    return true;
}

void ho_put_string(struct ho_text *out, const char *utf8)
{
    if (!is_ascii(utf8)) {
        ho_put_utf16(out, utf8, strlen(utf8));
        return;
    }
    ho_text_add(out, "(");
    for (size_t i = 0; utf8[i] && i < HO_STRING_LIMIT;) {
        if (strchr("()\\", utf8[i])) {
            ho_text_add(out, "\\");
            ho_text_add_bytes(out, utf8 + i++, 1);
        }
        size_t plain = strcspn(utf8 + i, "()\\");
        if (plain > HO_STRING_LIMIT - i)
            plain = HO_STRING_LIMIT - i;
        ho_text_add_bytes(out, utf8 + i, plain);
        i += plain;
    }
    ho_text_add(out, ")");
}

void ho_put_entry(struct ho_text *out, const char *key, const char *utf8)
{
    if (!utf8)
        return;
    ho_text_add(out, key);
    ho_put_string(out, utf8);
    ho_text_add(out, "\n");
}

void ho_put_date(struct ho_text *out, const char *key, const char *date)
{
    if (!date)
        return;
    ho_text_add_format(out, "%s(D:", key);
    for (; *date; date++)
        if (*date != '-')
            ho_text_add_bytes(out, date, 1);
    ho_text_add(out, "000000Z)\n");
}

void ho_put_number(struct ho_text *out, double value, int decimals)
{
    ho_text_add_number(out, value, decimals);
    ho_text_add(out, " ");
}

struct ho_point ho_flip(struct ho_rect media, double x, double y)
{
    return (struct ho_point){x - media.x, media.y + media.height - y};
}

void ho_put_box(struct ho_text *out, struct ho_rect media, struct ho_rect box)
{
    struct ho_point low = ho_flip(media, box.x, box.y + box.height);
    struct ho_point high = ho_flip(media, box.x + box.width, box.y);
    ho_text_add(out, "[");
    ho_put_number(out, low.x, 3);
    ho_put_number(out, low.y, 3);
    ho_put_number(out, high.x, 3);
    ho_text_add_number(out, high.y, 3);
    ho_text_add(out, "]");
}
