/* folder.h — what is in a folder, in an order that does not depend on the file system.
 * In: a path.  Out: names.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_FOLDER_H
#define HO_BASE_FOLDER_H

#include <stdbool.h>

#include "base/arena.h"

/* The names in a folder but for hidden ones, sorted by bytes, NULL-terminated, in the arena; none if it cannot be
 * read. */
const char *const *ho_folder_names(struct ho_arena *arena, const char *folder);
/* The names of its XML files, without ".xml", likewise. */
const char *const *ho_folder_ids(struct ho_arena *arena, const char *folder);
/* Whether it is there and is a folder, or anything but a folder. */
bool ho_is_folder(const char *path);
bool ho_is_file(const char *path);

#endif
