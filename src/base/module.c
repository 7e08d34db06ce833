/* SPDX-License-Identifier: MIT */
#include "base/module.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

/* The folder of the running program; "." if the system does not tell. */
static const char *program_folder(struct ho_arena *arena)
{
    enum { LONGEST = 4096 };
    char *path = ho_new_array(arena, char, LONGEST);
    ssize_t length = readlink("/proc/self/exe", path, LONGEST - 1);
    char *slash = length > 0 ? strrchr(path, '/') : NULL;
    if (!slash)
        return ".";
    *slash = '\0';
    return path;
}

/* Where the module is: beside the program as it was built (the tests stand one folder below), or as it is installed. A
 * whole path, since a run path is not searched for who calls through a sanitizer, and costs a hundred failed opens. */
static const char *find_module(struct ho_arena *arena, const char *stage)
{
    static const char *const places[] = {"lib", "../lib", HO_MODULES_FROM_BIN};
    const char *folder = program_folder(arena), *path = NULL;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        path = ho_format(arena, "%s/%s/handout-%s.so", folder, places[i], stage);
        if (access(path, F_OK) == 0)
            break;
    }
    return path;
}

const void *ho_module_open(struct ho_ctx *ctx, const char *stage)
{
    /* Loaded again, it is the same one. */
    void *object = dlopen(find_module(ctx->arena, stage), RTLD_NOW | RTLD_LOCAL);
    const void *table = object ? dlsym(object, "ho_module") : NULL;
    if (!table)
        ho_report(ctx, HO_MSG_NO_MODULE, (struct ho_span){0},
                  "install the program again", stage, dlerror());
    return table;
}
