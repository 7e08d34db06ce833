/* address_priv.h — one address out of what was typed.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MAIL_ADDRESS_PRIV_H
#define HO_MAIL_ADDRESS_PRIV_H

#include <stdbool.h>

#include "base/arena.h"

struct address {
    const char *name; /* or NULL */
    const char *spec; /* "sam@xn--exmple-cua.org": ASCII */
    const char *domain;
};

/* Whether it is valid UTF-8 without control characters, so that no header ends in it. */
bool is_header_text(const char *text);
/* Reads "spec" or "name <spec>"; the domain becomes ASCII (IDNA 2008). False if it is neither, and nothing else: one
 * address, no comment, no route. */
bool address_read(struct ho_arena *arena, const char *text, struct address *out)
    __attribute__((__warn_unused_result__));

#endif
