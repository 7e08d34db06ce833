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
    return (int)role < HO_PAINT_OWN ? names[role] : "own";
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

static double luminance_of(const float rgb[3])
{
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

static double find_luminance(const struct ho_palette *palette, enum ho_role role)
{
    float rgb[3];
    ho_palette_rgb(palette, role, rgb);
    return luminance_of(rgb);
}

struct ho_colour ho_colour_from(float red, float green, float blue)
{
    struct ho_colour colour = {.rgb = {red, green, blue}};
    double y = luminance_of(colour.rgb);
    float most = fmaxf(red, fmaxf(green, blue));
    colour.grey = colour.low =
        (float)(y <= 0.0031308 ? y * 12.92 : 1.055 * pow(y, 1 / 2.4) - 0.055);
    for (int i = 0; i < 3; i++)
        colour.cmyk[i] = most > 0 ? (most - colour.rgb[i]) / most : 0;
    colour.cmyk[3] = 1 - most;
    return colour;
}

double ho_palette_contrast(const struct ho_palette *palette, enum ho_role a,
                           enum ho_role b)
{
    double one = find_luminance(palette, a), other = find_luminance(palette, b);
    return one > other ? (one + 0.05) / (other + 0.05) : (other + 0.05) / (one + 0.05);
}
