/* SPDX-License-Identifier: MIT */
#include "figure/profile_priv.h"

#include "figure/space_priv.h"

/* Fritsch and Carlson's slope at a row between two steps: none at a turn, else the weighted harmonic mean. */
static double slope_between(double step_before, double slope_before, double step_after,
                            double slope_after)
{
    if (slope_before * slope_after <= 0)
        return 0;
    double near_after = 2 * step_after + step_before;
    double near_before = step_after + 2 * step_before;
    return (near_after + near_before) /
           (near_after / slope_before + near_before / slope_after);
}

static double cell(const struct profile *profile, int row, int column)
{
    return profile->cells[row * profile->columns + column];
}

static double step_at(const struct profile *profile, int row)
{
    return cell(profile, row + 1, 0) - cell(profile, row, 0);
}

/* Of the straight line from this row to the next. */
static double slope_at(const struct profile *profile, int row, int column)
{
    return (cell(profile, row + 1, column) - cell(profile, row, column)) /
           step_at(profile, row);
}

static double row_slope(const struct profile *profile, int row, int column)
{
    if (row == 0)
        return slope_at(profile, 0, column);
    if (row == profile->rows - 1)
        return slope_at(profile, row - 1, column);
    return slope_between(step_at(profile, row - 1), slope_at(profile, row - 1, column),
                         step_at(profile, row), slope_at(profile, row, column));
}

double profile_at(const struct profile *profile, int column, double t)
{
    int last = profile->rows - 1, row = 0;
    if (last == 0 || t <= cell(profile, 0, 0))
        return cell(profile, 0, column);
    if (t >= cell(profile, last, 0))
        return cell(profile, last, column);
    while (t > cell(profile, row + 1, 0))
        row++;
    double step = step_at(profile, row);
    double u = (t - cell(profile, row, 0)) / step, u2 = u * u, u3 = u2 * u;
    return cell(profile, row, column) * (2 * u3 - 3 * u2 + 1) +
           cell(profile, row + 1, column) * (3 * u2 - 2 * u3) +
           step * row_slope(profile, row, column) * (u3 - 2 * u2 + u) +
           step * row_slope(profile, row + 1, column) * (u3 - u2);
}

double signed_power(double value, double power)
{
    return value < 0 ? -pow(-value, power) : pow(value, power);
}

void ring_point(const struct ring *ring, double angle, double *x, double *z)
{
    double front = cos(angle), out = sin(angle);
    if (ring->exponent != 2) {
        front = signed_power(front, 2 / ring->exponent);
        out = signed_power(out, 2 / ring->exponent);
    }
    *x = front * (front > 0 ? ring->front : ring->back);
    *z = out * (out > 0 ? ring->outer : ring->inner);
}

double ring_radius(const struct ring *ring, double around)
{
    double c = cos(radians(around)), s = sin(radians(around));
    double depth = c >= 0 ? ring->front : ring->back;
    double width = s >= 0 ? ring->outer : ring->inner;
    double e = ring->exponent;
    return pow(pow(fabs(c) / depth, e) + pow(fabs(s) / width, e), -1 / e);
}

double ring_reach(const struct ring *ring, double x, double z)
{
    double along = fabs(x) * (x > 0 ? ring->front : ring->back);
    double out = fabs(z) * (z > 0 ? ring->outer : ring->inner);
    if (ring->exponent == 2)
        return hypot(along, out);
    double dual = ring->exponent / (ring->exponent - 1);
    return pow(pow(along, dual) + pow(out, dual), 1 / dual);
}
