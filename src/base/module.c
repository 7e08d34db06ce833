/* SPDX-License-Identifier: MIT */
#include "base/module.h"

#include <dlfcn.h>

#include "base/str.h"

const void *ho_module_open(struct ho_ctx *ctx, const char *stage)
{
    /* No path: it is looked for where the program's own run path says. Loaded again, it is the same one. */
    void *object =
        dlopen(ho_format(ctx->arena, "handout-%s.so", stage), RTLD_NOW | RTLD_LOCAL);
    const void *table = object ? dlsym(object, "ho_module") : NULL;
    if (!table)
        ho_report(ctx, HO_MSG_NO_MODULE, (struct ho_span){0},
                  "install the program again", stage, dlerror());
    return table;
}
