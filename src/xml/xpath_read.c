/* Expressions are held to their rules when the file is read, so that its author sees every slip without a record.
 * SPDX-License-Identifier: MIT */
#include <libxml/xpathInternals.h>
#include <string.h>

#include "xml/xml_priv.h"
#include "xml/xpath_priv.h"

/* XPath 1.0, section 4, without id, lang and namespace-uri, which mean nothing in our files. */
static const char *const functions[] = {"last",
                                        "position",
                                        "count",
                                        "name",
                                        "local-name",
                                        "string",
                                        "concat",
                                        "starts-with",
                                        "contains",
                                        "substring",
                                        "substring-before",
                                        "substring-after",
                                        "string-length",
                                        "normalize-space",
                                        "translate",
                                        "boolean",
                                        "not",
                                        "true",
                                        "false",
                                        "number",
                                        "sum",
                                        "floor",
                                        "ceiling",
                                        "round",
                                        NULL};
static const char *const node_tests[] = {"node", "text", NULL};

struct reading {
    struct ho_ctx *ctx;
    const struct ho_expression *expression;
};

struct ho_span ho_expression_at(const struct ho_expression *expression)
{
    return ho_xml_place_inside(expression->node, expression->attribute, 0);
}

static struct ho_span place(const struct reading *r, const char *at)
{
    return ho_xml_place_inside(r->expression->node, r->expression->attribute,
                               (size_t)(at - r->expression->text));
}

static bool is_among(const char *word, const char *const *words)
{
    for (size_t i = 0; words && words[i]; i++)
        if (ho_equal(words[i], word))
            return true;
    return false;
}

/* Of the record that is empty each variable is, too. */
static xmlXPathObjectPtr find_empty(void *variables, const xmlChar *name,
                                    const xmlChar *space)
{
    (void)space; /* no name has a prefix */
    return is_among((const char *)name, variables) ? new_value("", false) : NULL;
}

/* Compiles it and evaluates it once over an empty record: arguments too many or of the wrong type show then. */
static bool try_out(const struct reading *r, const char *const *variables)
{
    const struct ho_xml_node empty = {.name = "record"};
    struct complaint complaint = {0};
    HO_AUTO(xmlDocPtr, free_document) document = copy_tree(&empty);
    HO_AUTO(xmlXPathContextPtr, free_context)
    context = new_context(&complaint);
    set_document(context, document);
    xmlXPathRegisterVariableLookup(context, find_empty, (void *)variables);
    HO_AUTO(xmlXPathCompExprPtr, free_compiled)
    compiled = xmlXPathCtxtCompile(context, (const xmlChar *)r->expression->text);
    if (!compiled) {
        int length = (int)strlen(r->expression->text);
        int offset = complaint.offset < 0        ? 0
                     : complaint.offset > length ? length
                                                 : complaint.offset;
        ho_report(r->ctx, HO_MSG_XPATH_SYNTAX, place(r, r->expression->text + offset),
                  NULL, r->expression->attribute, xpath_fault(complaint.code));
        return false;
    }
    HO_AUTO(xmlXPathObjectPtr, free_object)
    value = xmlXPathCompiledEval(compiled, context);
    if (!value || complaint.code) {
        ho_report(r->ctx, HO_MSG_XPATH_FAILED, ho_expression_at(r->expression), NULL,
                  r->expression->attribute, xpath_fault(complaint.code));
        return false;
    }
    return true;
}

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static size_t name_length(const char *text)
{
    size_t length = 0;
    while (is_name_start(text[length]) ||
           (length && text[length] >= '0' && text[length] <= '9') ||
           (length && (text[length] == '-' || text[length] == '.')))
        length++;
    return length;
}

static bool check_known(const struct reading *r, const char *at, const char *kind,
                        const char *name, const char *const *known)
{
    if (is_among(name, known))
        return true;
    const char *near = ho_nearest(name, known);
    ho_report(r->ctx, HO_MSG_UNKNOWN_ID, place(r, at),
              near ? ho_format(r->ctx->arena, "did you mean \"%s\"?", near) : NULL,
              kind, name);
    return false;
}

/* The names after '$' and before '('. Texts in quotes are skipped; that they are closed is known by now. A name
 * before "(" that follows an operand is an operator, as in "a and (b)". */
static bool check_names(const struct reading *r, const char *const *variables)
{
    static const char *const operators[] = {"and", "or", "mod", "div", NULL};
    bool ok = true;
    for (const char *at = r->expression->text; *at;) {
        bool is_variable = *at == '$';
        if (*at == '"' || *at == '\'')
            at = strchr(at + 1, *at);
        if (!is_name_start(at[is_variable])) {
            at++;
            continue;
        }
        at += is_variable;
        size_t length = name_length(at);
        const char *name = ho_strndup(r->ctx->arena, at, length);
        const char *after = at + length + strspn(at + length, " \t\r\n");
        if (is_variable)
            ok &= check_known(r, at - 1, "variable", name, variables);
        else if (*after == '(' && !is_among(name, operators) &&
                 !is_among(name, node_tests))
            ok &= check_known(r, at, "function", name, functions);
        at += length;
    }
    return ok;
}

static bool closes_texts(const char *text)
{
    for (; text && *text; text++)
        if ((*text == '"' || *text == '\'') && !(text = strchr(text + 1, *text)))
            return false;
    return true;
}

bool ho_expression_read(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, const char *const *variables,
                        struct ho_expression *out)
{
    struct ho_expression expression = {.node = node, .attribute = name};
    const struct reading r = {ctx, &expression};
    if (!ho_xml_find(node, name))
        return true;
    if (!ho_xml_need(ctx, node, name, &expression.text))
        return false;
    if (strlen(expression.text) > EXPRESSION_LIMIT) {
        ho_report(ctx, HO_MSG_XPATH_TOO_LONG, ho_expression_at(&expression), NULL, name,
                  ho_format(ctx->arena, "%d", EXPRESSION_LIMIT));
        return false;
    }
    /* A name that is not there is told by itself: trying it out would say so again, worse. */
    if (closes_texts(expression.text) && !check_names(&r, variables))
        return false;
    if (!try_out(&r, variables))
        return false;
    *out = expression;
    return true;
}

bool ho_expression_need(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, const char *const *variables,
                        struct ho_expression *out)
{
    const char *text;
    return ho_xml_need(ctx, node, name, &text) &&
           ho_expression_read(ctx, node, name, variables, out);
}
