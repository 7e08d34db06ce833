/* Where the data and the clinic's file are.
 * SPDX-License-Identifier: MIT */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "cli/options_priv.h"

static bool is_data(struct ho_ctx *ctx, const char *folder)
{
    return access(ho_format(ctx->arena, "%s/fonts/fonts.xml", folder), R_OK) == 0;
}

/* The folder that the program itself lies in, or NULL. */
static const char *own_folder(struct ho_ctx *ctx)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || (size_t)length >= sizeof path)
        return NULL;
    while (length > 0 && path[length - 1] != '/')
        length--;
    return ho_strndup(ctx->arena, path, (size_t)length);
}

const char *find_data(struct ho_ctx *ctx)
{
    const char *named = getenv("HANDOUT_DATA"), *own = own_folder(ctx);
    if (named && *named) {
        if (is_data(ctx, named))
            return named;
        ho_report(ctx, HO_MSG_NO_DATA, (struct ho_span){0},
                  "set HANDOUT_DATA to the folder that holds content, templates and "
                  "fonts, or unset it",
                  named);
        return NULL;
    }
    /* In the build folder the data lie below the program; installed, beside its folder.
     */
    for (size_t i = 0; own && i < 2; i++) {
        const char *folder = i ? ho_format(ctx->arena, "%s../share/handout", own)
                               : ho_format(ctx->arena, "%sshare/handout", own);
        if (is_data(ctx, folder))
            return folder;
    }
    if (is_data(ctx, HO_INSTALLED_DATA))
        return HO_INSTALLED_DATA;
    ho_report(
        ctx, HO_MSG_NO_DATA, (struct ho_span){0},
        "install the program again, or set HANDOUT_DATA to the folder with its data",
        HO_INSTALLED_DATA);
    return NULL;
}

struct ho_span named_place(struct ho_ctx *ctx, const char *name)
{
    struct ho_source *source = ho_new(ctx->arena, struct ho_source);
    source->name = ho_strdup(ctx->arena, name);
    return ho_source_whole(source);
}

const char *find_content(struct ho_ctx *ctx, const struct options *options)
{
    if (options->content)
        return options->content;
    const char *data = find_data(ctx);
    return data ? ho_format(ctx->arena, "%s/content", data) : NULL;
}

const char *find_own_clinic(struct ho_ctx *ctx, const struct options *options)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME"),
               *path = NULL;
    if (options->clinic)
        return options->clinic;
    if (config && *config)
        path = ho_format(ctx->arena, "%s/handout/clinic.xml", config);
    else if (home && *home)
        path = ho_format(ctx->arena, "%s/.config/handout/clinic.xml", home);
    return path && access(path, R_OK) == 0 ? path : NULL;
}

const char *find_clinic(struct ho_ctx *ctx, const struct options *options)
{
    const char *path = find_own_clinic(ctx, options);
    if (path)
        return path;
    const char *data = find_data(ctx);
    ho_report(ctx, HO_MSG_NO_CLINIC, (struct ho_span){0},
              ho_format(ctx->arena,
                        "give one with --clinic, or save it as "
                        "~/.config/handout/clinic.xml; %s/content/examples/clinic.xml "
                        "is one to start from",
                        data ? data : "DATA"));
    return NULL;
}
