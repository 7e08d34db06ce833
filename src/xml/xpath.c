/* Evaluation: one context for all trees, every expression compiled when it is first asked.
 * SPDX-License-Identifier: MIT */
#include <assert.h>
#include <libxml/xpathInternals.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "xml/xml_priv.h"
#include "xml/xpath_priv.h"

/* More than a template has; two that share a place take turns. */
enum { COMPILED = 64 };

struct ho_xpath_kept {
    xmlXPathContextPtr context;
    struct complaint complaint;
    struct {
        xmlChar *text;
        xmlXPathCompExprPtr expression;
    } compiled[COMPILED];
};

struct ho_xpath {
    struct ho_ctx *ctx;
    struct ho_xpath_kept *kept, *own; /* own: freed with it */
    xmlDocPtr document;
    const struct ho_xpath_variable *variables;
    size_t variable_count, evaluations;
};

struct ho_xpath_kept *ho_xpath_kept_new(void)
{
    struct ho_xpath_kept *kept = calloc(1, sizeof *kept);
    if (!kept)
        ho_out_of_memory();
    kept->context = new_context(&kept->complaint);
    return kept;
}

void ho_xpath_kept_free(struct ho_xpath_kept *kept)
{
    if (!kept)
        return;
    for (int i = 0; i < COMPILED; i++) {
        free_compiled(&kept->compiled[i].expression);
        xmlFree(kept->compiled[i].text);
    }
    free_context(&kept->context);
    free(kept);
}

static xmlXPathObjectPtr find_variable(void *data, const xmlChar *name,
                                       const xmlChar *space)
{
    const struct ho_xpath *xpath = data;
    (void)space; /* no name has a prefix */
    for (size_t i = 0; i < xpath->variable_count; i++)
        if (ho_equal(xpath->variables[i].name, (const char *)name))
            return new_value(xpath->variables[i].text, xpath->variables[i].is_number);
    return NULL;
}

struct ho_xpath *ho_xpath_open(struct ho_ctx *ctx, struct ho_xpath_kept *kept,
                               const struct ho_xml_node *root,
                               const struct ho_xpath_variable *variables, size_t count)
{
    struct ho_xpath *xpath = ho_new(ctx->arena, struct ho_xpath);
    assert(root);
    xpath->ctx = ctx;
    xpath->own = kept ? NULL : ho_xpath_kept_new();
    xpath->kept = kept ? kept : xpath->own;
    xpath->document = copy_tree(root);
    xpath->variables = variables;
    xpath->variable_count = count;
    set_document(xpath->kept->context, xpath->document);
    xmlXPathRegisterVariableLookup(xpath->kept->context, find_variable, xpath);
    return xpath;
}

void ho_xpath_close(struct ho_xpath *xpath)
{
    if (!xpath)
        return;
    set_document(xpath->kept->context, NULL);
    xmlXPathRegisterVariableLookup(xpath->kept->context, NULL, NULL);
    ho_xpath_kept_free(xpath->own);
    free_document(&xpath->document);
}

static bool refuse(struct ho_xpath *xpath, const struct ho_expression *expression,
                   const char *why)
{
    ho_report(xpath->ctx, HO_MSG_XPATH_FAILED, ho_expression_at(expression), NULL,
              expression->attribute, why);
    return false;
}

/* NULL if it cannot be compiled; then there is a complaint. */
static xmlXPathCompExprPtr compile(struct ho_xpath_kept *kept, const char *text)
{
    size_t at = ho_hash(HO_HASH_START, text, strlen(text)) % COMPILED;
    if (ho_equal((const char *)kept->compiled[at].text, text))
        return kept->compiled[at].expression;
    free_compiled(&kept->compiled[at].expression);
    xmlFree(kept->compiled[at].text);
    kept->compiled[at].text = xmlStrdup((const xmlChar *)text);
    if (!kept->compiled[at].text)
        ho_out_of_memory();
    return kept->compiled[at].expression =
               xmlXPathCtxtCompile(kept->context, kept->compiled[at].text);
}

/* NULL after a report. */
static xmlXPathObjectPtr evaluate(struct ho_xpath *xpath,
                                  const struct ho_expression *expression)
{
    if (++xpath->evaluations > EVALUATION_LIMIT) {
        refuse(xpath, expression, "the template asks too much of one record");
        return NULL;
    }
    struct ho_xpath_kept *kept = xpath->kept;
    kept->complaint = (struct complaint){0};
    xmlXPathCompExprPtr compiled = compile(kept, expression->text);
    kept->context->opCount = 0;
    xmlXPathObjectPtr value =
        compiled ? xmlXPathCompiledEval(compiled, kept->context) : NULL;
    if (!value || kept->complaint.code) {
        free_object(&value);
        refuse(xpath, expression, xpath_fault(kept->complaint.code));
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
    xmlXPathContextPtr context = xpath->kept->context;
    struct ho_xpath_focus old = {context->node, context->proximityPosition,
                                 context->contextSize};
    context->node = (xmlNodePtr)focus.node;
    context->proximityPosition = focus.position;
    context->contextSize = focus.size;
    return old;
}
