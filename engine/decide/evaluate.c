// SPDX-License-Identifier: Apache-2.0
// The tables of the four-valued logic, and the order in which an evaluation is made.
#include "engine/decide/evaluate.h"

#include "engine/decide/advice.h"
#include "engine/decide/evaluator.h"
#include "engine/decide/leaf.h"
#include "engine/decide/settle.h"

static cds_truth compute(cds_evaluator *e, const cds_condition *condition);

static inline cds_truth keep(cds_evaluator *e, const cds_condition *condition, cds_truth truth)
{
    e->values[condition->index] = (uint8_t)(truth + 1);
    return truth;
}

// Leaves, and findings that are known by now, are most of what is looked at: nothing is called
// for them.
static inline cds_truth look_at(cds_evaluator *e, const cds_condition *condition)
{
    const uint8_t kept = e->values[condition->index];
    if (kept != 0) {
        return (cds_truth)(kept - 1);
    }
    if (cds_word_is_leaf(condition->word)) {
        return keep(e, condition, cds_leaf_truth(e, condition));
    }
    if (condition->word == CDS_FINDING) {
        const cds_condition *when = condition->finding->when;
        const uint8_t known = e->values[when->index];
        return keep(e, condition, known != 0 ? (cds_truth)(known - 1) : cds_truth_of(e, when));
    }
    return keep(e, condition, compute(e, condition));
}

static cds_truth truth_of_all(cds_evaluator *e, const cds_condition *condition)
{
    bool presumed = false;
    bool unknown = false;
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_truth part = look_at(e, condition->parts[i]);
        if (part == CDS_FALSE) {
            return CDS_FALSE;
        }
        unknown |= part == CDS_IS_UNKNOWN;
        presumed |= part == CDS_PRESUMED;
    }
    return unknown ? CDS_IS_UNKNOWN : presumed ? CDS_PRESUMED : CDS_TRUE;
}

static cds_truth truth_of_any(cds_evaluator *e, const cds_condition *condition)
{
    bool presumed = false;
    bool unknown = false;
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_truth part = look_at(e, condition->parts[i]);
        if (part == CDS_TRUE) {
            return CDS_TRUE;
        }
        unknown |= part == CDS_IS_UNKNOWN;
        presumed |= part == CDS_PRESUMED;
    }
    return presumed ? CDS_PRESUMED : unknown ? CDS_IS_UNKNOWN : CDS_FALSE;
}

static cds_truth truth_of_none(cds_evaluator *e, const cds_condition *condition)
{
    bool open = false;
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_truth part = look_at(e, condition->parts[i]);
        if (part == CDS_TRUE) {
            return CDS_FALSE;
        }
        open |= part != CDS_FALSE;
    }
    return open ? CDS_IS_UNKNOWN : CDS_TRUE;
}

static cds_truth truth_of_at_least(cds_evaluator *e, const cds_condition *condition)
{
    size_t holds = 0;
    size_t presumed = 0;
    size_t unknown = 0;
    for (size_t i = 0; i < condition->part_count && holds < condition->count; i++) {
        cds_truth part = look_at(e, condition->parts[i]);
        holds += part == CDS_TRUE;
        presumed += part == CDS_PRESUMED;
        unknown += part == CDS_IS_UNKNOWN;
    }
    if (holds >= condition->count) {
        return CDS_TRUE;
    }
    if (holds + presumed >= condition->count) {
        return CDS_PRESUMED;
    }
    return holds + presumed + unknown >= condition->count ? CDS_IS_UNKNOWN : CDS_FALSE;
}

static cds_truth truth_unless_ruled_out(cds_truth part)
{
    switch (part) {
    case CDS_FALSE:
    case CDS_TRUE:
        return part;
    case CDS_IS_UNKNOWN:
    case CDS_PRESUMED:
        return CDS_PRESUMED;
    }
    return CDS_PRESUMED;
}

static cds_truth compute(cds_evaluator *e, const cds_condition *condition)
{
    switch (condition->word) {
    case CDS_ALL:
        return truth_of_all(e, condition);
    case CDS_ANY:
        return truth_of_any(e, condition);
    case CDS_NONE:
        return truth_of_none(e, condition);
    case CDS_AT_LEAST_OF:
        return truth_of_at_least(e, condition);
    default:
        CDS_PROMISE(condition->word == CDS_UNLESS_RULED_OUT); // others are no words over parts
        return truth_unless_ruled_out(look_at(e, condition->parts[0]));
    }
}

cds_truth cds_truth_of(cds_evaluator *e, const cds_condition *condition)
{
    return look_at(e, condition);
}

cds_truth cds_evaluation_truth(const cds_evaluation *evaluation, const cds_condition *condition)
{
    return cds_truth_of((cds_evaluator *)evaluation, condition);
}

cds_incomplete cds_incomplete_of(cds_status status)
{
    switch (status) {
    case CDS_OK:
        return CDS_COMPLETE;
    case CDS_UNKNOWN:
        return CDS_WHY_UNKNOWN;
    case CDS_BUDGET:
        return CDS_WHY_BUDGET;
    default:
        return CDS_WHY_ERROR;
    }
}

cds_evaluator *cds_evaluator_new(cds_ctx *ctx, cds_inputs inputs)
{
    const cds_ruleset_view *rules = inputs.rules;
    CDS_PROMISE(inputs.facts->fields == rules->fields);
    cds_evaluator *e = cds_alloc(ctx->mem, sizeof *e);
    if (e == NULL) {
        return NULL;
    }
    e->ctx = ctx;
    e->sandbox = inputs.sandbox;
    e->values = cds_alloc(ctx->mem, rules->condition_count + 1);
    e->outcomes = cds_alloc(ctx->mem, (rules->decision_count + 1) * sizeof *e->outcomes);
    e->truths = cds_alloc(ctx->mem, (rules->rule_count + 1) * sizeof *e->truths);
    e->measured = cds_alloc(ctx->mem, (rules->measure_count + 1) * sizeof *e->measured);
    if (e->values == NULL || e->outcomes == NULL || e->truths == NULL || e->measured == NULL) {
        return NULL;
    }
    e->view = (cds_evaluation){.rules = rules,
                               .facts = inputs.facts,
                               .outcomes = e->outcomes,
                               .truths = e->truths,
                               .values = e->values,
                               .measured = e->measured};
    return e;
}

static cds_status answer_all(cds_ctx *ctx, cds_inputs inputs, cds_evaluator **out)
{
    cds_evaluator *e = cds_evaluator_new(ctx, inputs);
    if (e == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_status status = cds_sift(ctx, inputs.rules, inputs.facts, &e->view.standing);
    if (status != CDS_OK) {
        return status;
    }
    for (size_t i = 0; i < inputs.rules->decision_count; i++) {
        cds_settle(e, inputs.rules->evaluation_order[i]);
    }
    cds_suppress(e);
    *out = e;
    return CDS_OK;
}

cds_status cds_evaluate_answers(cds_ctx *ctx, cds_inputs inputs, const cds_evaluation **out)
{
    cds_evaluator *e = NULL;
    cds_status status = answer_all(ctx, inputs, &e);
    if (status == CDS_OK) {
        *out = &e->view;
    }
    return status;
}

cds_status cds_evaluate_view(cds_ctx *ctx, cds_inputs inputs, const cds_evaluation **out)
{
    cds_evaluator *e = NULL;
    cds_status status = answer_all(ctx, inputs, &e);
    if (status == CDS_OK) {
        status = cds_advice_ask(e);
    }
    if (status == CDS_OK) {
        *out = &e->view;
    }
    return status;
}

cds_status cds_evaluate(cds_ctx *ctx, cds_sandbox *sandbox, const cds_facts *facts,
                        const cds_evaluation **out)
{
    cds_inputs inputs = {cds_ruleset_look(cds_sandbox_ruleset(sandbox)), sandbox, facts};
    return cds_evaluate_view(ctx, inputs, out);
}
