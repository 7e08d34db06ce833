/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

const struct ho_phrase *ho_caution_words(const struct ho_library *library,
                                         const char *id)
{
    for (size_t i = 0; i < library->caution_words.count; i++)
        if (ho_equal(library->cautions.items[i], id))
            return &library->caution_words.items[i];
    return NULL;
}

static bool has_caution(const struct ho_library *library, const char *id)
{
    for (size_t i = 0; i < library->cautions.count; i++)
        if (ho_equal(library->cautions.items[i], id))
            return true;
    return false;
}

bool ho_cautions_read(struct ho_loading *loading, const struct ho_xml_node *facts)
{
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_library *library = loading->library;
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(facts, "caution", n));) {
        const char *id = NULL;
        ok &= ho_read_shape(ctx, n, attributes, NULL);
        ok &= ho_read_id(ctx, n, "id", &id);
        if (!id)
            continue;
        if (has_caution(library, id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "id"), NULL, "caution",
                      id);
            ok = false;
            continue;
        }
        ho_push(ctx->arena, &library->cautions, id);
    }
    return ok;
}

bool ho_cautions_read_words(struct ho_loading *loading, const struct ho_xml_node *words)
{
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_library *library = loading->library;
    const char **known =
        ho_new_array(ctx->arena, const char *, library->cautions.count + 1);
    bool ok = true;
    for (size_t i = 0; i < library->cautions.count; i++) {
        struct ho_phrase phrase = {0};
        known[i] = library->cautions.items[i];
        const struct ho_xml_node *node = ho_read_by_id(words, "caution", known[i]);
        if (!node)
            ho_report(ctx, HO_MSG_NO_TRANSLATION, words->at,
                      ho_format(ctx->arena, "add <caution id=\"%s\">", known[i]),
                      "caution", known[i], library->language);
        ok &= node && ho_xml_only_attributes(ctx, node, attributes);
        ok &= node && ho_phrase_read(ctx, node, &phrase) &&
              ho_phrase_check_plain(ctx, &phrase, "caution");
        ho_push(ctx->arena, &library->caution_words, phrase);
    }
    return ho_read_known_ids(ctx, words, "caution", known) && ok;
}
