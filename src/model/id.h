/* id.h — what an id looks like: of a record, an exercise, a sign, a language.
 * In: a text.  Out: yes or no.  For model/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_ID_H
#define HO_MODEL_ID_H

#include <stdbool.h>

/* Ids are letters, digits, '-', '_' and '.', not '.' first, 64 at most: they become file names. */
bool ho_is_id(const char *text);

#endif
