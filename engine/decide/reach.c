// SPDX-License-Identifier: Apache-2.0
// A walk down the trees that goes into each condition once.
#include "engine/decide/reach.h"

static void reach_own_answer(const cds_ruleset_view *rules, const cds_decision *decision,
                             uint8_t *marks);

static void reach(const cds_ruleset_view *rules, const cds_condition *condition, uint8_t *marks)
{
    if (condition == NULL || marks[condition->index] != 0) {
        return;
    }
    marks[condition->index] = 1;
    if (condition->word == CDS_FINDING) {
        reach(rules, condition->finding->when, marks);
    }
    if (condition->word == CDS_DECIDED) {
        reach_own_answer(rules, condition->decision, marks);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        reach(rules, condition->parts[i], marks);
    }
}

static void reach_own_answer(const cds_ruleset_view *rules, const cds_decision *decision,
                             uint8_t *marks)
{
    reach(rules, decision->applies_when, marks);
    for (size_t i = rules->first_rule[decision->index];
         i < rules->first_rule[decision->index + 1]; i++) {
        if (rules->rules[i].status == CDS_ACTIVE) {
            reach(rules, rules->rules[i].when, marks);
        }
    }
}

void cds_reach_rule(const cds_ruleset_view *rules, const cds_rule *rule, uint8_t *marks)
{
    reach(rules, rule->when, marks);
}

void cds_reach_decision(const cds_ruleset_view *rules, const cds_decision *decision,
                        uint8_t *marks)
{
    reach_own_answer(rules, decision, marks);
    reach(rules, decision->suppressed_when, marks);
}
