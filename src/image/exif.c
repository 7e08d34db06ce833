/* SPDX-License-Identifier: MIT */
#include "image/exif_priv.h"

#include <string.h>

/* TIFF as EXIF wraps it: numbers in the order that its first bytes say; what is beyond the end reads as 0. */
struct tiff {
    const unsigned char *data;
    size_t length;
    bool is_little;
};

static uint32_t number_at(const struct tiff *tiff, size_t offset, int bytes)
{
    uint32_t number = 0;
    if (offset > tiff->length || tiff->length - offset < (size_t)bytes)
        return 0;
    for (int i = 0; i < bytes; i++)
        number |= (uint32_t)tiff->data[offset + (size_t)i]
                  << 8 * (tiff->is_little ? i : bytes - 1 - i);
    return number;
}

int exif_orientation(struct ho_bytes segment)
{
    enum { ENTRY = 12, ORIENTATION = 274, SHORT = 3 };
    if (segment.length < 14 || memcmp(segment.data, "Exif\0", 6) != 0)
        return 1;
    struct tiff tiff = {segment.data + 6, segment.length - 6, segment.data[6] == 'I'};
    size_t first = number_at(&tiff, 4, 4), count = number_at(&tiff, first, 2);
    for (size_t i = 0; i < count && first < tiff.length; i++) {
        size_t entry = first + 2 + i * ENTRY;
        if (number_at(&tiff, entry, 2) != ORIENTATION ||
            number_at(&tiff, entry + 2, 2) != SHORT)
            continue;
        uint32_t orientation = number_at(&tiff, entry + 8, 2);
        return orientation >= 1 && orientation <= 8 ? (int)orientation : 1;
    }
    return 1;
}

/* Where the pixel of the upright picture comes from. */
static size_t source_of(const struct ho_image *image, int orientation, size_t x,
                        size_t y)
{
    size_t right = image->width - 1, bottom = image->height - 1, width = image->width;
    switch (orientation) {
    case 2: return y * width + (right - x);
    case 3: return (bottom - y) * width + (right - x);
    case 4: return (bottom - y) * width + x;
    case 5: return x * width + y;
    case 6: return (bottom - x) * width + y;
    case 7: return (bottom - x) * width + (right - y);
    case 8: return x * width + (right - y);
    default: return y * width + x;
    }
}

void turn_upright(struct ho_arena *arena, struct ho_image *image, int orientation)
{
    bool is_on_side = orientation >= 5;
    size_t width = is_on_side ? image->height : image->width,
           height = is_on_side ? image->width : image->height,
           components = (size_t)image->components;
    if (orientation == 1)
        return;
    unsigned char *turned = ho_alloc(arena, image->pixels.length, 1), *to = turned;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++, to += components)
            memcpy(to,
                   image->pixels.data +
                       components * source_of(image, orientation, x, y),
                   components);
    image->pixels.data = turned;
    image->width = (uint32_t)width;
    image->height = (uint32_t)height;
}
