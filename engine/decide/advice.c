// SPDX-License-Identifier: Apache-2.0
// A red flag is never silenced by broken advice: only the status and the text suffer.
#include "engine/decide/advice.h"

#include <stdlib.h>

#include "engine/base/arena.h"

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

static cds_call ask(cds_evaluator *e, const cds_rule *rule)
{
    cds_call call = {.status = CDS_FAILED};
    if (e->sandbox != NULL) {
        call = cds_sandbox_advise(e->ctx, e->sandbox, rule, e->view.facts);
    }
    if (call.status != CDS_OK) {
        cds_error_clear(e->ctx); // named in incomplete_rules, and no failure of the evaluation
        call.advice = NULL;
        e->advice_failed = true;
        e->outcomes[rule->decision->index].final = false;
    }
    return call;
}

// Lists the rules to be asked, in their order, where there is a list; returns how many.
static size_t list_askers(const cds_evaluator *e, cds_asked *list)
{
    const cds_ruleset_view *rules = e->view.rules;
    size_t count = 0;
    for (size_t i = 0; i < e->view.standing.count; i++) {
        const cds_rule *rule = &rules->rules[e->view.standing.list[i]];
        if (!rule->advises || !cds_rule_recommends(&e->view, rule)) {
            continue;
        }
        if (list != NULL) {
            list[count].rule = rule;
        }
        count++;
    }
    return count;
}

cds_status cds_advice_ask(cds_evaluator *e)
{
    size_t count = list_askers(e, NULL);
    if (count == 0) {
        return CDS_OK;
    }
    cds_asked *list = cds_alloc(e->ctx->mem, count * sizeof *list);
    if (list == NULL) {
        return cds_fail_memory(e->ctx);
    }
    (void)list_askers(e, list);
    for (size_t i = 0; i < count; i++) {
        list[i].call = ask(e, list[i].rule);
    }
    e->view.asked = list;
    e->view.asked_count = count;
    return CDS_OK;
}

static int index_against_asked(const void *key, const void *item)
{
    size_t index = ((const cds_rule *)key)->index;
    size_t other = ((const cds_asked *)item)->rule->index;
    return (index > other) - (index < other);
}

const cds_call *cds_rule_advice(const cds_evaluation *evaluation, const cds_rule *rule)
{
    static const cds_call none = {.status = CDS_OK};
    if (evaluation->asked_count == 0) {
        return &none;
    }
    const cds_asked *found = bsearch(rule, evaluation->asked, evaluation->asked_count,
                                     sizeof *evaluation->asked, index_against_asked);
    return found == NULL ? &none : &found->call;
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
    cds_status advice = cds_rule_advice(evaluation, rule)->status;
    if (advice != CDS_OK) {
        return cds_incomplete_of(advice);
    }
    cds_truth truth = evaluation->truths[rule->index];
    bool open = truth == CDS_IS_UNKNOWN || truth == CDS_PRESUMED;
    bool failed = ((const cds_evaluator *)evaluation)->measure_failed;
    return open && failed ? failed_part(evaluation, rule->when) : CDS_COMPLETE;
}
