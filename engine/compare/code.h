// SPDX-License-Identifier: Apache-2.0
// Conditions as a rule file writes them, each in one way only: two that mean the same in the
// same order are written alike, whatever release they are from.
#pragma once

#include "engine/rules/rule.h"

/** `patient.age_years:at_least(40)`, `all { yes(patient.fever), finding "x" }`. */
void cds_code_condition(cds_buf *buf, const cds_condition *condition);
void cds_code_expression(cds_buf *buf, const cds_expression *expression);

/** What a leaf is about, without what it asks of it: two leaves about the same are one that
 *  was changed. `closely`: also from which side it asks. */
void cds_code_subject(cds_buf *buf, const cds_condition *leaf, bool closely);

/** "at_least", "less_than", "between". */
const char *cds_code_comparison(const cds_range *range);
