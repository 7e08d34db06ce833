/* SPDX-License-Identifier: MIT */
#include "model/library.h"

#include <string.h>

#include "model/library_priv.h"
#include "model/read_priv.h"

const struct ho_exercise *ho_exercise_find(const struct ho_library *library,
                                           const char *id)
{
    for (size_t i = 0; i < library->exercises.count; i++)
        if (ho_equal(library->exercises.items[i].id, id))
            return &library->exercises.items[i];
    return NULL;
}

const struct ho_advice *ho_advice_find(const struct ho_library *library, const char *id)
{
    for (size_t i = 0; i < library->advice.count; i++)
        if (ho_equal(library->advice.items[i].id, id))
            return &library->advice.items[i];
    return NULL;
}

/* The folders of the content folder that hold strings: the languages there are. */
static bool find_language(struct ho_loading *loading)
{
    struct ho_ctx *ctx = loading->ctx;
    const char *language = loading->library->language;
    if (ho_is_id(language)) {
        loading->words = ho_format(ctx->arena, "%s/%s", loading->folder, language);
        if (ho_read_exists(ho_read_path(ctx->arena, loading->words, "", "strings")))
            return true;
    }
    ho_report(ctx, HO_MSG_NO_LANGUAGE, ho_source_whole(loading->library->at),
              "a language is a folder with strings.xml in it, such as en-GB", language);
    return false;
}

static bool read_dates(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_library *library)
{
    bool ok = ho_xml_need(ctx, root, "version", &library->version);
    ok &= ho_read_date(ctx, root, "reviewed", true, &library->reviewed);
    ok &= ho_read_date(ctx, root, "review-by", true, &library->review_by);
    if (library->reviewed && library->review_by &&
        strcmp(library->review_by, library->reviewed) <= 0) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(root, "review-by"), NULL,
                  "review-by", "after that of \"reviewed\"");
        ok = false;
    }
    return ok;
}

static bool read_exercises(struct ho_loading *loading, const struct ho_xml_node *root)
{
    struct ho_ctx *ctx = loading->ctx;
    struct ho_library *library = loading->library;
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "exercise", n));) {
        struct ho_exercise exercise = {0};
        const char *id = ho_xml_find(n, "ref");
        if (id && ho_exercise_find(library, id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "ref"), NULL,
                      "exercise", id);
            ok = false;
            continue;
        }
        ok &= ho_exercise_load(loading, n, &exercise);
        if (exercise.id)
            ho_push(ctx->arena, &library->exercises, exercise);
        ho_citations_add(ctx->arena, &library->citations, &exercise.citations);
    }
    return ok;
}

static bool read_advice(struct ho_loading *loading, const struct ho_xml_node *root)
{
    struct ho_ctx *ctx = loading->ctx;
    struct ho_library *library = loading->library;
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "advice", n));) {
        struct ho_advice advice = {0};
        const char *id = ho_xml_find(n, "ref");
        if (id && ho_advice_find(library, id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "ref"), NULL, "advice",
                      id);
            ok = false;
            continue;
        }
        ok &= ho_advice_load(loading, n, &advice);
        if (advice.id)
            ho_push(ctx->arena, &library->advice, advice);
        ho_citations_add(ctx->arena, &library->citations, &advice.citations);
    }
    return ok;
}

/* The words of the condition itself: its title, its cautions and its diary. */
static bool load_words(struct ho_loading *loading)
{
    static const char *const attributes[] = {"id", "language", NULL};
    static const struct ho_child children[] = {
        {"title", HO_ONCE}, {"caution", HO_ANY}, {"measure", HO_ANY}, {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_library *library = loading->library;
    const struct ho_xml_node *root;
    const char *path =
        ho_read_path(ctx->arena, loading->words, "conditions", library->condition);
    if (!ho_read_exists(path)) {
        ho_report(ctx, HO_MSG_NO_TRANSLATION, ho_source_whole(library->at),
                  ho_format(ctx->arena, "write %s", path), "condition",
                  library->condition, library->language);
        return false;
    }
    if (!ho_library_open(loading, path, "condition-text", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "id", library->condition);
    ok &= ho_read_own_id(ctx, root, "language", library->language);
    ok &= ho_read_phrase(ctx, root, "title", &library->title);
    ok &= ho_vocabulary_read_words(loading, root, "caution", &library->cautions,
                                   &library->caution_words);
    ok &= ho_vocabulary_read_words(loading, root, "measure", &library->measures,
                                   &library->measure_words);
    return ho_phrase_check_plain(ctx, &library->title, "title") && ok;
}

static bool load_red_flags(struct ho_loading *loading, const struct ho_xml_node *root)
{
    struct ho_ctx *ctx = loading->ctx;
    const char *id;
    if (!ho_read_id(ctx, root, "red-flags", &id))
        return false;
    if (!ho_read_exists(ho_read_path(ctx->arena, loading->folder, "", id))) {
        ho_report(
            ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(root, "red-flags"),
            ho_read_hint(ctx->arena, id, ho_read_ids(ctx->arena, loading->folder, ".")),
            "file of red flags", id);
        return false;
    }
    return ho_red_flags_load(loading, id);
}

static bool read_condition(struct ho_loading *loading, const struct ho_xml_node *root)
{
    static const char *const attributes[] = {"id",        "version",   "reviewed",
                                             "review-by", "red-flags", NULL};
    static const struct ho_child children[] = {{"exercise", HO_ONE_OR_MORE},
                                               {"advice", HO_ANY},
                                               {"caution", HO_ANY},
                                               {"measure", HO_ANY},
                                               {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "id", loading->library->condition);
    ok &= read_dates(ctx, root, loading->library);
    ok &= ho_vocabulary_read(loading, root, "caution", &loading->library->cautions);
    ok &= ho_vocabulary_read(loading, root, "measure", &loading->library->measures);
    if (!find_language(loading))
        return false;
    ok &= load_words(loading);
    ok &= ho_sources_load(loading);
    ok &= ho_strings_load(loading);
    ok &= load_red_flags(loading, root);
    ok &= read_exercises(loading, root);
    ok &= read_advice(loading, root);
    return ho_library_check(loading) && ok;
}

bool ho_library_load(struct ho_ctx *ctx, const char *folder, const char *condition,
                     const char *language, const struct ho_library **out)
{
    struct ho_library *library = ho_new(ctx->arena, struct ho_library);
    struct ho_loading loading = {.ctx = ctx, .folder = folder, .library = library};
    const char *path = ho_read_path(ctx->arena, folder, "conditions", condition);
    const struct ho_xml_node *root;
    library->condition = ho_strdup(ctx->arena, condition);
    library->language = ho_strdup(ctx->arena, language);
    if (!ho_is_id(condition) || !ho_read_exists(path)) {
        const char *const *known = ho_read_ids(ctx->arena, folder, "conditions");
        ho_report(ctx, HO_MSG_UNKNOWN_ID, (struct ho_span){0},
                  ho_read_hint(ctx->arena, condition, known), "condition", condition);
        return false;
    }
    if (!ho_library_open(&loading, path, "condition", &root))
        return false;
    library->at = root->at.source;
    if (!read_condition(&loading, root))
        return false;
    library->sha256 = ho_library_hash(&loading);
    *out = library;
    return true;
}
