/* cairo numbers surfaces and images through the whole process, so the second picture of
 * a batch would differ from the same picture made alone. SPDX-License-Identifier: MIT
 */
#include "picture/ids_priv.h"

struct renumbering {
    struct ho_text out;
    HO_VEC(struct ho_bytes) ids; /* as cairo wrote them; the place is the new number */
};

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/* Where an id begins at or after `at`: behind id=" , "# or (# ; `end` if there is none.
 */
static const unsigned char *find_id(const unsigned char *at, const unsigned char *end)
{
    for (; end - at > 4; at++) {
        if (memcmp(at, " id=\"", 5) == 0)
            return at + 5;
        if ((at[0] == '"' || at[0] == '(') && at[1] == '#')
            return at + 2;
    }
    return end;
}

static size_t find_number(struct renumbering *work, struct ho_bytes id)
{
    size_t number = 0;
    for (; number < work->ids.count; number++) {
        struct ho_bytes known = work->ids.items[number];
        if (known.length == id.length && memcmp(known.data, id.data, id.length) == 0)
            return number;
    }
    ho_push(work->out.arena, &work->ids, id);
    return number;
}

/* Writes the id at `at` with its new number, and returns what follows it. */
static const unsigned char *add_id(struct renumbering *work, const unsigned char *at,
                                   const unsigned char *end)
{
    const unsigned char *digits = at, *after;
    while (digits < end && is_name(*digits))
        digits++;
    for (after = digits; after < end && is_digit(*after);)
        after++;
    size_t number = find_number(work, (struct ho_bytes){at, (size_t)(after - at)});
    ho_text_add_bytes(&work->out, at, (size_t)(digits - at));
    ho_text_add_format(&work->out, "%zu", number);
    return after;
}

struct ho_bytes ho_ids_renumber(struct ho_arena *arena, struct ho_bytes svg)
{
    struct renumbering work = {.out = {.arena = arena}};
    const unsigned char *at = svg.data, *end = svg.data + svg.length;
    while (at < end) {
        const unsigned char *id = find_id(at, end);
        ho_text_add_bytes(&work.out, at, (size_t)(id - at));
        at = id < end ? add_id(&work, id, end) : end;
    }
    size_t length = work.out.count;
    return (struct ho_bytes){(const unsigned char *)ho_text_end(&work.out), length};
}
