/* SPDX-License-Identifier: MIT */
#include "model/clinic.h"

#include <string.h>

#include "model/read_priv.h"

enum {
    NAME_LIMIT = 120,
    LINE_LIMIT = 120,
    LINES_LIMIT = 6,
    PAIN_MOST = 10,
    MAIL_LIMIT = 5000,
    MAIL_MOST = 100000
};

static bool read_text(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      const char *name, const char **out)
{
    const struct ho_xml_node *node = ho_read_child(root, name);
    if (!node)
        return true;
    bool ok = ho_xml_only_attributes(ctx, node, NULL);
    return ho_read_limited_text(ctx, node, LINE_LIMIT, out) && ok;
}

static bool read_phone(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_clinic *clinic)
{
    if (!read_text(ctx, root, "phone", &clinic->phone))
        return false;
    if (!clinic->phone || strpbrk(clinic->phone, "0123456789"))
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_read_child(root, "phone")->at,
              "patients are told to call it", "phone", "a telephone number");
    return false;
}

static bool read_address(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         struct ho_clinic *clinic)
{
    static const struct ho_child children[] = {{"line", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, NULL, children);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "line", n));) {
        const char *line = NULL;
        ok &= ho_xml_only_attributes(ctx, n, NULL);
        ok &= ho_read_limited_text(ctx, n, LINE_LIMIT, &line);
        if (clinic->address.count == LINES_LIMIT) {
            ho_report(ctx, HO_MSG_TOO_MANY, n->at, NULL, "address", "line",
                      ho_format(ctx->arena, "%d", LINES_LIMIT));
            return false;
        }
        if (line)
            ho_push(ctx->arena, &clinic->address, line);
    }
    return ok;
}

static bool read_logo(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_clinic *clinic)
{
    static const char *const attributes[] = {"file", NULL};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    clinic->logo_at = ho_xml_place(node, "file");
    return ho_xml_need(ctx, node, "file", &clinic->logo) && ok;
}

/* What a mail program can put on an envelope; whether it exists, only the post knows. No space and no line break:
 * it becomes a header. */
static bool is_address(const char *text)
{
    const char *at = strchr(text, '@');
    for (const char *c = text; *c; c++)
        if ((unsigned char)*c <= ' ' || *c == 0x7F || strchr("<>()[],;:\\\"", *c))
            return false;
    return at && at > text && !strchr(at + 1, '@') && strchr(at + 1, '.') &&
           at[1] != '.' && text[strlen(text) - 1] != '.' && strlen(text) <= 254;
}

static bool read_limit(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_clinic *clinic)
{
    int limit;
    if (!ho_xml_find(node, "limit-kb"))
        return true;
    if (!ho_xml_need_int(ctx, node, "limit-kb", &limit))
        return false;
    if (limit >= 1 && limit <= MAIL_MOST) {
        clinic->mail_limit_kb = limit;
        return true;
    }
    ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "limit-kb"), NULL, "limit-kb",
              "between 1 and 100000");
    return false;
}

static bool read_sender(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_clinic *clinic)
{
    static const char *const attributes[] = {"from", "sealed", "limit-kb", NULL};
    bool ok = ho_read_shape(ctx, node, attributes, NULL), is_sealed = true;
    ok &= ho_read_yes(ctx, node, "sealed", &is_sealed);
    clinic->mails_open = !is_sealed;
    ok &= read_limit(ctx, node, clinic);
    clinic->sender_at = ho_xml_place(node, "from");
    if (!ho_xml_need(ctx, node, "from", &clinic->sender))
        return false;
    if (is_address(clinic->sender))
        return ok;
    ho_report(ctx, HO_MSG_BAD_VALUE, clinic->sender_at,
              "write the address alone, such as desk@clinic.example", "from",
              "an e-mail address");
    return false;
}

static bool read_pain(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char *name, int *out)
{
    int pain;
    if (!ho_xml_need_int(ctx, node, name, &pain))
        return false;
    if (pain < 1 || pain > PAIN_MOST) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), NULL, name,
                  "between 1 and 10");
        return false;
    }
    *out = pain;
    return true;
}

static bool read_stop_rule(struct ho_ctx *ctx, const struct ho_xml_node *node,
                           struct ho_clinic *clinic)
{
    static const char *const attributes[] = {"caution", "stop", NULL};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= read_pain(ctx, node, "caution", &clinic->caution_pain);
    ok &= read_pain(ctx, node, "stop", &clinic->stop_pain);
    if (ok && clinic->stop_pain <= clinic->caution_pain) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "stop"), NULL, "stop",
                  "more than that of \"caution\"");
        return false;
    }
    return ok;
}

static bool read_flags(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_clinic *clinic)
{
    static const char *const attributes[] = {"leg-pain-alone", NULL};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    return ho_read_yes(ctx, node, "leg-pain-alone", &clinic->leg_pain_alone) && ok;
}

static bool read_review(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_clinic *clinic)
{
    static const char *const attributes[] = {"refuse-past", NULL};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    return ho_read_yes(ctx, node, "refuse-past", &clinic->refuses_past_review) && ok;
}

/* "condition/language/country"; which there are, the content knows. */
static bool is_set(struct ho_arena *arena, const char *text)
{
    int parts = 1;
    for (const char *slash; (slash = strchr(text, '/')); text = slash + 1, parts++)
        if (!ho_is_id(ho_strndup(arena, text, (size_t)(slash - text))))
            return false;
    return parts == 3 && ho_is_id(text);
}

static bool is_hash(const char *text)
{
    return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

static bool read_approval(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          struct ho_clinic *clinic)
{
    static const char *const attributes[] = {"set", "sha256", "by", "on", NULL};
    struct ho_approval approval = {.at = node->at};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= ho_read_limited(ctx, node, "by", NAME_LIMIT, true, &approval.by);
    ok &= ho_read_date(ctx, node, "on", true, &approval.on);
    if (!ho_xml_need(ctx, node, "sha256", &approval.sha256)) {
        ok = false;
    } else if (!is_hash(approval.sha256)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "sha256"),
                  "copy it from \"handout list texts\"", "sha256",
                  "64 digits of 0-9 and a-f");
        ok = false;
    }
    if (!ho_xml_need(ctx, node, "set", &approval.set))
        return false;
    if (!is_set(ctx->arena, approval.set)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "set"),
                  "copy it from \"handout list texts\"", "set",
                  "a condition, a language and a country, such as "
                  "\"sciatica/en-GB/GB\"");
        return false;
    }
    for (size_t i = 0; i < clinic->approvals.count; i++)
        if (ho_equal(clinic->approvals.items[i].set, approval.set)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "set"),
                      "keep the one that holds", "approved set", approval.set);
            return false;
        }
    ho_push(ctx->arena, &clinic->approvals, approval);
    return ok;
}

static bool read_attributes(struct ho_ctx *ctx, const struct ho_xml_node *root,
                            struct ho_clinic *clinic)
{
    static const char *const bodies[] = {"a", "b", NULL};
    bool ok = true;
    int body;
    clinic->country_at = ho_xml_place(root, "country");
    clinic->language_at = ho_xml_place(root, "language");
    clinic->theme_at = ho_xml_place(root, "theme");
    if (ho_xml_find(root, "country"))
        ok &= ho_read_id(ctx, root, "country", &clinic->country);
    if (ho_xml_find(root, "language"))
        ok &= ho_read_id(ctx, root, "language", &clinic->language);
    if (ho_xml_find(root, "theme"))
        ok &= ho_read_id(ctx, root, "theme", &clinic->theme);
    if (ho_xml_find(root, "body")) {
        ok &= ho_xml_need_word(ctx, root, "body", bodies, &body);
        clinic->body = ho_xml_find(root, "body");
    }
    return ok;
}

typedef bool reader(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    struct ho_clinic *clinic);

static bool read_parts(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_clinic *clinic)
{
    static const struct {
        const char *name;
        reader *read;
    } parts[] = {
        {"address", read_address}, {"logo", read_logo},
        {"email", read_sender},    {"stop-rule", read_stop_rule},
        {"red-flags", read_flags}, {"review", read_review},
    };
    bool ok = read_text(ctx, root, "name", &clinic->name);
    ok &= read_phone(ctx, root, clinic);
    ok &= read_text(ctx, root, "hours", &clinic->hours);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct ho_xml_node *node = ho_read_child(root, parts[i].name);
        if (node)
            ok &= parts[i].read(ctx, node, clinic);
    }
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "approved", n));)
        ok &= read_approval(ctx, n, clinic);
    return ok;
}

static struct ho_clinic *start_clinic(struct ho_arena *arena)
{
    struct ho_clinic *clinic = ho_new(arena, struct ho_clinic);
    clinic->caution_pain = clinic->stop_pain = -1;
    clinic->leg_pain_alone = true;
    clinic->mail_limit_kb = MAIL_LIMIT;
    return clinic;
}

const struct ho_clinic *ho_clinic_unnamed(struct ho_arena *arena)
{
    return start_clinic(arena);
}

bool ho_clinic_load(struct ho_ctx *ctx, const char *path, const struct ho_clinic **out)
{
    static const char *const attributes[] = {"country", "language", "theme", "body",
                                             NULL};
    static const struct ho_child children[] = {
        {"name", HO_ONCE},
        {"address", HO_AT_MOST_ONCE},
        {"phone", HO_ONCE},
        {"hours", HO_AT_MOST_ONCE},
        {"email", HO_AT_MOST_ONCE},
        {"logo", HO_AT_MOST_ONCE},
        {"red-flags", HO_AT_MOST_ONCE},
        {"stop-rule", HO_AT_MOST_ONCE},
        {"review", HO_AT_MOST_ONCE},
        {"approved", HO_ANY},
        {NULL, HO_ANY},
    };
    const struct ho_xml_node *root;
    if (!ho_xml_load(ctx, path, "clinic", &root))
        return false;
    struct ho_clinic *clinic = start_clinic(ctx->arena);
    clinic->at = clinic->logo_at = clinic->sender_at = root->at;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= read_attributes(ctx, root, clinic);
    ok &= read_parts(ctx, root, clinic);
    if (!ok)
        return false;
    *out = clinic;
    return true;
}

static const struct ho_approval *find_approval(const struct ho_clinic *clinic,
                                               const char *set)
{
    for (size_t i = 0; i < clinic->approvals.count; i++)
        if (ho_equal(clinic->approvals.items[i].set, set))
            return &clinic->approvals.items[i];
    return NULL;
}

bool ho_clinic_check(struct ho_ctx *ctx, const struct ho_clinic *clinic,
                     const struct ho_texts *texts, const char *today,
                     struct ho_standing *out)
{
    const struct ho_library *library = texts->library;
    const char *set = ho_texts_name(ctx->arena, texts);
    const struct ho_approval *approval = find_approval(clinic, set);
    struct ho_standing standing = {.is_past_review =
                                       today && strcmp(library->review_by, today) < 0};
    if (approval && ho_equal(approval->sha256, ho_texts_hash(ctx->arena, texts)))
        standing.approval = approval;
    else if (approval)
        ho_report(ctx, HO_MSG_APPROVAL_DROPPED, approval->at,
                  "read the texts again, then copy their sha256 from "
                  "\"handout list texts\"",
                  set);
    if (standing.is_past_review)
        ho_report(ctx,
                  clinic->refuses_past_review ? HO_MSG_REVIEW_REFUSED
                                              : HO_MSG_REVIEW_PASSED,
                  ho_source_whole(library->at),
                  "review the texts, then change \"review-by\"", set);
    if (standing.is_past_review && clinic->refuses_past_review)
        return false;
    *out = standing;
    return true;
}
