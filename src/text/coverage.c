/* Which face sets a character; loads faces as they are needed, in the order of
 * fallback.
 * SPDX-License-Identifier: MIT */
#include "text/coverage_priv.h"

/* Shaping may hide these (Unicode Default_Ignorable_Code_Point, and the bidi controls):
 * they need no glyph. */
static bool is_ignorable(uint32_t c)
{
    return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

static void forget_chains(struct ho_fonts *fonts)
{
    for (size_t i = 0; i < fonts->chains.count; i++)
        g_object_unref(fonts->chains.items[i].set);
    fonts->chains.count = 0;
}

static bool try_face(struct ho_ctx *ctx, struct ho_fonts *fonts, struct face *face,
                     uint32_t c, enum coverage *out)
{
    hb_codepoint_t glyph;
    if (!face->is_loaded) {
        if (!face_load(ctx, face))
            return false;
        forget_chains(fonts);
    }
    if (face->trimmed && hb_font_get_nominal_glyph(face->trimmed_unscaled, c, &glyph) &&
        glyph != 0)
        *out = COVERED_TRIMMED;
    else if (hb_font_get_nominal_glyph(face->unscaled, c, &glyph) && glyph != 0)
        *out = COVERED;
    return true;
}

bool coverage_need(struct ho_ctx *ctx, struct ho_fonts *fonts, uint32_t c, bool is_bold,
                   enum coverage *out)
{
    *out = is_ignorable(c) ? COVERED : UNCOVERED;
    for (int pass = 0; pass < 2 && !*out; pass++)
        for (size_t i = 0; i < fonts->faces.count && !*out; i++) {
            struct face *face = fonts->faces.items[i];
            if ((face->font.is_bold == is_bold) == (pass == 0) &&
                !try_face(ctx, fonts, face, c, out))
                return false;
        }
    return true;
}
