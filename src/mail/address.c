/* SPDX-License-Identifier: MIT */
#include "mail/address_priv.h"

#include <idn2.h>
#include <string.h>

#include "base/str.h"

/* RFC 5321 4.5.3.1. */
enum { NAME_MOST = 200, LOCAL_MOST = 64, SPEC_MOST = 254 };

bool is_header_text(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t code_point = ho_utf8_next(&text, end);
        if (code_point < ' ' || (code_point >= 0x7F && code_point < 0xA0) ||
            code_point == 0x2028 || code_point == 0x2029 || code_point == UINT32_MAX)
            return false;
    }
    return true;
}

/* Letters, digits and marks, with single dots between them (RFC 5322 3.2.3, dot-atom). */
static bool is_dot_atom(const char *text, const char *marks)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    char before = '.';
    for (; *text; before = *text++) {
        if (*text == '.' ? before == '.'
                         : !strchr(plain, *text) && !strchr(marks, *text))
            return false;
    }
    return before != '.';
}

static const char *to_ascii(struct ho_arena *arena, const char *domain)
{
    unsigned char *ascii = NULL;
    if (idn2_lookup_u8((const unsigned char *)domain, &ascii,
                       IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK)
        return NULL;
    const char *copy = ho_strdup(arena, (const char *)ascii);
    idn2_free(ascii);
    return copy;
}

static bool read_spec(struct ho_arena *arena, const char *text, struct address *out)
{
    const char *at = strchr(text, '@');
    if (!at || at - text > LOCAL_MOST)
        return false;
    const char *local = ho_strndup(arena, text, (size_t)(at - text));
    const char *domain = to_ascii(arena, at + 1);
    if (!domain || !strchr(domain, '.') || !is_dot_atom(domain, "-") ||
        !is_dot_atom(local, "!#$%&'*+-/=?^_`{|}~"))
        return false;
    out->domain = domain;
    out->spec = ho_format(arena, "%s@%s", local, domain);
    return strlen(out->spec) <= SPEC_MOST;
}

static const char *trim(struct ho_arena *arena, const char *text, size_t length)
{
    while (length && *text == ' ') {
        text++;
        length--;
    }
    while (length && text[length - 1] == ' ')
        length--;
    return ho_strndup(arena, text, length);
}

/* A name in quotes is the name without them. */
static const char *read_name(struct ho_arena *arena, const char *text, size_t length)
{
    const char *name = trim(arena, text, length);
    size_t left = strlen(name);
    if (left >= 2 && name[0] == '"' && name[left - 1] == '"')
        name = ho_strndup(arena, name + 1, left - 2);
    return *name ? name : NULL;
}

bool address_read(struct ho_arena *arena, const char *text, struct address *out)
{
    const char *open = strrchr(text, '<');
    *out = (struct address){.name = NULL};
    if (!is_header_text(text) || strlen(text) > NAME_MOST + SPEC_MOST)
        return false;
    if (!open)
        return read_spec(arena, trim(arena, text, strlen(text)), out);
    const char *rest = trim(arena, open + 1, strlen(open + 1));
    size_t length = strlen(rest);
    if (!length || rest[length - 1] != '>')
        return false;
    out->name = read_name(arena, text, (size_t)(open - text));
    if (out->name && strpbrk(out->name, "<>\"\\"))
        return false;
    return read_spec(arena, ho_strndup(arena, rest, length - 1), out);
}
