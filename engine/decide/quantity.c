// SPDX-License-Identifier: Apache-2.0
// A plain fact is compared as the double it is; whatever was computed, as an exact decimal.
#include "engine/decide/quantity.h"

// What is known of a number. Absent weighs more than unknown: the comparison is false then,
// whatever else is learnt.
typedef enum standing { KNOWN, UNKNOWN, ABSENT } standing;

static standing find_number(cds_evaluator *e, const cds_expression *value, cds_decimal *out);

static standing find_field(const cds_evaluator *e, const cds_field *field, cds_decimal *out)
{
    const cds_fact *fact = &e->view.facts->list[field->index];
    if (!fact->known) {
        return field->request ? ABSENT : UNKNOWN;
    }
    return cds_decimal_of(fact->number, out) ? KNOWN : UNKNOWN;
}

static standing find_measure(cds_evaluator *e, const cds_measure *measure, cds_decimal *out)
{
    const cds_measured *measured = cds_quantity_measure(e, measure);
    if (!measured->known) {
        return measured->absent ? ABSENT : UNKNOWN;
    }
    *out = measured->exact;
    return KNOWN;
}

static standing find_arithmetic(cds_evaluator *e, const cds_expression *value, cds_decimal *out)
{
    cds_decimal left = {0, 1};
    cds_decimal right = {0, 1};
    standing of_left = find_number(e, value->left, &left);
    standing of_right = find_number(e, value->right, &right);
    if (of_left == ABSENT || of_right == ABSENT) {
        return ABSENT;
    }
    if (of_left == UNKNOWN || of_right == UNKNOWN) {
        return UNKNOWN;
    }
    return cds_decimal_combine(value->word, left, right, out) ? KNOWN : UNKNOWN;
}

static standing find_number(cds_evaluator *e, const cds_expression *value, cds_decimal *out)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        return find_field(e, value->field, out);
    case CDS_OF_MEASURE:
        return find_measure(e, value->measure, out);
    case CDS_OF_ARITHMETIC:
        return find_arithmetic(e, value, out);
    case CDS_OF_NUMBER:
        *out = value->exact;
        return KNOWN;
    }
    return UNKNOWN;
}

static standing call_function(cds_evaluator *e, const cds_measure *measure, cds_decimal *out)
{
    cds_measured *measured = &e->measured[measure->index];
    cds_call call = {.status = CDS_FAILED};
    if (e->sandbox != NULL) {
        call = cds_sandbox_measure(e->ctx, e->sandbox, measure, e->view.facts);
    }
    if (call.status == CDS_OK) {
        return cds_decimal_of(call.number, out) ? KNOWN : UNKNOWN;
    }
    cds_error_clear(e->ctx); // remembered here, and no failure of the evaluation
    measured->unknown = call.unknown;
    if (call.status == CDS_UNKNOWN) {
        return call.unknown != NULL && call.unknown->request ? ABSENT : UNKNOWN;
    }
    measured->why = cds_incomplete_of(call.status);
    e->measure_failed = true;
    return UNKNOWN;
}

const cds_measured *cds_quantity_measure(cds_evaluator *e, const cds_measure *measure)
{
    cds_measured *measured = &e->measured[measure->index];
    if (measured->looked) {
        return measured;
    }
    measured->looked = true;
    standing found = measure->value != NULL ? find_number(e, measure->value, &measured->exact)
                                            : call_function(e, measure, &measured->exact);
    measured->absent = found == ABSENT;
    if (found != KNOWN) {
        return measured;
    }
    measured->number = cds_decimal_double(measured->exact);
    measured->known = !measure->has_range ||
                      (measured->number >= measure->low && measured->number <= measure->high);
    return measured;
}

static bool lies_in(const cds_range *range, double number)
{
    if (range->has_low && (range->above ? number <= range->low : number < range->low)) {
        return false;
    }
    return !range->has_high || (range->below ? number < range->high : number <= range->high);
}

static bool lies_exactly_in(const cds_range *range, cds_decimal number)
{
    if (range->has_low) {
        int order = cds_decimal_compare(number, range->exact->low);
        if (order < 0 || (order == 0 && range->above)) {
            return false;
        }
    }
    if (!range->has_high) {
        return true;
    }
    int order = cds_decimal_compare(number, range->exact->high);
    return order < 0 || (order == 0 && !range->below);
}

cds_truth cds_quantity_compare(cds_evaluator *e, const cds_condition *comparison)
{
    const cds_expression *value = comparison->value;
    if (value->kind == CDS_OF_FIELD) {
        const cds_fact *fact = &e->view.facts->list[value->field->index];
        if (!fact->known) {
            return value->field->request ? CDS_FALSE : CDS_IS_UNKNOWN;
        }
        return lies_in(&comparison->range, fact->number) ? CDS_TRUE : CDS_FALSE;
    }
    cds_decimal number = {0, 1};
    switch (find_number(e, value, &number)) {
    case ABSENT:
        return CDS_FALSE;
    case UNKNOWN:
        return CDS_IS_UNKNOWN;
    case KNOWN:
        break;
    }
    return lies_exactly_in(&comparison->range, number) ? CDS_TRUE : CDS_FALSE;
}
