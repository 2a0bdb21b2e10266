// SPDX-License-Identifier: Apache-2.0
// From the bytes of an assessment to its decision: read, check, evaluate, write.
#pragma once

#include "engine/decide/evaluate.h"
#include "engine/facts/schema.h"

/** What one assessment came to. Lives: in the context's memory. */
typedef struct srv_assessed {
    const cds_evaluation *evaluation;
    cds_text decision;                     // the JSON text that is kept
    char assessed_on[CDS_DATE_LENGTH + 1]; // empty when the schema has no such field
    bool assessed_on_assumed;
    cds_text reference; // patient.reference; data NULL: none
} srv_assessed;

/** `today` is used where the assessment has no assessed_on. Fails: CDS_MALFORMED with offset,
 *  CDS_INVALID with every fault in `faults`, CDS_TOO_LARGE. */
cds_status srv_assess(cds_ctx *ctx, cds_sandbox *sandbox, cds_text body, cds_date today,
                      srv_assessed *out, cds_faults *faults);
