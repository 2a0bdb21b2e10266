// SPDX-License-Identifier: Apache-2.0
// Days of the proleptic Gregorian calendar, years 0000 to 9999. Today is always an argument.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/text.h"

typedef struct cds_date {
    int32_t days; // since 1970-01-01
} cds_date;

#define CDS_DATE_LENGTH 10
#define CDS_DATE_FIRST_DAYS (-719528) // 0000-01-01
#define CDS_DATE_LAST_DAYS 2932896    // 9999-12-31

bool cds_date_parse(cds_text text, cds_date *out); // YYYY-MM-DD and a day that exists
void cds_date_format(cds_date date, char out[CDS_DATE_LENGTH + 1]); // in that range only
int cds_date_weekday(cds_date date);                                // 1 Monday .. 7 Sunday
