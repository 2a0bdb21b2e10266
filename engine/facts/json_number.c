// SPDX-License-Identifier: Apache-2.0
// Digits are stepped over; only a number of many digits, or with an exponent, is worked out.
#include "engine/facts/json_number.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#define LARGEST_WHOLE ((uint64_t)1 << 53)
#define DIGITS_OF_LARGEST_WHOLE 16
#define WRITTEN_WITH_EXPONENT 1e21 // from here on, by whoever writes JSON (RFC 8785)

static const char inexact[] = "A whole number is beyond 2^53 and would not be kept exactly.";

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9') {
        at++;
    }
    return at;
}

static bool is_exponent(char byte)
{
    return (byte | 0x20) == 'e';
}

// What is wrong with a number's size is wrong where it begins.
static const char *refuse(const char **at, const char *start, const char *what)
{
    *at = start;
    return what;
}

static const char *check_whole(const char **at, const char *start, const char *digits)
{
    uint64_t value = 0;
    if (*at - digits < DIGITS_OF_LARGEST_WHOLE) {
        return NULL;
    }
    for (; digits < *at && value <= LARGEST_WHOLE; digits++) {
        value = value * 10 + (uint64_t)(*digits - '0');
    }
    return value > LARGEST_WHOLE ? refuse(at, start, inexact) : NULL;
}

// Beyond 2^53 each double is whole: what is written with a point or an exponent, too, and would
// be written as a whole number again. Only one with an exponent or of many digits is so large.
static const char *check_size(const char **at, const char *start, bool has_exponent)
{
    if (!has_exponent && *at - start < DIGITS_OF_LARGEST_WHOLE) {
        return NULL;
    }
    const double size = fabs(strtod(start, NULL));
    if (!isfinite(size)) {
        return refuse(at, start, "A number is too large.");
    }
    return size > (double)LARGEST_WHOLE && size < WRITTEN_WITH_EXPONENT
               ? refuse(at, start, inexact)
               : NULL;
}

static const char *check_digits(const char **at, const char *what)
{
    const char *digits = *at;
    *at = skip_digits(digits);
    return *at > digits ? NULL : what;
}

static const char *check_fraction(const char **at)
{
    if (**at != '.') {
        return NULL;
    }
    ++*at;
    return check_digits(at, "Digits follow a decimal point.");
}

static const char *check_exponent(const char **at)
{
    ++*at;
    *at += **at == '+' || **at == '-';
    return check_digits(at, "Digits follow the e of an exponent.");
}

// Behind the whole part.
static const char *check_rest(const char **at, const char *start)
{
    const char *wrong = check_fraction(at);
    const bool has_exponent = wrong == NULL && is_exponent(**at);
    if (has_exponent) {
        wrong = check_exponent(at);
    }
    return wrong == NULL ? check_size(at, start, has_exponent) : wrong;
}

const char *cds_json_number_check(const char **at)
{
    const char *start = *at;
    const char *digits = start + (*start == '-');
    *at = *digits == '0' ? digits + 1 : skip_digits(digits);
    if (*at == digits) {
        return "Here a value is expected.";
    }
    return **at == '.' || is_exponent(**at) ? check_rest(at, start)
                                            : check_whole(at, start, digits);
}
