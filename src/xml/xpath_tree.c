/* The handles of an evaluation.
 * SPDX-License-Identifier: MIT */
#include <libxml/xpathInternals.h>

#include "xml/xpath_priv.h"

void free_context(xmlXPathContextPtr *context)
{
    if (*context)
        xmlXPathFreeContext(*context);
}

void free_object(xmlXPathObjectPtr *object)
{
    if (*object)
        xmlXPathFreeObject(*object);
}

void free_compiled(xmlXPathCompExprPtr *compiled)
{
    if (*compiled)
        xmlXPathFreeCompExpr(*compiled);
    *compiled = NULL;
}

static const xmlChar *bytes(const char *text)
{
    return (const xmlChar *)text;
}

static void take_complaint(void *data, xmlErrorPtr error)
{
    struct complaint *complaint = data;
    if (error->code == XML_ERR_NO_MEMORY || error->code == XML_XPATH_MEMORY_ERROR)
        ho_out_of_memory();
    if (complaint->code)
        return;
    complaint->code = error->code;
    complaint->offset = error->int1;
}

xmlXPathContextPtr new_context(struct complaint *complaint)
{
    xmlXPathContextPtr context = xmlXPathNewContext(NULL);
    if (!context)
        ho_out_of_memory();
    context->error = take_complaint;
    context->userData = complaint;
    context->opLimit = STEP_LIMIT;
    return context;
}

void set_document(xmlXPathContextPtr context, xmlDocPtr document)
{
    context->doc = document;
    context->node = document ? xmlDocGetRootElement(document) : NULL;
    context->contextSize = context->proximityPosition = 1;
}

xmlXPathObjectPtr new_value(const char *text, bool is_number)
{
    xmlXPathObjectPtr value = xmlXPathNewString(bytes(text));
    if (value && is_number)
        value = xmlXPathConvertNumber(value);
    if (!value)
        ho_out_of_memory();
    return value;
}

/* libxml2's own words are not used: they may quote the tree, which may be a patient's record. */
const char *xpath_fault(int code)
{
    switch (code) {
    case XML_XPATH_UNFINISHED_LITERAL_ERROR:
    case XML_XPATH_START_LITERAL_ERROR:
        return "a text in it is not closed with its quote";
    case XML_XPATH_VARIABLE_REF_ERROR: return "there is no name after a $";
    case XML_XPATH_INVALID_PREDICATE_ERROR:
    case XML_XPATH_UNCLOSED_ERROR: return "a bracket is not closed";
    case XML_XPATH_INVALID_ARITY: return "a function has too many or too few arguments";
    case XML_XPATH_INVALID_TYPE:
    case XML_XPATH_INVALID_OPERAND:
        return "it needs elements or attributes where it has another value";
    case XML_XPATH_INVALID_CHAR_ERROR: return "a character that cannot stand there";
    case XML_XPATH_UNDEF_PREFIX_ERROR: return "names have no prefix here";
    default:
        return code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED ||
                       code == XML_XPATH_EXPRESSION_OK + XPATH_RECURSION_LIMIT_EXCEEDED
                   ? "it takes too long"
                   : "something is missing or out of place";
    }
}
