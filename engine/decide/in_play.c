// SPDX-License-Identifier: Apache-2.0
// Only the conditions of the players are evaluated, and the decisions they read.
#include "engine/decide/in_play.h"

#include "engine/decide/settle.h"

static void read_condition(const cds_ruleset_view *rules, const cds_condition *condition,
                           bool *read);

static void read_decision(const cds_ruleset_view *rules, const cds_decision *decision,
                          bool *read)
{
    if (read[decision->index]) {
        return;
    }
    read[decision->index] = true;
    if (decision->applies_when != NULL) {
        read_condition(rules, decision->applies_when, read);
    }
    for (size_t i = rules->first_rule[decision->index];
         i < rules->first_rule[decision->index + 1]; i++) {
        read_condition(rules, rules->rules[i].when, read);
    }
}

static void read_condition(const cds_ruleset_view *rules, const cds_condition *condition,
                           bool *read)
{
    if (condition->word == CDS_DECIDED) {
        read_decision(rules, condition->decision, read);
    } else if (condition->word == CDS_FINDING) {
        read_condition(rules, condition->finding->when, read);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        read_condition(rules, condition->parts[i], read);
    }
}

cds_status cds_players_prepare(cds_ctx *ctx, const cds_ruleset_view *rules,
                               cds_players *players)
{
    players->read = cds_alloc(ctx->mem, rules->decision_count * sizeof *players->read);
    if (players->read == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < players->rule_count; i++) {
        const cds_rule *rule = players->rules[i];
        read_condition(rules, rule->when, players->read);
        if (rule->decision->applies_when != NULL) {
            read_condition(rules, rule->decision->applies_when, players->read);
        }
    }
    for (size_t i = 0; i < players->contradiction_count; i++) {
        read_condition(rules, players->contradictions[i]->when, players->read);
    }
    return CDS_OK;
}

static bool rule_plays(cds_evaluator *e, const cds_rule *rule)
{
    const cds_condition *asked = rule->decision->applies_when;
    if (rule->status != CDS_ACTIVE || (asked != NULL && cds_truth_of(e, asked) == CDS_FALSE)) {
        return false;
    }
    return cds_truth_of(e, rule->when) != CDS_FALSE;
}

static bool any_plays(cds_evaluator *e, const cds_players *players)
{
    for (size_t i = 0; i < players->rule_count; i++) {
        if (rule_plays(e, players->rules[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < players->contradiction_count; i++) {
        if (cds_truth_of(e, players->contradictions[i]->when) == CDS_TRUE) {
            return true;
        }
    }
    return e->measure_failed; // then rules that are open are told apart by it
}

cds_status cds_in_play(cds_ctx *ctx, cds_inputs inputs, const cds_players *players, bool *out)
{
    if (players->rule_count == 0 && players->contradiction_count == 0) {
        *out = false;
        return CDS_OK;
    }
    cds_evaluator *e = cds_evaluator_new(ctx, inputs);
    if (e == NULL || cds_sift_none(ctx, inputs.rules, &e->view.standing) != CDS_OK) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < inputs.rules->decision_count; i++) {
        const cds_decision *decision = inputs.rules->evaluation_order[i];
        if (players->read[decision->index]) {
            cds_settle(e, decision);
        }
    }
    *out = any_plays(e, players);
    return CDS_OK;
}
