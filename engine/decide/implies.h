// SPDX-License-Identifier: Apache-2.0
// Which of two leaves on the same fact says more.
#pragma once

#include "engine/rules/rule.h"

/** Whether `weak` says nothing that `strong` does not: both hold. "Over 0" beside "over 3".
 * False where it takes more than a look to know. */
bool cds_leaf_implies(const cds_condition *strong, const cds_condition *weak);

/** Whether the leaf reads the field. */
bool cds_leaf_reads(const cds_condition *leaf, const cds_field *field);
