/* content_copy.h — a copy of the shipped content in a temporary folder, to be spoiled by a test.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_CONTENT_COPY_H
#define HO_TESTS_CONTENT_COPY_H

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "model/library.h"

struct copy {
    struct ho_ctx ctx;
    const char *folder;
};

/* Reads a file of the copy; "" if there is none. */
static inline const char *read_copy(struct ho_arena *arena, const char *path)
{
    struct ho_text text = {.arena = arena};
    FILE *file = fopen(path, "rb");
    if (file) {
        char buffer[4096];
        for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
            ho_text_add_bytes(&text, buffer, got);
        fclose(file);
    }
    return ho_text_end(&text);
}

static inline void write_copy(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert(file, "cannot write %s", path);
    fputs(text, file);
    fclose(file);
}

static inline void copy_folder(struct ho_arena *arena, const char *from, const char *to)
{
    DIR *folder = opendir(from);
    cr_assert(folder, "no folder %s", from);
    mkdir(to, 0700);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        const char *source = ho_format(arena, "%s/%s", from, entry->d_name);
        const char *target = ho_format(arena, "%s/%s", to, entry->d_name);
        struct stat about;
        if (stat(source, &about) == 0 && S_ISDIR(about.st_mode))
            copy_folder(arena, source, target);
        else
            write_copy(target, read_copy(arena, source));
    }
    closedir(folder);
}

static inline void remove_folder(struct ho_arena *arena, const char *path)
{
    DIR *folder = opendir(path);
    for (const struct dirent *entry; folder && (entry = readdir(folder));) {
        const char *item = ho_format(arena, "%s/%s", path, entry->d_name);
        if (ho_equal(entry->d_name, ".") || ho_equal(entry->d_name, ".."))
            continue;
        if (unlink(item) != 0)
            remove_folder(arena, item);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

static inline struct copy begin(const char *from)
{
    struct copy copy = {.ctx = {.arena = ho_arena_new()}};
    char *name = ho_strdup(copy.ctx.arena, "/tmp/handout-test-XXXXXX");
    cr_assert(mkdtemp(name));
    copy.folder = name;
    copy_folder(copy.ctx.arena, from, name);
    return copy;
}

static inline void end(struct copy *copy)
{
    remove_folder(copy->ctx.arena, copy->folder);
    ho_arena_free(copy->ctx.arena);
}

static inline const char *path_in(struct copy *copy, const char *file)
{
    return ho_format(copy->ctx.arena, "%s/%s", copy->folder, file);
}

/* Replaces the first `old` in the file; it must be there. Returns "file:line:column" of `mark` in the new text. */
static inline const char *spoil(struct copy *copy, const char *file, const char *old,
                                const char *new, const char *mark)
{
    const char *path = path_in(copy, file);
    const char *text = read_copy(copy->ctx.arena, path);
    const char *at = strstr(text, old);
    cr_assert(at, "\"%s\" is not in %s", old, file);
    const char *spoilt = ho_format(copy->ctx.arena, "%.*s%s%s", (int)(at - text), text,
                                   new, at + strlen(old));
    write_copy(path, spoilt);
    const char *place = strstr(spoilt, mark);
    cr_assert(place);
    int line = 1, column = 1;
    for (const char *s = spoilt; s < place; s++) {
        column = *s == '\n' ? 1 : column + 1;
        line += *s == '\n';
    }
    return ho_format(copy->ctx.arena, "%s:%d:%d", path, line, column);
}

/* All messages as the user would see them. */
static inline const char *messages(struct ho_ctx *ctx)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ho_diags_print(&ctx->diags, out);
    fclose(out);
    const char *copy = ho_strdup(ctx->arena, text);
    free(text);
    return copy;
}

static inline bool load_library(struct copy *copy, const struct ho_library **out)
{
    return ho_library_load(&copy->ctx, copy->folder, "sciatica", "en-GB", out);
}

/* The library must not load, and among the messages must be exactly this beginning of a line and this hint. */
static inline void expect_refusal(struct copy *copy, const char *place,
                                  const char *message)
{
    const struct ho_library *library = NULL;
    cr_expect(!load_library(copy, &library));
    cr_expect_null(library);
    const char *all = messages(&copy->ctx);
    const char *wanted = ho_format(copy->ctx.arena, "%s: error: %s", place, message);
    cr_expect(strstr(all, wanted), "wanted\n%s\ngot\n%s", wanted, all);
}

#endif
