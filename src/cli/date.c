/* SPDX-License-Identifier: MIT */
#include "cli/options_priv.h"

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + text[1] - '0';
}

bool is_date(const char *text)
{
    static const char form[] = "dddd-dd-dd";
    static const int days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; form[i]; i++)
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    int century = two_digits(text), year = two_digits(text + 2);
    int month = two_digits(text + 5), day = two_digits(text + 8);
    bool is_leap = (year ? year : century) % 4 == 0;
    return text[sizeof form - 1] == '\0' && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month] && (is_leap || month != 2 || day < 29);
}
