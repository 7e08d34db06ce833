/* SPDX-License-Identifier: MIT */
#include "pdf/kept_priv.h"

#include <string.h>

/* Bytes of parts and their keys; the parts of a handout of eight pages take some 400 KB. And of what is told of fonts, some
 * 3 KB each time that other glyphs are used, and of documents. */
enum { PARTS = 6 * 1024 * 1024, TOLD = 1024 * 1024 };

/* Bytes of the entries of forms: a kilobyte each. */
enum { FORMS = 512 * 1024 };

struct ho_pdf_kept *ho_pdf_kept_new(void)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_pdf_kept *kept = ho_new(arena, struct ho_pdf_kept);
    kept->arena = arena;
    kept->parts = ho_memo_new(PARTS);
    kept->told = ho_memo_new(TOLD);
    kept->forms = ho_memo_new(FORMS);
    return kept;
}

void ho_pdf_kept_free(struct ho_pdf_kept *kept)
{
    if (!kept)
        return;
    ho_deflaters_close(&kept->deflaters);
    ho_memo_free(kept->parts);
    ho_memo_free(kept->told);
    ho_memo_free(kept->forms);
    ho_arena_free(kept->arena);
}

/* Red, green and blue of each role. */
static bool is_same(float a[HO_PAINT_ALL][3], float b[HO_PAINT_ALL][3])
{
    for (int i = 0; i < HO_PAINT_ALL; i++)
        if (a[i][0] != b[i][0] || a[i][1] != b[i][1] || a[i][2] != b[i][2])
            return false;
    return true;
}

/* A run has one theme and one ink, so these colours are nearly always those of the last document. */
void ho_kept_begin(struct ho_pdf_kept *kept, const struct ho_palette *palette)
{
    float colours[HO_PAINT_ALL][3];
    for (int role = 0; role < HO_PAINT_ALL; role++)
        ho_palette_rgb(palette, (enum ho_role)role, colours[role]);
    if (is_same(colours, kept->colours))
        return;
    ho_memo_clear(kept->parts);
    memcpy(kept->colours, colours, sizeof colours);
}

void ho_kept_end(struct ho_pdf_kept *kept)
{
    ho_memo_end(kept->parts);
    ho_memo_end(kept->told);
    ho_memo_end(kept->forms);
}
