/* SPDX-License-Identifier: MIT */
#include "pdf/usual_priv.h"

#include <string.h>

/* What does not fit is taken for another reading each time: it then costs time, and memory stays bound. */
enum { LONGEST = 14 };

struct ho_usual_glyph {
    uint8_t subset, length; /* 0: never shown */
    char text[LONGEST];
};

static struct ho_usual_glyph *find_glyph(struct ho_arena *arena, struct ho_usual *usual,
                                         uint32_t id)
{
    while (usual->glyphs.count <= id)
        ho_push(arena, &usual->glyphs, (struct ho_usual_glyph){0});
    return &usual->glyphs.items[id];
}

/* Returns whether it reads as it did. */
static bool note_glyph(struct ho_usual_glyph *known, const struct ho_font_glyph *glyph)
{
    size_t length = strlen(glyph->to_unicode);
    bool is_short = length <= LONGEST, is_first = is_short && !known->length;
    if (is_short && length == known->length && glyph->subset == known->subset &&
        memcmp(glyph->to_unicode, known->text, length) == 0)
        return true;
    known->subset = glyph->subset;
    known->length = is_short ? (uint8_t)length : UINT8_MAX;
    if (is_short)
        memcpy(known->text, glyph->to_unicode, length);
    return is_first;
}

uint64_t ho_usual_note(struct ho_arena *arena, struct ho_usual *usual)
{
    const struct ho_font *font = usual->font;
    bool is_same = usual->number > 0;
    for (size_t i = 0; i < font->used_count && font->used[i].id <= UINT16_MAX; i++)
        is_same &=
            note_glyph(find_glyph(arena, usual, font->used[i].id), &font->used[i]);
    usual->number += !is_same;
    return usual->number;
}
