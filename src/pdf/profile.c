/* SPDX-License-Identifier: MIT */
#include "pdf/profile_priv.h"

#include <lcms2.h>
#include <math.h>
#include <string.h>

/* The curve as a table: version 2 knows no other form. With straight lines between 256 steps it is nowhere off by
 * more than 1/100,000; lcms2's own table of 4,096 would add 7 KB to each file. */
enum { STEPS = 256 };

/* The header's date of creation: six big-endian 16-bit numbers (ICC.1:1998-09, 6.1). */
enum { DATE_AT = 24, DATE_LENGTH = 12 };

static void free_profile(cmsHPROFILE *profile)
{
    if (*profile)
        cmsCloseProfile(*profile);
}

static void free_curve(cmsToneCurve **curve)
{
    if (*curve)
        cmsFreeToneCurve(*curve);
}

static cmsToneCurve *make_curve(void)
{
    cmsUInt16Number table[STEPS];
    for (int i = 0; i < STEPS; i++) {
        double x = (double)i / (STEPS - 1);
        double y = x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
        table[i] = (cmsUInt16Number)lround(y * 65535);
    }
    return cmsBuildTabulatedToneCurve16(NULL, STEPS, table);
}

static cmsHPROFILE make_profile(void)
{
    const cmsCIExyY white = {0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries = {
        {0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    HO_AUTO(cmsToneCurve *, free_curve) curve = make_curve();
    if (!curve)
        return NULL;
    cmsToneCurve *curves[3] = {curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
    if (profile)
        cmsSetProfileVersion(profile, 2.1);
    return profile;
}

bool ho_profile_build(struct ho_arena *arena, struct ho_bytes *out)
{
    static const unsigned char date[DATE_LENGTH] = {0x07, 0xD0, 0, 1, 0, 1};
    HO_AUTO(cmsHPROFILE, free_profile) profile = make_profile();
    cmsUInt32Number length = 0;
    if (!profile || !cmsSaveProfileToMem(profile, NULL, &length))
        return false;
    unsigned char *data = ho_alloc(arena, length, 1);
    if (!cmsSaveProfileToMem(profile, data, &length))
        return false;
    /* lcms2 writes the clock there. */
    memcpy(data + DATE_AT, date, sizeof date);
    *out = (struct ho_bytes){data, length};
    return true;
}
