/* SPDX-License-Identifier: MIT */
#include "model/country.h"

#include <string.h>

#include "model/library_priv.h"
#include "model/read_priv.h"

static bool has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    while (*list) {
        list += strspn(list, " \t\r\n");
        size_t here = strcspn(list, " \t\r\n");
        if (here == length && strncmp(list, word, length) == 0)
            return true;
        list += here;
    }
    return false;
}

static bool read_text(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_country *out)
{
    bool ok = ho_read_phrase(ctx, node, "action", &out->action);
    ok &= ho_read_phrase(ctx, node, "wait", &out->wait);
    ok &= ho_read_phrase(ctx, node, "avoid", &out->avoid);
    ok &= ho_read_phrase(ctx, node, "show", &out->show);
    ok &= ho_read_phrase(ctx, node, "urgent", &out->urgent);
    ok &= ho_phrase_check_plain(ctx, &out->action, "action");
    ok &= ho_phrase_check_plain(ctx, &out->wait, "wait");
    ok &= ho_phrase_check_plain(ctx, &out->avoid, "avoid");
    ok &= ho_phrase_check_plain(ctx, &out->show, "show");
    ok &= ho_phrase_check_plain(ctx, &out->urgent, "urgent");
    /* The number stands twice on the sheet, huge and in the sentence: the two must not differ. */
    if (out->number && out->action.count &&
        !strstr(ho_phrase_plain(ctx->arena, &out->action), out->number)) {
        ho_report(ctx, HO_MSG_COUNTRY_NUMBER, out->action.at, NULL, "action",
                  out->number);
        ok = false;
    }
    /* 111 is an advice line in one country and the ambulance in another: a pack that was copied and half changed
     * must not send the second tier to the emergency number, nor the other way round. */
    if (out->number && out->urgent.count &&
        strstr(ho_phrase_plain(ctx->arena, &out->urgent), out->number)) {
        ho_report(ctx, HO_MSG_URGENT_NUMBER, out->urgent.at,
                  "name the country's advice line, or the doctor", out->number);
        ok = false;
    }
    return ok;
}

static bool read_country(struct ho_ctx *ctx, const struct ho_xml_node *root,
                         const char *language, struct ho_span at,
                         struct ho_country *out)
{
    static const char *const attributes[] = {"code", "number", "checked", NULL};
    static const struct ho_child children[] = {
        {"source", HO_ONCE}, {"text", HO_ONE_OR_MORE}, {NULL, HO_ANY}};
    static const char *const in_text[] = {"languages", NULL};
    static const struct ho_child lines[] = {
        {"action", HO_ONCE}, {"wait", HO_ONCE},   {"avoid", HO_AT_MOST_ONCE},
        {"show", HO_ONCE},   {"urgent", HO_ONCE}, {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, root, attributes, children), is_found = false;
    ok &= ho_read_own_id(ctx, root, "code", out->code);
    ok &= ho_xml_need(ctx, root, "number", &out->number);
    ok &= ho_read_date(ctx, root, "checked", true, &out->checked);
    const struct ho_xml_node *source = ho_read_child(root, "source");
    if (source) {
        ok &= ho_xml_only_attributes(ctx, source, NULL);
        ok &= ho_xml_need_text(ctx, source, &out->source);
    }
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "text", n));) {
        const char *languages;
        ok &= ho_read_shape(ctx, n, in_text, lines);
        if (!ho_xml_need(ctx, n, "languages", &languages)) {
            ok = false;
        } else if (has_word(languages, language)) {
            if (is_found)
                ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "languages"), NULL,
                          "language", language);
            ok &= !is_found && read_text(ctx, n, out);
            is_found = true;
        }
    }
    if (!is_found)
        ho_report(ctx, HO_MSG_NO_COUNTRY_LANGUAGE, at,
                  ho_format(ctx->arena, "add <text languages=\"%s\"> to %s", language,
                            root->at.source->name),
                  out->code, language);
    return ok && is_found;
}

bool ho_country_load(struct ho_ctx *ctx, const char *folder, const char *code,
                     const char *language, struct ho_span at,
                     const struct ho_country **out)
{
    const char *path = ho_read_path(ctx->arena, folder, "countries", code);
    struct ho_country *country = ho_new(ctx->arena, struct ho_country);
    const struct ho_xml_node *root;
    country->code = ho_strdup(ctx->arena, code);
    country->language = ho_strdup(ctx->arena, language);
    if (!ho_is_id(code) || !ho_read_exists(path)) {
        /* All are listed: of two letters, the nearest code may be a land on the other side of the earth. */
        const char *const *known = ho_read_ids(ctx->arena, folder, "countries");
        ho_report(ctx, HO_MSG_NO_COUNTRY_PACK, at, ho_read_hint(ctx->arena, "", known),
                  code);
        return false;
    }
    if (!ho_xml_load(ctx, path, "country", &root) ||
        !read_country(ctx, root, language, at, country))
        return false;
    *out = country;
    return true;
}
