/* phrase.h — a piece of content: text with strong words and holes for the side, a dose or a value.
 * Phrases are whole: no stage joins words to a sentence; a hole is filled by a whole phrase of the language.
 * In: XML such as <step>Pull <side of="knee"/> up. Hold for <dose of="hold"/>.</step>  Out: struct ho_phrase.
 * For model/ and doc/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_PHRASE_H
#define HO_MODEL_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/xml.h"

enum ho_phrase_kind {
    HO_PHRASE_TEXT, /* `text` */
    HO_PHRASE_SIDE, /* `name` is the part of the body: string "side.<name>.working" or "side.<name>.other" */
    HO_PHRASE_DOSE, /* `name` is the dose field ("hold"): plural "dose.<name>", with the patient's number */
    HO_PHRASE_VALUE, /* `name` of a value that the caller gives, such as "page" */
};

struct ho_phrase_part {
    enum ho_phrase_kind kind;
    const char *text, *name;
    const char *string; /* SIDE, DOSE: the id of that string */
    bool is_strong;     /* inside <b> */
    bool is_other;      /* SIDE: working="no", the other side */
    struct ho_span at;
};

struct ho_phrase {
    const struct ho_phrase_part *parts;
    size_t count;
    struct ho_span at;
};

/* Reads the content of `node`. White space is folded and trimmed. Unknown elements and emptiness are reported. */
bool ho_phrase_read(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    struct ho_phrase *out) __attribute__((__warn_unused_result__));
/* The phrase as plain text, holes as {side:knee}, {dose:hold}, {page}. */
const char *ho_phrase_plain(struct ho_arena *arena, const struct ho_phrase *phrase);

#endif
