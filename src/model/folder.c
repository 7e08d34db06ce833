/* SPDX-License-Identifier: MIT */
#include <sys/stat.h>

#include "base/folder.h"
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

const char *const *ho_read_ids(struct ho_arena *arena, const char *folder,
                               const char *part)
{
    return ho_folder_ids(arena, ho_format(arena, "%s/%s", folder, part));
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
