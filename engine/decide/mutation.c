// SPDX-License-Identifier: Apache-2.0
// Only a case that saw the condition settled can notice a change of it, so most pairs of mutant
// and case need no evaluation; the rest is tried until the first case fails.
#include "engine/decide/mutation.h"

#include <string.h>

#include "engine/decide/evaluator.h"
#include "engine/decide/mutant.h"
#include "engine/decide/reach.h"

#define EVALUATION_BYTES ((size_t)16 << 20)
#define SAID(text) (int)(text).length, (text).data

// One mutation run.
typedef struct lab {
    cds_ctx *ctx;
    const cds_trials *trials;
    cds_gaps *gaps;
    cds_arena *scratch;       // one evaluation
    cds_inputs inputs;        // of the varied rules
    cds_ruleset_view view;    // as the ruleset's, with `rules` and a condition more
    const cds_rule *original; // the ruleset's own
    cds_rule *rules;          // a copy, whose order and answers may be varied
    cds_mutants mutants;
    bool *survives; // of each mutant
    bool *named;
} lab;

static bool sees_more_than_unknown(const cds_tried *tried, const cds_condition *condition)
{
    uint8_t seen = tried->seen[condition->index];
    return seen != 0 && seen != CDS_IS_UNKNOWN + 1;
}

static bool may_notice(const cds_mutant *mutant, const cds_tried *tried)
{
    if (!tried->passed) {
        return false;
    }
    switch (mutant->kind) {
    case CDS_GAP_SWAPPED:
        return tried->one->expect == CDS_EXPECT_DECIDES || tried->file->rule == mutant->rule;
    case CDS_GAP_PRESUMPTION:
        return tried->seen[mutant->condition->index] == CDS_PRESUMED + 1;
    case CDS_GAP_TURNED:
        return sees_more_than_unknown(tried, mutant->condition);
    default:
        return tried->seen[mutant->condition->index] != 0;
    }
}

static const cds_rule *rule_now(const lab *l, const cds_rule *rule)
{
    for (size_t i = 0; rule != NULL && i < l->view.rule_count; i++) {
        if (l->rules[i].index == rule->index) {
            return &l->rules[i];
        }
    }
    return NULL;
}

static cds_status notices(const lab *l, const cds_tried *tried, bool *out)
{
    cds_ctx inner = {.mem = l->scratch};
    cds_inputs inputs = l->inputs;
    cds_attempt attempt = {.rule = rule_now(l, tried->file->rule), .one = tried->one};
    cds_trial trial = {0};
    inputs.facts = tried->facts;
    cds_status status = cds_evaluate_answers(&inner, inputs, &attempt.evaluation);
    if (status == CDS_OK) {
        status = cds_trial_judge(&inner, &attempt, &trial);
    }
    if (status == CDS_OK) {
        *out = !trial.passed;
    } else {
        l->ctx->error = inner.error;
    }
    cds_arena_reset(l->scratch);
    return status;
}

static cds_status some_case_notices(const lab *l, const cds_mutant *mutant, bool *out)
{
    *out = false;
    for (size_t i = 0; i < l->trials->count && !*out; i++) {
        const cds_tried *tried = &l->trials->list[i];
        cds_status status = may_notice(mutant, tried) ? notices(l, tried, out) : CDS_OK;
        if (status != CDS_OK) {
            return status;
        }
    }
    return CDS_OK;
}

// Evaluation takes the rules of a decision strongest answer first.
static void put_answer(lab *l, const cds_rule *rule, unsigned answer)
{
    size_t first = l->view.first_rule[rule->decision->index];
    size_t end = l->view.first_rule[rule->decision->index + 1];
    cds_rule changed = *rule;
    changed.answer = answer;
    size_t at = first;
    for (size_t i = first; i < end; i++) {
        if (l->original[i].index != rule->index) {
            l->rules[at++] = l->original[i];
        }
    }
    for (; at > first && l->rules[at - 1].answer > answer; at--) {
        l->rules[at] = l->rules[at - 1];
    }
    l->rules[at] = changed;
}

static void put_rules_back(lab *l)
{
    memcpy(l->rules, l->original, l->view.rule_count * sizeof *l->rules);
}

static cds_status try_mutant(lab *l, cds_mutant *mutant, bool *out)
{
    if (mutant->kind == CDS_GAP_SWAPPED) {
        put_answer(l, mutant->rule, mutant->answer);
        cds_status status = some_case_notices(l, mutant, out);
        put_rules_back(l);
        return status;
    }
    cds_mutant_swap(mutant);
    cds_status status = some_case_notices(l, mutant, out);
    cds_mutant_swap(mutant);
    return status;
}

static cds_status try_all(lab *l, cds_mutation *out)
{
    out->mutants = l->mutants.count;
    for (size_t i = 0; i < l->mutants.count; i++) {
        bool noticed = false;
        cds_status status = try_mutant(l, &l->mutants.list[i], &noticed);
        if (status != CDS_OK) {
            return status;
        }
        l->survives[i] = !noticed;
        out->killed += noticed;
    }
    return CDS_OK;
}

// Whether the name, in a file whose rule reads what is marked, means the mutant.
static bool means(const cds_casefile *file, const cds_survivor *name, const uint8_t *read,
                  const cds_mutant *mutant)
{
    bool near =
        file->rule == NULL || (mutant->condition == NULL ? mutant->rule == file->rule
                                                         : read[mutant->condition->index] != 0);
    return near && cds_text_equal(mutant->leaf, name->leaf) &&
           cds_text_equal(mutant->change, name->change);
}

static void look_up(lab *l, const cds_casefile *file, const cds_survivor *name,
                    const uint8_t *read)
{
    bool exists = false;
    bool survives = false;
    for (size_t i = 0; i < l->mutants.count; i++) {
        if (means(file, name, read, &l->mutants.list[i])) {
            exists = true;
            survives |= l->survives[i];
            l->named[i] = l->survives[i];
        }
    }
    if (!survives) {
        cds_gaps_add(l->gaps, CDS_GAP_NAMED, (cds_place){file->path, name->line},
                     "%s: take the name away (%.*s, %.*s)",
                     exists ? "a case notices this after all"
                            : "nothing this file is about can be changed like this",
                     SAID(name->leaf), SAID(name->change));
    }
}

static cds_status look_up_file(lab *l, const cds_casefile *file)
{
    uint8_t *read = cds_alloc(l->scratch, l->view.condition_count + 1);
    if (read == NULL) {
        return cds_fail_memory(l->ctx);
    }
    if (file->rule != NULL) {
        cds_reach_rule(&l->view, file->rule, read);
    }
    for (size_t i = 0; i < file->survivor_count; i++) {
        look_up(l, file, &file->survivors[i], read);
    }
    cds_arena_reset(l->scratch);
    return CDS_OK;
}

static void list_survivors(lab *l, cds_mutation *out)
{
    for (size_t i = 0; i < l->mutants.count; i++) {
        const cds_mutant *mutant = &l->mutants.list[i];
        out->named += l->named[i];
        if (l->survives[i] && !l->named[i]) {
            cds_gaps_add(l->gaps, mutant->kind, mutant->place, "no case notices %.*s: %.*s",
                         SAID(mutant->change), SAID(mutant->leaf));
        }
    }
}

static cds_status lab_init(lab *l, cds_sandbox *sandbox)
{
    const cds_ruleset *rules = cds_sandbox_ruleset(sandbox);
    cds_status status = cds_mutants_list(l->ctx, rules, &l->mutants);
    if (status != CDS_OK) {
        return status;
    }
    l->view = *cds_ruleset_look(rules);
    l->original = l->view.rules;
    l->rules = cds_alloc(l->ctx->mem, (l->view.rule_count + 1) * sizeof *l->rules);
    l->survives = cds_alloc(l->ctx->mem, l->mutants.count + 1);
    l->named = cds_alloc(l->ctx->mem, l->mutants.count + 1);
    if (l->rules == NULL || l->survives == NULL || l->named == NULL) {
        return cds_fail_memory(l->ctx);
    }
    put_rules_back(l);
    l->view.rules = l->rules;
    l->view.condition_count++; // for what is inside a leaf turned round
    l->view.sieve = NULL;      // made of the conditions as they were
    l->inputs = (cds_inputs){.rules = &l->view, .sandbox = sandbox};
    return CDS_OK;
}

static cds_status run(lab *l, cds_sandbox *sandbox, cds_mutation *out)
{
    cds_status status = lab_init(l, sandbox);
    if (status == CDS_OK) {
        status = try_all(l, out);
    }
    for (size_t i = 0; i < l->trials->file_count && status == CDS_OK; i++) {
        status = look_up_file(l, &l->trials->files[i]);
    }
    if (status == CDS_OK) {
        list_survivors(l, out);
        status = cds_gaps_end(l->gaps);
    }
    return status;
}

cds_status cds_mutation_run(cds_ctx *ctx, cds_sandbox *sandbox, const cds_trials *trials,
                            cds_gaps *gaps, cds_mutation *out)
{
    lab l = {
        .ctx = ctx, .trials = trials, .gaps = gaps, .scratch = cds_arena_new(EVALUATION_BYTES)};
    cds_mutation made = {0};
    if (l.scratch == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory to vary the rules");
    }
    cds_status status = run(&l, sandbox, &made);
    cds_arena_free(l.scratch);
    if (status == CDS_OK) {
        *out = made;
    }
    return status;
}
