/* mutate.h — every small mistake that can be made in an XML file: each element and attribute dropped, misspelt,
 * doubled; each value emptied, spoilt, misspelt; each text emptied; what does not belong there put in.
 * It reads the text by itself, so that it does not rest on the parser under test.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_MUTATE_H
#define HO_TESTS_MUTATE_H

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

enum mutation_kind {
    DROP_ELEMENT,
    MISSPELL_ELEMENT,
    DOUBLE_ELEMENT,
    EMPTY_TEXT,
    STRAY_ELEMENT,
    STRAY_ATTRIBUTE,
    STRAY_TEXT,
    DROP_ATTRIBUTE,
    MISSPELL_ATTRIBUTE,
    DOUBLE_ATTRIBUTE,
    EMPTY_VALUE,
    SPOIL_VALUE,
    WRONG_VALUE,
    MISSPELL_VALUE,
    MUTATION_COUNT
};

struct mutation {
    enum mutation_kind kind;
    const char *text; /* the whole file */
    size_t from, to;  /* a message about it points in here */
    size_t end;       /* what it leads to may stand up to here; 0: nowhere near */
    size_t parent,
        parent_end; /* or here: the start tag that lacks it, or has one too many */
    const char *names
        [3]; /* what else it may name: the thing's id, the old value, the new one; NULL */
};

struct mutations {
    HO_VEC(struct mutation);
};

struct scanned_attribute {
    size_t name, name_end, value, value_end;
};

struct scanned_element {
    size_t start, name_end, tag_end, content_end, end;
    struct scanned_element *parent;
    bool has_text;
    HO_VEC(struct scanned_attribute) attributes;
};

struct scan {
    struct ho_arena *arena;
    const char *text;
    HO_VEC(struct scanned_element *) elements;
};

static inline const char *cut(struct scan *s, size_t from, size_t to)
{
    return ho_strndup(s->arena, s->text + from, to - from);
}

static inline size_t after(struct scan *s, size_t at, const char *mark)
{
    const char *found = strstr(s->text + at, mark);
    return found ? (size_t)(found - s->text) + strlen(mark) : strlen(s->text);
}

/* Reads the attributes of a start tag; returns where it ends: at its '/' or '>'. */
static inline size_t scan_attributes(struct scan *s, struct scanned_element *e)
{
    for (size_t at = e->name_end;;) {
        at += strspn(s->text + at, " \n");
        if (s->text[at] == '/' || s->text[at] == '>')
            return at;
        struct scanned_attribute a = {.name = at};
        a.name_end = at + strcspn(s->text + at, "=");
        a.value = a.name_end + 2;
        a.value_end = a.value + strcspn(s->text + a.value, "\"");
        at = a.value_end + 1;
        ho_push(s->arena, &e->attributes, a);
    }
}

static inline struct scanned_element *open_element(struct scan *s, size_t at,
                                                   struct scanned_element *parent)
{
    struct scanned_element *e = ho_new(s->arena, struct scanned_element);
    e->start = at;
    e->parent = parent;
    e->name_end = at + 1 + strcspn(s->text + at + 1, " \n/>");
    size_t close = scan_attributes(s, e);
    e->tag_end = after(s, close, ">");
    e->content_end = e->end = e->tag_end;
    ho_push(s->arena, &s->elements, e);
    return s->text[close] == '/' ? parent : e;
}

/* Finds all elements, in document order. */
static inline void scan_elements(struct scan *s)
{
    struct scanned_element *open = NULL;
    for (size_t at = 0; s->text[at];) {
        const char *here = s->text + at;
        if (strncmp(here, "<!--", 4) == 0) {
            at = after(s, at, "-->");
        } else if (strncmp(here, "<?", 2) == 0) {
            at = after(s, at, "?>");
        } else if (strncmp(here, "</", 2) == 0) {
            open->content_end = at;
            at = open->end = after(s, at, ">");
            open = open->parent;
        } else if (*here == '<') {
            open = open_element(s, at, open);
            at = s->elements.items[s->elements.count - 1]->tag_end;
        } else {
            if (open && !isspace((unsigned char)*here))
                open->has_text = true;
            at++;
        }
    }
}

/* The text with the bytes from `from` to `to` replaced. */
static inline const char *splice(struct scan *s, size_t from, size_t to,
                                 const char *with)
{
    return ho_format(s->arena, "%s%s%s", cut(s, 0, from), with, s->text + to);
}

/* The value of id, ref, sign or role: what a message would call this element. */
static inline const char *identity(struct scan *s, const struct scanned_element *e)
{
    static const char *const names[] = {"id", "ref", "sign", "role", "figure", NULL};
    for (size_t i = 0; names[i]; i++)
        for (size_t a = 0; a < e->attributes.count; a++) {
            const struct scanned_attribute *one = &e->attributes.items[a];
            if (ho_equal(cut(s, one->name, one->name_end), names[i]))
                return cut(s, one->value, one->value_end);
        }
    return NULL;
}

/* The same word with its last letter changed. */
static inline const char *misspell(struct scan *s, size_t from, size_t to)
{
    char *word = ho_strndup(s->arena, s->text + from, to - from);
    char *last = word + strlen(word) - 1;
    *last = *last == 'q' ? 'x' : 'q';
    return word;
}

static inline void add_element_mutations(struct scan *s,
                                         const struct scanned_element *e,
                                         struct mutations *out)
{
    const char *name = cut(s, e->start + 1, e->name_end), *wrong;
    struct mutation m = {
        .from = e->start, .to = e->tag_end, .names = {identity(s, e), name, NULL}};
#define ADD(which, ...)                                                                \
    do {                                                                               \
        m.kind = (which);                                                              \
        m.text = (__VA_ARGS__);                                                        \
        ho_push(s->arena, out, m);                                                     \
    } while (0)
    wrong = misspell(s, e->start + 1, e->name_end);
    const char *inner = cut(s, e->name_end, e->content_end);
    ADD(MISSPELL_ELEMENT,
        e->content_end == e->end
            ? splice(s, e->start + 1, e->name_end, wrong)
            : splice(s, e->start, e->end,
                     ho_format(s->arena, "<%s%s</%s>", wrong, inner, wrong)));
    ADD(STRAY_ATTRIBUTE, splice(s, e->name_end, e->name_end, " zzz=\"1\""));
    bool is_open = e->content_end != e->end;
    m.from = m.to = e->tag_end;
    m.parent = e->start;
    m.parent_end = e->tag_end;
    if (is_open) {
        ADD(STRAY_ELEMENT, splice(s, e->tag_end, e->tag_end, "<zzz/>"));
        ADD(STRAY_TEXT, splice(s, e->tag_end, e->tag_end, "zzz"));
    }
    m.parent_end = 0;
    m.from = e->start;
    m.to = e->tag_end;
    if (e->has_text)
        ADD(EMPTY_TEXT, splice(s, e->tag_end, e->content_end, ""));
    if (!e->parent)
        return;
    m.parent = e->parent->start;
    m.parent_end = e->parent->tag_end;
    m.from = m.to = m.parent;
    ADD(DROP_ELEMENT, splice(s, e->start, e->end, ""));
    m.from = e->end;
    m.to = e->end + (e->tag_end - e->start);
    ADD(DOUBLE_ELEMENT, splice(s, e->end, e->end, cut(s, e->start, e->end)));
}

static inline void add_value_mutations(struct scan *s,
                                       const struct scanned_attribute *a,
                                       struct mutation m, struct mutations *out)
{
    static const char spoilt[] = "%&amp;? 7", other[] = "no-such-thing";
    m.from = m.to = a->name;
    ADD(EMPTY_VALUE, splice(s, a->value, a->value_end, ""));
    m.names[2] = "%&? 7";
    ADD(SPOIL_VALUE, splice(s, a->value, a->value_end, spoilt));
    m.names[2] = other;
    ADD(WRONG_VALUE, splice(s, a->value, a->value_end, other));
    if (a->value_end > a->value && isalpha((unsigned char)s->text[a->value_end - 1])) {
        m.names[2] = misspell(s, a->value, a->value_end);
        ADD(MISSPELL_VALUE, splice(s, a->value, a->value_end, m.names[2]));
    }
}

static inline void add_attribute_mutations(struct scan *s,
                                           const struct scanned_element *e,
                                           const struct scanned_attribute *a,
                                           struct mutations *out)
{
    struct mutation m = {.from = e->start,
                         .to = e->start,
                         .names = {identity(s, e), cut(s, a->value, a->value_end)}};
    const char *whole = cut(s, a->name, a->value_end + 1);
    m.end = e->tag_end; /* attributes beside it may have had a meaning by it only */
    ADD(DROP_ATTRIBUTE, splice(s, a->name, a->value_end + 1, ""));
    m.from = e->start;
    m.end = 0;
    m.to = e->tag_end + strlen(whole) + 1;
    ADD(DOUBLE_ATTRIBUTE,
        splice(s, a->name, a->name, ho_format(s->arena, "%s ", whole)));
    m.from = m.to = a->name;
    if (a->name_end > a->name + 1) /* of "x" nobody could tell what was meant */
        ADD(MISSPELL_ATTRIBUTE,
            splice(s, a->name, a->name_end, misspell(s, a->name, a->name_end)));
    /* A new id may make nonsense of what stands inside; the longest new value is longer by less than this. */
    m.end = e->end + 16;
    add_value_mutations(s, a, m, out);
#undef ADD
}

/* All mutations of the text. */
static inline struct mutations mutate(struct ho_arena *arena, const char *text)
{
    struct scan s = {.arena = arena, .text = text};
    struct mutations all = {0};
    scan_elements(&s);
    for (size_t i = 0; i < s.elements.count; i++) {
        const struct scanned_element *e = s.elements.items[i];
        add_element_mutations(&s, e, &all);
        for (size_t a = 0; a < e->attributes.count; a++)
            add_attribute_mutations(&s, e, &e->attributes.items[a], &all);
    }
    return all;
}

#endif
