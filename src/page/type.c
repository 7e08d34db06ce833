/* SPDX-License-Identifier: MIT */
#include "page/type.h"

#include "base/str.h"

const char *const ho_edition_names[] = {"standard", "large", "giant", NULL};

static const char *const names[] = {
#define HO_TYPE(name, id) [HO_TYPE_##name] = id,
    HO_TYPES(HO_TYPE)
#undef HO_TYPE
};

const char *ho_type_name(enum ho_type type)
{
    return names[type];
}

bool ho_type_find(const char *name, enum ho_type *out)
{
    for (int type = 0; type < HO_TYPE_COUNT; type++) {
        if (ho_equal(names[type], name)) {
            *out = (enum ho_type)type;
            return true;
        }
    }
    return false;
}
