/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE, syncfs */
#include "base/draft.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum { NAME = 64 };
static const char prefix[] = ".handout-", suffix[] = ".part";

static void name_draft(const struct ho_draft *draft, char *name)
{
    snprintf(name, NAME, "%s%ld-%zu%s", prefix, draft->owner, draft->number, suffix);
}

/* Unnamed, where the file system has such and /proc is there to name it later. Returns an errno. */
static int open_draft(int folder, struct ho_draft *draft)
{
    char name[NAME];
    draft->fd = access("/proc/self/fd", X_OK)
                    ? -1
                    : openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (draft->fd >= 0)
        return 0;
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)
        return errno;
    name_draft(draft, name);
    draft->is_named = true;
    draft->fd = openat(folder, name, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    return draft->fd < 0 ? errno : 0;
}

int ho_draft_write(int folder, long owner, size_t number, struct ho_bytes bytes,
                   struct ho_draft *out)
{
    struct ho_draft draft = {.fd = -1, .owner = owner, .number = number};
    int error = open_draft(folder, &draft);
    if (!error)
        error = ho_write_all(draft.fd, bytes);
    if (error)
        ho_draft_drop(folder, &draft);
    else
        *out = draft;
    return error;
}

int ho_drafts_sync(int folder)
{
    return syncfs(folder) ? errno : 0;
}

/* link() cannot replace a file and rename() cannot be forbidden to, so a draft is linked, or linked aside and
 * renamed. */
static int give_name(int folder, const struct ho_draft *draft, const char *name,
                     bool replaces)
{
    char aside[NAME], self[NAME];
    name_draft(draft, aside);
    snprintf(self, sizeof self, "/proc/self/fd/%d", draft->fd);
    const char *from = draft->is_named ? aside : self;
    int from_folder = draft->is_named ? folder : AT_FDCWD;
    if (linkat(from_folder, from, folder, name, AT_SYMLINK_FOLLOW) == 0)
        return 0;
    if (errno != EEXIST || !replaces)
        return errno;
    if (!draft->is_named &&
        linkat(AT_FDCWD, self, folder, aside, AT_SYMLINK_FOLLOW) != 0)
        return errno;
    if (renameat(folder, aside, folder, name) == 0)
        return 0;
    int error = errno;
    unlinkat(folder, aside, 0);
    return error;
}

int ho_draft_publish(int folder, struct ho_draft *draft, const char *name,
                     bool replaces)
{
    int error = give_name(folder, draft, name, replaces);
    ho_draft_drop(folder, draft);
    return error;
}

void ho_draft_drop(int folder, struct ho_draft *draft)
{
    char name[NAME];
    name_draft(draft, name);
    if (draft->is_named)
        unlinkat(folder, name, 0);
    if (draft->fd >= 0)
        close(draft->fd);
    draft->fd = -1;
}

static bool is_draft_name(const char *name)
{
    size_t length = strlen(name);
    return length > sizeof suffix && strncmp(name, prefix, sizeof prefix - 1) == 0 &&
           strcmp(name + length - (sizeof suffix - 1), suffix) == 0;
}

void ho_drafts_clear(int folder)
{
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = again < 0 ? NULL : fdopendir(again);
    for (const struct dirent *entry; list && (entry = readdir(list));)
        if (is_draft_name(entry->d_name))
            unlinkat(folder, entry->d_name, 0);
    if (list)
        closedir(list);
}
