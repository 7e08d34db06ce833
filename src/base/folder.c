/* SPDX-License-Identifier: MIT */
#include "base/folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

bool ho_is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool ho_is_file(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && !S_ISDIR(about.st_mode);
}

static void close_folder(DIR **folder)
{
    if (*folder)
        closedir(*folder);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *ho_folder_names(struct ho_arena *arena, const char *folder)
{
    struct {
        HO_VEC(const char *);
    } names = {0};
    HO_AUTO(DIR *, close_folder) open = opendir(folder);
    for (const struct dirent *entry; open && (entry = readdir(open));)
        if (entry->d_name[0] != '.')
            ho_push(arena, &names, ho_strdup(arena, entry->d_name));
    /* A folder has no order of its own, and what is printed must not depend on it. */
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, compare);
    ho_push(arena, &names, NULL);
    return names.items;
}

const char *const *ho_folder_ids(struct ho_arena *arena, const char *folder)
{
    struct {
        HO_VEC(const char *);
    } ids = {0};
    const char *const *names = ho_folder_names(arena, folder);
    for (size_t i = 0; names[i]; i++) {
        size_t length = strlen(names[i]);
        if (length > 4 && ho_equal(names[i] + length - 4, ".xml"))
            ho_push(arena, &ids, ho_strndup(arena, names[i], length - 4));
    }
    ho_push(arena, &ids, NULL);
    return ids.items;
}
