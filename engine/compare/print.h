// SPDX-License-Identifier: Apache-2.0
// All that a rule, decision or contradiction brings into a person's decision, written out for
// no reader: where two texts are equal, under one schema, so is what they bring.
#pragma once

#include "engine/rules/ruleset.h"

void cds_print_rule(cds_buf *buf, const cds_ruleset_view *rules, const cds_rule *rule);
void cds_print_decision(cds_buf *buf, const cds_ruleset_view *rules,
                        const cds_decision *decision);
void cds_print_contradiction(cds_buf *buf, const cds_ruleset_view *rules,
                             const cds_contradiction *one);
