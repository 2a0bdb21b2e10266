// SPDX-License-Identifier: Apache-2.0
// Numbers of up to three decimals, which is nearly all of them, by whole-number arithmetic;
// the rest by trying 15, 16 and 17 digits.
#include "engine/base/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/status.h"

#define LARGEST_WHOLE 9007199254740992.0 // 2^53
#define LARGEST_SHORT 1e12               // with three decimals: 15 digits, which a double holds

size_t cds_number_write_whole(uint64_t whole, char out[CDS_NUMBER_LENGTH])
{
    size_t length = 1;
    for (uint64_t rest = whole; rest >= 10; rest /= 10) {
        length++;
    }
    for (size_t i = length; i-- > 0; whole /= 10) {
        out[i] = (char)('0' + whole % 10);
    }
    return length;
}

// The decimals of 0.001 to 0.999, without trailing zeros.
static size_t write_fraction(uint64_t thousandths, char *out)
{
    size_t length = 0;
    out[length++] = '.';
    for (uint64_t unit = 100; thousandths > 0; unit /= 10) {
        out[length++] = (char)('0' + thousandths / unit);
        thousandths %= unit;
    }
    return length;
}

// The nearest, where there are so few.
static uint64_t thousandths_of(double size)
{
    return (uint64_t)(int64_t)(size * 1000 + 0.5);
}

static size_t write_by_trying(double value, char out[CDS_NUMBER_LENGTH])
{
    // Below the normal doubles fewer than 15 digits may do, and %g does not find them.
    int precision = fabs(value) < DBL_MIN ? 1 : DBL_DIG;
    int length = 0;
    do {
        length = snprintf(out, CDS_NUMBER_LENGTH, "%.*g", precision, value);
    } while (precision++ < DBL_DECIMAL_DIG && strtod(out, NULL) != value);
    return (size_t)length;
}

size_t cds_number_write(double value, char out[CDS_NUMBER_LENGTH])
{
    double size = fabs(value);
    size_t length = 0;
    if (value < 0) {
        out[length++] = '-';
    }
    if (size <= LARGEST_WHOLE && size == (double)(int64_t)size) {
        length += cds_number_write_whole((uint64_t)(int64_t)size, out + length);
    } else if (size < LARGEST_SHORT && size == (double)thousandths_of(size) / 1000) {
        const uint64_t thousandths = thousandths_of(size);
        length += cds_number_write_whole(thousandths / 1000, out + length);
        length += write_fraction(thousandths % 1000, out + length);
    } else {
        CDS_PROMISE(isfinite(value));
        length = write_by_trying(value, out);
    }
    out[length] = '\0';
    return length;
}
