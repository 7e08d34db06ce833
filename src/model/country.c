/* SPDX-License-Identifier: MIT */
#include "model/country.h"

#include <string.h>

#include "model/library_priv.h"
#include "model/read_priv.h"

bool ho_tags_have(const struct ho_tags *tags, const char *language)
{
    for (size_t i = 0; i < tags->count; i++)
        if (ho_equal(tags->items[i], language))
            return true;
    return false;
}

/* An attribute of tags with spaces between; what is no tag is reported, and so is a list of none. */
static bool read_tags(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char *name, struct ho_tags *out)
{
    static const char spaces[] = " \t\r\n";
    const char *list;
    bool ok = true;
    if (!ho_xml_need(ctx, node, name, &list))
        return false;
    for (list += strspn(list, spaces); *list; list += strspn(list, spaces)) {
        size_t length = strcspn(list, spaces);
        const char *tag = ho_strndup(ctx->arena, list, length);
        ok &= ho_is_id(tag);
        ho_push(ctx->arena, out, tag);
        list += length;
    }
    if (ok && out->count)
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
              "such as \"en-GB\", with spaces between", name, "a list of languages");
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

/* The <text>s in turn: that of the country's language is read, all are known by their languages. */
static bool read_texts(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_country *out, bool *is_found)
{
    static const char *const in_text[] = {"languages", NULL};
    static const struct ho_child lines[] = {
        {"action", HO_ONCE}, {"wait", HO_ONCE},   {"avoid", HO_AT_MOST_ONCE},
        {"show", HO_ONCE},   {"urgent", HO_ONCE}, {NULL, HO_ANY}};
    bool ok = true;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "text", n));) {
        struct ho_tags tags = {0};
        ok &= ho_read_shape(ctx, n, in_text, lines);
        ok &= read_tags(ctx, n, "languages", &tags);
        for (size_t i = 0; i < tags.count; i++) {
            if (ho_tags_have(&out->languages, tags.items[i])) {
                ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(n, "languages"), NULL,
                          "language", tags.items[i]);
                ok = false;
                continue;
            }
            ho_push(ctx->arena, &out->languages, tags.items[i]);
            if (!out->language)
                out->language = tags.items[i];
            if (!ho_equal(tags.items[i], out->language))
                continue;
            *is_found = true;
            ok &= read_text(ctx, n, out);
        }
    }
    return ok;
}

static bool report_unspoken(struct ho_ctx *ctx, const struct ho_xml_node *root,
                            const struct ho_country *country, const char *language,
                            struct ho_span at)
{
    ho_report(ctx, HO_MSG_NO_COUNTRY_LANGUAGE, at,
              ho_format(ctx->arena, "add <text languages=\"%s\"> to %s", language,
                        root->at.source->name),
              country->code, language);
    return false;
}

static bool read_country(struct ho_ctx *ctx, const struct ho_xml_node *root,
                         struct ho_span at, struct ho_country *out)
{
    static const char *const attributes[] = {"code", "number", "checked", "staff",
                                             NULL};
    static const struct ho_child children[] = {
        {"source", HO_ONCE}, {"text", HO_ONE_OR_MORE}, {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, root, attributes, children), is_found = false;
    ok &= ho_read_own_id(ctx, root, "code", out->code);
    ok &= ho_xml_need(ctx, root, "number", &out->number);
    ok &= ho_read_date(ctx, root, "checked", true, &out->checked);
    ok &= read_tags(ctx, root, "staff", &out->staff);
    out->staff_at = ho_xml_place(root, "staff");
    const struct ho_xml_node *source = ho_read_child(root, "source");
    if (source) {
        ok &= ho_xml_only_attributes(ctx, source, NULL);
        ok &= ho_xml_need_text(ctx, source, &out->source);
    }
    ok &= read_texts(ctx, root, out, &is_found);
    if (!is_found && out->language)
        return report_unspoken(ctx, root, out, out->language, at);
    /* The words for the staff: without them no other language could be printed here. */
    if (ok && !ho_tags_have(&out->languages, out->staff.items[0]))
        return report_unspoken(ctx, root, out, out->staff.items[0], out->staff_at);
    return ok;
}

const char *ho_country_hint(struct ho_arena *arena, const char *folder)
{
    /* All are listed: of two letters, the nearest code may be a land on the other side of the earth. */
    return ho_read_hint(arena, "", ho_read_ids(arena, folder, "countries"));
}

bool ho_country_load(struct ho_ctx *ctx, const char *folder, const char *code,
                     const char *language, struct ho_span at,
                     const struct ho_country **out)
{
    const char *path = ho_read_path(ctx->arena, folder, "countries", code);
    struct ho_country *country = ho_new(ctx->arena, struct ho_country);
    const struct ho_xml_node *root;
    country->code = ho_strdup(ctx->arena, code);
    country->language = language ? ho_strdup(ctx->arena, language) : NULL;
    if (!ho_is_id(code) || !ho_read_exists(path)) {
        ho_report(ctx, HO_MSG_NO_COUNTRY_PACK, at, ho_country_hint(ctx->arena, folder),
                  code);
        return false;
    }
    if (!ho_xml_load(ctx, path, "country", &root) ||
        !read_country(ctx, root, at, country))
        return false;
    *out = country;
    return true;
}
