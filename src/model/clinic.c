/* SPDX-License-Identifier: MIT */
#include "model/read_priv.h"
#include "model/record.h"

static bool read_text(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      const char *name, const char **out)
{
    const struct ho_xml_node *node = ho_read_child(root, name);
    if (!node)
        return true;
    bool ok = ho_xml_only_attributes(ctx, node, NULL);
    return ho_xml_need_text(ctx, node, out) && ok;
}

bool ho_clinic_load(struct ho_ctx *ctx, const char *path, const struct ho_clinic **out)
{
    static const char *const attributes[] = {"country", "language", NULL};
    static const char *const in_flags[] = {"leg-pain-alone", NULL};
    static const struct ho_child children[] = {{"name", HO_ONCE},
                                               {"phone", HO_ONCE},
                                               {"hours", HO_AT_MOST_ONCE},
                                               {"red-flags", HO_AT_MOST_ONCE},
                                               {NULL, HO_ANY}};
    const struct ho_xml_node *root;
    if (!ho_xml_load(ctx, path, "clinic", &root))
        return false;
    struct ho_clinic *clinic = ho_new(ctx->arena, struct ho_clinic);
    clinic->at = root->at;
    clinic->country_at = ho_xml_place(root, "country");
    clinic->leg_pain_alone = true;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    if (ho_xml_find(root, "country"))
        ok &= ho_read_id(ctx, root, "country", &clinic->country);
    if (ho_xml_find(root, "language"))
        ok &= ho_read_id(ctx, root, "language", &clinic->language);
    ok &= read_text(ctx, root, "name", &clinic->name);
    ok &= read_text(ctx, root, "phone", &clinic->phone);
    ok &= read_text(ctx, root, "hours", &clinic->hours);
    const struct ho_xml_node *flags = ho_read_child(root, "red-flags");
    if (flags) {
        ok &= ho_read_shape(ctx, flags, in_flags, NULL);
        ok &= ho_read_yes(ctx, flags, "leg-pain-alone", &clinic->leg_pain_alone);
    }
    if (!ok)
        return false;
    *out = clinic;
    return true;
}
