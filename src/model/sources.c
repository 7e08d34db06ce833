/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

static const struct ho_citation *find_citation(const struct ho_citations *in,
                                               const char *id)
{
    for (size_t i = 0; i < in->count; i++)
        if (ho_equal(in->items[i].id, id))
            return &in->items[i];
    return NULL;
}

void ho_citations_add(struct ho_arena *arena, struct ho_citations *to,
                      const struct ho_citations *more)
{
    for (size_t i = 0; i < more->count; i++)
        if (!find_citation(to, more->items[i].id))
            ho_push(arena, to, more->items[i]);
}

static bool read_source(struct ho_loading *loading, const struct ho_xml_node *node)
{
    static const char *const attributes[] = {"id", "year", NULL};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_citation citation = {0};
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= ho_read_id(ctx, node, "id", &citation.id);
    ok &= ho_xml_need_text(ctx, node, &citation.text);
    if (ho_xml_find(node, "year"))
        ok &= ho_xml_need_int(ctx, node, "year", &citation.year);
    if (ok && find_citation(&loading->sources, citation.id)) {
        ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "id"), NULL, "source",
                  citation.id);
        ok = false;
    }
    if (ok)
        ho_push(ctx->arena, &loading->sources, citation);
    return ok;
}

bool ho_sources_load(struct ho_loading *loading)
{
    static const struct ho_child children[] = {{"source", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_xml_node *root;
    if (!ho_library_open(loading,
                         ho_read_path(ctx->arena, loading->folder, "", "sources"),
                         "sources", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, NULL, children);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "source", n));)
        ok &= read_source(loading, n);
    return ok;
}

bool ho_cites_read(struct ho_loading *loading, const struct ho_xml_node *node,
                   const char *id, struct ho_citations *out)
{
    static const char *const attributes[] = {"source", NULL};
    const char *ignored;
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "cite", n));) {
        ok &= ho_read_shape(loading->ctx, n, attributes, NULL);
        ok &= ho_source_read(loading, n, false, "<cite>", id, out, &ignored);
    }
    return ok;
}

static const char *hint_source(struct ho_loading *loading, const char *id)
{
    struct {
        HO_VEC(const char *);
    } ids = {0};
    for (size_t i = 0; i < loading->sources.count; i++)
        ho_push(loading->ctx->arena, &ids, loading->sources.items[i].id);
    ho_push(loading->ctx->arena, &ids, NULL);
    const char *near = ho_nearest(id, ids.items);
    return near ? ho_format(loading->ctx->arena, "did you mean \"%s\"?", near)
                : "add it to sources.xml";
}

bool ho_source_read(struct ho_loading *loading, const struct ho_xml_node *node,
                    bool may_be_convention, const char *what, const char *id,
                    struct ho_citations *cited, const char **out)
{
    struct ho_ctx *ctx = loading->ctx;
    const char *value;
    if (!ho_xml_find(node, "source") && !ho_xml_is_misspelt(ctx, node, "source")) {
        ho_report(ctx, HO_MSG_NO_SOURCE, node->at,
                  may_be_convention
                      ? "add source=\"…\"; \"convention\" if none supports it"
                      : "add source=\"…\"",
                  what, id);
        return false;
    }
    if (!ho_xml_need(ctx, node, "source", &value))
        return false;
    if (may_be_convention && ho_equal(value, "convention")) {
        *out = value;
        return true;
    }
    const struct ho_citation *found = find_citation(&loading->sources, value);
    /* Without any sources each mention of one would be complained of. */
    if (!loading->sources.count)
        return false;
    if (!found) {
        ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "source"),
                  hint_source(loading, value), "source", value);
        return false;
    }
    if (!find_citation(cited, value))
        ho_push(ctx->arena, cited, *found);
    *out = found->id;
    return true;
}
