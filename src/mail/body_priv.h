/* body_priv.h — the words of a message, plain and as HTML.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MAIL_BODY_PRIV_H
#define HO_MAIL_BODY_PRIV_H

#include "mail/mail.h"

/* Paragraphs with an empty line between them. */
const char *body_text(struct ho_arena *arena, const struct ho_mail *mail);
/* The same; nothing is fetched to show it. */
const char *body_html(struct ho_arena *arena, const struct ho_mail *mail);

#endif
