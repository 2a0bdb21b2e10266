// SPDX-License-Identifier: Apache-2.0
// From the bytes of an assessment to its decision: read, check, evaluate, write.
#pragma once

#include "engine/decide/evaluate.h"
#include "engine/facts/schema.h"

/** One assessment as it came, and the day it holds for unless it says another. */
typedef struct srv_assessment {
    cds_text body;
    cds_date today;
} srv_assessment;

/** What one assessment came to. Lives: in the context's memory. */
typedef struct srv_assessed {
    const cds_evaluation *evaluation;
    cds_text decision;                     // the JSON text that is kept
    char assessed_on[CDS_DATE_LENGTH + 1]; // empty when the schema has no such field
    bool assessed_on_assumed;
    cds_text reference; // patient.reference; data NULL: none
    cds_faults faults;  // of one that does not fit
} srv_assessed;

/** The facts alone, and what else comes of reading them. Lives: in ctx->mem, borrowing the
 * body. Fails: as srv_decide. */
cds_status srv_read_facts(cds_ctx *ctx, const cds_ruleset_view *rules,
                          srv_assessment assessment, srv_assessed *out,
                          const cds_facts **facts);

/** Fails: CDS_MALFORMED with offset; CDS_INVALID with every fault in out->faults;
 * CDS_TOO_LARGE. srv_decide leaves `decision` empty. */
cds_status srv_decide(cds_ctx *ctx, cds_sandbox *sandbox, srv_assessment assessment,
                      srv_assessed *out);
cds_status srv_assess(cds_ctx *ctx, cds_sandbox *sandbox, srv_assessment assessment,
                      srv_assessed *out);
