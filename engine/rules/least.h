// SPDX-License-Identifier: Apache-2.0
// How many leaves it takes at least to say why a condition is true or false, whatever is known:
// who looks for few need not walk through one that takes many.
#pragma once

#include "engine/rules/rule.h"

/** Sets `least_true` and `least_false`; its parts have theirs. */
void cds_least_set(cds_condition *condition);
