/* SPDX-License-Identifier: MIT */
#include "model/phrase.h"

#include <string.h>

#include "model/read_priv.h"

/* A phrase under construction. White space is folded over the borders of elements: "a <b> b</b>" has one space. */
struct reading {
    struct ho_ctx *ctx;
    HO_VEC(struct ho_phrase_part);
    struct ho_text text; /* of the part being read */
    struct ho_span text_at;
    bool is_strong;
    bool has_space;     /* a space waits for what follows it */
    bool ends_in_space; /* the part before has one: no other may follow */
};

static void end_text(struct reading *r)
{
    if (!r->text.count)
        return;
    ho_push(r->ctx->arena, r,
            (struct ho_phrase_part){
                .kind = HO_PHRASE_TEXT,
                .text = ho_strndup(r->ctx->arena, r->text.items, r->text.count),
                .is_strong = r->is_strong,
                .at = r->text_at,
            });
    r->text.count = 0;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_text(struct reading *r, const struct ho_xml_node *node)
{
    for (const char *c = node->text; *c; c++) {
        if (is_space(*c)) {
            r->has_space = !r->ends_in_space && (r->count || r->text.count);
            continue;
        }
        if (!r->text.count)
            r->text_at = node->at;
        if (r->has_space)
            ho_text_add(&r->text, " ");
        r->has_space = r->ends_in_space = false;
        ho_text_add_bytes(&r->text, c, 1);
    }
}

/* The space before a hole or a change of weight belongs to the text before it, or is a part of its own. */
static void end_before(struct reading *r, struct ho_span at)
{
    if (r->has_space) {
        if (!r->text.count)
            r->text_at = at;
        ho_text_add(&r->text, " ");
        r->has_space = false;
        r->ends_in_space = true;
    }
    end_text(r);
}

static bool add_hole(struct reading *r, const struct ho_xml_node *node,
                     struct ho_phrase_part part)
{
    static const char *const attributes[][3] = {[HO_PHRASE_SIDE] = {"of", "working"},
                                                [HO_PHRASE_DOSE] = {"of"},
                                                [HO_PHRASE_VALUE] = {"name"}};
    bool working = true;
    bool ok = ho_read_shape(r->ctx, node, attributes[part.kind], NULL);
    ok &= ho_read_id(r->ctx, node, attributes[part.kind][0], &part.name);
    if (part.kind == HO_PHRASE_SIDE)
        ok &= ho_read_yes(r->ctx, node, "working", &working);
    part.is_other = !working;
    if (ok && part.kind == HO_PHRASE_SIDE)
        part.string = ho_format(r->ctx->arena, "side.%s.%s", part.name,
                                part.is_other ? "other" : "working");
    if (ok && part.kind == HO_PHRASE_DOSE)
        part.string = ho_join(r->ctx->arena, "dose.", part.name);
    part.is_strong = r->is_strong;
    part.at = node->at;
    end_before(r, node->at);
    r->ends_in_space = false;
    ho_push(r->ctx->arena, r, part);
    return ok;
}

static bool add_content(struct reading *r, const struct ho_xml_node *node);

static bool add_strong(struct reading *r, const struct ho_xml_node *node)
{
    bool ok = ho_xml_only_attributes(r->ctx, node, NULL);
    if (!node->first) {
        ho_report(r->ctx, HO_MSG_NO_TEXT, node->at, NULL, node->name);
        return false;
    }
    end_before(r, node->at);
    r->is_strong = true;
    ok &= add_content(r, node);
    end_text(r);
    r->is_strong = false;
    return ok;
}

static bool add_content(struct reading *r, const struct ho_xml_node *node)
{
    static const char *const in_text[] = {"b", "side", "dose", "value", NULL};
    bool ok = true;
    for (const struct ho_xml_node *child = node->first; child; child = child->next) {
        if (child->text) {
            add_text(r, child);
        } else if (ho_xml_is(child, "side")) {
            ok &= add_hole(r, child, (struct ho_phrase_part){.kind = HO_PHRASE_SIDE});
        } else if (ho_xml_is(child, "dose")) {
            ok &= add_hole(r, child, (struct ho_phrase_part){.kind = HO_PHRASE_DOSE});
        } else if (ho_xml_is(child, "value")) {
            ok &= add_hole(r, child, (struct ho_phrase_part){.kind = HO_PHRASE_VALUE});
        } else if (ho_xml_is(child, "b") && !r->is_strong) {
            ok &= add_strong(r, child);
        } else {
            ho_xml_unknown(r->ctx, child, r->is_strong ? in_text + 1 : in_text);
            ok = false;
        }
    }
    return ok;
}

bool ho_phrase_read(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    struct ho_phrase *out)
{
    struct reading r = {.ctx = ctx, .text = {.arena = ctx->arena}};
    bool ok = add_content(&r, node);
    end_text(&r);
    if (ok && r.count == 0) {
        ho_report(ctx, HO_MSG_NO_TEXT, node->at, NULL, node->name);
        ok = false;
    }
    if (ok)
        *out = (struct ho_phrase){r.items, r.count, node->at};
    return ok;
}

const char *ho_phrase_plain(struct ho_arena *arena, const struct ho_phrase *phrase)
{
    struct ho_text text = {.arena = arena};
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        switch (part->kind) {
        case HO_PHRASE_TEXT: ho_text_add(&text, part->text); break;
        case HO_PHRASE_SIDE:
            ho_text_add_format(&text, "{side:%s%s}", part->name,
                               part->is_other ? ":other" : "");
            break;
        case HO_PHRASE_DOSE: ho_text_add_format(&text, "{dose:%s}", part->name); break;
        case HO_PHRASE_VALUE: ho_text_add_format(&text, "{%s}", part->name); break;
        }
    }
    return ho_text_end(&text);
}
