/* Evaluation: one context a tree, every expression compiled when it is asked.
 * SPDX-License-Identifier: MIT */
#include <assert.h>
#include <libxml/xpathInternals.h>
#include <limits.h>
#include <math.h>

#include "xml/xml_priv.h"
#include "xml/xpath_priv.h"

struct ho_xpath {
    struct ho_ctx *ctx;
    xmlDocPtr document;
    xmlXPathContextPtr context;
    struct complaint complaint;
    const struct ho_xpath_variable *variables;
    size_t variable_count, evaluations;
};

struct ho_xpath *ho_xpath_open(struct ho_ctx *ctx, const struct ho_xml_node *root,
                               const struct ho_xpath_variable *variables, size_t count)
{
    struct ho_xpath *xpath = ho_new(ctx->arena, struct ho_xpath);
    assert(root);
    xpath->ctx = ctx;
    xpath->document = copy_tree(root);
    xpath->context = new_context(xpath->document, &xpath->complaint);
    xpath->variables = variables;
    xpath->variable_count = count;
    for (size_t i = 0; i < count; i++)
        set_variable(xpath->context, &variables[i]);
    return xpath;
}

void ho_xpath_close(struct ho_xpath *xpath)
{
    if (!xpath)
        return;
    free_context(&xpath->context);
    free_document(&xpath->document);
}

static bool refuse(struct ho_xpath *xpath, const struct ho_expression *expression,
                   const char *why)
{
    ho_report(xpath->ctx, HO_MSG_XPATH_FAILED, ho_expression_at(expression), NULL,
              expression->attribute, why);
    return false;
}

/* NULL after a report. */
static xmlXPathObjectPtr evaluate(struct ho_xpath *xpath,
                                  const struct ho_expression *expression)
{
    if (++xpath->evaluations > EVALUATION_LIMIT) {
        refuse(xpath, expression, "the template asks too much of one record");
        return NULL;
    }
    xpath->complaint = (struct complaint){0};
    xpath->context->opCount = 0;
    HO_AUTO(xmlXPathCompExprPtr, free_compiled)
    compiled = xmlXPathCtxtCompile(xpath->context, (const xmlChar *)expression->text);
    xmlXPathObjectPtr value =
        compiled ? xmlXPathCompiledEval(compiled, xpath->context) : NULL;
    if (!value || xpath->complaint.code) {
        free_object(&value);
        refuse(xpath, expression, xpath_fault(xpath->complaint.code));
        return NULL;
    }
    return value;
}

bool ho_xpath_test(struct ho_xpath *xpath, const struct ho_expression *expression,
                   bool *out)
{
    HO_AUTO(xmlXPathObjectPtr, free_object) value = evaluate(xpath, expression);
    if (!value)
        return false;
    *out = xmlXPathCastToBoolean(value) != 0;
    return true;
}

/* Trimmed, with runs of white space as one space: a field is one line. */
static const char *fold(struct ho_arena *arena, const char *text)
{
    struct ho_text out = {.arena = arena};
    for (bool has_space = false; *text; text++) {
        if (ho_xml_is_space(*text)) {
            has_space = out.count > 0;
            continue;
        }
        if (has_space)
            ho_text_add(&out, " ");
        has_space = false;
        ho_text_add_bytes(&out, text, 1);
    }
    return ho_text_end(&out);
}

/* Where the value comes from: the node's own place, or that of the variable. */
static struct ho_span find_place(const struct ho_xpath *xpath,
                                 const struct ho_expression *expression,
                                 const xmlXPathObject *value)
{
    if (value->type == XPATH_NODESET && value->nodesetval &&
        value->nodesetval->nodeNr > 0 && value->nodesetval->nodeTab[0]->_private)
        return *(const struct ho_span *)value->nodesetval->nodeTab[0]->_private;
    for (size_t i = 0; i < xpath->variable_count; i++)
        if (expression->text[0] == '$' &&
            ho_equal(expression->text + 1, xpath->variables[i].name))
            return xpath->variables[i].at;
    return ho_expression_at(expression);
}

bool ho_xpath_text(struct ho_xpath *xpath, const struct ho_expression *expression,
                   const char **out, struct ho_span *at)
{
    HO_AUTO(xmlXPathObjectPtr, free_object) value = evaluate(xpath, expression);
    if (!value)
        return false;
    if (value->type == XPATH_NODESET && value->nodesetval)
        xmlXPathNodeSetSort(value->nodesetval);
    *at = find_place(xpath, expression, value);
    if (value->type == XPATH_NUMBER && isnan(value->floatval)) {
        *out = ""; /* the number of a field that is not there */
        return true;
    }
    xmlChar *text = xmlXPathCastToString(value);
    if (!text)
        ho_out_of_memory();
    *out = fold(xpath->ctx->arena, (const char *)text);
    xmlFree(text);
    return strlen(*out) <= VALUE_LIMIT ||
           refuse(xpath, expression, "its value is too long");
}

bool ho_xpath_int(struct ho_xpath *xpath, const struct ho_expression *expression,
                  int *out)
{
    HO_AUTO(xmlXPathObjectPtr, free_object) value = evaluate(xpath, expression);
    if (!value)
        return false;
    double number = xmlXPathCastToNumber(value);
    if (!(fabs(number) <= INT_MAX) || number != floor(number))
        return refuse(xpath, expression, "its value is not a whole number");
    *out = (int)number;
    return true;
}

bool ho_xpath_nodes(struct ho_xpath *xpath, const struct ho_expression *expression,
                    struct ho_xpath_nodes *out)
{
    HO_AUTO(xmlXPathObjectPtr, free_object) value = evaluate(xpath, expression);
    if (!value)
        return false;
    if (value->type != XPATH_NODESET)
        return refuse(xpath, expression, "it gives no elements or attributes");
    int count = value->nodesetval ? value->nodesetval->nodeNr : 0;
    if (count > NODE_LIMIT)
        return refuse(xpath, expression, "it gives too many elements or attributes");
    xmlXPathNodeSetSort(value->nodesetval);
    for (int i = 0; i < count; i++)
        ho_push(xpath->ctx->arena, out, value->nodesetval->nodeTab[i]);
    return true;
}

struct ho_xpath_focus ho_xpath_focus(struct ho_xpath *xpath,
                                     struct ho_xpath_focus focus)
{
    xmlXPathContextPtr context = xpath->context;
    struct ho_xpath_focus old = {context->node, context->proximityPosition,
                                 context->contextSize};
    context->node = (xmlNodePtr)focus.node;
    context->proximityPosition = focus.position;
    context->contextSize = focus.size;
    return old;
}
