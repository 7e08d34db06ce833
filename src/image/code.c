/* A code to scan (QR, ISO/IEC 18004), by libqrencode; level M bears a fold and a bad copy.
 * SPDX-License-Identifier: MIT */
#include <errno.h>
#include <qrencode.h>

#include "image/image_priv.h"

enum { QUIET = 4 }; /* modules of white on each side (ISO/IEC 18004 6.3.8) */

static void free_code(QRcode **code)
{
    QRcode_free(*code);
}

static bool is_dark(const QRcode *code, int x, int y)
{
    return code->data[y * code->width + x] & 1;
}

static bool is_dark_run(const QRcode *code, const unsigned char *done, int x, int y,
                        int width)
{
    for (int i = x; i < x + width; i++)
        if (!is_dark(code, i, y) || done[y * code->width + i])
            return false;
    return true;
}

/* Dark modules as few rectangles: no seam can show within one, and the file is shorter. */
static void add_modules(struct ho_arena *arena, const QRcode *code,
                        struct ho_path *path)
{
    int size = code->width;
    unsigned char *done = ho_alloc(arena, (size_t)size * (size_t)size, 1);
    for (int y = 0; y < size; y++)
        for (int x = 0; x < size; x++) {
            int width = 0, height = 1;
            while (x + width < size && is_dark_run(code, done, x + width, y, 1))
                width++;
            if (!width)
                continue;
            while (y + height < size && is_dark_run(code, done, x, y + height, width))
                height++;
            for (int i = 0; i < height; i++)
                memset(done + (size_t)(y + i) * (size_t)size + x, 1, (size_t)width);
            ho_path_rounded(arena, path,
                            (struct ho_rect){x + QUIET, y + QUIET, width, height}, 0);
        }
}

/* The white around it belongs to it, on a tinted ground, too. */
static const struct ho_art *draw_code(struct ho_arena *arena, const QRcode *code,
                                      const char *text)
{
    struct ho_art *art = ho_new(arena, struct ho_art);
    struct ho_drawing *drawing = ho_new(arena, struct ho_drawing);
    struct ho_path *ground = ho_path_new(arena), *modules = ho_path_new(arena);
    art->width = art->height = code->width + 2 * QUIET;
    drawing->id = ho_format(arena, "code %s", text);
    drawing->box = (struct ho_rect){0, 0, art->width, art->height};
    ho_path_rounded(arena, ground, drawing->box, 0);
    add_modules(arena, code, modules);
    ho_push(arena, &drawing->paths,
            (struct ho_painted_path){ground, {.fill = HO_PAINT_PAPER}});
    ho_push(arena, &drawing->paths,
            (struct ho_painted_path){modules, {.fill = HO_PAINT_INK}});
    art->drawing = drawing;
    return art;
}

bool ho_code_make(struct ho_ctx *ctx, const char *text, const struct ho_art **out)
{
    HO_AUTO(QRcode *, free_code)
    code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!code && errno == ENOMEM)
        ho_out_of_memory();
    if (!code) {
        ho_report(ctx, HO_MSG_INTERNAL, (struct ho_span){0}, NULL, "image",
                  "an address is too long for a code");
        return false;
    }
    *out = draw_code(ctx->arena, code, text);
    return true;
}

const char *code_version(struct ho_arena *arena)
{
    return ho_format(arena, "libqrencode %s", QRcode_APIVersionString());
}
