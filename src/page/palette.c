/* SPDX-License-Identifier: MIT */
#include "page/palette.h"

#include <math.h>

#include "base/str.h"

static const char *const names[] = {[HO_PAINT_NONE] = "none",
#define HO_ROLE(name, id) [HO_PAINT_##name] = id,
                                    HO_ROLES(HO_ROLE)
#undef HO_ROLE
};

const char *ho_role_name(enum ho_role role)
{
    return names[role];
}

bool ho_role_find(const char *name, enum ho_role *out)
{
    for (int role = HO_PAINT_NONE + 1; role < HO_PAINT_COUNT; role++) {
        if (ho_equal(names[role], name)) {
            *out = (enum ho_role)role;
            return true;
        }
    }
    return false;
}

const char *const ho_ink_names[] = {"colour", "grey", "low", NULL};

void ho_palette_rgb(const struct ho_palette *palette, enum ho_role role, float out[3])
{
    const struct ho_colour *colour = &palette->roles[role];
    for (int i = 0; i < 3; i++)
        out[i] = palette->ink == HO_INK_COLOUR ? colour->rgb[i]
                 : palette->ink == HO_INK_GREY ? colour->grey
                                               : colour->low;
}

/* WCAG 2.1, "relative luminance". */
static double linear(double component)
{
    return component <= 0.03928 ? component / 12.92
                                : pow((component + 0.055) / 1.055, 2.4);
}

static double find_luminance(const struct ho_palette *palette, enum ho_role role)
{
    float rgb[3];
    ho_palette_rgb(palette, role, rgb);
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

double ho_palette_contrast(const struct ho_palette *palette, enum ho_role a,
                           enum ho_role b)
{
    double one = find_luminance(palette, a), other = find_luminance(palette, b);
    return one > other ? (one + 0.05) / (other + 0.05) : (other + 0.05) / (one + 0.05);
}
