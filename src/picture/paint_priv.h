/* paint_priv.h — one page's items onto a cairo context.
 * In: a page; a context whose user space is page space.  Out: marks.
 * For picture/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PICTURE_PAINT_PRIV_H
#define HO_PICTURE_PAINT_PRIV_H

#include <cairo.h>
#include <stdbool.h>

#include "base/diag.h"
#include "page/page.h"

/* Paints all items; false if one cannot be shown, which is then reported. */
bool ho_paint_page(struct ho_ctx *ctx, cairo_t *cairo, const struct ho_pages *pages,
                   const struct ho_page *page) __attribute__((__warn_unused_result__));
/* Reports what cairo refused. */
void ho_paint_report(struct ho_ctx *ctx, cairo_status_t status);

#endif
