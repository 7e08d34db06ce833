/* type.h — the type scale: sizes and leadings by role, for one edition.
 * In: a theme fills it (model/).  Out: struct ho_type_scale.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_TYPE_H
#define HO_PAGE_TYPE_H

#include <stdbool.h>

#include "base/units.h"

/* How large all type is. Editions reflow, they do not zoom (page.md, "Grid and type"). */
enum ho_edition {
    HO_EDITION_STANDARD,
    HO_EDITION_LARGE,
    HO_EDITION_GIANT,
    HO_EDITION_COUNT
};
extern const char
    *const ho_edition_names[]; /* "standard", "large", "giant"; NULL-terminated */

/* HO_TYPE(NAME, "id in a theme"). */
#define HO_TYPES(HO_TYPE)                                                              \
    HO_TYPE(H1, "h1")                                                                  \
    HO_TYPE(H2, "h2")                                                                  \
    HO_TYPE(H3, "h3")                                                                  \
    HO_TYPE(BODY, "body")                                                              \
    HO_TYPE(STEP, "step")                                                              \
    HO_TYPE(DOSE, "dose")                                                              \
    HO_TYPE(REMINDER, "reminder")                                                      \
    HO_TYPE(SMALL, "small")

enum ho_type {
#define HO_TYPE(name, id) HO_TYPE_##name,
    HO_TYPES(HO_TYPE)
#undef HO_TYPE
        HO_TYPE_COUNT
};

/* Leading is in whole 4 pt except for small print. */
struct ho_type_style {
    ho_pt size, leading;
    bool is_bold;
};

struct ho_type_scale {
    struct ho_type_style styles[HO_TYPE_COUNT];
};

/* "h1", "body", …; and back: false if there is none of that name. */
const char *ho_type_name(enum ho_type type);
bool ho_type_find(const char *name, enum ho_type *out)
    __attribute__((__warn_unused_result__));

#endif
