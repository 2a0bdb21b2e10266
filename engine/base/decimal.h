// SPDX-License-Identifier: Apache-2.0
// Exact arithmetic on decimals: 17.6 / 16 is 1.1, not a binary neighbour of it. A value is a
// fraction of two whole numbers of 127 bits; what does not fit is refused, never rounded.
#pragma once

#include <stdbool.h>

__extension__ typedef __int128 cds_whole;

typedef struct cds_decimal {
    cds_whole over;  // the numerator
    cds_whole under; // the denominator, above zero; no common factor with `over`
} cds_decimal;

/** The decimal a person wrote: the shortest digits that read back as `value`. False: not
 *  finite, or beyond what fits. */
bool cds_decimal_of(double value, cds_decimal *out);

typedef enum cds_arithmetic { CDS_PLUS, CDS_MINUS, CDS_TIMES, CDS_OVER } cds_arithmetic;

/** False: beyond what fits, or a division by zero. */
bool cds_decimal_combine(cds_arithmetic word, cds_decimal a, cds_decimal b, cds_decimal *out);

/** -1, 0, 1 as a is below, equal to, above b. Exact, whatever the size. */
int cds_decimal_compare(cds_decimal a, cds_decimal b);

double cds_decimal_double(cds_decimal value); // the nearest double, for showing
