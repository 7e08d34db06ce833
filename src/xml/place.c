/* Places inside a value. Values are kept without places, so they are found again in the source: only messages ask.
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "xml/xml_priv.h"

/* The byte of the source at that line and column. */
static const char *find_byte(struct ho_span at)
{
    const char *text = at.source->text;
    for (int line = 1; line < at.line; line++) {
        const char *end = strchr(text, '\n');
        if (!end)
            return text;
        text = end + 1;
    }
    return text + strnlen(text, (size_t)at.column - 1);
}

/* Bytes that one character of the value takes in the source, and in the value. */
static size_t measure(const char *raw, size_t *value)
{
    const char *end = *raw == '&' ? strchr(raw, ';') : NULL;
    *value = 1;
    if (!end)
        return raw[0] == '\r' && raw[1] == '\n' ? 2 : 1;
    if (raw[1] == '#') { /* a character by its number is as long as its UTF-8 */
        unsigned long code =
            raw[2] == 'x' ? strtoul(raw + 3, NULL, 16) : strtoul(raw + 2, NULL, 10);
        *value = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return (size_t)(end - raw) + 1;
}

struct ho_span ho_xml_place_inside(const struct ho_xml_node *node, const char *name,
                                   size_t offset)
{
    struct ho_span at = ho_xml_place(node, name);
    if (!ho_xml_find(node, name) || !at.source || at.line < 1)
        return at;
    const char *raw = find_byte(at) + strlen(name), *open = strpbrk(raw, "\"'");
    if (!open)
        return at;
    const char quote = *open;
    for (raw = open + 1; offset && *raw && *raw != quote;) {
        size_t value, length = measure(raw, &value);
        if (value > offset)
            break;
        offset -= value;
        raw += length;
    }
    return ho_source_span(at.source, (size_t)(raw - at.source->text));
}
