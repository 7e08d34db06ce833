/* The areas of a figure: material by material, the far and the shaded tone over the plain one.
 * SPDX-License-Identifier: MIT */
#include "figure/art_priv.h"
#include "figure/region_priv.h"

static const struct {
    enum ho_role base, dark, wet;
} roles[] = {
    [MATERIAL_SKIN] = {HO_PAINT_SKIN, HO_PAINT_SKIN_FAR, HO_PAINT_SKIN_WET},
    [MATERIAL_SHIRT] = {HO_PAINT_SHIRT, HO_PAINT_SHIRT_FAR, HO_PAINT_SHIRT_WET},
    [MATERIAL_TROUSERS] = {HO_PAINT_TROUSERS, HO_PAINT_TROUSERS_FAR,
                           HO_PAINT_TROUSERS_WET},
    [MATERIAL_HAIR] = {HO_PAINT_HAIR, HO_PAINT_HAIR_FAR, HO_PAINT_HAIR_FAR},
    [MATERIAL_SHOE] = {HO_PAINT_SHOE, HO_PAINT_SHOE_FAR, HO_PAINT_SHOE_FAR},
    [MATERIAL_SOLE] = {HO_PAINT_SOLE, HO_PAINT_SHOE_FAR, HO_PAINT_SHOE_FAR},
    [MATERIAL_SOCK] = {HO_PAINT_SOLE, HO_PAINT_SHOE_FAR, HO_PAINT_SHOE_FAR},
    [MATERIAL_CHAIR] = {HO_PAINT_CHAIR, HO_PAINT_CHAIR_FAR, HO_PAINT_CHAIR_FAR},
    [MATERIAL_CUSHION] = {HO_PAINT_CUSHION, HO_PAINT_CUSHION, HO_PAINT_CUSHION},
    [MATERIAL_WOOD] = {HO_PAINT_WOOD, HO_PAINT_WOOD_FAR, HO_PAINT_WOOD_FAR},
    [MATERIAL_METAL] = {HO_PAINT_METAL, HO_PAINT_METAL_FAR, HO_PAINT_METAL_FAR},
    [MATERIAL_SCREEN] = {HO_PAINT_SCREEN, HO_PAINT_SCREEN, HO_PAINT_SCREEN},
    [MATERIAL_GLASS] = {HO_PAINT_GLASS, HO_PAINT_GLASS, HO_PAINT_GLASS},
    [MATERIAL_WHITE] = {HO_PAINT_CHINA, HO_PAINT_CHINA_FAR, HO_PAINT_CHINA_FAR},
    [MATERIAL_PILLOW] = {HO_PAINT_PILLOW, HO_PAINT_PILLOW_FAR, HO_PAINT_PILLOW_FAR},
    [MATERIAL_WATER] = {HO_PAINT_WATER, HO_PAINT_WATER, HO_PAINT_WATER},
};

/* The pixels of the material that `flags` (NULL: all) marks with `value`; false if there are none. */
static bool make_mask(const struct view *view, enum material material,
                      const uint8_t *flags, int value, uint8_t *mask)
{
    size_t pixels = (size_t)view->width * (size_t)view->height;
    bool has_any = false;
    for (size_t i = 0; i < pixels; i++) {
        mask[i] = view->materials[i] == material && (!flags || flags[i] == value);
        has_any |= mask[i];
    }
    return has_any;
}

static bool differs(enum material material, enum ho_role role)
{
    return role != roles[material].base;
}

void draw_areas(struct art *art, const struct view *view)
{
    enum { LEAST_SHADOW = 1500 }; /* mm²: smaller ones look like dirt */
    uint8_t *mask =
        ho_new_array(art->arena, uint8_t, (size_t)view->width * (size_t)view->height);
    for (enum material m = MATERIAL_SKIN; m < MATERIAL_COUNT; m++) {
        if (!make_mask(view, m, NULL, 0, mask))
            continue;
        art_paint(art, LAYER_BODY, region_trace(art->arena, view, mask, art->sigma, 0),
                  roles[m].base, .25);
        if (differs(m, roles[m].dark) && make_mask(view, m, view->far, 1, mask))
            art_paint(art, LAYER_BODY,
                      region_trace(art->arena, view, mask, art->sigma, 0),
                      roles[m].dark, 0);
        if (differs(m, roles[m].dark) && make_mask(view, m, view->shade, 1, mask))
            art_paint(
                art, LAYER_BODY,
                region_trace(art->arena, view, mask, art->sigma * 1.5, LEAST_SHADOW),
                roles[m].dark, 0);
        if (make_mask(view, m, view->stains, STAIN_WET, mask))
            art_paint(art, LAYER_BODY,
                      region_trace(art->arena, view, mask, art->sigma, 0), roles[m].wet,
                      0);
    }
}
