// SPDX-License-Identifier: Apache-2.0
// Moved in decimals: 0.3 is one step of 0.1 over 0.2, and no binary neighbour of it.
#include "engine/decide/edge.h"

#include <string.h>

#include "engine/base/number.h"

// One of the last place: 1 of 26, 0.1 of 1.3.
static cds_decimal last_place(double number)
{
    char digits[CDS_NUMBER_LENGTH];
    size_t length = cds_number_write(number, digits);
    const char *point = memchr(digits, '.', length);
    cds_decimal place = {1, 1};
    for (const char *at = point; at != NULL && at + 1 < digits + length; at++) {
        place.under *= 10;
    }
    return place;
}

static bool move(double number, cds_decimal step, bool up, cds_moved *out)
{
    cds_decimal exact;
    cds_moved moved;
    if (!cds_decimal_of(number, &exact) ||
        !cds_decimal_combine(up ? CDS_PLUS : CDS_MINUS, exact, step, &moved.exact)) {
        return false;
    }
    moved.number = cds_decimal_double(moved.exact);
    *out = moved;
    return true;
}

static cds_decimal step_of(const cds_expression *value, double number)
{
    cds_decimal step;
    if (value->kind == CDS_OF_FIELD && value->field->step > 0 &&
        cds_decimal_of(value->field->step, &step)) {
        return step;
    }
    return last_place(number);
}

// The values that what is compared can have.
typedef struct span {
    bool has_low, has_high;
    double low, high;
} span;

static span span_of(const cds_expression *value)
{
    if (value->kind == CDS_OF_FIELD) {
        const cds_field *field = value->field;
        return (span){field->has_minimum, field->has_maximum, field->minimum, field->maximum};
    }
    if (value->kind == CDS_OF_MEASURE) {
        const cds_measure *measure = value->measure;
        return (span){measure->has_range, measure->has_range, measure->low, measure->high};
    }
    return (span){false, false, 0, 0};
}

// Whether a value can lie from `low` to `high`, the one end or the other left out.
static bool lies_between(const span *values, double low, double high, bool with_low)
{
    if (values->has_low && (with_low ? high <= values->low : high < values->low)) {
        return false;
    }
    return !values->has_high || (with_low ? low <= values->high : low < values->high);
}

bool cds_edge_move(const cds_condition *comparison, cds_end end, bool up, cds_moved *out)
{
    const cds_range *range = &comparison->range;
    bool is_low = end == CDS_END_LOW;
    if (!(is_low ? range->has_low : range->has_high)) {
        return false;
    }
    double number = is_low ? range->low : range->high;
    span values = span_of(comparison->value);
    cds_moved moved;
    if (!move(number, step_of(comparison->value, number), up, &moved)) {
        return false;
    }
    bool with_low = is_low ? !range->above : range->below;
    if (!lies_between(&values, up ? number : moved.number, up ? moved.number : number,
                      with_low)) {
        return false;
    }
    *out = moved;
    return true;
}

bool cds_number_move(const cds_expression *number, bool up, cds_moved *out)
{
    cds_moved moved;
    if (!move(number->number, last_place(number->number), up, &moved) || moved.number == 0) {
        return false;
    }
    *out = moved;
    return true;
}
