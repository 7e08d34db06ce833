/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "model/read_priv.h"

const char *ho_read_path(struct ho_arena *arena, const char *folder, const char *part,
                         const char *id)
{
    return ho_format(arena, "%s/%s%s%s.xml", folder, part, *part ? "/" : "", id);
}

bool ho_read_exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0;
}

static void close_folder(DIR **folder)
{
    if (*folder)
        closedir(*folder);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *ho_read_ids(struct ho_arena *arena, const char *folder,
                               const char *part)
{
    struct {
        HO_VEC(const char *);
    } ids = {0};
    HO_AUTO(DIR *, close_folder) open =
        opendir(ho_format(arena, "%s/%s", folder, part));
    for (const struct dirent *entry; open && (entry = readdir(open));) {
        size_t length = strlen(entry->d_name);
        if (length > 4 && entry->d_name[0] != '.' &&
            ho_equal(entry->d_name + length - 4, ".xml"))
            ho_push(arena, &ids, ho_strndup(arena, entry->d_name, length - 4));
    }
    /* A folder has no order of its own, and messages must not depend on it. */
    if (ids.count)
        qsort(ids.items, ids.count, sizeof *ids.items, compare_texts);
    ho_push(arena, &ids, NULL);
    return ids.items;
}

const char *ho_read_hint(struct ho_arena *arena, const char *word,
                         const char *const *known)
{
    if (!known || !known[0])
        return NULL;
    const char *near = ho_nearest(word, known);
    if (near)
        return ho_format(arena, "did you mean \"%s\"?", near);
    struct ho_text text = {.arena = arena};
    for (size_t i = 0; known[i]; i++)
        ho_text_add_format(&text, "%s%s", i ? ", " : "there is: ", known[i]);
    return ho_text_end(&text);
}
