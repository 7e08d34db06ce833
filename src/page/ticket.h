/* ticket.h — the words outside the trim of a printed piece: what a print shop is told.
 * In: doc/ takes them from the language's strings.  Out: press/ sets them.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_TICKET_H
#define HO_PAGE_TICKET_H

struct ho_ticket {
    const char *trim, *bleed, *sides, *stock; /* labels, each with its value after it */
    const char *pouch;                        /* how to laminate: a sentence */
};

#endif
