// SPDX-License-Identifier: Apache-2.0
// Strongest answer first; final only when nothing stronger is open.
#include "engine/decide/settle.h"

static uint64_t bit(unsigned answer)
{
    return (uint64_t)1 << answer;
}

static bool is_open(cds_truth truth)
{
    return truth == CDS_IS_UNKNOWN || truth == CDS_PRESUMED;
}

// Whether learning more may leave the condition presumed: then a rule of it would stand, but
// not finally. No part of none{} is handed on as presumed.
static bool may_be_presumed(cds_evaluator *e, const cds_condition *condition)
{
    if (!is_open(cds_truth_of(e, condition)) || condition->word == CDS_NONE) {
        return false;
    }
    if (condition->word == CDS_UNLESS_RULED_OUT) {
        return true;
    }
    if (condition->word == CDS_FINDING) {
        return may_be_presumed(e, condition->finding->when);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        if (may_be_presumed(e, condition->parts[i])) {
            return true;
        }
    }
    return false;
}

// What the rules of one decision came to, strongest first.
typedef struct tally {
    unsigned settled;  // strongest answer with a true rule; answer_count when none
    unsigned winner;   // strongest with a true or presumed rule; answer_count when none
    uint64_t open;     // answers stronger than settled with an unknown or presumed rule
    bool may_withhold; // one of those is given only when final, and may yet win provisionally
} tally;

static bool may_withhold(cds_evaluator *e, const cds_rule *rule, uint64_t open)
{
    if (!rule->decision->answers[rule->answer].only_when_final) {
        return false;
    }
    return (open & (bit(rule->answer) - 1)) != 0 || may_be_presumed(e, rule->when);
}

static void count_rule(cds_evaluator *e, const cds_rule *rule, tally *sum)
{
    cds_truth truth = cds_truth_of(e, rule->when);
    unsigned nobody = (unsigned)rule->decision->answer_count;
    e->truths[rule->index] = truth;
    if (truth == CDS_FALSE) {
        return;
    }
    if (truth != CDS_IS_UNKNOWN && sum->winner == nobody) {
        sum->winner = rule->answer;
    }
    if (truth == CDS_TRUE && sum->settled == nobody) {
        sum->settled = rule->answer;
        sum->open &= bit(rule->answer) - 1; // its own open rules change nothing any more
    }
    if (is_open(truth) && sum->settled == nobody) {
        sum->open |= bit(rule->answer);
        sum->may_withhold |= may_withhold(e, rule, sum->open);
    }
}

static tally count_rules(cds_evaluator *e, const cds_decision *decision)
{
    const cds_ruleset_view *rules = e->view.rules;
    unsigned nobody = (unsigned)decision->answer_count;
    tally sum = {.settled = nobody, .winner = nobody};
    const size_t *first = &rules->first_rule[decision->index];
    size_t i = cds_standing_before(&e->view.standing, first[0]);
    for (; i < e->view.standing.count && e->view.standing.list[i] < first[1]; i++) {
        const cds_rule *rule = &rules->rules[e->view.standing.list[i]];
        if (rule->status == CDS_ACTIVE) {
            count_rule(e, rule, &sum);
        }
    }
    return sum;
}

static uint64_t possible_answers(const cds_decision *decision, const tally *sum)
{
    bool none_true = sum->settled == decision->answer_count;
    uint64_t possible = sum->open | bit(none_true ? decision->otherwise : sum->settled);
    if (none_true || sum->may_withhold || decision->answers[sum->settled].only_when_final) {
        possible |= bit(decision->while_unknown);
    }
    return possible;
}

static void set_final(cds_outcome *outcome, unsigned answer)
{
    outcome->own = answer;
    outcome->own_final = true;
    outcome->possible = bit(answer);
}

static void decide(const cds_decision *decision, const tally *sum, cds_outcome *outcome)
{
    bool none_true = sum->settled == decision->answer_count;
    outcome->settled = sum->settled;
    if (sum->open == 0) {
        set_final(outcome, none_true ? decision->otherwise : sum->settled);
        return;
    }
    bool given = sum->winner != decision->answer_count &&
                 !decision->answers[sum->winner].only_when_final;
    outcome->own = given ? sum->winner : decision->while_unknown;
    outcome->possible = possible_answers(decision, sum) | bit(outcome->own);
}

void cds_settle(cds_evaluator *e, const cds_decision *decision)
{
    cds_outcome *outcome = &e->outcomes[decision->index];
    outcome->decision = decision;
    outcome->settled = (unsigned)decision->answer_count;
    if (decision->applies_when != NULL &&
        cds_truth_of(e, decision->applies_when) == CDS_FALSE) {
        CDS_PROMISE(decision->not_asked >= 0);
        set_final(outcome, (unsigned)decision->not_asked);
    } else {
        tally sum = count_rules(e, decision);
        decide(decision, &sum, outcome);
    }
    outcome->answer = outcome->own;
    outcome->final = outcome->own_final;
}

static bool reads(const cds_evaluator *e, const cds_condition *leaf)
{
    return (bit(e->outcomes[leaf->decision->index].own) & leaf->options) != 0;
}

// Two-valued, on current answers; the loader sees to it that it is built of decided() only.
static bool holds_now(const cds_evaluator *e, const cds_condition *condition)
{
    size_t holds = 0;
    for (size_t i = 0; i < condition->part_count; i++) {
        holds += holds_now(e, condition->parts[i]);
    }
    switch (condition->word) {
    case CDS_ALL:
        return holds == condition->part_count;
    case CDS_ANY:
        return holds > 0;
    case CDS_NONE:
        return holds == 0;
    case CDS_AT_LEAST_OF:
        return holds >= condition->count;
    default:
        CDS_PROMISE(condition->word == CDS_DECIDED);
        return reads(e, condition);
    }
}

// The first decision whose current answer the condition names; else the first it reads.
static const cds_decision *who_suppresses(const cds_evaluator *e,
                                          const cds_condition *condition)
{
    if (condition->word == CDS_DECIDED) {
        return condition->decision;
    }
    const cds_decision *first = NULL;
    for (size_t i = 0; i < condition->part_count; i++) {
        const cds_condition *part = condition->parts[i];
        if (part->word == CDS_DECIDED && reads(e, part)) {
            return part->decision;
        }
        first = first != NULL ? first : who_suppresses(e, part);
    }
    return first;
}

void cds_suppress(cds_evaluator *e)
{
    for (size_t i = 0; i < e->view.rules->decision_count; i++) {
        cds_outcome *outcome = &e->outcomes[i];
        const cds_decision *decision = outcome->decision;
        if (decision->suppressed_when == NULL || !holds_now(e, decision->suppressed_when)) {
            continue;
        }
        CDS_PROMISE(decision->suppressed >= 0);
        outcome->answer = (unsigned)decision->suppressed;
        outcome->final = true;
        outcome->by = who_suppresses(e, decision->suppressed_when);
    }
}

bool cds_rule_is_open(const cds_evaluation *evaluation, const cds_rule *rule)
{
    const cds_outcome *outcome = &evaluation->outcomes[rule->decision->index];
    return is_open(evaluation->truths[rule->index]) && rule->answer < outcome->settled;
}
