/* The inks of a press: designed recipes for what a theme paints, a conversion only for a clinic's own logo.
 * SPDX-License-Identifier: MIT */
#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/press_priv.h"

struct ho_press_transform {
    cmsHPROFILE profile;
    cmsHTRANSFORM transform;
};

void ho_press_transform_close(struct ho_press_transform *transform)
{
    if (!transform)
        return;
    if (transform->transform)
        cmsDeleteTransform(transform->transform);
    if (transform->profile)
        cmsCloseProfile(transform->profile);
    free(transform);
}

/* Why the profile cannot be the output intent of a PDF/X-1a file; NULL if it can. */
static const char *find_fault(cmsHPROFILE profile)
{
    if (!profile)
        return "it is no ICC profile";
    if (cmsGetDeviceClass(profile) != cmsSigOutputClass)
        return "it is not of the class of output devices";
    if (cmsGetColorSpace(profile) != cmsSigCmykData)
        return "its colours are not CMYK";
    /* PDF 1.4, table 9.15, knows ICC profiles up to version 2. */
    if (cmsGetEncodedICCversion(profile) >= 0x04000000)
        return "it is of ICC version 4, and PDF/X-1a holds version 2 alone";
    return NULL;
}

static cmsHTRANSFORM open_transform(cmsHPROFILE to)
{
    cmsHPROFILE from = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform =
        from ? cmsCreateTransform(from, TYPE_RGB_8, to, TYPE_CMYK_8,
                                  INTENT_RELATIVE_COLORIMETRIC, 0)
             : NULL;
    if (from)
        cmsCloseProfile(from);
    return transform;
}

struct ho_press_transform *ho_press_transform_open(struct ho_bytes bytes,
                                                   const char **why)
{
    struct ho_press_transform *made = calloc(1, sizeof *made);
    if (!made)
        ho_out_of_memory();
    made->profile = cmsOpenProfileFromMem(bytes.data, (cmsUInt32Number)bytes.length);
    *why = find_fault(made->profile);
    if (!*why && !(made->transform = open_transform(made->profile)))
        *why = "it has no table from colours to inks";
    if (!*why)
        return made;
    ho_press_transform_close(made);
    return NULL;
}

const char *ho_press_transform_name(struct ho_arena *arena,
                                    struct ho_press_transform *transform)
{
    char name[128] = "";
    cmsGetProfileInfoASCII(transform->profile, cmsInfoDescription, "en", "US", name,
                           sizeof name);
    return ho_strdup(arena, *name ? name : "CMYK");
}

/* Takes colour away, not black, where the inks together are too much. */
static void limit(unsigned char cmyk[4])
{
    const int most = (int)(HO_PRESS_MOST_INK * 255);
    int colour = cmyk[0] + cmyk[1] + cmyk[2], room = most - cmyk[3];
    for (int i = 0; colour > room && i < 3; i++)
        cmyk[i] = (unsigned char)(cmyk[i] * room / colour);
}

void ho_press_transform_pixels(struct ho_press_transform *transform,
                               const unsigned char *rgb, size_t count,
                               unsigned char *cmyk)
{
    cmsDoTransform(transform->transform, rgb, cmyk, (cmsUInt32Number)count);
    for (size_t i = 0; i < count; i++)
        limit(cmyk + 4 * i);
}

static bool is_grey(const float rgb[3])
{
    return !(rgb[0] < rgb[1]) && !(rgb[0] > rgb[1]) && !(rgb[1] < rgb[2]) &&
           !(rgb[1] > rgb[2]);
}

/* A paint of a logo has no recipe. A grey is a tint of black; a colour needs the profile. */
static bool convert(struct ho_press_transform *transform, const float rgb[3],
                    float out[4])
{
    unsigned char from[3], to[4];
    if (is_grey(rgb)) {
        out[3] = 1 - rgb[0];
        return true;
    }
    if (!transform)
        return false;
    for (int i = 0; i < 3; i++)
        from[i] = (unsigned char)(rgb[i] * 255 + .5f);
    ho_press_transform_pixels(transform, from, 1, to);
    for (int i = 0; i < 4; i++)
        out[i] = (float)to[i] / 255;
    return true;
}

static bool is_black_alone(const float cmyk[4])
{
    return !(cmyk[0] > 0) && !(cmyk[1] > 0) && !(cmyk[2] > 0);
}

void ho_press_mix(const struct ho_palette *palette, struct ho_press_ink *ink)
{
    for (int role = HO_PAINT_NONE + 1; role < HO_PAINT_ALL; role++) {
        const struct ho_colour *colour = &palette->roles[role];
        float *out = ink->recipes[role];
        memset(out, 0, sizeof ink->recipes[role]);
        ink->is_known[role] = true;
        if (role >= HO_PAINT_COUNT) {
            ink->is_known[role] = convert(ink->transform, colour->rgb, out);
        } else if (palette->ink == HO_INK_COLOUR || is_black_alone(colour->cmyk)) {
            memcpy(out, colour->cmyk, sizeof colour->cmyk);
        } else { /* one ink: the designed greys are its tints */
            out[3] = 1 - (palette->ink == HO_INK_GREY ? colour->grey : colour->low);
        }
    }
}

const float (*ho_press_recipes(const struct ho_press_ink *ink))[4]
{
    return ink ? ink->recipes : NULL;
}

bool ho_press_is_black(const struct ho_press_ink *ink, enum ho_role role)
{
    const float *cmyk = ink->recipes[role];
    return role != HO_PAINT_NONE && is_black_alone(cmyk) && cmyk[3] >= 1;
}
