/* The clinic's logo: once for the run, as its ink needs it.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "image/image.h"
#include "job/job_priv.h"

/* A path in a file is relative to that file, wherever the program is started. */
static const char *beside(struct ho_arena *arena, const char *file, const char *path)
{
    const char *slash = strrchr(file, '/');
    if (!slash || path[0] == '/')
        return path;
    return ho_format(arena, "%.*s/%s", (int)(slash - file), file, path);
}

const char *shop_logo_path(struct ho_arena *arena, const struct ho_shop *shop,
                           const struct ho_request *request)
{
    const char *logo = shop->clinic ? shop->clinic->logo : NULL;
    return logo ? beside(arena, request->clinic, logo) : NULL;
}

static bool load(struct ho_shop *shop, const struct ho_request *request)
{
    const struct ho_clinic *clinic = shop->clinic;
    const char *path = shop_logo_path(shop->ctx.arena, shop, request);
    if (access(path, F_OK) != 0) {
        ho_report(&shop->ctx, HO_MSG_UNKNOWN_ID, clinic->logo_at,
                  "the name is relative to this file", "file", clinic->logo);
        return false;
    }
    const struct ho_source *source;
    return ho_source_load(&shop->ctx, path, &source) &&
           ho_art_read(&shop->ctx, source, job_ink(request) != HO_INK_COLOUR,
                       &shop->logo);
}

bool shop_logo(struct ho_shop *shop, const struct ho_request *request,
               const struct ho_art **out)
{
    if (shop->clinic->logo && !shop->has_tried_logo) {
        shop->has_tried_logo = true;
        if (!load(shop, request))
            return false;
    }
    *out = shop->logo;
    return shop->logo || !shop->clinic->logo;
}
