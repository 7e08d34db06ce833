/* profile_priv.h — shapes given as tables: rows of radii along a bone, with a smooth curve through them.
 * In: figure/ only.  Out: the ring of a limb or of the trunk at any place along it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_FIGURE_PROFILE_PRIV_H
#define HO_FIGURE_PROFILE_PRIV_H

/* Rows in the order of their first column, which says where along the bone; the others are values there. */
struct profile {
    const double *cells;
    int rows, columns;
};

#define PROFILE(table)                                                                 \
    {                                                                                  \
        &(table)[0][0], sizeof(table) / sizeof((table)[0]),                            \
            sizeof((table)[0]) / sizeof((table)[0][0])                                 \
    }

/* The value of a column at `t`: monotone cubic, so that the curve never bulges beyond its rows; level outside. */
double profile_at(const struct profile *profile, int column, double t);

/* A cross-section: four quarters of superellipses. Exponent 2 is an ellipse, more is boxier. */
struct ring {
    double front, back, outer, inner;
    double exponent;
};

/* `x` to the front and `z` outwards of the point at `angle` (radians, 0 front, a quarter turn outwards). */
void ring_point(const struct ring *ring, double angle, double *x, double *z);
/* How far from the middle the skin is in that direction (degrees, 0 front, 90 outwards). */
double ring_radius(const struct ring *ring, double around);
/* How far the ring reaches along a line that goes `x` to the front and `z` outwards for each millimetre. */
double ring_reach(const struct ring *ring, double x, double z);

/* |value| ^ power, with the sign of value. */
double signed_power(double value, double power);

#endif
