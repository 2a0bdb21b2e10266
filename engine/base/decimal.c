// SPDX-License-Identifier: Apache-2.0
// Fractions in lowest terms, each step checked for overflow.
#include "engine/base/decimal.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/status.h"

__extension__ typedef unsigned __int128 natural;

static natural magnitude(cds_whole value)
{
    return value < 0 ? 0 - (natural)value : (natural)value;
}

static natural common_factor(natural a, natural b)
{
    while (b > UINT64_MAX) {
        natural rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0) {
        return a;
    }
    uint64_t small = (uint64_t)b; // from here on the divisions are of one machine word
    uint64_t rest = (uint64_t)(a % b);
    while (rest != 0) {
        uint64_t next = small % rest;
        small = rest;
        rest = next;
    }
    return small;
}

static bool times(cds_whole a, cds_whole b, cds_whole *out)
{
    return !__builtin_mul_overflow(a, b, out) && magnitude(*out) >> 127 == 0;
}

// `under` is above zero.
static cds_decimal lowest_terms(cds_whole over, cds_whole under)
{
    cds_whole shared = (cds_whole)common_factor(magnitude(over), magnitude(under));
    return (cds_decimal){over / shared, under / shared};
}

static bool power_of_ten(int exponent, cds_whole *out)
{
    cds_whole power = 1;
    for (int i = 0; i < exponent; i++) {
        if (!times(power, 10, &power)) {
            return false;
        }
    }
    *out = power;
    return true;
}

// The digits of -12.5e-3 as the whole number -125; `scale` is the power of ten that is left.
static cds_whole read_digits(const char *text, int *scale)
{
    cds_whole digits = 0;
    bool after_point = false;
    const char *c = text + (*text == '-');
    for (*scale = 0; *c != '\0' && *c != 'e'; c++) {
        if (*c == '.') {
            after_point = true;
            continue;
        }
        digits = digits * 10 + (*c - '0');
        *scale -= after_point;
    }
    if (*c == 'e') {
        *scale += (int)strtol(c + 1, NULL, 10);
    }
    return *text == '-' ? -digits : digits;
}

bool cds_decimal_of(double value, cds_decimal *out)
{
    char text[CDS_NUMBER_LENGTH];
    if (!isfinite(value)) {
        return false;
    }
    cds_number_write(value, text);
    int scale = 0;
    cds_whole over = read_digits(text, &scale);
    cds_whole power = 1;
    if (!power_of_ten(abs(scale), &power)) {
        return false;
    }
    if (scale > 0 && !times(over, power, &over)) {
        return false;
    }
    *out = lowest_terms(over, scale < 0 ? power : 1);
    return true;
}

static bool combine_sum(cds_decimal a, cds_decimal b, cds_decimal *out)
{
    cds_whole shared = (cds_whole)common_factor(magnitude(a.under), magnitude(b.under));
    cds_whole left = 0;
    cds_whole right = 0;
    cds_whole over = 0;
    cds_whole under = 0;
    if (!times(a.over, b.under / shared, &left) || !times(b.over, a.under / shared, &right) ||
        !times(a.under / shared, b.under, &under)) {
        return false;
    }
    if (__builtin_add_overflow(left, right, &over) || magnitude(over) >> 127 != 0) {
        return false;
    }
    *out = lowest_terms(over, under);
    return true;
}

static bool combine_product(cds_decimal a, cds_decimal b, cds_decimal *out)
{
    cds_decimal one = lowest_terms(a.over, b.under); // crosswise: nothing is left to reduce
    cds_decimal other = lowest_terms(b.over, a.under);
    cds_decimal product = {0, 1};
    if (!times(one.over, other.over, &product.over) ||
        !times(one.under, other.under, &product.under)) {
        return false;
    }
    *out = product;
    return true;
}

bool cds_decimal_combine(cds_arithmetic word, cds_decimal a, cds_decimal b, cds_decimal *out)
{
    switch (word) {
    case CDS_PLUS:
        return combine_sum(a, b, out);
    case CDS_MINUS:
        b.over = -b.over;
        return combine_sum(a, b, out);
    case CDS_TIMES:
        return combine_product(a, b, out);
    case CDS_OVER:
        if (b.over == 0) {
            return false;
        }
        cds_decimal flipped = {b.over < 0 ? -b.under : b.under, (cds_whole)magnitude(b.over)};
        return combine_product(a, flipped, out);
    }
    return false;
}

// The greatest whole number not above `value`, and how much `over` exceeds it.
static cds_whole whole_part(cds_decimal value, cds_whole *rest)
{
    cds_whole whole = value.over / value.under;
    *rest = value.over % value.under;
    if (*rest < 0) {
        *rest += value.under;
        whole--;
    }
    return whole;
}

// By continued fractions: the whole parts, then the reciprocals of what is left, whose order
// is the other way round.
static int compare_by_parts(cds_decimal a, cds_decimal b)
{
    for (;;) {
        cds_whole rest_a = 0;
        cds_whole rest_b = 0;
        cds_whole whole_a = whole_part(a, &rest_a);
        cds_whole whole_b = whole_part(b, &rest_b);
        if (whole_a != whole_b) {
            return whole_a < whole_b ? -1 : 1;
        }
        if (rest_a == 0 || rest_b == 0) {
            return (rest_a != 0) - (rest_b != 0);
        }
        cds_decimal flipped_a = {a.under, rest_a};
        a = (cds_decimal){b.under, rest_b};
        b = flipped_a;
    }
}

int cds_decimal_compare(cds_decimal a, cds_decimal b)
{
    cds_whole left = 0;
    cds_whole right = 0;
    if (!times(a.over, b.under, &left) || !times(b.over, a.under, &right)) {
        return compare_by_parts(a, b);
    }
    return (left > right) - (left < right);
}

double cds_decimal_double(cds_decimal value)
{
    natural over = magnitude(value.over);
    natural under = magnitude(value.under);
    natural quotient = over / under;
    natural rest = over % under;
    int exponent = 0;
    while (rest != 0 && quotient >> 60 == 0) { // more bits than a double has
        rest <<= 1;
        quotient = quotient << 1 | (rest >= under);
        rest -= rest >= under ? under : 0;
        exponent--;
    }
    quotient |= rest != 0; // so that an exact half is told from a little more
    double size = ldexp((double)quotient, exponent);
    return value.over < 0 ? -size : size;
}
