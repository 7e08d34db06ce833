/* Closed lists of a condition: cautions, and what its diary asks for besides exercises. The facts list ids, the texts say
 * each in words.
 * SPDX-License-Identifier: MIT */
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

static bool has_id(const struct ho_ids *ids, const char *id)
{
    for (size_t i = 0; i < ids->count; i++)
        if (ho_equal(ids->items[i], id))
            return true;
    return false;
}

bool ho_vocabulary_read(struct ho_loading *loading, const struct ho_xml_node *facts,
                        const char *name, struct ho_ids *ids)
{
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(facts, name, n));) {
        const char *id = NULL;
        ok &= ho_read_shape(ctx, n, attributes, NULL);
        ok &= ho_read_id(ctx, n, "id", &id);
        if (!id)
            continue;
        if (has_id(ids, id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "id"), NULL, name, id);
            ok = false;
            continue;
        }
        ho_push(ctx->arena, ids, id);
    }
    return ok;
}

bool ho_vocabulary_read_words(struct ho_loading *loading,
                              const struct ho_xml_node *words, const char *name,
                              const struct ho_ids *ids, struct ho_phrases *phrases)
{
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    const char **known = ho_new_array(ctx->arena, const char *, ids->count + 1);
    bool ok = true;
    for (size_t i = 0; i < ids->count; i++) {
        struct ho_phrase phrase = {0};
        known[i] = ids->items[i];
        const struct ho_xml_node *node = ho_read_by_id(words, name, known[i]);
        if (!node)
            ho_report(ctx, HO_MSG_NO_TRANSLATION, words->at,
                      ho_format(ctx->arena, "add <%s id=\"%s\">", name, known[i]), name,
                      known[i], loading->library->language);
        ok &= node && ho_xml_only_attributes(ctx, node, attributes);
        ok &= node && ho_phrase_read(ctx, node, &phrase) &&
              ho_phrase_check_plain(ctx, &phrase, name);
        ho_push(ctx->arena, phrases, phrase);
    }
    return ho_read_known_ids(ctx, words, name, known) && ok;
}
