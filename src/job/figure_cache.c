/* Figures that were drawn at run time, kept for the next run: a file a drawing, named for what it depends on, so that
 * none is ever out of date. A cache that cannot be used costs time only: it says nothing and fails nothing.
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/source.h"
#include "job/figure_store_priv.h"

/* XDG Base Directory Specification: a relative path counts as none. */
static const char *cache_folder(struct ho_arena *arena)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && cache[0] == '/')
        return ho_format(arena, "%s/handout/figures-%d", cache, HO_FIGURE_ENGINE);
    if (home && home[0] == '/')
        return ho_format(arena, "%s/.cache/handout/figures-%d", home, HO_FIGURE_ENGINE);
    return NULL;
}

/* Two poses with one name are two drawings, so the name is the pose's hash. */
static const char *cache_file(struct ho_arena *arena, const char *folder,
                              const struct ho_figure_key *key,
                              const struct ho_pose *pose)
{
    struct ho_figure_key hashed = *key;
    hashed.pose = pose->sha256;
    return ho_figure_file(arena, folder, &hashed);
}

bool figure_cache_find(struct ho_arena *arena, struct ho_arena *keep,
                       const struct ho_figure_key *key, const struct ho_pose *pose,
                       const struct ho_figure **out)
{
    struct ho_ctx quiet = {.arena = arena};
    const struct ho_source *file;
    const char *folder = cache_folder(arena);
    return folder &&
           ho_source_load(&quiet, cache_file(arena, folder, key, pose), &file) &&
           ho_figure_unpack(
               keep, (struct ho_bytes){(const unsigned char *)file->text, file->length},
               out);
}

/* The folder and those above it; what is there already is as good. */
static void make_folders(struct ho_arena *arena, const char *folder)
{
    char *path = ho_strdup(arena, folder);
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    mkdir(path, 0700);
}

void figure_cache_keep(struct ho_arena *arena, const struct ho_figure_key *key,
                       const struct ho_pose *pose, struct ho_bytes bytes)
{
    struct ho_ctx quiet = {.arena = arena};
    const char *folder = cache_folder(arena);
    if (!folder)
        return;
    make_folders(arena, folder);
    /* Whole or absent, and renamed into its place: runs beside this one never see half a file. */
    bool is_kept = ho_file_write(&quiet, cache_file(arena, folder, key, pose), bytes);
    (void)is_kept;
}
