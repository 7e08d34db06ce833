/* Both the file and its schema are read by our own parser and handed to libxml2 as trees: so no schema can make
 * libxml2 open a file or a socket, and a complaint leads back to the exact place through the node's _private.
 * SPDX-License-Identifier: MIT */
#include "xml/schema.h"

#include <libxml/relaxng.h>
#include <string.h>

#include "xml/tree_priv.h"

struct checking {
    struct ho_ctx *ctx;
    const char *folder;
    const struct ho_xml_node *root; /* for complaints that libxml2 gives no node to */
    const struct ho_source *schema;
    bool has_failed;
};

static void parser_free(xmlRelaxNGParserCtxtPtr *parser)
{
    if (*parser)
        xmlRelaxNGFreeParserCtxt(*parser);
}

static void schema_free(xmlRelaxNGPtr *schema)
{
    if (*schema)
        xmlRelaxNGFree(*schema);
}

static void valid_free(xmlRelaxNGValidCtxtPtr *valid)
{
    if (*valid)
        xmlRelaxNGFreeValidCtxt(*valid);
}

/* libxml2's own words go unused: they quote the file. The first complaint of a file is the nearest to the fault. */
static void take_refusal(void *data, xmlErrorPtr error)
{
    struct checking *c = data;
    const xmlNode *copy = error->node;
    while (copy && copy->type != XML_ELEMENT_NODE)
        copy = copy->parent;
    const struct ho_span *at = copy ? copy->_private : NULL;
    if (!c->has_failed)
        ho_report(c->ctx, HO_MSG_SCHEMA_REFUSES, at ? *at : c->root->at,
                  "please report this, with the file if you can share it",
                  at ? (const char *)copy->name : c->root->name);
    c->has_failed = true;
}

static void refuse_schema(struct checking *c, struct ho_span at, const char *why)
{
    if (!c->has_failed)
        ho_report(c->ctx, HO_MSG_SCHEMA_BROKEN, at, "install the program again", why);
    c->has_failed = true;
}

static void take_schema_fault(void *data, xmlErrorPtr error)
{
    struct checking *c = data;
    const char *words = error->message ? error->message : "RELAX NG";
    refuse_schema(c, ho_source_whole(c->schema),
                  ho_strndup(c->ctx->arena, words, strcspn(words, "\n")));
}

/* Puts the children of the included file in the place of <include href="…"/>, as a <div> (RELAX NG 4.7). Only a file
 * beside the schema can be named, and it includes no other. */
static bool include_file(struct checking *c, struct ho_xml_node *include)
{
    const char *href = ho_xml_find(include, "href");
    const struct ho_xml_node *grammar;
    if (!href || strpbrk(href, "/:") || include->first) {
        refuse_schema(c, include->at,
                      "only a file beside it can be included, as it is");
        return false;
    }
    if (!ho_xml_load(c->ctx, ho_format(c->ctx->arena, "%s/%s", c->folder, href),
                     "grammar", &grammar))
        return false;
    include->name = "div";
    include->attributes = NULL;
    include->first = grammar->first;
    include->last = grammar->last;
    return true;
}

static bool include_files(struct checking *c, const struct ho_xml_node *grammar)
{
    for (struct ho_xml_node *child = grammar->first; child; child = child->next)
        if (child->name && ho_xml_is(child, "include") && !include_file(c, child))
            return false;
    return true;
}

/* An included file within an included one, and any other file, would be opened by libxml2 itself. */
static bool names_files(const struct ho_xml_node *node)
{
    if (node->name && (ho_xml_is(node, "include") || ho_xml_is(node, "externalRef")))
        return true;
    for (const struct ho_xml_node *child = node->first; child; child = child->next)
        if (names_files(child))
            return true;
    return false;
}

static xmlRelaxNGPtr parse_schema(struct checking *c)
{
    const char *path = ho_format(c->ctx->arena, "%s/%s.rng", c->folder, c->root->name);
    const struct ho_xml_node *grammar;
    if (!ho_xml_load(c->ctx, path, "grammar", &grammar) || !include_files(c, grammar))
        return NULL;
    c->schema = grammar->at.source;
    if (names_files(grammar)) {
        refuse_schema(c, grammar->at, "it names a file that is not included directly");
        return NULL;
    }
    HO_AUTO(xmlDocPtr, free_document) doc = copy_tree(grammar);
    HO_AUTO(xmlRelaxNGParserCtxtPtr, parser_free)
    parser = xmlRelaxNGNewDocParserCtxt(doc);
    if (!parser)
        ho_out_of_memory();
    xmlRelaxNGSetParserStructuredErrors(parser, take_schema_fault, c);
    return xmlRelaxNGParse(parser);
}

bool ho_schema_check(struct ho_ctx *ctx, const char *folder,
                     const struct ho_xml_node *root)
{
    struct checking c = {.ctx = ctx, .folder = folder, .root = root};
    HO_AUTO(xmlRelaxNGPtr, schema_free) schema = parse_schema(&c);
    if (!schema)
        return false;
    HO_AUTO(xmlDocPtr, free_document) doc = copy_tree(root);
    HO_AUTO(xmlRelaxNGValidCtxtPtr, valid_free) valid = xmlRelaxNGNewValidCtxt(schema);
    if (!valid)
        ho_out_of_memory();
    xmlRelaxNGSetValidStructuredErrors(valid, take_refusal, &c);
    return xmlRelaxNGValidateDoc(valid, doc) == 0 && !c.has_failed;
}
