/* diag.h — what is wrong, where, and what to do: the messages a user sees.
 * In: reports of any stage.  Out: a list that only cli/ prints.
 * Message codes are permanent and unsorted (message.def). Arguments are texts only, and never the value of a
 * patient's field: name the field.
 * Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_DIAG_H
#define HO_BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/vec.h"

/* In order of rank: a run exits by its worst (0 0 1 3 2). */
enum ho_severity { HO_NOTE, HO_WARNING, HO_ERROR, HO_SYSTEM, HO_USAGE };

enum ho_message {
#define HO_MESSAGE(code, name, severity, text) HO_MSG_##name = code,
#define HO_HINT(code, text)
#include "base/message.def"
#undef HO_HINT
#undef HO_MESSAGE
};

struct ho_diag {
    enum ho_message code;
    enum ho_severity severity;
    struct ho_span at;
    const char *text, *hint; /* hint may be NULL */
};

struct ho_diags {
    HO_VEC(struct ho_diag);
};

/* What every fallible function gets first: where to allocate and where to report. */
struct ho_ctx {
    struct ho_arena *arena;
    struct ho_diags diags; /* texts live in `arena` */
};

/* Adds a message. The variable arguments are `const char *`, as many as the message's text has %s;
 * `hint` is copied; NULL takes that of the table, if it has one. The same message at the same place is kept once. */
void ho_report(struct ho_ctx *ctx, enum ho_message code, struct ho_span at,
               const char *hint, ...);
/* Whether an error or a system failure has been reported. */
bool ho_has_errors(const struct ho_ctx *ctx);
/* How many errors and system failures have been reported: to see if a step added one. */
size_t ho_error_count(const struct ho_ctx *ctx);
/* The exit status that the messages call for: 2 over 3 over 1 over 0 (product.md, "Exit"). */
int ho_diags_status(const struct ho_diags *diags);
/* "note", "warning" or "error", as it is printed. */
const char *ho_severity_word(enum ho_severity severity);
/* Prints a message as "file:line:column: error: text [HO-212]" and its hint below; for a terminal (ECMA-48, 8.3.117) the
 * words "error" and "hint" can be coloured. */
void ho_diag_print(const struct ho_diag *diag, bool is_coloured, FILE *out);
/* Prints them all, without colour. */
void ho_diags_print(const struct ho_diags *diags, FILE *out);

/* The table of all messages, for listing and for tests; returns its length. */
struct ho_message_info {
    enum ho_message code;
    enum ho_severity severity;
    const char *name, *text;
};
size_t ho_messages(const struct ho_message_info **out);
/* What to do, as the table has it; NULL: each place that reports it has a hint of its own. */
const char *ho_message_hint(enum ho_message code);

#endif
