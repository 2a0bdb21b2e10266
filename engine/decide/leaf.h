// SPDX-License-Identifier: Apache-2.0
// The leaves of a condition: words that read facts, measures or an earlier decision.
#pragma once

#include "engine/decide/evaluator.h"

/** Unknown while the fact is; false while it is an x-request field nobody gave. */
cds_truth cds_leaf_truth(cds_evaluator *evaluator, const cds_condition *leaf);
