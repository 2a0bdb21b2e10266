// SPDX-License-Identifier: Apache-2.0
// Reads rules aloud from their trees: indented plain sentences, one a line.
#pragma once

#include "engine/rules/ruleset.h"

/** The condition as sentences: "all of these hold:" and its parts below. */
void cds_explain_condition(cds_buf *buf, const cds_condition *condition, int indent);

/** A whole rule for a person: question, answer, when, what it says, evidence, owner, review. */
void cds_explain_rule(cds_buf *buf, const cds_ruleset *rules, const cds_rule *rule);

/** A whole decision: its question, when it is answered, how it is settled, its answers
 * strongest first with their rules in a sentence each. */
void cds_explain_decision(cds_buf *buf, const cds_ruleset_view *rules,
                          const cds_decision *decision);
