/* library_priv.h — the parts of loading a library, one a file; library.c puts them together.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_LIBRARY_PRIV_H
#define HO_MODEL_LIBRARY_PRIV_H

#include "model/library.h"
#include "xml/xml.h"

struct ho_child;

/* A library under construction. */
struct ho_loading {
    struct ho_ctx *ctx;
    const char *folder, *words; /* words: the folder of the language */
    struct ho_citations sources;
    HO_VEC(const struct ho_source *) files; /* all that were opened: the set */
    struct ho_library *library;
};

/* Loads a file of the set. Every file of a library is opened here, or its hash would miss it. */
bool ho_library_open(struct ho_loading *loading, const char *path, const char *root,
                     const struct ho_xml_node **out)
    __attribute__((__warn_unused_result__));
/* The SHA-256 of all files that were opened, as 64 hex digits: of each in the order of their names within the
 * content folder, the name, its length in bytes, and the bytes. */
const char *ho_library_hash(struct ho_loading *loading);
/* Reads sources.xml. */
bool ho_sources_load(struct ho_loading *loading)
    __attribute__((__warn_unused_result__));
/* Reads the attribute "source" of `node`: "convention" (if `may_be_convention`) or a source, which is added to
 * `cited`. `what` and `id` say what would be without a source. */
bool ho_source_read(struct ho_loading *loading, const struct ho_xml_node *node,
                    bool may_be_convention, const char *what, const char *id,
                    struct ho_citations *cited, const char **out)
    __attribute__((__warn_unused_result__));

/* Reads facts and words of the exercise that `node` names by its attribute "ref". */
bool ho_exercise_load(struct ho_loading *loading, const struct ho_xml_node *node,
                      struct ho_exercise *out) __attribute__((__warn_unused_result__));
/* Reads facts and words of the advice that `node` names by its attribute "ref". */
bool ho_advice_load(struct ho_loading *loading, const struct ho_xml_node *node,
                    struct ho_advice *out) __attribute__((__warn_unused_result__));
/* Reads the children `name` of the condition's facts, each an id; and their words from those of its texts, one for each
 * id, in that order. */
bool ho_vocabulary_read(struct ho_loading *loading, const struct ho_xml_node *facts,
                        const char *name, struct ho_ids *ids)
    __attribute__((__warn_unused_result__));
bool ho_vocabulary_read_words(struct ho_loading *loading,
                              const struct ho_xml_node *words, const char *name,
                              const struct ho_ids *ids, struct ho_phrases *phrases)
    __attribute__((__warn_unused_result__));
/* Reads the children <frame> of an exercise or an advice; each names a figure that is there. `children` is what may
 * stand in one. */
bool ho_frames_read(struct ho_loading *loading, const struct ho_xml_node *node,
                    const struct ho_child *children, struct ho_frames *out)
    __attribute__((__warn_unused_result__));
/* Reads the children <callout> of an advice's frames, whose claims are read already. */
bool ho_callouts_read(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      struct ho_advice *out) __attribute__((__warn_unused_result__));
/* The ids of the advice's claims, NULL-terminated. */
const char *const *ho_advice_claims(struct ho_arena *arena,
                                    const struct ho_advice *advice);
/* Reads the words of those frames, from the children <frame> of the words' root. */
bool ho_frames_read_words(struct ho_loading *loading, const struct ho_xml_node *root,
                          struct ho_frames *frames)
    __attribute__((__warn_unused_result__));
/* Reads the children <cite>; `id` is whose they are. */
bool ho_cites_read(struct ho_loading *loading, const struct ho_xml_node *node,
                   const char *id, struct ho_citations *out)
    __attribute__((__warn_unused_result__));
/* Reads facts and words of the red flags called `id`. */
bool ho_red_flags_load(struct ho_loading *loading, const char *id)
    __attribute__((__warn_unused_result__));
/* Reads strings.xml of the language and holds it against the phrases that the program needs. */
bool ho_strings_load(struct ho_loading *loading)
    __attribute__((__warn_unused_result__));
/* Reports, at `at`, that the language lacks this phrase, or that it is of another kind. */
bool ho_string_need(struct ho_loading *loading, struct ho_span at, const char *id,
                    enum ho_string_kind kind) __attribute__((__warn_unused_result__));
/* Holds the holes of the exercises' phrases against the strings and doses. */
bool ho_library_check(struct ho_loading *loading)
    __attribute__((__warn_unused_result__));
/* Reports every hole of a phrase that must have none; `where` is the element for the message. */
bool ho_phrase_check_plain(struct ho_ctx *ctx, const struct ho_phrase *phrase,
                           const char *where) __attribute__((__warn_unused_result__));

#endif
