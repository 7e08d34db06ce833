/* SPDX-License-Identifier: MIT */
#include "model/template_priv.h"

#include "model/read_priv.h"

const char *const ho_template_variables[] = {
    [HO_VARIABLE_COUNTRY] = "country",
    [HO_VARIABLE_LANGUAGE] = "language",
    [HO_VARIABLE_NAME] = "name",
    [HO_VARIABLE_EXERCISES] = "exercises",
    [HO_VARIABLE_FLOOR_EXERCISES] = "floor-exercises",
    [HO_VARIABLE_COUNT] = NULL,
};

/* Reads a length in millimetres between two limits. */
static bool read_mm(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *name, double least, double most, ho_pt *out)
{
    const char *text;
    double value;
    if (!ho_xml_need(ctx, node, name, &text))
        return false;
    if (!ho_parse_number(text, &value) || value < least || value > most) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), NULL, name,
                  ho_format(ctx->arena, "a number of millimetres from %d to %d",
                            (int)least, (int)most));
        return false;
    }
    *out = ho_mm(value);
    return true;
}

static bool read_root(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      struct ho_template *template)
{
    static const char *const attributes[] = {"id", "language", "margin", NULL};
    static const char *const known[] = {"section", NULL};
    bool ok = ho_xml_only_attributes(ctx, root, attributes);
    ok &= ho_xml_no_text(ctx, root);
    ok &= ho_read_own_id(ctx, root, "id", template->id);
    template->language_at = ho_xml_place(root, "language");
    if (ho_xml_find(root, "language"))
        ok &= ho_read_id(ctx, root, "language", &template->language);
    /* Office printers leave 10 mm white (page.md); the comps hold up to 25. */
    ok &= read_mm(ctx, root, "margin", 10, 25, &template->margin);
    if (!ho_read_child(root, "section")) {
        ho_report(ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name, "section");
        ok = false;
    }
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));) {
        if (!ho_xml_is(n, "section")) {
            ho_part_unknown(ctx, n, known);
            ok = false;
            continue;
        }
        struct ho_part *part = ho_part_read(ctx, template, n, 1);
        ok &= part != NULL;
        if (part)
            ho_push(ctx->arena, &template->sections, part);
    }
    return ok;
}

bool ho_template_load(struct ho_ctx *ctx, const char *folder, const char *id,
                      const struct ho_template **out)
{
    const char *path = ho_read_path(ctx->arena, folder, "", id);
    const struct ho_xml_node *root;
    if (!ho_is_id(id) || !ho_read_exists(path)) {
        const char *const *known = ho_read_ids(ctx->arena, folder, ".");
        ho_report(ctx, HO_MSG_UNKNOWN_ID, (struct ho_span){0},
                  ho_read_hint(ctx->arena, id, known), "template", id);
        return false;
    }
    if (!ho_xml_load(ctx, path, "template", &root))
        return false;
    struct ho_template *template = ho_new(ctx->arena, struct ho_template);
    template->id = ho_strdup(ctx->arena, id);
    if (!read_root(ctx, root, template))
        return false;
    *out = template;
    return true;
}
