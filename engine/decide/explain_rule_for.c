// SPDX-License-Identifier: Apache-2.0
// A rule for one person: true, presumed, false or unknown, on which facts, and to what effect.
#include "engine/decide/aloud.h"
#include "engine/decide/explain_person.h"
#include "engine/decide/telling.h"
#include "engine/decide/told.h"

static const char *verdict_of(cds_truth truth)
{
    switch (truth) {
    case CDS_TRUE:
        return "It holds for this person";
    case CDS_PRESUMED:
        return "It is presumed to hold for this person";
    case CDS_FALSE:
        return "It does not hold for this person";
    case CDS_IS_UNKNOWN:
        break;
    }
    return "Whether it holds for this person can't be said yet";
}

static cds_status put_verdict(const cds_telling *tell, const cds_rule *rule, cds_truth truth)
{
    cds_status status;
    cds_buf_word(tell->buf, verdict_of(truth));
    if (truth == CDS_IS_UNKNOWN) {
        cds_buf_word(tell->buf, ". It would take: ");
        cds_told_open(tell->buf, tell->evaluation, rule->when);
        cds_buf_word(tell->buf, ". Still to ask: ");
        status = cds_told_needs(tell->ctx, tell->evaluation, rule->when, tell->buf);
    } else {
        cds_reasons because = {NULL, 0};
        status = cds_because(tell->ctx, tell->evaluation, rule->when, &because);
        cds_buf_word(tell->buf, ", because ");
        cds_told_reasons(tell->buf, tell->evaluation, &because);
    }
    cds_buf_word(tell->buf, ".\n");
    return status;
}

static void put_status(const cds_telling *tell, const cds_rule *rule)
{
    if (rule->status != CDS_ACTIVE) {
        cds_buf_word(tell->buf, rule->status == CDS_DRAFT
                                    ? "It is a draft, so it decides nothing.\n"
                                    : "It is retired, so it decides nothing.\n");
    }
}

// What that means: it carries the answer, or what does.
static void put_effect(const cds_telling *tell, const cds_rule *rule)
{
    cds_buf_word(tell->buf, "\nIt speaks for ");
    cds_telling_answer(tell, rule->answer);
    if (tell->outcome->answer == rule->answer) {
        cds_buf_word(tell->buf, ", which is the answer now, ");
    } else {
        cds_buf_word(tell->buf, "; the answer now is ");
        cds_telling_answer(tell, tell->outcome->answer);
        cds_buf_word(tell->buf, ", ");
    }
    cds_buf_word(tell->buf, tell->outcome->final ? "final.\n" : "provisional.\n");
}

cds_status cds_explain_rule_for(cds_ctx *ctx, const cds_evaluation *evaluation,
                                const cds_rule *rule, cds_buf *buf)
{
    cds_telling tell = {ctx, evaluation, &evaluation->outcomes[rule->decision->index], buf};
    cds_truth truth = cds_evaluation_truth(evaluation, rule->when);
    cds_telling_rule(&tell, rule);
    cds_buf_word(buf, "\n\n");
    cds_status status = put_verdict(&tell, rule, truth);
    put_status(&tell, rule);
    put_effect(&tell, rule);
    return status;
}
