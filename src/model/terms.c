/* SPDX-License-Identifier: MIT */
#include "model/terms.h"

#include "model/read_priv.h"

static bool read_term(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_terms *terms)
{
    static const char *const attributes[] = {"word", NULL};
    static const struct ho_child children[] = {{"explained", HO_ANY}, {NULL, HO_ANY}};
    struct ho_term term = {.at = node->at};
    bool ok = ho_read_shape(ctx, node, attributes, children);
    ok &= ho_xml_need(ctx, node, "word", &term.word);
    for (const struct ho_xml_node *n = NULL;
         (n = ho_read_next(node, "explained", n));) {
        const char *words;
        ok &= ho_xml_only_attributes(ctx, n, NULL);
        if (ho_xml_need_text(ctx, n, &words))
            ho_push(ctx->arena, &term.explained, words);
        else
            ok = false;
    }
    for (size_t i = 0; ok && i < terms->count; i++)
        if (ho_equal(terms->items[i].word, term.word)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "word"), NULL,
                      "term", term.word);
            ok = false;
        }
    if (ok)
        ho_push(ctx->arena, terms, term);
    return ok;
}

static bool read_region(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_terms *terms)
{
    static const char *const attributes[] = {"of", NULL};
    static const struct ho_child children[] = {{"word", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    struct ho_region_words region = {0};
    int of = 0;
    bool ok = ho_read_shape(ctx, node, attributes, children);
    bool is_known = ho_xml_need_word(ctx, node, "of", ho_region_names, &of);
    region.region = (enum ho_region)of;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "word", n));) {
        const char *words;
        ok &= ho_xml_only_attributes(ctx, n, NULL);
        if (ho_xml_need_text(ctx, n, &words))
            ho_push(ctx->arena, &region.words, words);
        else
            ok = false;
    }
    for (size_t i = 0; is_known && i < terms->regions.count; i++)
        if (terms->regions.items[i].region == region.region) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "of"), NULL,
                      "region", ho_region_names[of]);
            ok = false;
        }
    if (ok && is_known)
        ho_push(ctx->arena, &terms->regions, region);
    return ok && is_known;
}

bool ho_terms_load(struct ho_ctx *ctx, const char *folder, const char *language,
                   const struct ho_terms **out)
{
    static const char *const attributes[] = {"language", NULL};
    static const struct ho_child children[] = {
        {"term", HO_ANY}, {"region", HO_ANY}, {NULL, HO_ANY}};
    struct ho_terms *terms = ho_new(ctx->arena, struct ho_terms);
    const char *path = ho_read_path(
        ctx->arena, ho_format(ctx->arena, "%s/%s", folder, language), "", "terms");
    const struct ho_xml_node *root;
    if (!ho_read_exists(path)) {
        *out = terms;
        return true;
    }
    if (!ho_xml_load(ctx, path, "terms", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "language", language);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "term", n));)
        ok &= read_term(ctx, n, terms);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "region", n));)
        ok &= read_region(ctx, n, terms);
    if (!ok)
        return false;
    *out = terms;
    return true;
}
