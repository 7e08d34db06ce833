/* read_priv.h — what the loaders of model/ share: one way to open a file, to hold an element to its shape, and to
 * read ids and dates.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_READ_PRIV_H
#define HO_MODEL_READ_PRIV_H

#include "base/diag.h"
#include "model/id.h"
#include "model/phrase.h"
#include "xml/xml.h"

struct ho_phrases;

/* How often a child element may stand in its parent. */
enum ho_often { HO_ONCE, HO_AT_MOST_ONCE, HO_ONE_OR_MORE, HO_ANY };

struct ho_child {
    const char *name;
    enum ho_often often;
};

/* Reports stray text, unknown children, children too many and too few, and attributes that are not in
 * `attributes`. `children` ends with a NULL name; NULL: none. */
bool ho_read_shape(struct ho_ctx *ctx, const struct ho_xml_node *node,
                   const char *const *attributes, const struct ho_child *children);
/* The first child of that name; NULL. */
const struct ho_xml_node *ho_read_child(const struct ho_xml_node *node,
                                        const char *name);
/* The next child of that name after `after`; NULL: from the start. */
const struct ho_xml_node *ho_read_next(const struct ho_xml_node *node, const char *name,
                                       const struct ho_xml_node *after);

bool ho_read_id(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                const char **out) __attribute__((__warn_unused_result__));
/* The same, and the id must be `expected`: that of the file's name. */
bool ho_read_own_id(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *name, const char *expected)
    __attribute__((__warn_unused_result__));
/* A text with no character that cannot be printed and at most `limit` characters, with white space trimmed and
 * folded: of an attribute (absent leaves NULL, unless `is_needed`) or of an element. */
bool ho_read_limited(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, size_t limit, bool is_needed, const char **out)
    __attribute__((__warn_unused_result__));
bool ho_read_limited_text(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          size_t limit, const char **out)
    __attribute__((__warn_unused_result__));
/* What to do about a text that is no date; never repeats it. */
const char *ho_date_hint(const char *text);
/* A day that exists, as YYYY-MM-DD; an absent attribute leaves NULL and is fine unless `is_needed`. */
bool ho_read_date(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                  bool is_needed, const char **out)
    __attribute__((__warn_unused_result__));
/* "yes" or "no"; an absent attribute leaves `*out`. */
bool ho_read_yes(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
                 bool *out) __attribute__((__warn_unused_result__));
/* The phrase of the child `name`; left empty if there is none. */
bool ho_read_phrase(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const char *name, struct ho_phrase *out)
    __attribute__((__warn_unused_result__));
/* The phrases of all children `name`. */
bool ho_read_phrases(struct ho_ctx *ctx, const struct ho_xml_node *node,
                     const char *name, struct ho_phrases *out)
    __attribute__((__warn_unused_result__));

/* The first child `name` whose attribute "id" is `id`; NULL. */
const struct ho_xml_node *ho_read_by_id(const struct ho_xml_node *parent,
                                        const char *name, const char *id);
/* Every child `name` must have an id that `known` (NULL-terminated) has, and each only once. */
bool ho_read_known_ids(struct ho_ctx *ctx, const struct ho_xml_node *parent,
                       const char *name, const char *const *known)
    __attribute__((__warn_unused_result__));

/* A number with or without a minus before it. */
bool ho_read_signed(const char *text, double *out)
    __attribute__((__warn_unused_result__));

/* "folder/part/id.xml"; `part` may be "" */
const char *ho_read_path(struct ho_arena *arena, const char *folder, const char *part,
                         const char *id);
bool ho_read_exists(const char *path);
/* The ids of the XML files in that folder, sorted, NULL-terminated. */
const char *const *ho_read_ids(struct ho_arena *arena, const char *folder,
                               const char *part);
/* "did you mean …?", or the list of what there is; NULL if there is nothing. */
const char *ho_read_hint(struct ho_arena *arena, const char *word,
                         const char *const *known);

#endif
