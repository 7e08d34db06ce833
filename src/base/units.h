/* units.h — lengths on paper. All geometry is in PDF points (1/72 inch, ISO 32000-1 8.3.2.3).
 * In: nothing.  Out: ho_pt.  Every stage may include it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_UNITS_H
#define HO_BASE_UNITS_H

typedef double ho_pt;

/* The vertical grid: everything on the page stands on steps of 4 pt. */
#define HO_STEP 4.0

static inline ho_pt ho_mm(double millimetres)
{
    return millimetres * 72.0 / 25.4;
}

static inline double ho_to_mm(ho_pt points)
{
    return points * 25.4 / 72.0;
}

#endif
