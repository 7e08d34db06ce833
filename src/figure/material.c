/* Where shirt, trousers, hair and shoes end: thresholds on the part at rest, so that no hem is a shape of its own.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"

static enum material trunk_material(struct vec3 local)
{
    enum { HEM = 66, COLLAR = 520 };
    if (local.y < HEM)
        return MATERIAL_TROUSERS;
    /* a collar is lower at the throat than at the nape */
    return local.y > COLLAR - local.x * .20 ? MATERIAL_SKIN : MATERIAL_SHIRT;
}

/* y runs from 0 at the knee to 1 at the ankle. */
static enum material shank_material(enum ho_outfit outfit, double y)
{
    switch (outfit) {
    case HO_OUTFIT_SWIM: return MATERIAL_SKIN;
    case HO_OUTFIT_BAREFOOT: return y < .84 ? MATERIAL_TROUSERS : MATERIAL_SKIN;
    case HO_OUTFIT_SHOES: break;
    }
    return y < .80 ? MATERIAL_TROUSERS : y < .90 ? MATERIAL_SKIN : MATERIAL_SOCK;
}

static enum material worn(const struct mesh *mesh, int part, struct vec3 local)
{
    const struct part *p = &mesh->parts.items[part];
    switch (p->kind) {
    case KIND_TORSO: return trunk_material(local);
    case KIND_HAIR: return is_hair(local) ? MATERIAL_HAIR : MATERIAL_NONE;
    case KIND_THIGH:
        return mesh->outfit == HO_OUTFIT_SWIM && local.y > .52 ? MATERIAL_SKIN
                                                               : MATERIAL_TROUSERS;
    case KIND_SHANK: return shank_material(mesh->outfit, local.y);
    case KIND_FOOT:
        if (mesh->outfit != HO_OUTFIT_SHOES)
            return MATERIAL_SKIN;
        return local.y < -52 ? MATERIAL_SOLE : MATERIAL_SHOE;
    default: return p->material;
    }
}

enum material mesh_material(const struct mesh *mesh, int part, struct vec3 local)
{
    enum material material = worn(mesh, part, local);
    if (mesh->has_other_clothes && material == MATERIAL_SHIRT)
        return MATERIAL_TROUSERS;
    if (mesh->has_other_clothes && material == MATERIAL_TROUSERS)
        return MATERIAL_SHIRT;
    return material;
}
