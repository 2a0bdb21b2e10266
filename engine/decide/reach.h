// SPDX-License-Identifier: Apache-2.0
// Which conditions a rule or a decision reads: its own, those of the findings in it, and of
// earlier decisions it asks about.
#pragma once

#include "engine/rules/ruleset.h"

/** Sets marks[condition->index] to 1 for all the rule's condition reads. `marks` has a byte
 *  for each condition; what is marked is not walked again. */
void cds_reach_rule(const cds_ruleset_view *rules, const cds_rule *rule, uint8_t *marks);

/** The same for a decision as it is shown: its active rules, when it applies, and what hides
 *  it. */
void cds_reach_decision(const cds_ruleset_view *rules, const cds_decision *decision,
                        uint8_t *marks);
