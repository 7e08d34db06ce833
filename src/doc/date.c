/* Dates in words; days and weeks from a date on.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

struct day {
    int year, month, day;
};

static int digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + text[i] - '0';
    return value;
}

/* The loader has checked that dates are YYYY-MM-DD. */
static struct day read_day(const char *date)
{
    return (struct day){digits(date, 4), digits(date + 5, 2), digits(date + 8, 2)};
}

/* Days since 1 March of the year 0, in the Gregorian calendar: years begin in March, so that the leap day is the last. */
static long count_days(struct day day)
{
    long year = day.year - (day.month < 3), month = (day.month + 9) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 +
           day.day - 1;
}

static struct day find_day(long days)
{
    struct day day = {(int)(days / 366), 3, 1};
    while (count_days((struct day){day.year + 1, 3, 1}) <= days)
        day.year++;
    for (int i = 0; i < 11; i++) {
        struct day next = {day.month == 12 ? day.year + 1 : day.year,
                           day.month % 12 + 1, 1};
        if (count_days(next) > days)
            break;
        day = next;
    }
    day.day += (int)(days - count_days(day));
    return day;
}

int weekday_of(const char *date)
{
    /* 1 March of the year 0 was a Wednesday. */
    return (int)((count_days(read_day(date)) + 2) % 7) + 1;
}

static const char *numbered_text(struct builder *b, const char *stem, int number)
{
    struct ho_arena *arena = b->ctx->arena;
    return string_text(b, ho_join(arena, stem, ho_digits(arena, number)), NULL);
}

const char *date_text(struct builder *b, const char *date, enum date_form form)
{
    static const char *const forms[] = {[DATE_FULL] = "date.format",
                                        [DATE_MONTH] = "date.month-year",
                                        [DATE_WEEKDAY] = "date.with-weekday",
                                        [DATE_VISIT] = "date.visit"};
    struct ho_arena *arena = b->ctx->arena;
    struct day day = read_day(date);
    struct value values[] = {
        {.name = "day", .text = ho_digits(arena, day.day)},
        {.name = "month", .text = numbered_text(b, "date.month.", day.month)},
        {.name = "year", .text = ho_strndup(arena, date, 4)},
        {.name = "weekday",
         .text = numbered_text(b, "date.weekday.", weekday_of(date))}};
    return string_text(b, forms[form],
                       &(struct filling){.values = values, .value_count = 4});
}

const char *short_date_text(struct builder *b, const char *date, int later)
{
    struct ho_arena *arena = b->ctx->arena;
    struct day day = find_day(count_days(read_day(date)) + later);
    struct value values[] = {
        {.name = "day", .text = ho_digits(arena, day.day)},
        {.name = "month", .text = numbered_text(b, "date.month-short.", day.month)}};
    return string_text(b, "date.short",
                       &(struct filling){.values = values, .value_count = 2});
}
