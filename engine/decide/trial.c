// SPDX-License-Identifier: Apache-2.0
// Most cases are about the rule itself, whatever its decision makes of it; `decides` is about
// whole decisions.
#include "engine/decide/trial.h"

#include <stdio.h>

#include "engine/decide/questions.h"

static cds_status refuse(cds_ctx *ctx, const cds_casefile *file, const cds_case *one,
                         const cds_fault *fault)
{
    char where[256];
    snprintf(where, sizeof where, "%.*s:%d", (int)file->path.length, file->path.data,
             one->line);
    return cds_fail(ctx, CDS_INVALID, where, "the case's person does not fit: %.*s %.*s",
                    (int)fault->pointer.length, fault->pointer.data, (int)fault->detail.length,
                    fault->detail.data);
}

static cds_status read_person(cds_ctx *ctx, const cds_ruleset_view *rules,
                              const cds_casefile *file, const cds_case *one)
{
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    if (faults == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_status status = cds_schema_check(ctx, rules->schema, one->assessment, faults);
    if (status == CDS_INVALID && faults->count > 0) {
        cds_error_clear(ctx);
        return refuse(ctx, file, one, &faults->list[0]);
    }
    return status;
}

static void put_open_fields(cds_buf *buf, const cds_attempt *a, const uint8_t *open)
{
    const cds_fields *fields = a->evaluation->rules->fields;
    const char *between = ", asks ";
    for (size_t i = 0; i < fields->count; i++) {
        if (open[i] != 0) {
            cds_buf_word(buf, between);
            cds_buf_text(buf, fields->list[i].pointer);
            between = ", ";
        }
    }
}

static void put_rule_state(cds_buf *buf, const cds_attempt *a, const uint8_t *open)
{
    cds_text answer = a->rule->decision->answers[a->rule->answer].name;
    switch (cds_evaluation_truth(a->evaluation, a->rule->when)) {
    case CDS_FALSE:
        cds_buf_word(buf, "the rule is silent");
        return;
    case CDS_TRUE:
        cds_buf_word(buf, "the rule answers ");
        cds_buf_text(buf, answer);
        return;
    case CDS_IS_UNKNOWN:
        cds_buf_word(buf, "the rule is unknown");
        put_open_fields(buf, a, open);
        return;
    case CDS_PRESUMED:
        cds_buf_word(buf, "the rule is presumed: ");
        cds_buf_text(buf, answer);
        put_open_fields(buf, a, open);
        return;
    }
}

static bool names_open_field(const cds_attempt *a, const uint8_t *open)
{
    const cds_fields *fields = a->evaluation->rules->fields;
    const cds_field *field = cds_fields_find(fields, a->one->text);
    if (field == NULL) {
        field = cds_fields_at_pointer(fields, a->one->text);
    }
    return field != NULL && open[field->index] != 0;
}

static bool rule_does(const cds_attempt *a, const uint8_t *open)
{
    cds_truth truth = cds_evaluation_truth(a->evaluation, a->rule->when);
    cds_text answer = a->rule->decision->answers[a->rule->answer].name;
    switch (a->one->expect) {
    case CDS_EXPECT_ANSWER:
        return truth == CDS_TRUE && cds_text_equal(answer, a->one->text);
    case CDS_EXPECT_PRESUMED:
        return truth == CDS_PRESUMED && cds_text_equal(answer, a->one->text);
    case CDS_EXPECT_SILENT:
        return truth == CDS_FALSE;
    case CDS_EXPECT_ASKS:
    case CDS_EXPECT_DECIDES: // is tried elsewhere
        break;
    }
    return names_open_field(a, open);
}

static cds_status try_rule(cds_ctx *ctx, const cds_attempt *a, cds_trial *out)
{
    if (a->rule == NULL) {
        *out = (cds_trial){.got = CDS_TEXT("no rule stands beside this file: say decides{}")};
        return CDS_OK;
    }
    uint8_t *open = cds_alloc(ctx->mem, a->evaluation->rules->fields->count + 1);
    if (open == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_questions_of_condition(a->evaluation, a->rule->when, open);
    cds_trial trial = {.passed = rule_does(a, open), .got = CDS_TEXT("")};
    if (!trial.passed) {
        cds_buf buf;
        cds_buf_init(&buf, ctx->mem);
        put_rule_state(&buf, a, open);
        if (cds_buf_end(ctx, &buf, &trial.got) != CDS_OK) {
            return ctx->error.status;
        }
    }
    *out = trial;
    return CDS_OK;
}

static const cds_outcome *outcome_of(const cds_evaluation *evaluation, cds_text decision)
{
    for (size_t i = 0; i < evaluation->rules->decision_count; i++) {
        if (cds_text_equal(evaluation->outcomes[i].decision->name, decision)) {
            return &evaluation->outcomes[i];
        }
    }
    return NULL;
}

// True when it is as expected; else a line about what came instead.
static bool try_decision(cds_buf *buf, const cds_evaluation *evaluation,
                         const cds_decides *expected)
{
    const cds_outcome *outcome = outcome_of(evaluation, expected->decision);
    cds_text answer = outcome == NULL ? CDS_TEXT("no decision of these rules")
                                      : outcome->decision->answers[outcome->answer].name;
    if (outcome != NULL && cds_text_equal(answer, expected->answer)) {
        return true;
    }
    cds_buf_word(buf, buf->length == 0 ? "" : "; ");
    cds_buf_text(buf, expected->decision);
    cds_buf_word(buf, " is ");
    cds_buf_text(buf, answer);
    if (outcome != NULL) {
        cds_buf_word(buf, outcome->final ? " (final)" : " (provisional)");
    }
    cds_buf_word(buf, ", not ");
    cds_buf_text(buf, expected->answer);
    return false;
}

static cds_status try_decisions(cds_ctx *ctx, const cds_attempt *a, cds_trial *out)
{
    cds_trial trial = {.passed = true};
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    for (size_t i = 0; i < a->one->decides_count; i++) {
        trial.passed &= try_decision(&buf, a->evaluation, &a->one->decides[i]);
    }
    if (cds_buf_end(ctx, &buf, &trial.got) != CDS_OK) {
        return ctx->error.status;
    }
    *out = trial;
    return CDS_OK;
}

cds_status cds_trial_judge(cds_ctx *ctx, const cds_attempt *attempt, cds_trial *out)
{
    return attempt->one->expect == CDS_EXPECT_DECIDES ? try_decisions(ctx, attempt, out)
                                                      : try_rule(ctx, attempt, out);
}

cds_status cds_trial_run(cds_ctx *ctx, cds_sandbox *sandbox, const cds_casefile *file,
                         const cds_case *one, cds_trial *out)
{
    const cds_ruleset_view *rules = cds_ruleset_look(cds_sandbox_ruleset(sandbox));
    cds_attempt attempt = {.rule = file->rule, .one = one};
    const cds_facts *facts = NULL;
    if (read_person(ctx, rules, file, one) != CDS_OK ||
        cds_facts_read(ctx, rules->fields, one->assessment, &facts) != CDS_OK ||
        cds_evaluate(ctx, sandbox, facts, &attempt.evaluation) != CDS_OK) {
        return ctx->error.status;
    }
    return cds_trial_judge(ctx, &attempt, out);
}
