// SPDX-License-Identifier: Apache-2.0
// Asks the engine, so that no danger is ranked here.
#include "server/fhir/riskier.h"

#include "engine/base/arena.h"

/** The graver, the less: what a rule can give in its order, then what is not known, then the
 *  rest. */
static unsigned rank(const cds_decision *decision, unsigned answer)
{
    const unsigned declared = (unsigned)decision->declared_count;
    if (answer < declared)
        return answer;
    return answer == decision->while_unknown ? declared : declared + 1;
}

static unsigned gravest(const cds_outcome *outcome)
{
    unsigned best = (unsigned)outcome->decision->answer_count + 1;
    for (unsigned i = 0; i < outcome->decision->answer_count; i++) {
        const unsigned one = rank(outcome->decision, i);
        if ((outcome->possible >> i & 1) != 0 && one < best)
            best = one;
    }
    return best;
}

static int compare(unsigned one, unsigned other)
{
    return (one > other) - (one < other);
}

/** The graver, the less. */
static unsigned truth_rank(cds_truth truth)
{
    switch (truth) {
    case CDS_TRUE:
        return 0;
    case CDS_PRESUMED:
        return 1;
    case CDS_IS_UNKNOWN:
        return 2;
    case CDS_FALSE:
        break;
    }
    return 3;
}

/** By what is answered, then by what could be. */
static int compare_answers(const cds_evaluation *one, const cds_evaluation *other)
{
    const size_t count = one->rules->decision_count;
    int order = 0;
    for (size_t i = 0; i < count && order == 0; i++)
        order = compare(rank(one->outcomes[i].decision, one->outcomes[i].own),
                        rank(other->outcomes[i].decision, other->outcomes[i].own));
    for (size_t i = 0; i < count && order == 0; i++)
        order = compare(gravest(&one->outcomes[i]), gravest(&other->outcomes[i]));
    return order;
}

/** By the first rule that holds in one and not in the other. */
static int compare_rules(const cds_evaluation *one, const cds_evaluation *other)
{
    int order = 0;
    for (size_t i = 0; i < one->rules->rule_count && order == 0; i++)
        order = compare(truth_rank(one->truths[i]), truth_rank(other->truths[i]));
    return order;
}

/** Items that were named are given up for graver answers only; of two values that answer alike
 *  that is taken for which the graver rule holds. */
static bool is_graver(srv_use use, const cds_evaluation *one, const cds_evaluation *other)
{
    const int order = compare_answers(one, other);
    if (order == 0 && use == SRV_USE_OTHER)
        return compare_rules(one, other) < 0;
    return order < 0;
}

/** NULL: it does not fit the schema, which is for whoever evaluates it to say. */
static cds_status evaluate(cds_ctx *ctx, cds_sandbox *sandbox, cds_date today,
                           const srv_picture *picture, const cds_evaluation **out)
{
    srv_assessment assessment = {.today = today};
    srv_assessed *assessed = cds_alloc(ctx->mem, sizeof *assessed);
    if (assessed == NULL)
        return cds_fail_memory(ctx);
    cds_status status = srv_picture_write(ctx, picture, &assessment.body);
    if (status == CDS_OK)
        status = srv_decide(ctx, sandbox, assessment, assessed);
    *out = status == CDS_OK ? assessed->evaluation : NULL;
    if (status != CDS_INVALID)
        return status;
    cds_error_clear(ctx);
    return CDS_OK;
}

static bool has_choice(const srv_picture *picture)
{
    srv_use use;
    for (size_t i = 0; i < picture->fields->count; i++) {
        if (srv_picture_choice(picture, &picture->fields->list[i], &use))
            return true;
    }
    return false;
}

cds_status srv_riskier_use(cds_ctx *ctx, cds_sandbox *sandbox, cds_date today,
                           srv_picture *picture)
{
    const cds_evaluation *best = NULL;
    cds_status status =
        has_choice(picture) ? evaluate(ctx, sandbox, today, picture, &best) : CDS_OK;
    for (size_t i = 0; status == CDS_OK && best != NULL && i < picture->fields->count; i++) {
        srv_seen *seen = &picture->list[i];
        const srv_use use = seen->use;
        const cds_evaluation *other = NULL;
        if (!srv_picture_choice(picture, &picture->fields->list[i], &seen->use))
            continue;
        status = evaluate(ctx, sandbox, today, picture, &other);
        if (other != NULL && is_graver(seen->use, other, best))
            best = other;
        else
            seen->use = use;
    }
    return status;
}
