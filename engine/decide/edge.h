// SPDX-License-Identifier: Apache-2.0
// The numbers of a comparison, and each moved one step: to the next value a person could have
// been written down with.
#pragma once

#include "engine/rules/rule.h"

typedef enum cds_end { CDS_END_LOW, CDS_END_HIGH } cds_end;

typedef struct cds_moved {
    double number;
    cds_decimal exact;
} cds_moved;

/** One step of what is compared: the field's x-step; else, and of measures and arithmetic, one
 *  of the last place the number is written with (1.3 moves to 1.4 and 1.2). False: the number
 *  moved that way parts no two values the field or measure can have. */
bool cds_edge_move(const cds_condition *comparison, cds_end end, bool up, cds_moved *out);

/** A number in arithmetic moved one of its last place. False: beyond what fits, or zero. */
bool cds_number_move(const cds_expression *number, bool up, cds_moved *out);
