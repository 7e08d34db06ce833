/* Finds the records of an XML roster without parsing it: since a <record> holds no other, its two tags are enough, and
 * one that is broken cannot swallow the next.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/roster_priv.h"

struct scan {
    struct ho_ctx *ctx;
    struct ho_rows *rows;
    const char *text, *end, *at;
    struct ho_span here; /* the place of `at` */
};

static bool is_here(const struct scan *s, const char *at, const char *words)
{
    size_t length = strlen(words);
    return (size_t)(s->end - at) >= length && memcmp(at, words, length) == 0;
}

/* A tag of that name: "<record" is not "<records". */
static bool is_tag(const struct scan *s, const char *at, const char *start)
{
    return is_here(s, at, start) && at + strlen(start) < s->end &&
           strchr(" \t\r\n/>", at[strlen(start)]);
}

static void move_to(struct scan *s, const char *at)
{
    for (; s->at < at; s->at++) {
        s->here.column++;
        if (*s->at == '\n') {
            s->here.line++;
            s->here.column = 1;
        }
    }
}

/* The byte after `words`, or the end. */
static const char *after(const struct scan *s, const char *at, const char *words)
{
    size_t length = strlen(words);
    for (; (at = memchr(at, words[0], (size_t)(s->end - at))); at++)
        if (is_here(s, at, words))
            return at + length;
    return s->end;
}

/* The byte after a comment, an instruction or a CDATA section that begins here; NULL if none does. */
static const char *after_other(const struct scan *s, const char *at)
{
    if (is_here(s, at, "<!--"))
        return after(s, at + 4, "-->");
    if (is_here(s, at, "<?"))
        return after(s, at + 2, "?>");
    if (is_here(s, at, "<![CDATA["))
        return after(s, at + 9, "]]>");
    return NULL;
}

/* The byte after the tag that begins here, or before the next '<', which cannot be in one. */
static const char *after_tag(const struct scan *s, const char *at)
{
    char quote = 0;
    for (at++; at < s->end && *at != '<'; at++) {
        if (!quote && *at == '>')
            return at + 1;
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = (char)(quote ? '\0' : *at);
    }
    return at < s->end ? at : s->end;
}

/* Where the record that begins here ends: after its end tag, or before what cannot be inside it. */
static const char *end_of_record(const struct scan *s)
{
    const char *at = after_tag(s, s->at);
    if (at[-1] == '>' && at[-2] == '/')
        return at;
    at = s->at + 1;
    while ((at = memchr(at, '<', (size_t)(s->end - at)))) {
        const char *other = after_other(s, at);
        if (is_tag(s, at, "</record"))
            return after(s, at, ">");
        if (is_tag(s, at, "<record") || is_tag(s, at, "</records"))
            return at;
        at = other ? other : at + 1;
    }
    return s->end;
}

/* Where something that is no record ends: before the next that is one, or the end of the list. */
static const char *end_of_stray(const struct scan *s)
{
    const char *at = s->at;
    while (at < s->end && (at = memchr(at, '<', (size_t)(s->end - at)))) {
        const char *other = after_other(s, at);
        if (at > s->at && (is_tag(s, at, "<record") || is_tag(s, at, "</records")))
            return at;
        at = other ? other : at + 1;
    }
    return s->end;
}

static void skip_space(struct scan *s)
{
    const char *at = s->at, *other;
    for (;; at = other) {
        while (at < s->end && strchr(" \t\r\n", *at) && *at)
            at++;
        other = after_other(s, at);
        if (!other || is_here(s, at, "<![CDATA["))
            break;
    }
    move_to(s, at);
}

static void add_row(struct scan *s, const char *end)
{
    size_t offset = (size_t)(s->at - s->text);
    const char *last = end;
    while (last > s->at && strchr(" \t\r\n", last[-1]) && last[-1])
        last--;
    ho_rows_add(s->ctx, s->rows, s->here, offset, (size_t)(last - s->text));
    move_to(s, end);
}

/* What comes before the first record, closed and read as XML: so its messages are those of any file. */
static bool read_root(struct scan *s)
{
    struct ho_arena *arena = s->ctx->arena;
    const char *name = s->at < s->end ? s->at + 1 : s->end;
    const char *tag_end = after_tag(s, s->at);
    size_t length = strcspn(name, " \t\r\n/>");
    bool is_closed = tag_end[-1] == '>' && tag_end[-2] == '/';
    struct ho_source *source = ho_new(arena, struct ho_source);
    const struct ho_xml_node *root;
    source->name = s->rows->source->name;
    source->text = ho_format(arena, "%.*s%s%.*s%s", (int)(tag_end - s->text), s->text,
                             is_closed ? "" : "</", is_closed ? 0 : (int)length, name,
                             is_closed ? "" : ">");
    source->length = strlen(source->text);
    if (!ho_xml_parse(s->ctx, source, &root) ||
        !ho_xml_is_root(s->ctx, root, "records"))
        return false;
    bool ok = ho_xml_only_attributes(s->ctx, root, NULL);
    move_to(s, is_closed ? s->end : tag_end);
    return ok;
}

bool ho_rows_find_xml(struct ho_ctx *ctx, struct ho_rows *rows)
{
    const struct ho_source *source = rows->source;
    struct scan s = {.ctx = ctx,
                     .rows = rows,
                     .text = source->text,
                     .end = source->text + source->length,
                     .at = source->text,
                     .here = {source, 1, 1}};
    if (strncmp(s.text, "\xEF\xBB\xBF", 3) == 0)
        s.at += 3;
    skip_space(&s);
    if (!read_root(&s))
        return false;
    while (s.at < s.end) {
        skip_space(&s);
        if (is_tag(&s, s.at, "</records")) {
            move_to(&s, after(&s, s.at, ">"));
            skip_space(&s);
            if (s.at == s.end)
                return true;
        }
        add_row(&s, is_tag(&s, s.at, "<record") ? end_of_record(&s) : end_of_stray(&s));
    }
    return true;
}

static bool refuse_stray(struct ho_ctx *ctx, const struct ho_source *text,
                         const struct ho_xml_node *node)
{
    static const char *const names[] = {"record", NULL};
    struct ho_xml_node list = {.name = "records"};
    struct ho_xml_node stray;
    if (node) {
        stray = *node;
        stray.parent = &list;
        ho_xml_unknown(ctx, &stray, names);
    } else if (!text->length) {
        ho_report(ctx, HO_MSG_XML_SYNTAX, ho_source_span(text, 0),
                  "is all of the file here?", "the file ends inside <records>");
    } else {
        ho_report(ctx, HO_MSG_STRAY_TEXT, ho_source_span(text, 0), NULL, "records");
    }
    return false;
}

bool ho_rows_parse_xml(struct ho_ctx *ctx, const struct ho_source *text,
                       const struct ho_xml_node **out)
{
    const struct ho_xml_node *root;
    if (*text->text != '<')
        return refuse_stray(ctx, text, NULL);
    if (!ho_xml_parse(ctx, text, &root))
        return false;
    if (!ho_xml_is(root, "record"))
        return refuse_stray(ctx, text, root);
    *out = root;
    return true;
}
