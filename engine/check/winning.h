// SPDX-License-Identifier: Apache-2.0
// Rules that can never be the winning one: whenever such a rule is true, one of a stronger
// answer is.
#pragma once

#include "engine/decide/gap.h"
#include "engine/rules/ruleset.h"

/** Adds a CDS_GAP_LINT for each active rule that asks for all that an active rule of a stronger
 *  answer of its decision asks for, and perhaps more. Sound: no rule that can win is named;
 *  a rule that no case makes win is found by coverage. */
void cds_check_winning(cds_gaps *gaps, const cds_ruleset_view *view);
