/* xml.h — safe XML: no network, no DTD, no entities but the five, UTF-8 only, bounded depth; with exact places.
 * The only stage that sees libxml2.
 * In: struct ho_source.  Out: an immutable tree of struct ho_xml_node in ctx->arena, and readers that report.
 * SPDX-License-Identifier: MIT */
#ifndef HO_XML_XML_H
#define HO_XML_XML_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

struct ho_xml_attribute {
    const char *name, *value;
    struct ho_span at; /* of its name */
    struct ho_xml_attribute *next;
};

/* An element (`name` set, `text` NULL) or a piece of text (`name` NULL). Comments and processing
 * instructions are dropped; text on both sides of one is joined. */
struct ho_xml_node {
    const char *name, *text;
    struct ho_span
        at; /* of the '<', or of the first byte of the text that is not white space */
    struct ho_xml_attribute *attributes;
    struct ho_xml_node *parent, *first, *last, *next;
};

/* Whether the source is UTF-8 and says so; else it is reported. `*start` is where its text begins, after a byte
 * order mark. For texts that are not XML, too. */
bool ho_xml_check_encoding(struct ho_ctx *ctx, const struct ho_source *source,
                           size_t *start) __attribute__((__warn_unused_result__));
/* Parses the whole source. What is broken is reported with its place; false, and `*out` untouched. */
bool ho_xml_parse(struct ho_ctx *ctx, const struct ho_source *source,
                  const struct ho_xml_node **out)
    __attribute__((__warn_unused_result__));
/* Loads the file and parses it; its root must be `root`, else HO_MSG_WRONG_ROOT. */
bool ho_xml_load(struct ho_ctx *ctx, const char *path, const char *root,
                 const struct ho_xml_node **out)
    __attribute__((__warn_unused_result__));

/* Trees that the program makes: what is said in another form than XML is read by the same readers. Names, texts and
 * values are borrowed. An element, at the end of `parent` (NULL: a root); a text; an attribute, the last; a copy of
 * `node` and all below it, which shares its attributes. */
struct ho_xml_node *ho_xml_add(struct ho_arena *arena, struct ho_xml_node *parent,
                               const char *name, struct ho_span at);
void ho_xml_add_text(struct ho_arena *arena, struct ho_xml_node *parent,
                     const char *text, struct ho_span at);
void ho_xml_add_attribute(struct ho_arena *arena, struct ho_xml_node *node,
                          const char *name, const char *value, struct ho_span at);
struct ho_xml_node *ho_xml_add_copy(struct ho_arena *arena, struct ho_xml_node *parent,
                                    const struct ho_xml_node *node);

/* The first child element after `after` (NULL: from the start), skipping white space; NULL at the end. */
const struct ho_xml_node *ho_xml_next(const struct ho_xml_node *parent,
                                      const struct ho_xml_node *after);
bool ho_xml_is(const struct ho_xml_node *node, const char *name);
/* Whether the root of a file has that name; else it is reported. */
bool ho_xml_is_root(struct ho_ctx *ctx, const struct ho_xml_node *root,
                    const char *name) __attribute__((__warn_unused_result__));
/* The attribute's value, or NULL. */
const char *ho_xml_find(const struct ho_xml_node *node, const char *name);
/* The place of that attribute; of the element, if it has none. */
struct ho_span ho_xml_place(const struct ho_xml_node *node, const char *name);
/* The place of byte `offset` of that attribute's value, found again in the source; of the element, if it has none. */
struct ho_span ho_xml_place_inside(const struct ho_xml_node *node, const char *name,
                                   size_t offset);

/* Readers: they report what is missing or wrong at the right place, and return false; `*out` is then untouched. */
bool ho_xml_need(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                 const char **out) __attribute__((__warn_unused_result__));
/* A whole number; an absent attribute is an error. */
bool ho_xml_need_int(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, int *out)
    __attribute__((__warn_unused_result__));
/* One of `words` (NULL-terminated); `*out` is its index. An absent attribute is an error. */
bool ho_xml_need_word(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char *name, const char *const *words, int *out)
    __attribute__((__warn_unused_result__));
/* The element's text with white space trimmed and folded; child elements or no text are errors. */
bool ho_xml_need_text(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char **out) __attribute__((__warn_unused_result__));
/* Reports attributes that are not in `allowed` (NULL-terminated; may be NULL: none), with "did you mean". */
bool ho_xml_only_attributes(struct ho_ctx *ctx, const struct ho_xml_node *node,
                            const char *const *allowed);
/* Reports <node> as unknown inside its parent, with the nearest of `allowed` (NULL-terminated; may be NULL:
 * none) as hint. */
void ho_xml_unknown(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *const *allowed);
/* Whether an attribute or a child was reported as unknown with `name` as its likely meaning: then `name` is not
 * missing as well. ho_xml_need asks this itself; so report what is unknown first, and what is missing after. */
bool ho_xml_is_misspelt(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name);
/* Reports text, other than white space, directly inside the element. */
bool ho_xml_no_text(struct ho_ctx *ctx, const struct ho_xml_node *node);
/* The nearest of `words` (NULL-terminated) by edit distance, if near enough to be a slip; else NULL. Capitals are
 * the same letters. */
const char *ho_nearest(const char *word, const char *const *words);
/* The tree as indented text with places. */
const char *ho_xml_dump(struct ho_arena *arena, const struct ho_xml_node *node);

/* Names and versions of the libraries behind this stage, for --version. */
const char *ho_xml_libraries(struct ho_arena *arena);

#endif
