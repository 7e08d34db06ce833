/* SVG by librsvg. It pulls in more than all else together and few logos need it, so it is loaded when one does. It gets
 * the bytes and no place, so it opens no other file and no socket.
 * SPDX-License-Identifier: MIT */
#include <dlfcn.h>
#include <librsvg/rsvg.h>
#include <math.h>

#include "image/surface_priv.h"
#include "image/svg_priv.h"

struct renderer {
    __typeof__(rsvg_handle_new_from_data) *open;
    __typeof__(rsvg_handle_get_intrinsic_dimensions) *measure;
    __typeof__(rsvg_handle_render_document) *draw;
    __typeof__(g_object_unref) *close;
    __typeof__(g_error_free) *free_error;
};

/* POSIX lets a pointer to an object hold one to a function; C asks for this detour. */
static bool find(void *library, const char *name, void *function)
{
    void *found = dlsym(library, name);
    memcpy(function, &found, sizeof found);
    return found != NULL;
}

/* Never closed: its types cannot be registered twice. */
static bool load(struct ho_ctx *ctx, struct renderer *out)
{
    void *library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (library && find(library, "rsvg_handle_new_from_data", &out->open) &&
        find(library, "rsvg_handle_get_intrinsic_dimensions", &out->measure) &&
        find(library, "rsvg_handle_render_document", &out->draw) &&
        find(library, "g_object_unref", &out->close) &&
        find(library, "g_error_free", &out->free_error))
        return true;
    ho_report(ctx, HO_MSG_NO_MODULE, (struct ho_span){0},
              "install librsvg2-2, or save the logo as PNG", "librsvg", dlerror());
    return false;
}

/* Its ratio, from the viewBox or else the size; one that has neither is taken for a square. */
static struct ho_rect find_ratio(const struct renderer *r, RsvgHandle *handle)
{
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    r->measure(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    if (has_box && box.width > 0 && box.height > 0)
        return (struct ho_rect){0, 0, box.width, box.height};
    if (has_width && has_height && width.length > 0 && height.length > 0 &&
        width.unit == height.unit)
        return (struct ho_rect){0, 0, width.length, height.length};
    return (struct ho_rect){0, 0, 1, 1};
}

static void free_cairo(cairo_t **cairo)
{
    cairo_destroy(*cairo);
}

static bool draw(const struct renderer *r, RsvgHandle *handle, cairo_surface_t *surface)
{
    HO_AUTO(cairo_t *, free_cairo) cairo = cairo_create(surface);
    RsvgRectangle view = {0, 0, cairo_image_surface_get_width(surface),
                          cairo_image_surface_get_height(surface)};
    GError *error = NULL;
    bool ok = r->draw(handle, cairo, &view, &error);
    if (error)
        r->free_error(error);
    return ok;
}

static bool render_handle(struct ho_ctx *ctx, const struct ho_source *source,
                          const struct renderer *r, RsvgHandle *handle,
                          struct ho_rect most, struct ho_image *out)
{
    struct ho_rect ratio = find_ratio(r, handle);
    double scale = fmin(most.width / ratio.width, most.height / ratio.height);
    int columns = (int)fmax(1, ceil(ratio.width * scale - 1e-6)),
        rows = (int)fmax(1, ceil(ratio.height * scale - 1e-6));
    HO_AUTO(cairo_surface_t *, free_surface)
    surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows);
    if (cairo_surface_status(surface) || !draw(r, handle, surface))
        return refuse(ctx, source, "librsvg cannot draw it");
    return take_pixels(ctx, source, surface, out);
}

bool render_svg(struct ho_ctx *ctx, const struct ho_source *source, double width,
                double height, struct ho_image *out)
{
    struct renderer r;
    GError *error = NULL;
    if (!load(ctx, &r))
        return false;
    RsvgHandle *handle = r.open((const guint8 *)source->text, source->length, &error);
    if (error)
        r.free_error(error);
    if (!handle)
        return refuse(ctx, source, "it is no SVG that librsvg knows");
    bool ok = render_handle(ctx, source, &r, handle,
                            (struct ho_rect){0, 0, width, height}, out);
    r.close(handle);
    return ok;
}
