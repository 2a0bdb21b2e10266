// SPDX-License-Identifier: Apache-2.0
// Ranges within ranges, and choices among choices.
#include "engine/decide/implies.h"

static bool expression_reads(const cds_expression *value, const cds_field *field)
{
    if (value->kind == CDS_OF_ARITHMETIC) {
        return expression_reads(value->left, field) || expression_reads(value->right, field);
    }
    return value->kind == CDS_OF_FIELD && value->field == field;
}

bool cds_leaf_reads(const cds_condition *leaf, const cds_field *field)
{
    return leaf->word == CDS_COMPARE ? expression_reads(leaf->value, field)
                                     : leaf->field == field;
}

static bool same_number(const cds_expression *a, const cds_expression *b)
{
    if (a->kind != b->kind) {
        return false;
    }
    switch (a->kind) {
    case CDS_OF_FIELD:
        return a->field == b->field;
    case CDS_OF_MEASURE:
        return a->measure == b->measure;
    case CDS_OF_NUMBER:
        return cds_decimal_compare(a->exact, b->exact) == 0;
    case CDS_OF_ARITHMETIC:
        return a->word == b->word && same_number(a->left, b->left) &&
               same_number(a->right, b->right);
    }
    return false;
}

static bool starts_within(const cds_range *strong, const cds_range *weak)
{
    if (!weak->has_low || !strong->has_low) {
        return !weak->has_low;
    }
    return strong->low > weak->low ||
           (strong->low == weak->low && (strong->above || !weak->above));
}

static bool ends_within(const cds_range *strong, const cds_range *weak)
{
    if (!weak->has_high || !strong->has_high) {
        return !weak->has_high;
    }
    return strong->high < weak->high ||
           (strong->high == weak->high && (strong->below || !weak->below));
}

static bool fewer_choices(const cds_condition *strong, const cds_condition *weak)
{
    return strong->words == NULL && weak->words == NULL &&
           (strong->options & ~weak->options) == 0;
}

bool cds_leaf_implies(const cds_condition *strong, const cds_condition *weak)
{
    if (strong->word != weak->word) {
        return false;
    }
    switch (strong->word) {
    case CDS_COMPARE:
        return same_number(strong->value, weak->value) &&
               starts_within(&strong->range, &weak->range) &&
               ends_within(&strong->range, &weak->range);
    case CDS_DECIDED:
        return strong->decision == weak->decision && fewer_choices(strong, weak);
    case CDS_IS_ONE_OF:
    case CDS_INCLUDES_ANY:
        return strong->field == weak->field && fewer_choices(strong, weak);
    case CDS_COUNTS_AT_LEAST:
        return strong->field == weak->field && strong->count >= weak->count;
    default:
        return false;
    }
}
