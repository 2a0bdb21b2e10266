// SPDX-License-Identifier: Apache-2.0
// Days from and to the calendar, counted in eras of 400 years that begin on 1 March, so that
// the leap day is the last of its year (Howard Hinnant, "chrono-compatible date algorithms").
#include "engine/base/date.h"

#include <stddef.h>

#define DAYS_IN_ERA 146097
#define DAYS_BEFORE_1970 719468 // from 0000-03-01

static bool read_digits(const char *text, size_t count, int *out)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        value = value * 10 + (text[i] - '0');
    }
    *out = value;
    return true;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

static int32_t days_of(int year, int month, int day)
{
    int from_march = (month + 9) % 12;
    int shifted =
        (month <= 2 ? year - 1 : year) + 400; // January of year 0 is in the era before
    int era = shifted / 400;
    int of_era = shifted % 400;
    int day_of_year = (153 * from_march + 2) / 5 + day - 1;
    int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
    return (era - 1) * DAYS_IN_ERA + day_of_era - DAYS_BEFORE_1970;
}

static bool day_exists(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

bool cds_date_parse(cds_text text, cds_date *out)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (text.length != CDS_DATE_LENGTH || text.data[4] != '-' || text.data[7] != '-') {
        return false;
    }
    if (!read_digits(text.data, 4, &year) || !read_digits(text.data + 5, 2, &month) ||
        !read_digits(text.data + 8, 2, &day) || !day_exists(year, month, day)) {
        return false;
    }
    out->days = days_of(year, month, day);
    return true;
}

static void write_digits(char *out, size_t count, int value)
{
    for (size_t i = count; i > 0; i--) {
        out[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
}

void cds_date_format(cds_date date, char out[CDS_DATE_LENGTH + 1])
{
    CDS_PROMISE(date.days >= CDS_DATE_FIRST_DAYS && date.days <= CDS_DATE_LAST_DAYS);
    int days = date.days + DAYS_BEFORE_1970 + DAYS_IN_ERA;
    int era = days / DAYS_IN_ERA;
    int of_era = days % DAYS_IN_ERA;
    int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * of_year + 2) / 153;
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    int year = (era - 1) * 400 + year_of_era + (month <= 2);
    write_digits(out, 4, year);
    write_digits(out + 5, 2, month);
    write_digits(out + 8, 2, of_year - (153 * from_march + 2) / 5 + 1);
    out[4] = '-';
    out[7] = '-';
    out[CDS_DATE_LENGTH] = '\0';
}

int cds_date_weekday(cds_date date)
{
    int from_monday = (date.days % 7 + 7 + 3) % 7; // 1970-01-01 was a Thursday
    return from_monday + 1;
}
