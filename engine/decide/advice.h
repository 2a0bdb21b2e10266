// SPDX-License-Identifier: Apache-2.0
// Asking rules for what needs computing, once their answers are known.
#pragma once

#include "engine/decide/evaluator.h"

/** Asks every rule that gives a recommendation. One that fails makes its decision provisional;
 *  the answer stands. Fails: CDS_TOO_LARGE. */
cds_status cds_advice_ask(cds_evaluator *evaluator);

/** Whether the rule gives a recommendation: true or presumed, of the answer that is shown. */
bool cds_rule_recommends(const cds_evaluation *evaluation, const cds_rule *rule);

/** Whether cds_rule_incomplete has anything to say of any rule. */
bool cds_any_incomplete(const cds_evaluation *evaluation);

/** Whether something failed in a rule of a shown decision: its advice, or a measure that
 *  leaves its condition unknown. */
cds_incomplete cds_rule_incomplete(const cds_evaluation *evaluation, const cds_rule *rule);
