/* SPDX-License-Identifier: MIT */
#include "model/figure_list.h"

#include <string.h>

#include "base/folder.h"
#include "base/vec.h"
#include "xml/xml.h"

struct names {
    HO_VEC(const char *);
};

/* Adds what the elements `name` in the files of folder/part say in `attribute`. */
static void gather(struct ho_arena *arena, const char *folder, const char *part,
                   const char *root, const char *name, const char *attribute,
                   struct names *names)
{
    struct ho_ctx quiet = {.arena = arena};
    const char *path = ho_format(arena, "%s/%s", folder, part);
    const char *const *ids = ho_folder_ids(arena, path);
    for (size_t i = 0; ids[i]; i++) {
        const struct ho_xml_node *tree;
        if (!ho_xml_load(&quiet, ho_format(arena, "%s/%s.xml", path, ids[i]), root,
                         &tree))
            continue;
        for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(tree, n));)
            if (ho_xml_is(n, name) && ho_xml_find(n, attribute))
                ho_push(arena, names, ho_xml_find(n, attribute));
    }
}

static bool has(const struct names *names, const char *id)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], id) == 0)
            return true;
    return false;
}

const char *const *ho_figure_ids(struct ho_arena *arena, const char *folder)
{
    struct names ghosts = {0}, frames = {0}, figures = {0};
    const char *const *ids =
        ho_folder_ids(arena, ho_format(arena, "%s/figures", folder));
    gather(arena, folder, "figures", "figure", "ghost", "pose", &ghosts);
    gather(arena, folder, "exercises", "exercise", "frame", "figure", &frames);
    gather(arena, folder, "advice", "advice", "frame", "figure", &frames);
    for (size_t i = 0; ids[i]; i++)
        if (!has(&ghosts, ids[i]) || has(&frames, ids[i]))
            ho_push(arena, &figures, ids[i]);
    ho_push(arena, &figures, NULL);
    return figures.items;
}
