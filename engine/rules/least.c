// SPDX-License-Identifier: Apache-2.0
// Where one part is enough, the part with the fewest; where all are needed, their sum.
#include "engine/rules/least.h"

static uint8_t least_of(const cds_condition *condition, bool as_false)
{
    return as_false ? condition->least_false : condition->least_true;
}

static uint8_t fewest(const cds_condition *condition, bool as_false)
{
    uint8_t found = UINT8_MAX;
    for (size_t i = 0; i < condition->part_count; i++) {
        const uint8_t least = least_of(condition->parts[i], as_false);
        found = least < found ? least : found;
    }
    return found;
}

static uint8_t at_most_all(size_t count)
{
    return count < UINT8_MAX ? (uint8_t)count : UINT8_MAX;
}

static uint8_t together(const cds_condition *condition, bool as_false)
{
    size_t sum = 0;
    for (size_t i = 0; i < condition->part_count; i++) {
        sum += least_of(condition->parts[i], as_false);
    }
    return at_most_all(sum);
}

static void set(cds_condition *condition, uint8_t least_true, uint8_t least_false)
{
    condition->least_true = least_true;
    condition->least_false = least_false;
}

void cds_least_set(cds_condition *condition)
{
    switch (condition->word) {
    case CDS_ALL:
        set(condition, together(condition, false), fewest(condition, true));
        return;
    case CDS_ANY:
        set(condition, fewest(condition, false), together(condition, true));
        return;
    case CDS_NONE:
        set(condition, together(condition, true), fewest(condition, false));
        return;
    case CDS_AT_LEAST_OF: // a leaf a part
        set(condition, at_most_all(condition->count),
            at_most_all(condition->part_count + 1 - condition->count));
        return;
    case CDS_UNLESS_RULED_OUT: // one that is open is enough
        set(condition, 1, condition->parts[0]->least_false);
        return;
    case CDS_FINDING: // a false one may be named whole
        set(condition, condition->finding->when->least_true, 1);
        return;
    default:
        set(condition, 1, 1);
    }
}
