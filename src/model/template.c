/* SPDX-License-Identifier: MIT */
#include "model/template.h"

#include "model/read_priv.h"

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

static bool read_section(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         struct ho_template *template)
{
    static const char *const attributes[] = {"ref", NULL};
    static const char *const sections[] = {"plan", "exercises", "sources", NULL};
    int section;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    if (!ho_xml_need_word(ctx, node, "ref", sections, &section))
        return false;
    for (size_t i = 0; i < template->sections.count; i++)
        if ((int)template->sections.items[i] == section) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "ref"), NULL,
                      "section", sections[section]);
            return false;
        }
    ho_push(ctx->arena, &template->sections, (enum ho_section)section);
    return ok;
}

bool ho_template_load(struct ho_ctx *ctx, const char *folder, const char *id,
                      const struct ho_template **out)
{
    static const char *const attributes[] = {"id", "margin", NULL};
    static const struct ho_child children[] = {{"section", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
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
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "id", id);
    /* Office printers leave 10 mm white (page.md); the comps hold up to 25. */
    ok &= read_mm(ctx, root, "margin", 10, 25, &template->margin);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "section", n));)
        ok &= read_section(ctx, n, template);
    if (!ok)
        return false;
    *out = template;
    return true;
}
