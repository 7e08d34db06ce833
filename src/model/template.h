/* template.h — which sections a product has, on which paper, in which theme.
 * In: templates/<id>.xml, templates/themes/<id>.xml.  Out: struct ho_template, struct ho_theme in ctx->arena.
 * A template cannot drop, move or repeat the red-flag sheet: it does not name it at all; doc/ puts it first.
 * For doc/, layout/ through doc, job/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_TEMPLATE_H
#define HO_MODEL_TEMPLATE_H

#include "base/diag.h"
#include "page/geometry.h"
#include "page/palette.h"
#include "page/type.h"

enum ho_section { HO_SECTION_PLAN, HO_SECTION_EXERCISES, HO_SECTION_SOURCES };

struct ho_template {
    const char *id;
    HO_VEC(enum ho_section) sections;
    ho_pt margin;
};

struct ho_theme {
    const char *id;
    struct ho_palette palette;
    struct ho_type_scale scale; /* of the standard edition */
};

bool ho_template_load(struct ho_ctx *ctx, const char *folder, const char *id,
                      const struct ho_template **out)
    __attribute__((__warn_unused_result__));
/* Every role and type style must be there; text pairs under 7:1 and graphics under 3:1 are errors. */
bool ho_theme_load(struct ho_ctx *ctx, const char *folder, const char *id,
                   const struct ho_theme **out) __attribute__((__warn_unused_result__));

#endif
