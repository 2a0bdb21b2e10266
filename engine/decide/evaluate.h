// SPDX-License-Identifier: Apache-2.0
// Facts x ruleset -> the ten answers: conditions in Kleene's logic with presumption, decisions
// in order, final or provisional with all they could become. Source: decisions.md, "How a
// decision is settled".
#pragma once

#include "engine/decide/sift.h"
#include "engine/facts/truth.h"
#include "engine/rules/sandbox.h"

typedef enum cds_incomplete {
    CDS_COMPLETE,
    CDS_WHY_UNKNOWN,
    CDS_WHY_BUDGET,
    CDS_WHY_ERROR
} cds_incomplete;

/** One decision, decided. Answers are places in decision->answers. */
typedef struct cds_outcome {
    const cds_decision *decision;
    unsigned own;    // by its own rules, suppression aside
    unsigned answer; // shown: own, or suppressed
    bool final;      // of the shown answer
    bool own_final;
    uint64_t possible; // own and every answer that learning more could bring: a bit an answer
    unsigned settled;  // strongest answer with a plainly true rule; answer_count when none
    const cds_decision *by; // who suppresses it; NULL: nobody
} cds_outcome;

/** A measure's value in this evaluation. */
typedef struct cds_measured {
    bool looked;
    bool known;
    bool absent; // rests on an x-request field nobody gave: comparisons are false
    double number;
    cds_decimal exact;
    const cds_field *unknown; // the fact that was missing, if one was
    cds_incomplete why;       // CDS_WHY_BUDGET, CDS_WHY_ERROR when its function failed
} cds_measured;

/** A rule that was asked for what needs computing, and what it said. */
typedef struct cds_asked {
    const cds_rule *rule;
    cds_call call;
} cds_asked;

/** Truths are false for drafts, retired rules and those of a decision nobody asked for. */
typedef struct cds_evaluation {
    const cds_ruleset_view *rules;
    const cds_facts *facts;
    const cds_outcome *outcomes; // in the decisions' shown order
    const cds_truth *truths;     // of each rule, by its index
    cds_standing standing;       // the rules that were looked at: all others are false
    const cds_asked *asked;      // by the rules' index
    size_t asked_count;
    const uint8_t *values; // of each condition by index: cds_truth + 1, 0 = not looked at
    const cds_measured *measured; // of each measure, by its index
} cds_evaluation;

/** Lives: in ctx->mem, borrowing ruleset and facts. Same facts, same ruleset: same result, on
 * any thread. Fails: CDS_TOO_LARGE only. */
cds_status cds_evaluate(cds_ctx *ctx, cds_sandbox *sandbox, const cds_facts *facts,
                        const cds_evaluation **out);

/** The truth of any condition of the ruleset in this evaluation (computed if not yet looked
 * at). */
cds_truth cds_evaluation_truth(const cds_evaluation *evaluation,
                               const cds_condition *condition);

/** What the rule said; with status CDS_OK and no advice where it was not asked. */
const cds_call *cds_rule_advice(const cds_evaluation *evaluation, const cds_rule *rule);

/** Whether the rule could still change its decision's own answer: unknown or presumed, and
 * stronger than what is settled. */
bool cds_rule_is_open(const cds_evaluation *evaluation, const cds_rule *rule);
