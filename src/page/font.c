/* SPDX-License-Identifier: MIT */
#include "page/font.h"

const struct ho_font_glyph *ho_font_glyph_find(const struct ho_font *font, uint32_t id)
{
    size_t low = 0, high = font->used_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (font->used[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < font->used_count && font->used[low].id == id ? &font->used[low] : NULL;
}
