// SPDX-License-Identifier: Apache-2.0
// Compares two evaluations, gravest difference first.
#include "server/governance/change.h"

#include "engine/decide/reply.h"

static const struct {
    const char *member, *heading;
} words[] = {
#define SRV_CHANGE_WORDS(name, member, heading) {member, heading},
    SRV_CHANGES(SRV_CHANGE_WORDS)
#undef SRV_CHANGE_WORDS
};

const char *srv_change_member(srv_change change)
{
    return words[change].member;
}

const char *srv_change_heading(srv_change change)
{
    return words[change].heading;
}

static const cds_outcome *outcome_of(const cds_evaluation *evaluation, cds_text name)
{
    for (size_t i = 0; i < evaluation->rules->decision_count; i++) {
        if (cds_text_equal(evaluation->outcomes[i].decision->name, name))
            return &evaluation->outcomes[i];
    }
    return NULL;
}

static cds_text answer_of(const cds_outcome *outcome)
{
    return outcome->decision->answers[outcome->answer].name;
}

/** A decision that only one of them has is a change too. */
static bool answer_changed(const cds_evaluation *before, const cds_evaluation *after,
                           cds_text name)
{
    const cds_outcome *a = outcome_of(before, name);
    const cds_outcome *b = outcome_of(after, name);
    if (a == NULL || b == NULL)
        return a != b;
    return a->final != b->final || !cds_text_equal(answer_of(a), answer_of(b));
}

static bool any_changed(const cds_evaluation *before, const cds_evaluation *after)
{
    for (size_t i = 0; i < before->rules->decision_count; i++) {
        if (answer_changed(before, after, before->outcomes[i].decision->name))
            return true;
    }
    return before->rules->decision_count != after->rules->decision_count;
}

/** The name of the decision that suppresses others, such as referral; data NULL: none does. */
static cds_text gate_of(const cds_evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->rules->decision_count; i++) {
        if (evaluation->outcomes[i].decision->suppresses)
            return evaluation->outcomes[i].decision->name;
    }
    return (cds_text){0};
}

static bool is_emergency(const cds_evaluation *evaluation)
{
    const cds_text gate = gate_of(evaluation);
    const cds_outcome *outcome = gate.data == NULL ? NULL : outcome_of(evaluation, gate);
    return outcome != NULL && outcome->answer == 0;
}

/** The step that a firing rule's advice carries, or NULL. */
static const cds_json *step_of(const cds_evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->asked_count; i++) {
        const cds_json *advice = evaluation->asked[i].call.advice;
        const cds_json *step =
            advice == NULL ? NULL : cds_json_member(advice, CDS_TEXT("step"));
        if (step != NULL)
            return step;
    }
    return NULL;
}

static bool member_differs(const cds_json *a, const cds_json *b, cds_text name)
{
    const cds_json *in_a = cds_json_member(a, name);
    const cds_json *in_b = cds_json_member(b, name);
    return in_a == NULL || in_b == NULL ? in_a != in_b : !cds_json_equal(in_a, in_b);
}

static bool step_changed(const cds_evaluation *before, const cds_evaluation *after)
{
    const cds_json *a = step_of(before);
    const cds_json *b = step_of(after);
    if (answer_changed(before, after, CDS_TEXT("progression")))
        return true;
    if (a == NULL || b == NULL)
        return a != b;
    return member_differs(a, b, CDS_TEXT("stage")) || member_differs(a, b, CDS_TEXT("action"));
}

static srv_change gravest(const cds_evaluation *before, const cds_evaluation *after)
{
    const cds_text gate = gate_of(before);
    if (is_emergency(before) != is_emergency(after))
        return is_emergency(before) ? SRV_CHANGE_LOST : SRV_CHANGE_GAINED;
    if (gate.data != NULL && answer_changed(before, after, gate))
        return SRV_CHANGE_REFERRAL;
    if (answer_changed(before, after, CDS_TEXT("imaging")))
        return SRV_CHANGE_IMAGING;
    if (answer_changed(before, after, CDS_TEXT("class")))
        return SRV_CHANGE_CLASS;
    if (step_changed(before, after))
        return SRV_CHANGE_STEP;
    return any_changed(before, after) ? SRV_CHANGE_OTHER : SRV_CHANGE_NONE;
}

cds_status srv_change_of(cds_ctx *ctx, const cds_evaluation *before,
                         const cds_evaluation *after, srv_change *out)
{
    cds_text a;
    cds_text b;
    *out = gravest(before, after);
    if (*out != SRV_CHANGE_NONE)
        return CDS_OK;
    cds_status status = cds_reply_write(ctx, before, &a);
    if (status == CDS_OK)
        status = cds_reply_write(ctx, after, &b);
    if (status == CDS_OK && !cds_text_equal(a, b))
        *out = SRV_CHANGE_WORDING;
    return status;
}
