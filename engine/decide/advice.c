// SPDX-License-Identifier: Apache-2.0
// A red flag is never silenced by broken advice: only the status and the text suffer.
#include "engine/decide/advice.h"

bool cds_rule_recommends(const cds_evaluation *evaluation, const cds_rule *rule)
{
    const cds_outcome *outcome = &evaluation->outcomes[rule->decision->index];
    if (outcome->by != NULL || rule->answer != outcome->answer) {
        return false;
    }
    switch (evaluation->truths[rule->index]) {
    case CDS_TRUE:
    case CDS_PRESUMED:
        return true;
    case CDS_FALSE:
    case CDS_IS_UNKNOWN:
        return false;
    }
    return false;
}

static void ask(cds_evaluator *e, const cds_rule *rule)
{
    cds_call *call = &e->advice[rule->index];
    call->status = CDS_FAILED;
    if (e->sandbox != NULL) {
        *call = cds_sandbox_advise(e->ctx, e->sandbox, rule, e->view.facts);
    }
    if (call->status != CDS_OK) {
        cds_error_clear(e->ctx); // named in incomplete_rules, and no failure of the evaluation
        call->advice = NULL;
        e->advice_failed = true;
        e->outcomes[rule->decision->index].final = false;
    }
}

void cds_advice_ask(cds_evaluator *e)
{
    for (size_t i = 0; i < e->view.rules->rule_count; i++) {
        const cds_rule *rule = &e->view.rules->rules[i];
        if (rule->advises && cds_rule_recommends(&e->view, rule)) {
            ask(e, rule);
        }
    }
}

static cds_incomplete failed_number(const cds_evaluation *evaluation,
                                    const cds_expression *value)
{
    if (value->kind == CDS_OF_ARITHMETIC) {
        cds_incomplete left = failed_number(evaluation, value->left);
        return left != CDS_COMPLETE ? left : failed_number(evaluation, value->right);
    }
    if (value->kind != CDS_OF_MEASURE) {
        return CDS_COMPLETE;
    }
    if (value->measure->value != NULL) {
        return failed_number(evaluation, value->measure->value);
    }
    return evaluation->measured[value->measure->index].why;
}

// A measure that failed and so leaves the condition open.
static cds_incomplete failed_part(const cds_evaluation *evaluation,
                                  const cds_condition *condition)
{
    cds_truth truth = cds_evaluation_truth(evaluation, condition);
    if (truth == CDS_TRUE || truth == CDS_FALSE) {
        return CDS_COMPLETE;
    }
    if (condition->word == CDS_FINDING) {
        return failed_part(evaluation, condition->finding->when);
    }
    if (condition->word == CDS_COMPARE) {
        return failed_number(evaluation, condition->value);
    }
    cds_incomplete why = CDS_COMPLETE;
    for (size_t i = 0; i < condition->part_count && why == CDS_COMPLETE; i++) {
        why = failed_part(evaluation, condition->parts[i]);
    }
    return why;
}

bool cds_any_incomplete(const cds_evaluation *evaluation)
{
    const cds_evaluator *e = (const cds_evaluator *)evaluation;
    return e->advice_failed || e->measure_failed;
}

cds_incomplete cds_rule_incomplete(const cds_evaluation *evaluation, const cds_rule *rule)
{
    if (evaluation->outcomes[rule->decision->index].by != NULL) {
        return CDS_COMPLETE;
    }
    cds_status advice = evaluation->advice[rule->index].status;
    if (advice != CDS_OK) {
        return cds_incomplete_of(advice);
    }
    cds_truth truth = evaluation->truths[rule->index];
    bool open = truth == CDS_IS_UNKNOWN || truth == CDS_PRESUMED;
    bool failed = ((const cds_evaluator *)evaluation)->measure_failed;
    return open && failed ? failed_part(evaluation, rule->when) : CDS_COMPLETE;
}
