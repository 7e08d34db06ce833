/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

/* The signs that no content file may leave out (product.md, promises 1 and 2). They stand in code so that a slip
 * in a data file cannot make an incomplete sheet. "Pain in both legs" is not among them: it is the clinic's switch.
 * For each `set` that content/red-flags.xml may claim to be. */
static const char *const sets[] = {"cauda-equina", NULL};
static const char *const cauda_equina[] = {
    "hard-to-start",
    "hard-to-stop",
    "cannot-feel-pee",
    "leaking",
    "cannot-tell-full",
    "numb-thighs-genitals",
    "numb-buttocks-back-passage",
    "wiping-different",
    "cannot-hold-bowel",
    "cannot-feel-bowel",
    "erection-ejaculation",
    "genital-feeling",
    "both-legs-weak-numb",
    "foot-drop",
    NULL,
};

static bool is_required(const char *sign)
{
    for (size_t i = 0; cauda_equina[i]; i++)
        if (ho_equal(cauda_equina[i], sign))
            return true;
    return false;
}

static const struct ho_sign *find_in_group(const struct ho_sign_group *group,
                                           const char *id)
{
    for (size_t i = 0; i < group->signs.count; i++)
        if (ho_equal(group->signs.items[i].id, id))
            return &group->signs.items[i];
    return NULL;
}

static const struct ho_sign *find_emergency(const struct ho_red_flags *flags,
                                            const char *id)
{
    for (size_t i = 0; i < flags->groups.count; i++) {
        const struct ho_sign *sign = find_in_group(&flags->groups.items[i], id);
        if (sign)
            return sign;
    }
    return NULL;
}

static bool has_group(const struct ho_red_flags *flags, const char *id)
{
    for (size_t i = 0; i < flags->groups.count; i++)
        if (ho_equal(flags->groups.items[i].id, id))
            return true;
    return false;
}

static bool read_sign(struct ho_loading *loading, const struct ho_xml_node *node,
                      struct ho_sign *sign)
{
    static const char *const attributes[] = {"id", "source", "lines", "switchable",
                                             NULL};
    struct ho_ctx *ctx = loading->ctx;
    *sign = (struct ho_sign){.at = node->at, .lines = 1};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    if (!ho_read_id(ctx, node, "id", &sign->id))
        return false;
    ok &= ho_source_read(loading, node, true, "the sign", sign->id,
                         &loading->library->citations, &sign->source);
    ok &= ho_read_yes(ctx, node, "switchable", &sign->is_switchable);
    if (ho_xml_find(node, "lines"))
        ok &= ho_xml_need_int(ctx, node, "lines", &sign->lines);
    if (sign->lines < 1) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "lines"), NULL, "lines",
                  "1 or more");
        ok = false;
    }
    if (sign->is_switchable && is_required(sign->id)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "switchable"),
                  "this sign must always be shown", "switchable", "\"no\"");
        ok = false;
    }
    return ok;
}

static bool read_group(struct ho_loading *loading, const struct ho_xml_node *node,
                       struct ho_sign_group *group)
{
    static const struct ho_child children[] = {{"sign", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_red_flags *flags = &loading->library->red_flags;
    bool is_urgent = ho_xml_is(node, "urgent");
    bool ok = ho_read_shape(ctx, node, is_urgent ? NULL : attributes, children);
    group->id = "urgent";
    if (!is_urgent)
        ok &= ho_read_id(ctx, node, "id", &group->id);
    group->figure = ho_format(ctx->arena, "flag-%s", group->id ? group->id : "");
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "sign", n));) {
        struct ho_sign sign;
        if (!read_sign(loading, n, &sign)) {
            ok = false;
        } else if (find_in_group(group, sign.id) || find_emergency(flags, sign.id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "id"), NULL, "sign",
                      sign.id);
            ok = false;
        } else {
            ho_push(ctx->arena, &group->signs, sign);
        }
    }
    return ok;
}

static bool check_required(struct ho_ctx *ctx, struct ho_span at,
                           const struct ho_red_flags *flags)
{
    bool ok = true;
    for (size_t i = 0; cauda_equina[i]; i++)
        if (!find_emergency(flags, cauda_equina[i])) {
            ho_report(ctx, HO_MSG_SIGN_REQUIRED, at,
                      "put it into the group of its card", cauda_equina[i]);
            ok = false;
        }
    return ok;
}

static bool load_facts(struct ho_loading *loading, const char *id)
{
    static const struct ho_child children[] = {
        {"group", HO_ONE_OR_MORE}, {"urgent", HO_ONCE}, {NULL, HO_ANY}};
    static const char *const attributes[] = {"set", NULL};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_red_flags *flags = &loading->library->red_flags;
    const struct ho_xml_node *root;
    int set;
    if (!ho_library_open(loading, ho_read_path(ctx->arena, loading->folder, "", id),
                         "red-flags", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_xml_need_word(ctx, root, "set", sets, &set);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "group", n));) {
        struct ho_sign_group group = {0};
        const char *group_id = ho_xml_find(n, "id");
        if (group_id && has_group(flags, group_id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "id"), NULL, "group",
                      group_id);
            ok = false;
            continue;
        }
        ok &= read_group(loading, n, &group);
        ho_push(ctx->arena, &flags->groups, group);
    }
    const struct ho_xml_node *urgent = ho_read_child(root, "urgent");
    if (urgent)
        ok &= read_group(loading, urgent, &flags->urgent);
    /* A sign that could not be read is not missing as well. */
    return ok && check_required(ctx, root->at, flags);
}

static bool read_sign_words(struct ho_loading *loading, const struct ho_xml_node *node,
                            struct ho_sign *sign)
{
    static const struct ho_child children[] = {
        {"line", HO_ONE_OR_MORE}, {"brief", HO_ONCE}, {NULL, HO_ANY}};
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = ho_read_shape(ctx, node, attributes, children);
    ok &= ho_read_phrases(ctx, node, "line", &sign->full);
    ok &= ho_read_phrase(ctx, node, "brief", &sign->brief);
    if (ok && sign->full.count != (size_t)sign->lines) {
        ho_report(ctx, HO_MSG_SIGN_LINES, node->at, NULL, sign->id,
                  ho_format(ctx->arena, "%d", sign->lines));
        ok = false;
    }
    for (size_t i = 0; i < sign->full.count; i++)
        ok &= ho_phrase_check_plain(ctx, &sign->full.items[i], "line");
    ok &= ho_phrase_check_plain(ctx, &sign->brief, "brief");
    return ok;
}

static bool read_group_words(struct ho_loading *loading, const struct ho_xml_node *node,
                             struct ho_sign_group *group, bool is_urgent)
{
    static const struct ho_child of_card[] = {{"title", HO_ONCE},
                                              {"tick", HO_ONCE},
                                              {"sign", HO_ONE_OR_MORE},
                                              {NULL, HO_ANY}};
    static const struct ho_child of_urgent[] = {{"sign", HO_ONE_OR_MORE},
                                                {NULL, HO_ANY}};
    static const char *const attributes[] = {"id", NULL};
    struct ho_ctx *ctx = loading->ctx;
    const char **known = ho_new_array(ctx->arena, const char *, group->signs.count + 1);
    bool ok = is_urgent ? ho_read_shape(ctx, node, NULL, of_urgent)
                        : ho_read_shape(ctx, node, attributes, of_card);
    ok &= ho_read_phrase(ctx, node, "title", &group->title);
    ok &= ho_read_phrase(ctx, node, "tick", &group->tick);
    ok &= ho_phrase_check_plain(ctx, &group->title, "title");
    ok &= ho_phrase_check_plain(ctx, &group->tick, "tick");
    for (size_t i = 0; i < group->signs.count; i++)
        known[i] = group->signs.items[i].id;
    bool is_whole = ho_read_known_ids(ctx, node, "sign", known);
    for (size_t i = 0; i < group->signs.count; i++) {
        struct ho_sign *sign = &group->signs.items[i];
        const struct ho_xml_node *words = ho_read_by_id(node, "sign", sign->id);
        if (!words && is_whole)
            ho_report(ctx, HO_MSG_SIGN_MISSING, node->at,
                      ho_format(ctx->arena, "add <sign id=\"%s\">", sign->id), sign->id,
                      loading->library->language);
        ok &= words && read_sign_words(loading, words, sign);
    }
    return is_whole && ok;
}

/* All signs of a group that has no words are reported, one by one: each is a sign the sheet would lack. */
static bool find_group_words(struct ho_loading *loading, const struct ho_xml_node *root,
                             struct ho_sign_group *group, bool is_urgent,
                             bool may_be_missing)
{
    const struct ho_xml_node *node = is_urgent
                                         ? ho_read_child(root, "urgent")
                                         : ho_read_by_id(root, "group", group->id);
    if (node)
        return read_group_words(loading, node, group, is_urgent);
    for (size_t i = 0; !may_be_missing && i < group->signs.count; i++)
        ho_report(loading->ctx, HO_MSG_SIGN_MISSING, root->at,
                  is_urgent ? "add <urgent>"
                            : ho_format(loading->ctx->arena, "add <group id=\"%s\">",
                                        group->id),
                  group->signs.items[i].id, loading->library->language);
    return false;
}

static bool load_words(struct ho_loading *loading, const char *id)
{
    static const struct ho_child children[] = {
        {"group", HO_ANY}, {"urgent", HO_AT_MOST_ONCE}, {NULL, HO_ANY}};
    static const char *const attributes[] = {"language", NULL};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_red_flags *flags = &loading->library->red_flags;
    const struct ho_xml_node *root;
    if (!ho_library_open(loading, ho_read_path(ctx->arena, loading->words, "", id),
                         "red-flags-text", &root))
        return false;
    const char **known =
        ho_new_array(ctx->arena, const char *, flags->groups.count + 1);
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "language", loading->library->language);
    for (size_t i = 0; i < flags->groups.count; i++)
        known[i] = flags->groups.items[i].id;
    bool is_whole = ho_read_known_ids(ctx, root, "group", known);
    for (size_t i = 0; i < flags->groups.count; i++)
        ok &=
            find_group_words(loading, root, &flags->groups.items[i], false, !is_whole);
    ok &= find_group_words(loading, root, &flags->urgent, true,
                           ho_xml_is_misspelt(ctx, root, "urgent"));
    return is_whole && ok;
}

/* Words are held against the facts: against broken ones every word would be complained of. */
bool ho_red_flags_load(struct ho_loading *loading, const char *id)
{
    loading->library->red_flags.id = ho_strdup(loading->ctx->arena, id);
    return load_facts(loading, id) && load_words(loading, id);
}
