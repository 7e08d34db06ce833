/* SPDX-License-Identifier: MIT */
#include "text/text.h"

const char *ho_lines_dump(struct ho_arena *arena, const struct ho_lines *lines)
{
    struct ho_text out = {.arena = arena};
    for (size_t i = 0; i < lines->count; i++) {
        const struct ho_line *line = &lines->lines[i];
        ho_text_add(&out, "line x ");
        ho_text_add_number(&out, line->x, 2);
        ho_text_add(&out, " width ");
        ho_text_add_number(&out, line->width, 2);
        ho_text_add(&out, "\n");
        for (size_t j = 0; j < line->count; j++) {
            const struct ho_glyphs *run = &line->runs[j].glyphs;
            ho_text_add_format(&out, "  %s %s x ", run->font->id,
                               run->is_rtl ? "rtl" : "ltr");
            ho_text_add_number(&out, run->x, 2);
            ho_text_add(&out, " width ");
            ho_text_add_number(&out, run->width, 2);
            ho_text_add_format(&out, " glyphs %zu \"%s\"\n", run->count, run->text);
        }
    }
    return ho_text_end(&out);
}
