/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

const char *const ho_advice_kinds[] = {"rule",     "explanation", "ergonomic",
                                       "strategy", "floor",       NULL};

static bool has_claim(const struct ho_advice *advice, const char *id)
{
    for (size_t i = 0; i < advice->claims.count; i++)
        if (ho_equal(advice->claims.items[i].id, id))
            return true;
    return false;
}

static bool read_claim(struct ho_loading *loading, const struct ho_xml_node *node,
                       struct ho_advice *out)
{
    static const char *const attributes[] = {"id", "source", NULL};
    static const struct ho_child children[] = {{"cite", HO_ANY}, {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_claim claim = {.at = node->at};
    bool ok = ho_read_shape(ctx, node, attributes, children);
    if (!ho_read_id(ctx, node, "id", &claim.id))
        return false;
    ok &= ho_source_read(loading, node, true, "the claim", claim.id, &out->citations,
                         &claim.source);
    ok &= ho_cites_read(loading, node, claim.id, &out->citations);
    if (has_claim(out, claim.id)) {
        ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "id"), NULL, "claim",
                  claim.id);
        return false;
    }
    /* A claim that is wrong is kept too: its words are not unknown as well. */
    ho_push(ctx->arena, &out->claims, claim);
    return ok;
}

static bool load_facts(struct ho_loading *loading, struct ho_advice *out)
{
    static const char *const attributes[] = {"id", "kind", NULL};
    static const struct ho_child children[] = {
        {"claim", HO_ONE_OR_MORE}, {"frame", HO_ANY}, {NULL, HO_ANY}};
    static const struct ho_child in_frame[] = {{"callout", HO_ANY}, {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_xml_node *root;
    int kind = 0;
    if (!ho_library_open(loading,
                         ho_read_path(ctx->arena, loading->folder, "advice", out->id),
                         "advice", &root))
        return false;
    out->at = root->at;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "id", out->id);
    ok &= ho_xml_need_word(ctx, root, "kind", ho_advice_kinds, &kind);
    out->kind = (enum ho_advice_kind)kind;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "claim", n));)
        ok &= read_claim(loading, n, out);
    ok &= ho_frames_read(loading, root, in_frame, &out->frames);
    return ho_callouts_read(ctx, root, out) && ok;
}

const char *const *ho_advice_claims(struct ho_arena *arena,
                                    const struct ho_advice *advice)
{
    const char **known = ho_new_array(arena, const char *, advice->claims.count + 1);
    for (size_t i = 0; i < advice->claims.count; i++)
        known[i] = advice->claims.items[i].id;
    return known;
}

static bool read_item(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_advice *out)
{
    static const char *const attributes[] = {"claim", NULL};
    struct ho_advice_item item = {.is_bullet = ho_xml_is(node, "bullet")};
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= ho_phrase_read(ctx, node, &item.phrase) &&
          ho_phrase_check_plain(ctx, &item.phrase, node->name);
    if (!ho_read_id(ctx, node, "claim", &item.claim))
        return false;
    if (!has_claim(out, item.claim)) {
        ho_report(
            ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "claim"),
            ho_read_hint(ctx->arena, item.claim, ho_advice_claims(ctx->arena, out)),
            "claim", item.claim);
        return false;
    }
    ho_push(ctx->arena, &out->items, item);
    return ok;
}

/* Whether a paragraph or bullet says the claim, or would but for a slip that is reported already: a name that is
 * nearly this one, or none at all. */
static bool is_said(const struct ho_xml_node *root, const char *const *known,
                    const char *id)
{
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));) {
        if (!ho_xml_is(n, "paragraph") && !ho_xml_is(n, "bullet"))
            continue;
        const char *said = ho_xml_find(n, "claim");
        if (!said || ho_equal(said, id))
            return true;
        const char *near = ho_nearest(said, known);
        if (near && ho_equal(near, id))
            return true;
    }
    return false;
}

/* A language that leaves out a claim would tell its patients less than the others. */
static bool check_claims(struct ho_loading *loading, const struct ho_xml_node *root,
                         const struct ho_advice *advice)
{
    const char *const *known = ho_advice_claims(loading->ctx->arena, advice);
    bool ok = true;
    /* What is misspelt says one of them. */
    if (ho_xml_is_misspelt(loading->ctx, root, "paragraph") ||
        ho_xml_is_misspelt(loading->ctx, root, "bullet"))
        return false;
    for (size_t c = 0; known[c]; c++)
        if (!is_said(root, known, known[c])) {
            ho_report(loading->ctx, HO_MSG_NO_TRANSLATION, root->at,
                      ho_format(loading->ctx->arena,
                                "add <paragraph claim=\"%s\"> or <bullet>", known[c]),
                      "claim", known[c], loading->library->language);
            ok = false;
        }
    return ok;
}

static bool load_words(struct ho_loading *loading, struct ho_span named, bool has_facts,
                       struct ho_advice *out)
{
    static const char *const attributes[] = {"id", "language", NULL};
    static const struct ho_child children[] = {{"title", HO_ONCE},
                                               {"paragraph", HO_ANY},
                                               {"bullet", HO_ANY},
                                               {"frame", HO_ANY},
                                               {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_xml_node *root;
    const char *path = ho_read_path(ctx->arena, loading->words, "advice", out->id);
    if (!ho_read_exists(path)) {
        ho_report(ctx, HO_MSG_NO_TRANSLATION, named,
                  ho_format(ctx->arena, "write %s", path), "advice", out->id,
                  loading->library->language);
        return false;
    }
    if (!ho_library_open(loading, path, "advice-text", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "id", out->id);
    ok &= ho_read_own_id(ctx, root, "language", loading->library->language);
    ok &= ho_read_phrase(ctx, root, "title", &out->title) &&
          ho_phrase_check_plain(ctx, &out->title, "title");
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));)
        if (ho_xml_is(n, "paragraph") || ho_xml_is(n, "bullet"))
            ok &= read_item(ctx, n, out);
    if (has_facts)
        ok &= ho_frames_read_words(loading, root, &out->frames);
    return check_claims(loading, root, out) && ok;
}

bool ho_advice_load(struct ho_loading *loading, const struct ho_xml_node *node,
                    struct ho_advice *out)
{
    static const char *const attributes[] = {"ref", NULL};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    if (!ho_read_id(ctx, node, "ref", &out->id))
        return false;
    if (!ho_read_exists(ho_read_path(ctx->arena, loading->folder, "advice", out->id))) {
        const char *const *known = ho_read_ids(ctx->arena, loading->folder, "advice");
        ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "ref"),
                  ho_read_hint(ctx->arena, out->id, known), "advice", out->id);
        return false;
    }
    bool has_facts = load_facts(loading, out);
    /* Against facts that could not be read every word would be complained of. */
    return out->at.source &&
           load_words(loading, ho_xml_place(node, "ref"), has_facts, out) &&
           has_facts && ok;
}
