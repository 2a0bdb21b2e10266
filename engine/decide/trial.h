// SPDX-License-Identifier: Apache-2.0
// Tries a rule's cases against the ruleset: each passes, or says what it got instead.
#pragma once

#include "engine/decide/evaluate.h"
#include "engine/rules/casefile.h"

typedef struct cds_trial {
    bool passed;
    cds_text got; // when it did not: what came instead, in a sentence with pointers
} cds_trial;

/** A case and an evaluation of its person. */
typedef struct cds_attempt {
    const cds_evaluation *evaluation;
    const cds_rule *rule; // the case is about; NULL for tests of whole decisions
    const cds_case *one;
} cds_attempt;

/** Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_trial_judge(cds_ctx *ctx, const cds_attempt *attempt, cds_trial *out);

/** The whole way from the case's assessment. Lives: in ctx->mem. Fails: CDS_INVALID when the
 * case's assessment does not fit the schema.
 */
cds_status cds_trial_run(cds_ctx *ctx, cds_sandbox *sandbox, const cds_casefile *file,
                         const cds_case *one, cds_trial *out);
