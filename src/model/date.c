/* Dates: one order only, since 03/04 is two different days to two readers.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/record.h"

static bool is_digits(const char *text, size_t count)
{
    return strspn(text, "0123456789") >= count;
}

static int read_digits(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

static bool is_in_order(const char *text)
{
    return strlen(text) == 10 && text[4] == '-' && text[7] == '-' &&
           is_digits(text, 4) && is_digits(text + 5, 2) && is_digits(text + 8, 2);
}

bool ho_is_date(const char *text)
{
    static const int days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!is_in_order(text))
        return false;
    int year = read_digits(text, 4), month = read_digits(text + 5, 2),
        day = read_digits(text + 8, 2);
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1800 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month] && !(month == 2 && day == 29 && !is_leap);
}

/* Three numbers, apart from each other by one of "/.- "; false if it is anything else. */
static bool read_parts(const char *text, int parts[3], size_t lengths[3])
{
    for (int i = 0; i < 3; i++) {
        lengths[i] = strspn(text, "0123456789");
        if (lengths[i] < 1 || lengths[i] > 4)
            return false;
        parts[i] = read_digits(text, lengths[i]);
        text += lengths[i];
        if (i < 2 && (!*text || !strchr("/.- ", *text++)))
            return false;
    }
    return *text == '\0';
}

const char *ho_date_hint(const char *text)
{
    int parts[3];
    size_t lengths[3];
    if (is_in_order(text))
        return "there is no such day; write year, month and day, such as 2026-03-14";
    if (!read_parts(text, parts, lengths))
        return "write year, month and day, such as 2026-03-14";
    if (lengths[0] == 4)
        return "write it with two digits each and hyphens, such as 2026-03-14";
    if (lengths[2] != 4)
        return "write the year with four digits and first, such as 2026-03-14";
    if (parts[0] > 12)
        return "this seems to be day, month, year; write the year first, such as "
               "2026-03-14";
    if (parts[1] > 12)
        return "this seems to be month, day, year; write the year first, such as "
               "2026-03-14";
    return "day and month cannot be told apart here; write the year first, then the "
           "month, such as 2026-03-14";
}
