/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_priv.h"

/* Far above what our formats need, far below what recursion over the tree can bear. */
#define DEPTH_LIMIT 64

struct parse {
    struct ho_ctx *ctx;
    const struct ho_source *source;
    size_t start; /* libxml2 sees the text from here */
    xmlParserCtxtPtr parser;
    struct ho_xml_node *root, *open;
    int depth;
    bool has_failed;
    struct ho_text text; /* collected since the last tag */
    size_t text_at;      /* where that text begins */
    size_t after;        /* the byte after the last tag, comment or instruction */
    /* Places are asked for in rising order: count on from the last one, or a long file takes for ever. */
    struct {
        size_t offset, line_start;
        int line;
    } counted;
};

static void free_parser(xmlParserCtxtPtr *parser)
{
    if (*parser)
        xmlFreeParserCtxt(*parser);
}

static struct ho_span span_at(struct parse *p, size_t offset)
{
    if (offset > p->source->length)
        offset = p->source->length;
    if (offset < p->counted.offset) {
        p->counted.offset = p->counted.line_start = p->start;
        p->counted.line = 1;
    }
    for (; p->counted.offset < offset; p->counted.offset++)
        if (p->source->text[p->counted.offset] == '\n') {
            p->counted.line++;
            p->counted.line_start = p->counted.offset + 1;
        }
    return (struct ho_span){p->source, p->counted.line,
                            (int)(offset - p->counted.line_start) + 1};
}

/* How far libxml2 has read, as an offset in our own text. */
static size_t read_so_far(const struct parse *p)
{
    long bytes = xmlByteConsumed(p->parser);
    assert(bytes >= 0 && p->start + (size_t)bytes <= p->source->length);
    return p->start + (size_t)bytes;
}

/* The last `wanted` before `offset`. */
static size_t scan_back(const struct parse *p, size_t offset, char wanted)
{
    while (offset > p->start && p->source->text[offset] != wanted)
        offset--;
    return offset;
}

static void fail(struct parse *p)
{
    p->has_failed = true;
    xmlStopParser(p->parser);
}

static void append_node(struct parse *p, struct ho_xml_node *node)
{
    node->parent = p->open;
    if (!p->open) {
        p->root = node;
        return;
    }
    if (p->open->last)
        p->open->last->next = node;
    else
        p->open->first = node;
    p->open->last = node;
}

static void flush_text(struct parse *p)
{
    if (!p->text.count)
        return;
    size_t at = p->text_at;
    while (ho_xml_is_space(p->source->text[at]))
        at++;
    struct ho_xml_node *node = ho_new(p->ctx->arena, struct ho_xml_node);
    node->text = ho_strndup(p->ctx->arena, p->text.items, p->text.count);
    node->at = span_at(p, at);
    append_node(p, node);
    p->text.count = 0;
}

/* The length of a name that begins here: it ends where a tag's syntax goes on. */
static size_t name_length(const char *text)
{
    return strcspn(text, " \t\r\n=/>");
}

static bool is_namespace(const char *name, size_t length)
{
    return strncmp(name, "xmlns", 5) == 0 && (length == 5 || name[5] == ':');
}

/* Finds the value in quotes after `offset` and before `end`; false if there is none. */
static bool find_value(const char *text, size_t offset, size_t end, size_t *from,
                       size_t *to)
{
    while (offset < end && text[offset] != '"' && text[offset] != '\'')
        offset++;
    if (offset >= end)
        return false;
    const char *close = memchr(text + offset + 1, text[offset], end - offset - 1);
    *from = offset + 1;
    *to = close ? (size_t)(close - text) : 0;
    return close != NULL;
}

/* libxml2 gives the values but no places: names and places are read from our own text, in the same order, from
 * `offset` to `end`. A tag that breaks off at a forbidden character comes here too, before libxml2 complains of it.
 * Namespace declarations count as attributes, so that they are complained of. */
static void read_attributes(struct parse *p, struct ho_xml_node *node, size_t offset,
                            size_t end, const xmlChar **values, int count)
{
    const char *text = p->source->text;
    struct ho_xml_attribute **last = &node->attributes;
    while (offset < end) {
        offset += strspn(text + offset, " \t\r\n");
        size_t length = name_length(text + offset), from, to;
        if (offset + length >= end || !length ||
            !find_value(text, offset + length, end, &from, &to))
            return;
        struct ho_xml_attribute *attribute =
            ho_new(p->ctx->arena, struct ho_xml_attribute);
        attribute->name = ho_strndup(p->ctx->arena, text + offset, length);
        attribute->at = span_at(p, offset);
        if (is_namespace(text + offset, length) || count == 0) {
            attribute->value = ho_strndup(p->ctx->arena, text + from, to - from);
        } else {
            attribute->value = ho_strndup(p->ctx->arena, (const char *)values[3],
                                          (size_t)(values[4] - values[3]));
            values += 5;
            count--;
        }
        *last = attribute;
        last = &attribute->next;
        offset = to + 1;
    }
}

static void start_element(void *data, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespaces, const xmlChar **declared,
                          int count, int defaulted, const xmlChar **attributes)
{
    struct parse *p = data;
    (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared,
        (void)defaulted;
    if (p->has_failed)
        return;
    flush_text(p);
    size_t now = read_so_far(p);
    size_t tag = scan_back(p, now, '<');
    size_t length = name_length(p->source->text + tag + 1);
    struct ho_xml_node *node = ho_new(p->ctx->arena, struct ho_xml_node);
    node->at = span_at(p, tag);
    if (++p->depth > DEPTH_LIMIT) {
        ho_report(p->ctx, HO_MSG_XML_SYNTAX, node->at, NULL,
                  "too many elements inside each other");
        fail(p);
        return;
    }
    node->name = ho_strndup(p->ctx->arena, p->source->text + tag + 1, length);
    read_attributes(p, node, tag + 1 + length, now, attributes, count);
    append_node(p, node);
    p->open = node;
    p->after = now + (p->source->text[now] == '/' ? 2 : 1);
}

static void end_element(void *data, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct parse *p = data;
    (void)name, (void)prefix, (void)uri;
    if (p->has_failed)
        return;
    flush_text(p);
    p->depth--;
    p->open = p->open->parent;
    p->after = read_so_far(p);
}

static void take_text(void *data, const xmlChar *text, int length)
{
    struct parse *p = data;
    if (p->has_failed)
        return;
    if (!p->text.count)
        p->text_at = p->after;
    ho_text_add_bytes(&p->text, text, (size_t)length);
}

static void skip_comment(void *data, const xmlChar *text)
{
    struct parse *p = data;
    (void)text;
    if (!p->has_failed)
        p->after = read_so_far(p);
}

static void skip_instruction(void *data, const xmlChar *target, const xmlChar *text)
{
    (void)target;
    skip_comment(data, text);
}

/* Called before anything of the DTD is read, so that no entity is ever declared. */
static void refuse_doctype(void *data, const xmlChar *name, const xmlChar *external,
                           const xmlChar *system)
{
    struct parse *p = data;
    (void)name, (void)external, (void)system;
    if (p->has_failed)
        return;
    ho_report(p->ctx, HO_MSG_XML_DOCTYPE, span_at(p, scan_back(p, read_so_far(p), '<')),
              "delete the whole <!DOCTYPE …>");
    fail(p);
}

static xmlEntityPtr find_entity(void *data, const xmlChar *name)
{
    (void)data;
    return xmlGetPredefinedEntity(name);
}

/* The name is shown only if it is one of HTML's: any other could be a patient's data after a stray '&'. */
static void report_entity(struct parse *p, size_t now)
{
    size_t at = scan_back(p, now ? now - 1 : 0, '&');
    const char *name = p->source->text + at + 1;
    const char *known = ho_xml_html_entity(name, strcspn(name, "; \t\r\n<"));
    ho_report(p->ctx, HO_MSG_XML_ENTITY, span_at(p, at),
              known ? "write the character itself" : "write &amp; for the character &",
              known ? known : "&…;");
}

static const char not_xml_hint[] =
    "is it the right file? \"handout new\" writes a record to start from";

static void report_syntax(struct parse *p, int code, size_t now)
{
    bool is_mismatch = code == XML_ERR_TAG_NAME_MISMATCH;
    bool is_end =
        code == XML_ERR_TAG_NOT_FINISHED || (now == p->source->length && !is_mismatch);
    const char *words = ho_xml_fault(code);
    if (p->open && (is_mismatch || is_end)) {
        words =
            ho_format(p->ctx->arena, "%s <%s> of line %d",
                      is_end ? "the file ends inside" : "this end tag does not close",
                      p->open->name, ho_span_line(p->open->at));
        now = is_end ? now : scan_back(p, now - 1, '<');
    }
    ho_report(p->ctx, HO_MSG_XML_SYNTAX, span_at(p, now),
              code == XML_ERR_DOCUMENT_EMPTY ? not_xml_hint : NULL, words);
}

/* libxml2's own words are not used: they may quote the file. Only its first complaint is of use. */
static void take_error(void *data, xmlErrorPtr error)
{
    struct parse *p = data;
    if (error->code == XML_ERR_NO_MEMORY)
        ho_out_of_memory();
    if (p->has_failed || error->level < XML_ERR_ERROR ||
        error->domain == XML_FROM_NAMESPACE)
        return;
    size_t now = read_so_far(p);
    if (error->code == XML_ERR_UNDECLARED_ENTITY ||
        error->code == XML_WAR_UNDECLARED_ENTITY)
        report_entity(p, now);
    else
        report_syntax(p, error->code, now);
    fail(p);
}

static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = take_text,
    .ignorableWhitespace = take_text,
    .cdataBlock = take_text,
    .comment = skip_comment,
    .processingInstruction = skip_instruction,
    .internalSubset = refuse_doctype,
    .getEntity = find_entity,
    .serror = take_error,
};

bool ho_xml_parse(struct ho_ctx *ctx, const struct ho_source *source,
                  const struct ho_xml_node **out)
{
    size_t errors = ho_error_count(ctx);
    struct parse p = {.ctx = ctx, .source = source, .text = {.arena = ctx->arena}};
    if (!ho_xml_check_encoding(ctx, source, &p.start))
        return false;
    if (source->length == p.start) {
        ho_report(ctx, HO_MSG_XML_SYNTAX, ho_source_whole(source), not_xml_hint,
                  "it is empty");
        return false;
    }
    p.counted.offset = p.counted.line_start = p.start;
    p.counted.line = 1;
    HO_AUTO(xmlParserCtxtPtr, free_parser)
    parser = xmlCreateMemoryParserCtxt(source->text + p.start,
                                       (int)(source->length - p.start));
    if (!parser || !parser->sax)
        ho_out_of_memory();
    *parser->sax = handler;
    parser->userData = &p;
    p.parser = parser;
    /* Without NOENT libxml2 leaves "&amp;" in an attribute as "&#38;". There is no entity but the five to replace:
     * find_entity knows no others, and a DOCTYPE is refused. */
    (void)xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    (void)xmlParseDocument(parser);
    if (!p.has_failed && (!parser->wellFormed || !p.root))
        report_syntax(&p, XML_ERR_INTERNAL_ERROR, source->length);
    if (ho_error_count(ctx) > errors)
        return false;
    *out = p.root;
    return true;
}

bool ho_xml_is_root(struct ho_ctx *ctx, const struct ho_xml_node *root,
                    const char *name)
{
    if (ho_xml_is(root, name))
        return true;
    ho_report(ctx, HO_MSG_WRONG_ROOT, root->at, NULL, root->name, name);
    return false;
}

bool ho_xml_load(struct ho_ctx *ctx, const char *path, const char *root,
                 const struct ho_xml_node **out)
{
    const struct ho_source *source;
    const struct ho_xml_node *node;
    if (!ho_source_load(ctx, path, &source) || !ho_xml_parse(ctx, source, &node) ||
        !ho_xml_is_root(ctx, node, root))
        return false;
    *out = node;
    return true;
}

const char *ho_xml_libraries(struct ho_arena *arena)
{
    int version = atoi(xmlParserVersion); /* such as 20914 */
    return ho_format(arena, "libxml2 %d.%d.%d", version / 10000, version / 100 % 100,
                     version % 100);
}
