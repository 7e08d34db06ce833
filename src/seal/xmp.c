/* SPDX-License-Identifier: MIT */
#include "seal/xmp_priv.h"

#include <string.h>

enum { LONGEST = 64 * 1024 };

static const unsigned char *find(const unsigned char *at, const unsigned char *end,
                                 const char *text)
{
    size_t length = strlen(text);
    for (; (size_t)(end - at) >= length; at++)
        if (memcmp(at, text, length) == 0)
            return at;
    return NULL;
}

/* The character of the entity at `at`, which is moved past it; 0 if it is none of the five. */
static char read_entity(const unsigned char **at, const unsigned char *end)
{
    static const struct {
        const char *text;
        char character;
    } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        size_t length = strlen(entities[i].text);
        if ((size_t)(end - *at) >= length &&
            memcmp(*at, entities[i].text, length) == 0) {
            *at += length;
            return entities[i].character;
        }
    }
    return '\0';
}

/* No control characters, which a terminal would obey, and no byte that is no UTF-8. */
static bool is_printable(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t code_point = ho_utf8_next(&text, end);
        if (code_point < ' ' || (code_point >= 0x7F && code_point < 0xA0) ||
            code_point == UINT32_MAX)
            return false;
    }
    return true;
}

static const char *unescape(struct ho_arena *arena, const unsigned char *at,
                            const unsigned char *end)
{
    struct ho_text out = {.arena = arena};
    while (at < end) {
        char character = '\0';
        if (*at == '&')
            character = read_entity(&at, end);
        else if (*at != '<')
            character = (char)*at++;
        if (!character)
            return NULL;
        ho_text_add_bytes(&out, &character, 1);
    }
    const char *text = ho_text_end(&out);
    return is_printable(text) ? text : NULL;
}

const char *xmp_find(struct ho_arena *arena, struct ho_bytes xmp, const char *name)
{
    if (!xmp.length)
        return NULL;
    const unsigned char *end = xmp.data + xmp.length;
    const unsigned char *start = find(xmp.data, end, ho_format(arena, "<%s>", name));
    if (!start)
        return NULL;
    start += strlen(name) + 2;
    const unsigned char *stop = find(start, end, ho_format(arena, "</%s>", name));
    if (!stop || stop - start > LONGEST)
        return NULL;
    return unescape(arena, start, stop);
}
