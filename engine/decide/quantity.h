// SPDX-License-Identifier: Apache-2.0
// Numbers that conditions compare: facts, measures and exact arithmetic on them.
#pragma once

#include "engine/decide/evaluator.h"

cds_truth cds_quantity_compare(cds_evaluator *evaluator, const cds_condition *comparison);

/** The measure's value, computed when first asked for. */
const cds_measured *cds_quantity_measure(cds_evaluator *evaluator, const cds_measure *measure);
