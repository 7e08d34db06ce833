/* SPDX-License-Identifier: MIT */
#include "text/known_priv.h"

#include <string.h>

static void add_text(struct ho_text *key, const char *text)
{
    ho_text_add_bytes(key, text ? text : "", text ? strlen(text) + 1 : 1);
}

struct ho_bytes known_key(struct ho_text *key, const struct ho_paragraph *paragraph)
{
    const unsigned char flags[] = {paragraph->is_rtl, paragraph->keeps_end,
                                   (unsigned char)paragraph->align};
    key->count = 0;
    ho_text_add_bytes(key, &paragraph->width, sizeof paragraph->width);
    ho_text_add_bytes(key, flags, sizeof flags);
    add_text(key, paragraph->language);
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ho_styled *span = &paragraph->spans[i];
        const unsigned char is_bold = span->is_bold;
        ho_text_add_bytes(key, &span->size, sizeof span->size);
        ho_text_add_bytes(key, &is_bold, 1);
        add_text(key, span->language);
        add_text(key, span->text);
    }
    return (struct ho_bytes){(const unsigned char *)key->items, key->count};
}

const struct ho_lines *known_dress(struct ho_arena *arena,
                                   const struct ho_paragraph *paragraph,
                                   const struct ho_lines *lines)
{
    struct ho_lines *dressed = ho_new(arena, struct ho_lines);
    struct ho_line *copies = ho_new_array(arena, struct ho_line, lines->count);
    *dressed = *lines;
    dressed->lines = copies;
    for (size_t i = 0; i < lines->count; i++) {
        struct ho_run *runs = ho_new_array(arena, struct ho_run, lines->lines[i].count);
        copies[i] = lines->lines[i];
        copies[i].runs = runs;
        for (size_t k = 0; k < copies[i].count; k++) {
            runs[k] = lines->lines[i].runs[k];
            const struct ho_styled *span = &paragraph->spans[runs[k].span];
            runs[k].glyphs.paint = span->paint;
            runs[k].mark = span->mark;
            runs[k].language = span->language ? span->language : paragraph->language;
        }
    }
    return dressed;
}
